"""Last year's figures beside this year's, in the cells of the grid."""

from dataclasses import replace

from govreport.checks.figures import figure_before
from govreport.checks.subject import Subject
from govreport.desk.grid_pages import GridCell
from govreport.editions.cells import Address
from govreport.editions.numbers import Number, plain


def last_year_of(subject: Subject) -> dict[Address, Number]:
    """Last year's figures by the cells of this year's form, where both mean the same."""
    cells = subject.edition.cells.items()
    known = ((address, figure_before(subject.previous, cell)) for address, cell in cells)
    return {address: number for address, number in known if number is not None}


def beside_last_year(cell: GridCell, now: Number | None, before: Number | None) -> GridCell:
    """A cell with last year's figure and the change since then."""
    if before is None:
        return cell
    return replace(cell, last=plain(before), change="" if now is None else _change(now - before))


def _change(number: Number) -> str:
    """In words that the script uses too."""
    if number == 0:
        return "持平"
    return f"+{plain(number)}" if number > 0 else plain(number)
