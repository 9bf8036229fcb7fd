"""The printed report with marks at its figures, for pages on which somebody checks it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from govreport.editions.cells import Address
from govreport.rendering.document import Document, Figure, Grid, GridRow, Mark

Marks = Mapping[Address, Sequence[Mark]]


def marked(document: Document, marks: Marks) -> Document:
    """The same document with these marks at its figures."""
    parts = tuple(
        replace(part, table=_grid(part.table, marks)) if part.table else part for part in document.parts
    )
    return replace(document, parts=parts)


def _grid(grid: Grid, marks: Marks) -> Grid:
    return replace(grid, bodies=tuple(tuple(_row(row, marks) for row in body) for body in grid.bodies))


def _row(row: GridRow, marks: Marks) -> GridRow:
    return tuple(
        replace(item, marks=tuple(marks.get(item.address, ()))) if isinstance(item, Figure) else item
        for item in row
    )
