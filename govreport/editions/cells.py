"""One figure's address, and the content of a report: figures by cell, narrative by part."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from govreport.editions.numbers import Number

Scope = Literal["own", "aggregate"]
NARRATIVE_PARTS = ("preamble", "overview", "problems", "other_matters")


@dataclass(frozen=True, order=True)
class Address:
    """Where a figure stands; written `table.row.column` everywhere: field, HTML id, finding, JSON."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"

    @classmethod
    def parse(cls, text: str) -> "Address":
        """The address written `table.row.column`; ValueError when it has not three parts."""
        table, row, column = text.split(".")
        return cls(table, row, column)


@dataclass(frozen=True)
class Contact:
    """Where the public may ask about the report."""

    office: str | None = None
    address: str | None = None
    postcode: str | None = None
    telephone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class ProcessingFee:
    """The information-processing fee of the year; amounts in yuan. None is not stated."""

    notices_issued: int | None = None
    notices_amount: Decimal | None = None
    collected_amount: Decimal | None = None


@dataclass(frozen=True)
class Signature:
    """Name and date under the report."""

    name: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True)
class Period:
    """The statistics period, first and last day included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Content:
    """What one report says, whoever wrote it down and wherever it is kept.

    `figures` holds the cells that are filled in; a cell that is not in it is blank, and blank is not 0.
    `unread` holds the text of entries that are no number, by cell; such a cell is not in `figures`.
    Total cells are part of the content: as stated in files, computed in drafts (`totals_stated` False).
    """

    edition: str
    agency_name: str | None
    year: int | None
    figures: Mapping[Address, Number]
    agency_code: str | None = None
    scope: Scope = "own"
    period: Period | None = None
    title: str | None = None
    contact: Contact | None = None
    narrative: Mapping[str, str] = field(default_factory=dict)
    processing_fee: ProcessingFee | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    signature: Signature | None = None
    version: int | None = None
    unread: Mapping[Address, str] = field(default_factory=dict)
    totals_stated: bool = True

    def figure(self, address: Address) -> Number | None:
        """The number in a cell, None when it is blank."""
        return self.figures.get(address)

    def part(self, key: str) -> str:
        """The text of a narrative part, empty when nothing is written."""
        return self.narrative.get(key, "")
