"""The rows of all grids as one sequence of lines: tables cut by a page or set in one are read alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from govreport.importing.grid import GridCell, Source


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

    @property
    def seen(self) -> str:
        """The row's texts as a doubt quotes them."""
        return " | ".join(cell.text for cell in self.cells if self.begins(cell))


def lines(source: Source) -> Iterator[Line]:
    """The rows of a source's grids in their order, rows without any text left out."""
    for number, grid in enumerate(source.grids):
        for row, cells in enumerate(grid.rows):
            line = Line(number, row, cells, grid.placed)
            if line.seen.strip(" |"):
                yield line
