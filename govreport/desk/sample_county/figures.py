"""The figures of the sample county: each year goes on from the year before, and the government adds up."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from govreport.agencies.models import Agency
from govreport.desk.sample_county.stories import YEARS, Story, chapter, story
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition_for
from govreport.editions.numbers import Number, add
from govreport.publishing.models import Publication

FEES = ("notices_issued", "notices_amount", "collected_amount")

NEW, CARRIED_IN, CARRIED_OUT = "new_received", "carried_in", "carried_out"

Figures = dict[Address, Number]


def figures_of(agency: str, year: int, *, first: bool = False) -> Figures:
    """Every cell that somebody fills in, 0 where nothing is told.

    `carried_in` and `in_force` go on from the year before, `carried_out` is what is left over.
    `first` is the report as it was published before its correction.
    """
    told = chapter(agency, year) or {}
    figures = _zeros(year)
    disclosure = told.get("disclosure", {}) | (told["correction"]["first"] if first else {})
    figures |= {Address.parse(f"disclosure.{name}"): number for name, number in disclosure.items()}
    for row, columns in told.get("disputes", {}).items():
        figures |= {Address("disputes", row, column): number for column, number in columns.items()}
    for column, rows in told.get("applications", {}).items():
        figures |= {Address("applications", row, column): number for row, number in rows.items()}
    _carry_over(figures, _year_before(agency, year))
    for row, number in told.get("lapsed", {}).items():  # no longer in force without having been repealed
        figures[Address("disclosure", row, "in_force")] -= number
    return figures


def left_blank(told: Story) -> set[Address]:
    """The cells in which the clerk of the story has typed nothing yet."""
    return {Address.parse(name) for name in told.get("blank", ())}


def fee_of(told: Story) -> dict[str, Number]:
    """The information-processing fee of an agency's own report, in yuan."""
    fee: dict[str, Number] = told.get("fee", {})
    return {name: fee.get(name, 0) for name in FEES}


def sum_of(contents: list[Content], year: int) -> tuple[Figures, dict[str, Number]]:
    """The figures and the processing fee of an area: cell by cell the sum of its reports."""
    figures = {address: add(content.figures[address] for content in contents) for address in _zeros(year)}
    fees = [content.processing_fee for content in contents if content.processing_fee]
    return figures, {name: add(getattr(fee, name) or 0 for fee in fees) for name in FEES}


def published_below(government: Agency, year: int) -> list[Content]:
    """What the agencies below a government have published for a year, in the newest version."""
    publications = Publication.objects.filter(
        agency__in=Agency.objects.get_descendants(government), year=year, corrected_by=None
    )
    return [publication.content for publication in publications]


def _zeros(year: int) -> Figures:
    return {cell.address: 0 for cell in edition_for(year).cells.values() if not cell.total}


def _year_before(agency: str, year: int) -> Mapping[tuple[str, str], Number]:
    """What a year goes on from: `in_force` by row, `carried_out` by column."""
    if year > YEARS[0]:
        figures = figures_of(agency, year - 1)
        return {(item.row, item.column): number for item, number in figures.items()}
    before: dict[str, Any] = story(agency).get("before", {})
    carried = {(CARRIED_OUT, column): number for column, number in before.get(CARRIED_OUT, {}).items()}
    return carried | {("normative_documents", "in_force"): before.get("in_force", 0)}


def _carry_over(figures: Figures, before: Mapping[tuple[str, str], Number]) -> None:
    for address in [item for item in figures if item.column == "in_force"]:
        issued, repealed = (
            figures[Address(address.table, address.row, name)] for name in ("issued", "repealed")
        )
        figures[address] = before.get((address.row, "in_force"), 0) + issued - repealed
    for address in [item for item in figures if item.row == CARRIED_IN]:
        figures[address] = before.get((CARRIED_OUT, address.column), 0)
    waiting: Counter[str] = Counter()
    for address, number in figures.items():
        if address.table == "applications" and address.row != CARRIED_OUT:
            came = address.row in (NEW, CARRIED_IN)
            waiting[address.column] += int(number) if came else -int(number)
    for column, number in waiting.items():
        figures[Address("applications", CARRIED_OUT, column)] = number
