"""A file as a report: bytes to grids and text, those to content, with everything doubtful named."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from govreport.checks.layout import Layout
from govreport.editions.cells import Content
from govreport.importing.grid import Source, Unreadable
from govreport.importing.matching import match
from govreport.importing.parts import split
from govreport.importing.readers import docx, html, office, text
from govreport.importing.readers.kinds import fitting
from govreport.rendering import interchange
from govreport.rendering.interchange_cells import Doubt

READERS: dict[str, Callable[[bytes], Source]] = {
    ".docx": docx.read,
    ".htm": html.read,
    ".html": html.read,
    ".txt": text.read,
}
SUFFIXES = (*READERS, *office.OLD, ".json")


@dataclass(frozen=True)
class Reading:
    """What was read of a file: the content, every doubt, and how the file was laid out.

    `layout` and `source` are None for the interchange form, which has no layout of its own.
    """

    content: Content
    doubts: tuple[Doubt, ...] = ()
    layout: Layout | None = None
    source: Source | None = None


def read(name: str, data: bytes) -> Reading:
    """Read a report file by its name's suffix, in this process and without limits. Raises Unreadable."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        return _read_interchange(data)
    if suffix in SUFFIXES:
        suffix = fitting(suffix, data)
    if suffix in office.OLD:
        suffix, data = office.converted(suffix, data)
    reader = READERS.get(suffix)
    if reader is None:
        raise Unreadable(f"不支持这种文件，可以读取 {' '.join(SUFFIXES)}")
    return read_source(reader(data))


def read_source(source: Source) -> Reading:
    """What the grids and the text of a source amount to. Raises Unreadable when they are no report."""
    parts = split(source)
    matched = match(source, year=parts.year)
    if matched is None:
        raise Unreadable("没有找到年度报告的三张表，不像是一份年度报告")
    content = Content(
        edition=matched.edition.key,
        agency_name=parts.agency_name,
        year=parts.year,
        figures=matched.figures,
        unread=matched.unread,
        period=parts.period,
        title=parts.title,
        contact=parts.contact,
        narrative=parts.narrative,
        processing_fee=parts.processing_fee,
        notes={str(cell): note for cell, note in matched.notes.items()},
        signature=parts.signature,
    )
    layout = Layout(
        parts.sections, matched.tables, parts.wordings + matched.wordings, matched.foreign, matched.unknown
    )
    return Reading(content, matched.doubts + parts.doubts, layout, source)


def _read_interchange(data: bytes) -> Reading:
    try:
        found = interchange.read(data)
    except interchange.Unreadable as error:
        raise Unreadable(str(error)) from None
    return Reading(found.content, found.doubts)
