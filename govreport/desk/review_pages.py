"""What the review page shows: the decision, its grounds, and the exact page the public will read."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from govreport.desk.finding_pages import Attempted, FindingGroup
from govreport.desk.pages import NavItem, Progress, ReportHeader
from govreport.desk.reason_form import ReasonForm


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the report beside last year's published one; `change` is signed, "" when unknown."""

    name: str
    value: str
    before: str
    change: str


@dataclass(frozen=True)
class ActionButton:
    """An action that this person can do now. `form` asks for the reason, None when none is needed.

    `seen` is the revision of the report that the page shows.
    """

    name: str
    label: str
    href: str
    explanation: str
    primary: bool
    seen: int
    form: ReasonForm | None


@dataclass(frozen=True)
class HistoryLine:
    """One thing that was done to the report."""

    at: datetime
    who: str
    what: str
    reason: str


@dataclass(frozen=True)
class PublishedAt:
    """Where the newest published version is read."""

    version: int
    at: datetime
    href: str


@dataclass(frozen=True)
class ReviewPage:
    """One report as a whole: for the clerk before submitting, for the supervisor to decide.

    `refusal` is why the last attempt did not go through; `remark` the last return, while it is open.
    `article` is the page as the public reads it.
    """

    header: ReportHeader
    navigator: tuple[NavItem, ...]
    refusal: str
    remark: HistoryLine | None
    errors: int
    queries: int
    findings: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    unplaced: Attempted | None
    actions: tuple[ActionButton, ...]
    key_figures: tuple[KeyFigure, ...]
    history: tuple[HistoryLine, ...]
    published: PublishedAt | None
    article: SafeString

    @property
    def progress(self) -> Progress:
        """How far the report is."""
        return Progress.of(self.navigator)
