"""The cells of the interchange form: each ends as a figure, a blank, or a doubt with what was seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from govreport.editions.cells import Address
from govreport.editions.numbers import Kind, Number, shown
from govreport.editions.schema import Edition

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MOST_DIGITS = 15


@dataclass(frozen=True)
class Doubt:
    """A cell that could not be taken over as it stands: its address, why, and what was seen.

    `cell` may be a table, a row or a narrative part where no single cell is meant. `place` is where it stands
    in the file, in words, where the file has such places: sheet and cell.
    """

    cell: str
    reason: str
    seen: str
    place: str = ""


@dataclass
class Cells:
    """What the tables of a file hold."""

    figures: dict[Address, Number] = field(default_factory=dict)
    unread: dict[Address, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def read_cells(tables: Any, edition: Edition) -> tuple[Any, Cells]:
    """Read the cells; returns the tables without them (what is left for the schema) and the cells.

    Anything that is not table, row, column in nested objects stays in the tables for the schema to refuse.
    """
    cells = Cells()
    rest: dict[str, Any] = {}
    for name, value in _items(tables):
        rest[name] = {}
        for row, columns in _items(value):
            rest[name][row] = {} if isinstance(columns, dict) else columns
            for column, seen in _items(columns):
                _read_cell(Address(name, row, column), seen, edition, cells)
        if not isinstance(value, dict):
            rest[name] = value
    return (rest if isinstance(tables, dict) else tables), cells


def _items(value: Any) -> Iterator[tuple[str, Any]]:
    return iter(value.items() if isinstance(value, dict) else ())


def _read_cell(address: Address, seen: Any, edition: Edition, cells: Cells) -> None:
    if seen is None:
        return
    cell = edition.cells.get(address)
    if cell is None:
        reason = f"{edition.key}年版格式没有这一格，数字没有采用"
        cells.doubts.append(Doubt(str(address), reason, shown(str(seen))))
        return
    number = _number(seen)
    if number is None:
        cells.unread[address] = str(seen)
        cells.doubts.append(Doubt(str(address), f"{cell.name}：没有读成数字", shown(str(seen))))
    else:
        whole = cell.kind is not Kind.MONEY and number == number.to_integral_value()
        cells.figures[address] = int(number) if whole else number


def _number(seen: Any) -> Decimal | None:
    if isinstance(seen, str) and _NUMBER.fullmatch(seen):
        seen = Decimal(seen)
    if not isinstance(seen, Decimal) or not seen.is_finite():
        return None
    exponent = seen.as_tuple().exponent
    fits = seen.adjusted() < _MOST_DIGITS and isinstance(exponent, int) and exponent >= -_MOST_DIGITS
    return seen if fits else None
