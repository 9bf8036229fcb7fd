"""Frames to tables: each sign into its cell; tables to grids."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.importing.grid import Grid, GridCell
from govreport.importing.readers.pdf_page import Sign
from govreport.importing.readers.pdf_rules import Box, Frame
from govreport.importing.readers.pdf_text import Line, lines

SAME_EDGE = 3.5  # points
MARGIN = 11.0  # between text and edges, both sides together, as Word has it; narrow columns have less
_OVER = 1.0  # points that text may stand over an edge before it is odd
_RUN_GAP = 0.25  # of the size of the type
_FIGURE = re.compile(r"[+-]?[\d,.]+")
_OVERFLOW = "文字压在表格线上，可能与旁边的格混在一起"
_BROKEN_FIGURE = "数字在格内分成几行，已连成一个数"


@dataclass(frozen=True)
class Cell:
    """A cell with the lines in it."""

    box: Box
    lines: tuple[Line, ...] = ()
    remark: str = ""

    @property
    def end(self) -> int:
        """The row after its last."""
        return self.box.row + self.box.rowspan

    @cached_property
    def text(self) -> str:
        """Its lines, joined by line feeds; those of a figure that had no room directly."""
        texts = [line.text for line in self.lines]
        return ("" if self.is_broken_figure else "\n").join(texts)

    @cached_property
    def is_broken_figure(self) -> bool:
        """Whether it is one figure whose lines were full, so that it had to go on below."""
        return (
            len(self.lines) > 1
            and all(_FIGURE.fullmatch(line.text) for line in self.lines)
            and all(is_full(line, self.box.x1 - self.box.x0) for line in self.lines[:-1])
        )


@dataclass(frozen=True)
class Table:
    """A table as far as it is read: its rows so far and its cells."""

    height: int
    cells: tuple[Cell, ...]

    @property
    def sides(self) -> tuple[float, float]:
        """The left and the right edge."""
        return min(cell.box.x0 for cell in self.cells), max(cell.box.x1 for cell in self.cells)

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and end."""
        edges: list[float] = []
        for edge in sorted({side for cell in self.cells for side in (cell.box.x0, cell.box.x1)}):
            if not edges or edge - edges[-1] > SAME_EDGE:
                edges.append(edge)
        return edges

    def row(self, number: int) -> list[Cell]:
        """The cells that touch a row, from left to right."""
        touching = (cell for cell in self.cells if cell.box.row <= number < cell.end)
        return sorted(touching, key=lambda cell: cell.box.x0)


def table(frame: Frame, signs: Sequence[Sign]) -> Table:
    """A frame with the signs that stand in it."""
    at = {
        (row, column): box
        for box in frame.boxes
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    }
    inside: dict[Box, list[Sign]] = defaultdict(list)
    over: set[Box] = set()
    for run in _runs(signs):
        place = frame.place((run[0].x0 + run[-1].x1) / 2, run[0].middle)
        if place is not None:
            box = at[place]
            inside[box] += run
            if run[0].x0 < box.x0 - _OVER or run[-1].x1 > box.x1 + _OVER:
                over.add(box)
    cells = (Cell(box, tuple(lines(inside[box])), _OVERFLOW if box in over else "") for box in frame.boxes)
    return Table(len(frame.ys) - 1, tuple(cells))


def _runs(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """Signs drawn by one command without a gap: they belong to one cell even if they stand over its edge."""
    run: list[Sign] = []
    for sign in signs:
        if sign.text.isspace():
            continue
        last = run[-1] if run else None
        if last is not None and not (
            last.run == sign.run
            and last.base == sign.base
            and sign.x0 - last.x0 >= 0
            and sign.x0 - last.x1 < _RUN_GAP * sign.size
        ):
            yield run
            run = []
        run.append(sign)
    if run:
        yield run


def grid(table: Table) -> Grid:
    """A table as a grid: its columns are told by the edges of all its cells."""
    starts = [edge - SAME_EDGE for edge in table.edges]
    cells = []
    for cell in sorted(table.cells, key=lambda cell: (cell.box.row, cell.box.x0)):
        first = bisect_right(starts, cell.box.x0) - 1
        last = bisect_right(starts, cell.box.x1) - 1
        text = cell.text
        remark = _BROKEN_FIGURE if cell.is_broken_figure else cell.remark
        cells.append(GridCell(cell.box.row, first, text, cell.box.rowspan, max(last - first, 1), remark))
    return Grid(tuple(cells))


def is_full(line: Line, width: float, more: float = 1.0) -> bool:
    """Whether a line could not have taken more signs (that many) within a width."""
    return line.x1 - line.x0 + more * line.size > width - MARGIN
