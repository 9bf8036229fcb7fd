"""What an edition consists of: sections, tables with their printed grid, and the rules of arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from govreport.editions.cells import Address
from govreport.editions.numbers import Kind

HeadingScope = Literal["col", "colgroup", "row", "rowgroup"]


@dataclass(frozen=True)
class Column:
    """A column of figures. `kind` says what its cells count."""

    key: str
    label: str
    kind: Kind = Kind.COUNT


@dataclass(frozen=True)
class Row:
    """A row of figures. `help` names the article behind it, empty where the law names none.

    `short` is what the row is called in a sentence about its figures, where the label is too long for one.
    """

    key: str
    label: str
    help: str = ""
    short: str = ""


@dataclass(frozen=True)
class Group:
    """Rows under one printed label. `in_name` False leaves that label out of a cell's spoken name."""

    label: str
    rows: tuple["Row | Group", ...]
    in_name: bool = True


@dataclass(frozen=True)
class Heading:
    """A printed label in the grid; `scope` None is the corner, which heads nothing."""

    label: str
    colspan: int = 1
    rowspan: int = 1
    scope: HeadingScope | None = "col"
    help: str = ""


@dataclass(frozen=True)
class Cell:
    """A figure's place in the grid. `total` says that it is a sum."""

    address: Address
    kind: Kind
    row_name: str
    row_short: str
    column_name: str
    total: bool = False
    colspan: int = 1

    @property
    def name(self) -> str:
        """Row and column in words, as a sentence or a screen reader calls the cell."""
        return f"{self.row_name} · {self.column_name}"


GridRow = tuple[Heading | Cell, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """One official table: its printed grid (`head`, then `bodies` of rows) in official order and spans."""

    key: str
    title: str
    source: str
    grid_columns: int
    head: tuple[GridRow, ...]
    bodies: tuple[tuple[GridRow, ...], ...]

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of the table in printed order, totals included."""
        return tuple(item for body in self.bodies for row in body for item in row if isinstance(item, Cell))

    @property
    def rows(self) -> tuple[str, ...]:
        """The row keys in printed order."""
        return tuple(dict.fromkeys(cell.address.row for cell in self.cells))

    @property
    def columns(self) -> tuple[str, ...]:
        """The column keys in printed order."""
        return tuple(dict.fromkeys(cell.address.column for cell in self.cells))

    @property
    def label_columns(self) -> int:
        """Grid columns that labels take in front of the figures; none in a strip."""
        return min(
            self.grid_columns - sum(item.colspan for item in row if isinstance(item, Cell))
            for body in self.bodies
            for row in body
        )

    @property
    def figure_columns(self) -> tuple[int, ...]:
        """The figure columns in groups, as the widest column heads join them."""
        if not self.head:
            return (self.grid_columns - self.label_columns,)
        return tuple(item.colspan for item in self.head[0] if isinstance(item, Heading) and item.scope)


@dataclass(frozen=True)
class RowSum:
    """In each row the total column equals the sum of the part columns."""

    code: str
    table: str
    total: str
    parts: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class ColumnSum:
    """In each column the total row equals the sum of the part rows."""

    code: str
    table: str
    total: str
    parts: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Balance:
    """In each column the left rows add up to the same as the right rows."""

    code: str
    table: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class StockFloor:
    """In each of the rows the stock is at least what the year added to it less what it took away."""

    code: str
    table: str
    rows: tuple[str, ...]
    stock: str
    added: str
    removed: str
    source: str


@dataclass(frozen=True)
class StockBalance:
    """In each of the rows the stock is last year's, plus what was added, less what was taken away.

    `reasons` are those for which it may be another; an explanation may tick one of them.
    """

    code: str
    table: str
    rows: tuple[str, ...]
    stock: str
    added: str
    removed: str
    reasons: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class CarriedOver:
    """In each column the opening row equals the closing row of last year's report."""

    code: str
    table: str
    opening: str
    closing: str
    source: str


@dataclass(frozen=True)
class PendingFloor:
    """In each row the total is at least what was pending in last year's report."""

    code: str
    table: str
    total: str
    pending: str
    source: str


Rule = RowSum | ColumnSum | Balance | StockFloor | StockBalance | CarriedOver | PendingFloor


@dataclass(frozen=True)
class Section:
    """One of the six parts: its key, its official heading, and whether it is a table or text."""

    key: str
    heading: str
    kind: Literal["text", "table"]


@dataclass(frozen=True, eq=False)
class Edition:
    """An official edition of the form, as issued. There is one object of each, compared by identity."""

    key: str
    basis: str
    first_year: int
    last_year: int | None
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    rules: tuple[Rule, ...] = field(default=())

    @cached_property
    def cells(self) -> dict[Address, Cell]:
        """Every cell of the three tables by address, in printed order."""
        return {cell.address: cell for table in self.tables for cell in table.cells}

    def table(self, key: str) -> Table:
        """The table with this key; KeyError when the edition has none."""
        return {table.key: table for table in self.tables}[key]

    def entries(self, table: str) -> Iterator[Cell]:
        """The cells of a table that somebody fills in: all but the totals."""
        return (cell for cell in self.table(table).cells if not cell.total)
