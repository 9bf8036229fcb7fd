"""The official grid as a form: what stands in each cell, and what the findings say of it."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

from govreport.checks.finding import Finding, Level
from govreport.desk.grid_pages import BalanceCell, GridCell, GridHeading, GridPage
from govreport.desk.last_year import beside_last_year
from govreport.editions.cells import Address
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import Relation, balances, sums, with_totals
from govreport.editions.schema import Cell, Edition, GridRow, Heading, Table
from govreport.reports.entries import Entry

SERIOUS = list(Level)
NOTHING: Mapping[Address, Number] = {}


def grid_page(
    edition: Edition,
    key: str,
    entries: Mapping[Address, Entry],
    findings: Iterable[Finding],
    locked: Container[Address] = (),
    last_year: Mapping[Address, Number] = NOTHING,
) -> GridPage:
    """A table with its entries, as stored or as typed; totals and the corner note are computed from them.

    Of the `locked` cells those that hold 0 cannot be changed. `last_year` are the figures shown below them.
    """
    table = edition.table(key)
    numbers = {address: entry.number for address, entry in entries.items() if entry.number is not None}
    figures = with_totals(numbers, edition)
    texts = {address: plain(number) for address, number in figures.items()}
    texts |= {address: entry.unread for address, entry in entries.items() if entry.unread}
    spoken_of = by_cell(findings)

    def cell_of(item: Cell) -> GridCell:
        cell = _cell(item, texts, spoken_of, locked=item.address in locked)
        return beside_last_year(cell, figures.get(item.address), last_year.get(item.address))

    def row_of(row: GridRow) -> tuple[GridHeading | GridCell, ...]:
        return tuple(heading_of(item) if isinstance(item, Heading) else cell_of(item) for item in row)

    return GridPage(
        key=key,
        title=table.title,
        label_columns=table.label_columns,
        figure_columns=table.figure_columns,
        head=head_of(table),
        bodies=tuple(tuple(row_of(row) for row in body) for body in table.bodies),
        balance=tuple(_balance(relation, figures, entries, edition) for relation in balances(edition, key)),
        declaration=_declaration(edition, key),
        blanks=sum(entry == Entry() for entry in entries.values()),
        has_last_year=any(address.table == key for address in last_year),
    )


def head_of(table: Table) -> tuple[tuple[GridHeading, ...], ...]:
    """The printed rows of column heads."""
    return tuple(tuple(heading_of(item) for item in row if isinstance(item, Heading)) for row in table.head)


def heading_of(heading: Heading) -> GridHeading:
    """A printed label."""
    return GridHeading(heading.label, heading.colspan, heading.rowspan, heading.scope, heading.help)


def _cell(
    cell: Cell, texts: Mapping[Address, str], spoken_of: Mapping[Address, list[Finding]], *, locked: bool
) -> GridCell:
    findings = spoken_of.get(cell.address, [])
    anchored = [finding for finding in findings if finding.cells[0] == cell.address]
    return GridCell(
        address=str(cell.address),
        name=cell.name,
        value=texts.get(cell.address, ""),
        total=cell.total,
        locked=locked and texts.get(cell.address) == "0",
        colspan=cell.colspan,
        kind=cell.kind,
        level=min((finding.level for finding in findings), key=SERIOUS.index, default=None),
        messages=tuple(finding.message for finding in anchored or findings),
        anchored=bool(anchored),
    )


def by_cell(findings: Iterable[Finding]) -> dict[Address, list[Finding]]:
    """The findings of each cell that takes part in them."""
    cells: dict[Address, list[Finding]] = {}
    for finding in findings:
        for address in finding.cells:
            cells.setdefault(address, []).append(finding)
    return cells


def _balance(
    relation: Relation,
    figures: Mapping[Address, Number],
    entries: Mapping[Address, Entry],
    edition: Edition,
) -> BalanceCell:
    """A difference is told at once, equality only of a column without blanks."""
    cell = edition.cells[relation.left[0]]
    gap = add(figures.get(address, 0) for address in relation.left)
    gap -= add(figures.get(address, 0) for address in relation.right)
    text = plain(gap if gap > 0 else -gap) if gap else ""
    holds = False if gap else None if _has_blanks(cell.address, entries) else True
    return BalanceCell(cell.address.column, cell.column_name, gap=text, holds=holds)


def _has_blanks(place: Address, entries: Mapping[Address, Entry]) -> bool:
    """Whether a figure is missing in a column; in that of the totals, anywhere in the table."""
    own = [address for address in entries if address.column == place.column]
    return any(entries[address].number is None for address in own or entries)


def _declaration(edition: Edition, table: str) -> dict[str, Any]:
    return {
        "sums": [
            {"total": str(relation.left[0]), "parts": [str(part) for part in relation.right]}
            for relation in sums(edition, table)
        ],
        "balances": [
            {
                "column": relation.left[0].column,
                "left": [str(address) for address in relation.left],
                "right": [str(address) for address in relation.right],
            }
            for relation in balances(edition, table)
        ],
    }
