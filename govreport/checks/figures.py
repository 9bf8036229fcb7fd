"""Figures as the checks take them: a blank 总计 is the sum of its row, any other blank is not known."""

from functools import cache

from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import row_parts
from govreport.editions.schema import Cell, Edition

# What is missing where last year's report has no such figure.
NOT_COMPARABLE = "两版格式不同，缺可比的上一年度数字"


def figure(content: Content | None, address: Address) -> Number | None:
    """The figure in a cell; for a blank 总计 the sum of what its row states; None when not known."""
    if content is None:
        return None
    stated = content.figure(address)
    if stated is not None:
        return stated
    row = (content.figure(part) for part in row_parts(edition(content.edition)).get(address, ()))
    parts = [number for number in row if number is not None]
    return add(parts) if parts else None


def summand(content: Content | None, address: Address) -> Number:
    """A cell inside a sum, where a blank counts as 0."""
    return figure(content, address) or 0


def gap(one: Number, other: Number) -> str:
    """By how much two figures differ, in words."""
    return f"相差 {plain(max(one - other, other - one))}"


@cache
def main_cells(form: Edition) -> tuple[tuple[Cell, ...], ...]:
    """For each row the cells that speak for it: its 总计, else all; a row of totals is left out."""
    rows: dict[tuple[str, str], list[Cell]] = {}
    for address, cell in form.cells.items():
        rows.setdefault((address.table, address.row), []).append(cell)
    kept = (cells for cells in rows.values() if not all(cell.total for cell in cells))
    return tuple(tuple(cell for cell in cells if cell.total) or tuple(cells) for cells in kept)


def comparable(subject: Subject, cell: Cell) -> bool:
    """Whether last year's report has a cell of the same address and name."""
    return _has(subject.previous, cell)


def figure_before(previous: Content | None, cell: Cell) -> Number | None:
    """Last year's figure of a cell, where both years' forms mean the same; None when not known."""
    return figure(previous, cell.address) if _has(previous, cell) else None


def _has(previous: Content | None, cell: Cell) -> bool:
    if previous is None:
        return False
    before = edition(previous.edition).cells.get(cell.address)
    return before is not None and before.name == cell.name
