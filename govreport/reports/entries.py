"""The figures of a draft: read from their rows and written back, whole tables at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db import models

from govreport.editions.cells import Address
from govreport.editions.numbers import Kind, Number, plain
from govreport.reports.models import (
    APPLICANT_COLUMNS,
    OUTCOME_COLUMNS,
    ApplicationOutcome,
    DisclosureCount,
    DisputeOutcome,
    Report,
    Section,
    UnreadCell,
)


@dataclass(frozen=True)
class Entry:
    """What was typed into a cell: a number, or the text that is none; neither is a blank."""

    number: Number | None = None
    unread: str = ""

    @property
    def text(self) -> str:
        """The entry as it is shown in the cell."""
        return self.unread if self.number is None else plain(self.number)


Entries = Mapping[Address, Entry]


def figures_of(report: Report) -> dict[Address, Number]:
    """The filled-in cells of a draft, without totals."""
    figures: dict[Address, Number | None] = {}
    for cell in report.disclosure.all():
        figures[Address("disclosure", cell.item, cell.measure)] = _first(cell.count, cell.amount)
    for outcome in report.applications.all():
        for column in APPLICANT_COLUMNS:
            figures[Address("applications", outcome.row, column)] = getattr(outcome, column)
    for dispute in report.disputes.all():
        for column in OUTCOME_COLUMNS:
            figures[Address("disputes", dispute.channel, column)] = getattr(dispute, column)
    return {address: number for address, number in figures.items() if number is not None}


def _first(count: int | None, amount: Decimal | None) -> Number | None:
    return amount if count is None else count


def unread_of(report: Report) -> dict[Address, str]:
    """The entries of a draft that are no number of their kind, by cell."""
    cells = UnreadCell.objects.filter(section__report=report)
    return {Address.parse(cell.address): cell.text for cell in cells}


def entries_of(report: Report, table: str) -> dict[Address, Entry]:
    """Every cell of one table that somebody fills in, as it is stored."""
    figures, unread = figures_of(report), unread_of(report)
    return {
        cell.address: Entry(figures.get(cell.address), unread.get(cell.address, ""))
        for cell in report.edition.entries(table)
    }


def write_entries(section: Section, entries: Entries) -> None:
    """Store the entries of a table; entries that are no number are kept beside their blank cells."""
    WRITERS[section.key](section.report, entries)
    section.unread.all().delete()
    UnreadCell.objects.bulk_create(
        UnreadCell(section=section, address=str(address), text=entry.unread)
        for address, entry in entries.items()
        if entry.unread
    )


def _write_disclosure(report: Report, entries: Entries) -> None:
    cells = report.edition.cells
    rows = []
    for address, entry in entries.items():
        row = DisclosureCount(report=report, item=address.row, measure=address.column)
        if cells[address].kind is Kind.MONEY:
            row.amount = None if entry.number is None else Decimal(entry.number)
        else:
            row.count = None if entry.number is None else int(entry.number)
        rows.append(row)
    _upsert(DisclosureCount, rows, ("report", "item", "measure"), ("count", "amount"))


def _write_applications(report: Report, entries: Entries) -> None:
    rows = [ApplicationOutcome(report=report, row=row, **values) for row, values in _by_row(entries)]
    _upsert(ApplicationOutcome, rows, ("report", "row"), APPLICANT_COLUMNS)


def _write_disputes(report: Report, entries: Entries) -> None:
    rows = [DisputeOutcome(report=report, channel=row, **values) for row, values in _by_row(entries)]
    _upsert(DisputeOutcome, rows, ("report", "channel"), OUTCOME_COLUMNS)


WRITERS: dict[str, Callable[[Report, Entries], None]] = {
    "disclosure": _write_disclosure,
    "applications": _write_applications,
    "disputes": _write_disputes,
}


def _by_row(entries: Entries) -> Iterable[tuple[str, dict[str, int | None]]]:
    for row, addresses in groupby(sorted(entries), key=lambda address: address.row):
        numbers = ((address.column, entries[address].number) for address in addresses)
        yield row, {column: None if number is None else int(number) for column, number in numbers}


def _upsert(
    model: type[models.Model], rows: Sequence[models.Model], unique: Iterable[str], columns: Iterable[str]
) -> None:
    model._default_manager.bulk_create(
        list(rows), update_conflicts=True, unique_fields=list(unique), update_fields=list(columns)
    )
