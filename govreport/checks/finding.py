"""What a check says: a finding with code, level, sentence, cells and hint; or that it could not judge."""

from dataclasses import dataclass
from enum import StrEnum

from govreport.editions.cells import Address


class Level(StrEnum):
    """What follows from a finding: error blocks submitting, query asks for an explanation, note informs."""

    ERROR = "error"
    QUERY = "query"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """0 for the most serious."""
        return list(Level).index(self)


@dataclass(frozen=True)
class Finding:
    """One finding. `cells` holds the anchor first, then every other cell of the relation.

    `part` is the narrative part it speaks of and `passage` the very words; no passage means the whole
    part. `before` are cells of last year's report that take part. `choices` are the reasons that an
    explanation may tick, where reasons are listed.
    """

    code: str
    level: Level
    message: str
    hint: str
    cells: tuple[Address, ...] = ()
    part: str | None = None
    passage: str = ""
    before: tuple[Address, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The address of the cell, or the key of the narrative part, at which the finding is shown."""
        return str(self.cells[0]) if self.cells else self.part or ""

    @property
    def section(self) -> str:
        """The key of the section of the form in which it is mended: its text's, else its anchor's."""
        return self.part or (self.cells[0].table if self.cells else "")

    @property
    def sections(self) -> frozenset[str]:
        """The keys of every section that takes part in it."""
        return frozenset({self.section, *(cell.table for cell in self.cells)})


@dataclass(frozen=True)
class Unassessed:
    """One relation that lacks what it needs: neither passed nor failed."""

    code: str
    place: str
    missing: str


@dataclass(frozen=True)
class NotAssessable:
    """All relations of one code that could not be judged for the same reason."""

    code: str
    reason: str


@dataclass(frozen=True)
class Result:
    """All that the checks say about one content."""

    findings: tuple[Finding, ...]
    not_assessable: tuple[NotAssessable, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a finding blocks submitting, approving and publishing."""
        return any(finding.level is Level.ERROR for finding in self.findings)
