"""The text of a source as the parts of a report: title, agency, year, narrative, contact, fee, signature."""

import re
from dataclasses import dataclass, field

from govreport.checks.layout import Wording
from govreport.editions.cells import Contact, Period, ProcessingFee, Signature
from govreport.importing.grid import Source
from govreport.rendering.interchange_cells import Doubt

_TITLE = re.compile(
    r"(?P<agency>[\u4e00-\u9fff（）()]{2,40}?)\s*(?P<year>20\d\d)\s*年(度)?政府信息公开工作年度报告"
)


@dataclass(frozen=True)
class Parts:
    """What the text says. `sections` are the keys of the parts whose headings were found."""

    title: str | None = None
    agency_name: str | None = None
    year: int | None = None
    period: Period | None = None
    contact: Contact | None = None
    narrative: dict[str, str] = field(default_factory=dict)
    processing_fee: ProcessingFee | None = None
    signature: Signature | None = None
    sections: frozenset[str] = frozenset()
    wordings: tuple[Wording, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def split(source: Source) -> Parts:
    """Split the text of a source into the parts of a report."""
    text = " ".join((source.title, *source.paragraphs[:6]))
    found = _TITLE.search(text)
    if found is None:
        return Parts()
    return Parts(agency_name=found["agency"], year=int(found["year"]))
