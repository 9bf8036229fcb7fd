"""What the editions print in each table, as matching needs it: labels of rows and columns to their keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govreport.editions.cells import Address
from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Cell, Edition, Heading, Table
from govreport.importing.labels import Labels, bare

GROUP = ""


@dataclass(frozen=True)
class Printed:
    """A cell of an edition with the labels printed for it: the nearest of its row, and its column's."""

    cell: Cell
    row_label: str
    column_label: str


def printed(table: Table) -> Iterator[Printed]:
    """The cells of a table of rows (not of a strip), each with its labels."""
    for body in table.bodies:
        for row in body:
            labels = [item.label for item in row if isinstance(item, Heading)]
            for item in row:
                if isinstance(item, Cell) and labels:
                    yield Printed(item, labels[-1], item.column_name)


@cache
def row_labels(key: str) -> Labels:
    """Every row label of a table in any edition, to the row's key; a label of a group of rows to GROUP.

    The groups are there because 不予公开 is like 予以公开. What is a row in one edition is no group.
    """
    found: dict[str, str] = {}
    for edition in EDITIONS.values():
        for item in printed(edition.table(key)):
            found.setdefault(item.row_label, item.cell.address.row)
            found.setdefault(item.cell.row_name, item.cell.address.row)  # its group's label in front
    for edition in EDITIONS.values():
        for label in group_labels(edition.table(key)):
            found.setdefault(label, GROUP)
    return Labels(found)


def group_labels(table: Table) -> Iterator[str]:
    """The labels in front of rows that are not the rows' own."""
    for body in table.bodies:
        for row in body:
            if any(isinstance(item, Cell) for item in row):
                yield from (
                    item.label for item in row if isinstance(item, Heading) and item.scope == "rowgroup"
                )


@cache
def column_labels(key: str) -> Labels:
    """Every column label of a table in any edition, to the column's key."""
    found: dict[str, str] = {}
    for edition in EDITIONS.values():
        for cell in edition.table(key).cells:
            found.setdefault(cell.column_name, cell.address.column)
    return Labels(found)


@cache
def row_columns(key: str, row: str) -> Labels:
    """The column labels of one row in any edition, to the columns' keys."""
    cells = (cell for edition in EDITIONS.values() for cell in edition.table(key).cells)
    return Labels({cell.column_name: cell.address.column for cell in cells if cell.address.row == row})


@cache
def strip_row_labels(key: str) -> Labels:
    """The labels over the groups of a strip, the nearest to the figures, to the rows' keys."""
    found: dict[str, str] = {}
    for edition in EDITIONS.values():
        heads = [item for row in edition.table(key).head for item in row if isinstance(item, Heading)]
        for cell in edition.table(key).cells:
            label = next(item.label for item in heads if cell.row_name.endswith(item.label))
            found.setdefault(label, cell.address.row)
    return Labels(found)


@cache
def headings(edition: Edition, key: str) -> Labels:
    """Everything that an edition prints in a table besides figures, and its title: label to itself."""
    table = edition.table(key)
    first: dict[str, str] = {}  # （七）总计 and 总计 are one word
    return Labels({one: first.setdefault(bare(one), one) for one in (*_printed_labels(table), table.title)})


@cache
def row_label(edition: Edition, key: str, row: str) -> str:
    """The official label of a row, empty when the edition has no such row."""
    found = (item.row_label for item in printed(edition.table(key)) if item.cell.address.row == row)
    return next(found, "")


def column_label(edition: Edition, address: Address) -> str:
    """The official label over a cell, empty when the edition has no such cell."""
    cell = edition.cells.get(address)
    return cell.column_name if cell else ""


@cache
def which_print() -> Labels:
    """Every label of the editions, to the key of the only edition that prints it, or to GROUP."""
    prints: dict[str, set[str]] = {}
    for edition in EDITIONS.values():
        for table in edition.tables:
            for label in _printed_labels(table):
                prints.setdefault(bare(label), set()).add(edition.key)
    return Labels({label: min(keys) if len(keys) == 1 else GROUP for label, keys in prints.items()})


def _printed_labels(table: Table) -> Iterator[str]:
    for body in (table.head, *table.bodies):
        for row in body:
            yield from (item.label for item in row if isinstance(item, Heading))
