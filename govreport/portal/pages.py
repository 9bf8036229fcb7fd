"""What the portal's pages show: one typed object a page, made here, only printed by the template."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Download:
    """One file of a published report; `size` in bytes, `sha256` of its bytes."""

    label: str
    href: str
    size: int
    sha256: str


@dataclass(frozen=True)
class ReportLine:
    """One published report in a list. `version` is above 1 when it was corrected; `note` says why.

    `imported` says that it was published before this system and taken over as filed.
    """

    year: int
    title: str
    scope: str
    version: int
    note: str
    published_at: datetime
    imported: bool
    href: str
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True)
class AgencyLine:
    """One agency in a list. `newest` is the year of its newest report, None when it has published none.

    `imported` counts those among its reports that were taken over from before this system.
    """

    name: str
    reports: int
    imported: int
    newest: int | None
    href: str


@dataclass(frozen=True)
class AgencyGroup:
    """The agencies of one kind, in the order of the tree."""

    key: str
    label: str
    agencies: tuple[AgencyLine, ...]


@dataclass(frozen=True)
class SearchResult:
    """What a search found. `complete` False says that only the first agencies are shown."""

    query: str
    agencies: tuple[AgencyLine, ...]
    complete: bool


@dataclass(frozen=True)
class HomePage:
    """The front page; with `search` the result stands there instead of the lists."""

    query: str
    search: SearchResult | None
    newest: tuple[ReportLine, ...]
    groups: tuple[AgencyGroup, ...]
    agencies: int
    reports: int


@dataclass(frozen=True)
class FigureRow:
    """One key figure over the years; "" where a report says nothing of it."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigures:
    """Key figures by year, oldest year first."""

    years: tuple[int, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class AgencyPage:
    """One agency: how to reach it, its reports, newest year first, and its figures over the years."""

    name: str
    contact: tuple[tuple[str, str], ...]
    reports: tuple[ReportLine, ...]
    figures: KeyFigures | None


@dataclass(frozen=True)
class VersionLine:
    """One version of a report; `shown` is the one on this page."""

    version: int
    published_at: datetime
    note: str
    imported: bool
    href: str
    shown: bool


@dataclass(frozen=True)
class ReportPage:
    """A published report. `newest` is given on the page of a version that has been corrected since.

    `signed` is the date under an imported report, where it has one.
    """

    agency: str
    agency_href: str
    line: ReportLine
    signed: date | None
    sha256: str
    article: SafeString
    versions: tuple[VersionLine, ...]
    newest: VersionLine | None
    canonical_href: str
