"""EDIT 5 · What the desk's pages show: one typed object a page, made here, only printed by the template."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Self

from django import forms

from govreport.desk.finding_pages import Attempted, FindingGroup
from govreport.desk.grid_pages import GridPage
from govreport.desk.start_pages import StartPanels
from govreport.desk.text_pages import TextPage
from govreport.desk.writing import Writing


@dataclass(frozen=True)
class NavItem:
    """A section in the navigator. `state` is one of 未填, 填写中, 有问题, 完成.

    `errors` counts what must be corrected besides the cells that are still blank; those are `blanks`.
    `queries` counts what still has to be explained in a section that is not 未填. `blank_href` leads to the
    first blank of the section, "" when it has none.
    """

    key: str
    heading: str
    href: str
    current: bool
    state: str
    errors: int
    blanks: int
    queries: int
    blank_href: str = ""


@dataclass(frozen=True)
class Progress:
    """How far a report is: sections complete, what must be corrected or explained, cells still blank.

    `next_blank` leads to the next blank, `next_elsewhere` to the next outside the section that is shown.
    """

    done: int
    sections: int
    errors: int
    blanks: int
    queries: int
    next_blank: str = ""
    next_elsewhere: str = ""

    @classmethod
    def of(cls, navigator: tuple[NavItem, ...]) -> Self:
        """The next blank is looked for in the current section, behind it, then before it."""
        place = next((place for place, item in enumerate(navigator) if item.current), -1)
        others = [item.blank_href for item in (*navigator[place + 1 :], *navigator[: max(place, 0)])]
        here = [navigator[place].blank_href] if place >= 0 else []
        return cls(
            done=sum(item.state == "完成" for item in navigator),
            sections=len(navigator),
            errors=sum(item.errors for item in navigator),
            blanks=sum(item.blanks for item in navigator),
            queries=sum(item.queries for item in navigator),
            next_blank=next(filter(None, (*here, *others)), ""),
            next_elsewhere=next(filter(None, others), ""),
        )


@dataclass(frozen=True)
class ReportHeader:
    """What stands above every page of a report. `days_left` is negative when the deadline has passed.

    `import_href` is "" for those who cannot change the report now; `preview_href` once it is published.
    """

    agency: str
    year: int
    state: str
    deadline: date | None
    days_left: int | None
    href: str
    review_href: str
    review_label: str
    import_href: str = ""
    preview_href: str = ""


@dataclass(frozen=True)
class StaleChange:
    """What somebody else saved meanwhile in one cell or text, and what was typed here.

    `conflict` is False where nothing was changed here: then what the other person saved has been taken over.
    """

    name: str
    before: str
    now: str
    typed: str
    conflict: bool
    href: str


@dataclass(frozen=True)
class StaleNotice:
    """A save was refused because the section has changed since it was opened."""

    by: str
    at: datetime
    changes: tuple[StaleChange, ...]


@dataclass(frozen=True)
class Writer:
    """Who has opened the page, so that nothing is saved or kept for another person at this computer."""

    id: int
    username: str
    name: str


@dataclass(frozen=True)
class EditorPage:
    """One section of a report, to be filled in. `others` have it open too.

    Exactly one of `grid` and `form` is given; `text` is what stands around a form of text, `writing` what its
    texts can refer to. `version` travels in the form and comes back with the save.
    `unsaved` is the reason why the last save was refused, "" when there was none; `reopened` why the report
    has to be worked on once more.
    """

    header: ReportHeader
    writer: Writer
    navigator: tuple[NavItem, ...]
    section: str
    heading: str
    version: int
    editable: bool
    grid: GridPage | None
    form: forms.Form | None
    findings: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    elsewhere: int
    unplaced: Attempted | None
    saved_at: datetime | None
    saved_by: str
    stale: StaleNotice | None
    unsaved: str
    others: tuple[str, ...] = ()
    start: StartPanels | None = None
    writing: Writing | None = None
    text: TextPage | None = None
    reopened: str = ""

    @property
    def previous(self) -> NavItem | None:
        """The section before this one."""
        return next((before for before, item in pairwise(self.navigator) if item.current), None)

    @property
    def next(self) -> NavItem | None:
        """The section behind this one."""
        return next((after for item, after in pairwise(self.navigator) if item.current), None)

    @property
    def onward(self) -> str:
        """Where this section leads: to the one behind it, at last to the page before submitting."""
        return self.next.href if self.next else self.header.review_href

    @property
    def progress(self) -> Progress:
        """How far the report is."""
        return Progress.of(self.navigator)


@dataclass(frozen=True)
class ReportCard:
    """One report on the home page: what to do next is its one button.

    `progress` is given where this person has something to do; a report only to be looked at has none.
    `reopened` says why it has to be worked on once more.
    """

    agency: str
    year: int
    scope: str
    state: str
    deadline: date | None
    days_left: int | None
    progress: Progress | None
    href: str
    button: str
    import_href: str = ""
    reopened: str = ""


@dataclass(frozen=True)
class StartCard:
    """A report that must be filed and does not exist yet; starting it is a POST to `href`."""

    agency: str
    year: int
    deadline: date | None
    days_left: int | None
    href: str


@dataclass(frozen=True)
class AuthorityCard:
    """An authority for which this person acts; `waiting` counts the waivers that nobody has decided."""

    name: str
    waiting: int
    rules_href: str


@dataclass(frozen=True)
class HomePage:
    """The desk of one person."""

    name: str
    to_start: tuple[StartCard, ...]
    reports: tuple[ReportCard, ...]
    overseen: tuple[AuthorityCard, ...]
    is_administrator: bool
