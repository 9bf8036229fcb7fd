"""What every reader yields: the paragraphs and grids of a file in their order, edition-free."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

# Cells times the places they span; a grid beyond it is no report (table 三 takes 280).
LARGEST_AREA = 100_000
# Of a whole file. A long report has 400 cells, 300 paragraphs, 50,000 signs; what is far beyond is refused
# before anything is looked for in it, so that it takes nobody's time.
MOST_CELLS = 20_000
MOST_PARAGRAPHS = 10_000
MOST_SIGNS = 500_000
TOO_MANY_CELLS = "表格过大，不像是年度报告"
TOO_MUCH_TEXT = "文件里的文字过多，不像是年度报告"


class Unreadable(ValueError):
    """The bytes are no report that can be read; the text is one sentence that says why."""


@dataclass(frozen=True)
class Paragraph:
    """A piece of text outside the grids, on one line."""

    text: str


@dataclass(frozen=True)
class GridCell:
    """A cell where it begins. A line feed joins the lines of its text; `remark` says what was odd there.

    `place` is where it stands in the file, in words, where the file has such places: sheet and cell.
    """

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1
    remark: str = ""
    place: str = ""


@dataclass(frozen=True)
class Grid:
    """A table as the file draws it, cells in reading order.

    `placed` False: the file tells the rows but not the columns (text exports), so a cell's
    column is only its number within the row, and a merged cell may be missing or empty.
    """

    cells: tuple[GridCell, ...]
    placed: bool = True

    @cached_property
    def height(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """How many columns the widest row takes."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)

    @cached_property
    def rows(self) -> tuple[tuple[GridCell, ...], ...]:
        """The cells that touch each row, from left to right; a cell that spans rows is in each of them."""
        rows: list[list[GridCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            for number in range(cell.row, cell.row + cell.rowspan):
                rows[number].append(cell)
        return tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)


Piece = Paragraph | Grid


@dataclass(frozen=True)
class Source:
    """A file as read. `removed` names what was left out (deleted text, residue); `pictures` counts images."""

    pieces: tuple[Piece, ...]
    title: str = ""
    removed: tuple[str, ...] = ()
    pictures: int = 0

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The grids in their order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Grid))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text outside the grids, a paragraph each."""
        return tuple(piece.text for piece in self.pieces if isinstance(piece, Paragraph))

    def check_size(self) -> None:
        """Raises Unreadable when this is more than any report holds."""
        paragraphs = self.paragraphs
        cells = [cell for grid in self.grids for cell in grid.cells]
        if len(cells) > MOST_CELLS:
            raise Unreadable(TOO_MANY_CELLS)
        if len(paragraphs) > MOST_PARAGRAPHS or (
            sum(map(len, paragraphs)) + sum(len(cell.text) for cell in cells) > MOST_SIGNS
        ):
            raise Unreadable(TOO_MUCH_TEXT)


@dataclass(frozen=True)
class Drawn:
    """A cell as a markup writes it: its text and spans, its place still unknown. A rowspan of 0 runs on."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    remark: str = ""


def place(rows: Iterable[Iterable[Drawn]]) -> Grid:
    """Find the column of every cell by the spans before it, as a browser does. Raises Unreadable."""
    drawn = [list(row) for row in rows]
    taken: dict[int, set[int]] = {}
    cells: list[GridCell] = []
    area = 0
    for number, row in enumerate(drawn):
        column = 0
        used = taken.pop(number, set())
        for item in row:
            while column in used:
                column += 1
            below = len(drawn) - number
            rowspan = min(item.rowspan, below) if item.rowspan > 0 else below
            area += rowspan * item.colspan
            if area > LARGEST_AREA:
                raise Unreadable(TOO_MANY_CELLS)
            span = range(column, column + item.colspan)
            for further in range(number + 1, number + rowspan):
                taken.setdefault(further, set()).update(span)
            cells.append(GridCell(number, column, item.text, rowspan, item.colspan, item.remark))
            column = span.stop
    return Grid(tuple(cells))


def in_rows(rows: Iterable[Iterable[str]], *, placed: bool = False) -> Grid:
    """A grid of plain rows without spans; unless `placed`, a cell's column is only its number."""
    return Grid(
        tuple(
            GridCell(number, column, text)
            for number, row in enumerate(rows)
            for column, text in enumerate(row)
        ),
        placed,
    )


def flattened(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """The text of pieces as paragraphs, grids cell by cell."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        else:
            for cell in piece.cells:
                yield from (Paragraph(line) for line in cell.text.split("\n") if line)
