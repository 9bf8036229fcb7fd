"""What the pages of a whole report show: before submitting, to decide, before publishing, and the preview."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

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

    `seen` is the revision of the report that the page shows. One that `asks_first` leads to a page on which
    it is confirmed.
    """

    name: str
    label: str
    href: str
    explanation: str
    primary: bool
    seen: int
    form: ReasonForm | None
    asks_first: bool = False


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
class ChangedField:
    """A field that was changed: what it held, what it holds now, and where it is filled in."""

    name: str
    before: str
    now: str
    href: str


@dataclass(frozen=True)
class ChangedSection:
    """What was changed in one section."""

    heading: str
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True)
class ReviewPage:
    """One report as a whole, for the supervisor to decide, for others to read.

    `refusal` is why the last attempt did not go through; `remark` the last return, until the report
    is published; `changed` what has been changed since, for those who decide, else None.
    `note` goes out with a correction.
    `article` is the page as the public reads it.
    """

    header: ReportHeader
    navigator: tuple[NavItem, ...]
    refusal: str
    remark: HistoryLine | None
    changed: tuple[ChangedSection, ...] | None
    note: str
    errors: int
    queries: int
    findings: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    unplaced: Attempted | None
    actions: tuple[ActionButton, ...]
    key_figures: tuple[KeyFigure, ...]
    history: tuple[HistoryLine, ...]
    published: PublishedAt | None
    pdf_href: str
    article: SafeString

    @property
    def progress(self) -> Progress:
        """How far the report is."""
        return Progress.of(self.navigator)


@dataclass(frozen=True)
class Recipients:
    """To whom a report goes. `barred` wrote it and may not sign; where nobody may, `ask` says whom to ask."""

    names: tuple[str, ...]
    barred: tuple[str, ...]
    ask: str

    @property
    def all_names(self) -> str:
        """The names as they stand in a sentence."""
        return "、".join(self.names)

    @property
    def on_button(self) -> str:
        """The names as far as a button holds them."""
        return "、".join(self.names[:3]) + (f" 等 {len(self.names)} 人" if len(self.names) > 3 else "")


@dataclass(frozen=True)
class SubmitPage:
    """Everything a clerk looks at once more before submitting; the one button is there when nothing is open.

    `changed` is what has changed since the return that `remark` tells of; `note` goes out with a correction.
    """

    header: ReportHeader
    navigator: tuple[NavItem, ...]
    refusal: str
    remark: HistoryLine | None
    changed: tuple[ChangedSection, ...]
    note: str
    errors: int
    queries: int
    findings: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    unplaced: Attempted | None
    key_figures: tuple[KeyFigure, ...]
    recipients: Recipients
    href: str
    pdf_href: str
    review_href: str

    template: ClassVar = "desk/submit.html"

    @property
    def progress(self) -> Progress:
        """How far the report is."""
        return Progress.of(self.navigator)

    @property
    def blanks(self) -> int:
        """How many of the errors are cells without a figure."""
        return sum(item.blanks for item in self.navigator)


@dataclass(frozen=True)
class SubmittedPage:
    """What happens next to a submitted report. `withdraw_href` is "" once a reviewer has opened it."""

    header: ReportHeader
    navigator: tuple[NavItem, ...]
    refusal: str
    submitted: HistoryLine | None
    opened: HistoryLine | None
    recipients: Recipients
    withdraw_href: str
    pdf_href: str
    review_href: str

    template: ClassVar = "desk/submitted.html"


@dataclass(frozen=True)
class PublishPage:
    """What is about to be released: as which version, at which address, with which public note."""

    header: ReportHeader
    refusal: str
    title: str
    version: int
    public_href: str
    note: str
    errors: int
    key_figures: tuple[KeyFigure, ...]
    href: str
    pdf_href: str
    review_href: str

    template: ClassVar = "desk/publish.html"


@dataclass(frozen=True)
class PreviewPage:
    """The draft as the public would read it; `beside` a form it stands alone."""

    header: ReportHeader
    pdf_href: str
    beside: bool
    article: SafeString
