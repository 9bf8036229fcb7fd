"""The rows of all grids as one sequence of lines: tables cut by a page or set in one are read alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from govreport.importing.grid import Grid, GridCell, Source

LOOSE = -1  # the grid of a line that stands outside all grids
_LONGEST_LOOSE = 120
_GLUED = re.compile(r"(.*?[^\d\s.,，+-])\s*(\d+)", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A grid row: the cells that touch it from left to right. Their columns are places only if `placed`."""

    grid: int
    number: int
    cells: tuple[GridCell, ...]
    placed: bool

    def begins(self, cell: GridCell) -> bool:
        """Whether a cell begins in this row rather than reaching down into it."""
        return cell.row == self.number

    @cached_property
    def own(self) -> list[GridCell]:
        """The cells that begin in this row."""
        return [cell for cell in self.cells if self.begins(cell)]

    @property
    def seen(self) -> str:
        """The row's texts as a doubt quotes them."""
        return " | ".join(cell.text for cell in self.own)

    @property
    def place(self) -> str:
        """Where the row begins in the file, where the file has such places."""
        return next((cell.place for cell in self.own if cell.place), "")


def lines(source: Source) -> Iterator[Line]:
    """The rows of a source's grids in their order, rows without any text left out; and short paragraphs."""
    number = 0
    for piece in source.pieces:
        if isinstance(piece, Grid):
            for row, cells in enumerate(piece.rows):
                line = Line(number, row, cells, piece.placed)
                if any(cell.text.strip(" \t\n") for cell in line.own):
                    yield line
            number += 1
        elif len(piece.text) <= _LONGEST_LOOSE:
            yield Line(LOOSE, 0, (GridCell(0, 0, piece.text),), placed=False)


def unglued(cell: GridCell) -> tuple[GridCell, GridCell] | None:
    """A cell whose label and figures ran together as the two; None when it is no such cell."""
    found = _GLUED.fullmatch(cell.text)
    if found is None:
        return None
    return replace(cell, text=found[1]), replace(cell, text=found[2])
