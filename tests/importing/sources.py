"""Reports as sources for tests of the matching: the official tables with figures, then changed."""

from collections.abc import Callable, Iterable

from govreport.editions.cells import Content
from govreport.importing import grid
from govreport.importing.entries import Matched
from govreport.importing.grid import Paragraph, Piece, Source
from govreport.importing.matching import match
from tests.importing.layouts.drawing import Rows, tables
from tests.importing.layouts.noise import clean

DISCLOSURE, APPLICATIONS, DISPUTES = range(3)
Change = Callable[[Rows], Rows]


def drawn(content: Content, **changes: Change) -> list[Rows]:
    """The rows of the three tables; `changes` by table: disclosure, applications, disputes."""
    keys = ("disclosure", "applications", "disputes")
    return [
        changes.get(key, list)(rows)
        for key, (_, rows) in zip(keys, tables(content, clean(content)), strict=True)
    ]


def as_grid(rows: Rows) -> grid.Grid:
    """Drawn rows as a grid whose places are known."""
    return grid.place([[grid.Drawn(*cell) for cell in row] for row in rows])


def matched(*pieces: Piece | Rows | str, year: int | None = 2023) -> Matched:
    """What becomes of grids, drawn rows and paragraphs."""
    made = (
        Paragraph(piece) if isinstance(piece, str) else as_grid(piece) if isinstance(piece, list) else piece
        for piece in pieces
    )
    found = match(Source(tuple(made)), year=year)
    assert found is not None
    return found


def relabelled(**labels: str) -> Change:
    """Rows in which cells with one text have another; `labels` as old=new, given as keywords or by **."""
    return lambda rows: [[(labels.get(text, text), *spans) for text, *spans in row] for row in rows]  # type: ignore[misc]


def after(text: str, *added: list[tuple[str, int, int]]) -> Change:
    """Rows with others put in behind the one that has a cell of this text."""

    def change(rows: Rows) -> Rows:
        at = next(number for number, row in enumerate(rows) if any(cell[0] == text for cell in row))
        return [*rows[: at + 1], *added, *rows[at + 1 :]]

    return change


def plain(*texts: str) -> list[tuple[str, int, int]]:
    """A drawn row of cells without spans."""
    return [(text, 1, 1) for text in texts]


def figures(found: Matched) -> dict[str, object]:
    """The figures by written address."""
    return {str(cell): number for cell, number in found.figures.items()}


def doubted(found: Matched) -> list[str]:
    """What the doubts call the cells, in order."""
    return [doubt.cell for doubt in found.doubts]


def rows_with(rows: Rows, text: str) -> Iterable[int]:
    """The numbers of the rows that have a cell of this text."""
    return (number for number, row in enumerate(rows) if any(cell[0] == text for cell in row))
