"""Last year's figures in the cells of the grid."""

import pytest

from govreport.checks.subject import Subject
from govreport.desk.grid_pages import GridCell
from govreport.desk.grids import grid_page
from govreport.desk.last_year import last_year_of
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.reports.entries import Entry
from tests.contents import blank, filled

GRANTED, TOTAL = "applications.granted.natural_person", "applications.granted.total"


def cells(now: Number | None) -> dict[str, GridCell]:
    """The cells of table 三 with this figure now and 8 last year."""
    before = filled("2021", {GRANTED: 8, TOTAL: 8})
    last_year = last_year_of(Subject(blank("2021"), previous=before))
    entries = {Address.parse(GRANTED): Entry(now)}
    page = grid_page(edition("2021"), "applications", entries, (), last_year=last_year)
    assert page.has_last_year
    items = (item for body in page.bodies for row in body for item in row)
    return {item.address: item for item in items if isinstance(item, GridCell)}


@pytest.mark.parametrize(("now", "change"), [(12, "+4"), (8, "持平"), (5, "-3"), (None, "")])
def test_a_cell_has_last_years_figure_and_the_change(now: Number | None, change: str) -> None:
    found = cells(now)

    assert (found[GRANTED].last, found[GRANTED].change) == ("8", change)
    assert (found[TOTAL].last, found[TOTAL].change) == ("8", change)


def test_without_a_report_on_last_year_there_is_nothing_beside() -> None:
    assert last_year_of(Subject(blank("2021"))) == {}


def test_what_meant_something_else_in_another_edition_is_left_out() -> None:
    found = last_year_of(Subject(blank("2021"), previous=filled("2019")))

    assert found[Address.parse(GRANTED)] == 0
    assert Address.parse("disclosure.government_rules.in_force") not in found
