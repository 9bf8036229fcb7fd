"""What the checks judge: the content, and everything besides it that a check may compare it with.

All of it comes in as arguments. What is None is not known: a check that needs it is not assessable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from govreport.checks.finding import Level
from govreport.checks.layout import Layout
from govreport.checks.shingles import Shingles
from govreport.editions.cells import Address, Contact, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.editions.schema import Edition


@dataclass(frozen=True)
class AgencyFacts:
    """The agency as the master data know it.

    `kind` is one of government, department, town, sub_district, management_committee, other. `names` are
    other names it goes by (short name, former names); `area` is the name of its area: 泽州县.
    """

    name: str
    kind: str
    names: tuple[str, ...] = ()
    area: str = ""
    rule_making_power: bool = False
    contact: Contact | None = None


@dataclass(frozen=True)
class OtherText:
    """What another agency wrote in the same year, by narrative part.

    `shingles` are stored samples of its parts; one that is missing is made from the text, at a price.
    With all of them given, `narrative` is read only where the text may be the same.
    """

    agency: str
    narrative: Mapping[str, str]
    shingles: Mapping[str, Shingles] | None = None


@dataclass(frozen=True)
class Child:
    """An agency whose report an aggregate adds up; `content` None while its report is missing."""

    agency: str
    content: Content | None


@dataclass(frozen=True)
class CheckSettings:
    """What an authority has set for its agencies: levels by code, limits, its own list of wrong words.

    `wrong_words` gives for each word what to write instead, "" where it just should not stand there.
    """

    levels: Mapping[str, Level] = field(default_factory=dict)
    overview_limit: int = 1000
    wrong_words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Subject:
    """One report to be judged.

    `previous` is last year's report of the same agency, or the sum over its predecessors by share;
    `others` are other agencies' texts of the same year; `children` are what an aggregate adds up and
    `adjustments` what it adds to the sum on purpose; `day` is the day on which it is judged, `due` the
    day by which it must be submitted. `for_authority` says who reads the findings: the authority, or the
    agency itself. `layout` is how the file was laid out that the content was read from, None where there is
    none: a draft, the interchange form. `archived` says that it is history, kept as it was filed.
    """

    content: Content
    previous: Content | None = None
    agency: AgencyFacts | None = None
    settings: CheckSettings = CheckSettings()
    others: tuple[OtherText, ...] | None = None
    children: tuple[Child, ...] | None = None
    adjustments: Mapping[Address, Number] = field(default_factory=dict)
    day: date | None = None
    due: date | None = None
    for_authority: bool = False
    layout: Layout | None = None
    archived: bool = False

    @property
    def edition(self) -> Edition:
        """The edition of the content. Raises UnknownEdition."""
        return edition(self.content.edition)

    @property
    def year(self) -> int | None:
        """The year that the report is on."""
        return self.content.year

    def number(self, cell: str) -> Decimal | None:
        """The figure in a cell written `table.row.column`, None when it is blank or not in the edition."""
        return _decimal(self.content.figure(Address.parse(cell)))

    def number_before(self, cell: str) -> Decimal | None:
        """The same cell of last year's report; None when that is blank or not known."""
        return None if self.previous is None else _decimal(self.previous.figure(Address.parse(cell)))


def _decimal(number: Number | None) -> Decimal | None:
    return None if number is None else Decimal(number)
