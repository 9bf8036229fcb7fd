"""EDIT 5 · What the official grid shows as a form: printed labels, cells, totals, the corner note."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govreport.checks.finding import Level
from govreport.desk.note_pages import GridNotes
from govreport.editions.schema import HeadingScope


@dataclass(frozen=True)
class GridHeading:
    """A printed label of the official grid; scope None is the corner.

    `taken_from` says where the figures of its row were taken from, "" when they were typed.
    """

    label: str
    colspan: int
    rowspan: int
    scope: HeadingScope | None
    help: str
    taken_from: str = ""

    is_cell = False


@dataclass(frozen=True)
class GridCell:
    """A cell of the official grid: a labelled input, or a computed total.

    `value` is what is shown: the saved number, or what was typed when it could not be read.
    A `locked` one holds a 0 that this agency cannot change.
    `messages` are the sentences of the findings that are anchored or take part here; `anchored` says that
    one of them is anchored here, so that its sentence is shown at the cell.
    `last` is last year's figure, "" where there is none to compare with; `change` what has been added since.
    `noted` is the printed note and the source of the figure, in words.
    `taken_from` says where the figure was taken from, "" when it was typed.
    """

    address: str
    name: str
    value: str
    total: bool
    locked: bool
    colspan: int
    kind: str
    level: Level | None
    messages: tuple[str, ...]
    anchored: bool
    last: str = ""
    change: str = ""
    noted: str = ""
    has_note: bool = False
    taken_from: str = ""

    is_cell = True
    template = "desk/_grid_cell.html"

    @property
    def described_by(self) -> str:
        """The ids of what is said of the cell elsewhere."""
        said = {
            f"note-{self.address}": self.messages,
            f"last-{self.address}": self.last,
            f"noted-{self.address}": self.noted,
            "opening-source": self.taken_from,
        }
        return " ".join(name for name, text in said.items() if text)


@dataclass(frozen=True)
class BalanceCell:
    """The corner note of one column: 一＋二 against 三＋四; `gap` is "" when nothing can be said yet."""

    column: str
    name: str
    gap: str
    holds: bool | None


@dataclass(frozen=True)
class GridPage:
    """One official table as a form.

    `declaration` is what the live totals in the browser are computed from: the edition's own relations.
    `has_last_year` says that there are figures of last year in its cells.
    """

    key: str
    title: str
    label_columns: int
    figure_columns: tuple[int, ...]
    head: tuple[tuple[GridHeading, ...], ...]
    bodies: tuple[tuple[tuple[GridHeading | GridCell, ...], ...], ...]
    balance: tuple[BalanceCell, ...]
    declaration: Mapping[str, Any]
    blanks: int
    has_last_year: bool = False
    notes: GridNotes | None = None
