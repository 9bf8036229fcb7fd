"""What the pages of an import show: the upload, what was read, and what a person chooses of it."""

from dataclasses import dataclass
from datetime import datetime

from govreport.desk.finding_pages import FindingGroup
from govreport.desk.grid_pages import GridHeading
from govreport.desk.pages import ReportHeader
from govreport.reports.saving import Change as Saved


@dataclass(frozen=True)
class ProposedCell:
    """A cell of the official grid as a file would fill it.

    `kind` is same, new, over, clear, doubt, or total. `now` is what the draft has. A total is computed from
    the file's figures; `stated` is what the file states where that differs. `messages` are the sentences of
    the findings on the file that are anchored here.
    """

    address: str
    name: str
    kind: str
    now: str
    new: str
    stated: str
    colspan: int
    taken: bool
    choosable: bool
    messages: tuple[str, ...]

    is_cell = True
    template = "desk/_proposed_cell.html"

    @property
    def total(self) -> bool:
        """Whether it is computed."""
        return self.kind == "total"


@dataclass(frozen=True)
class Line:
    """A paragraph in a comparison; `other` says that the other side does not have it."""

    text: str
    other: bool


@dataclass(frozen=True)
class ProposedField:
    """A text or another field of a section: what is there, what the file says, whether that is taken."""

    key: str
    label: str
    kind: str
    now: tuple[Line, ...]
    new: tuple[Line, ...]
    taken: bool
    choosable: bool


@dataclass(frozen=True)
class ProposedTable:
    """One official table as a file would fill it, with its printed notes.

    `new`, `over`, `clear` and `doubts` are how many cells are of each kind.
    """

    key: str
    title: str
    label_columns: int
    figure_columns: tuple[int, ...]
    head: tuple[tuple[GridHeading, ...], ...]
    bodies: tuple[tuple[tuple[GridHeading | ProposedCell, ...], ...], ...]
    found: bool
    new: int
    over: int
    clear: int
    doubts: int
    whole: str
    choosable: bool
    notes: tuple[ProposedField, ...] = ()

    is_table = True

    @property
    def same(self) -> bool:
        """Whether the file says nothing else than the draft."""
        changes = self.new or self.over or self.clear or self.doubts
        return not changes and all(note.kind == "same" for note in self.notes)


@dataclass(frozen=True)
class ProposedText:
    """A section of text; no fields when the file does not have it."""

    key: str
    title: str
    fields: tuple[ProposedField, ...]

    is_table = False


@dataclass(frozen=True)
class Option:
    """One way to settle a doubt: take, type, blank or keep."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class DoubtLine:
    """A doubtful cell, or something doubtful that is no single cell: then there are no options.

    `open` says that nothing has been decided yet.
    """

    key: str
    name: str
    reasons: tuple[str, ...]
    seen: str
    place: str
    options: tuple[Option, ...] = ()
    typed: str = ""
    open: bool = False


@dataclass(frozen=True)
class SourceCell:
    """A cell of a table as the file has it; `marked` where something doubtful was seen."""

    text: str
    rowspan: int
    colspan: int
    place: str
    marked: bool


@dataclass(frozen=True)
class SourcePiece:
    """A table or a paragraph of the file, in its order."""

    text: str
    rows: tuple[tuple[SourceCell, ...], ...] = ()


@dataclass(frozen=True)
class ReadFile:
    """A file as it was read, beside the draft for which it was read."""

    name: str
    warnings: tuple[str, ...]
    doubts: tuple[DoubtLine, ...]
    notices: tuple[DoubtLine, ...]
    findings: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    parts: tuple[ProposedTable | ProposedText, ...]
    source: tuple[SourcePiece, ...]
    removed: tuple[str, ...]
    new: int
    over: int

    @property
    def undecided(self) -> int:
        """How many doubts wait for a decision."""
        return sum(line.open for line in self.doubts)

    @property
    def verdict(self) -> str:
        """What is to be looked at, most serious first, in one clause."""
        misfit = ("文件和这份年报不相符",) if self.warnings else ()
        doubtful = (f"待核实 {len(self.doubts)} 处",) if self.doubts else ()
        found = (f"{group.word} {group.open} 处" for group in self.findings)
        return "，".join((*misfit, *doubtful, *found)) or "没有发现问题"

    @property
    def fine(self) -> bool:
        """Whether nothing stands in the way of importing and submitting it."""
        return not (self.warnings or self.doubts or any(group.level == "error" for group in self.findings))


@dataclass(frozen=True)
class OpenProposal:
    """A proposal that somebody has made and nobody has decided."""

    pk: int
    name: str
    by: str
    at: datetime
    href: str


@dataclass(frozen=True)
class ImportPage:
    """Choosing a file. `tried` is what a dry run read, `refusal` why the file `refused` was not taken."""

    header: ReportHeader
    editable: bool
    refusal: str
    refused: str
    waiting: OpenProposal | None
    suffixes: tuple[str, ...]
    formats: str
    megabytes: int
    template_href: str
    tried: ReadFile | None


@dataclass(frozen=True)
class SavedMeanwhile:
    """What somebody else saved in a section since the page was opened: names of fields with the change."""

    title: str
    by: str
    at: datetime
    changes: tuple[tuple[str, Saved], ...]


@dataclass(frozen=True)
class ProposalPage:
    """An open proposal. `versions` are those of the sections that are shown, by key."""

    header: ReportHeader
    editable: bool
    refusal: str
    meanwhile: tuple[SavedMeanwhile, ...]
    waiting: OpenProposal
    sha256: str
    versions: tuple[tuple[str, int], ...]
    sure: bool
    rest: str
    read: ReadFile
