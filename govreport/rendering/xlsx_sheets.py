"""The sheets of a workbook: fonts, borders and paper, the official table in its places, lines of text."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from govreport.editions.cells import Address
from govreport.editions.numbers import Number
from govreport.editions.schema import Cell, Heading, Table
from govreport.rendering.document import without_hidden_signs

LONGEST_TEXT = 32_767
A4 = 9
LINE = 15.0  # points a line of 11 point text takes
_WHOLE_WIDTH = 96.0  # of all columns together, in digits of the font
_LABEL_WIDTHS: Mapping[int, tuple[float, ...]] = {0: (), 1: (34.0,), 3: (6.0, 14.0, 30.0)}
_EXACT = ".15g"  # the digits that a spreadsheet keeps of a number


@dataclass(frozen=True)
class Placed:
    """A heading or a cell of a table where it stands in the printed grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    item: Heading | Cell


@dataclass(frozen=True)
class Entry:
    """What is written in a cell: a figure, a text that is none, or nothing; `formula` computes it."""

    value: Number | str | None = None
    formula: str = ""
    style: str = "figure"


@cache
def placed(table: Table) -> tuple[Placed, ...]:
    """Everything printed in a table with its place, counted from 0."""
    found: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(row for body in (table.head, *table.bodies) for row in body):
        column = 0
        for item in row:
            while (number, column) in taken:
                column += 1
            height = item.rowspan if isinstance(item, Heading) else 1
            found.append(Placed(number, column, height, item.colspan, item))
            taken.update((number + n, column + m) for n in range(height) for m in range(item.colspan))
            column += item.colspan
    return tuple(found)


def references(table: Table, top: int) -> dict[Address, str]:
    """Where each cell of a table stands when its grid begins in row `top` (from 0), written as D7."""
    return {
        one.item.address: f"{chr(65 + one.column)}{top + one.row + 1}"
        for one in placed(table)
        if isinstance(one.item, Cell)
    }


class Styles:
    """The formats of a workbook by name, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._book.add_format(_STYLES[name])
        return self._made[name]


_BASE = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
_FRAMED = {**_BASE, "border": 1}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {**_BASE, "font_name": "黑体", "font_size": 16, "align": "center"},
    "subtitle": {**_BASE, "align": "center", "font_color": "#444444"},
    "head": {**_FRAMED, "align": "center"},
    "label": {**_FRAMED, "align": "left"},
    "figure": {**_FRAMED, "align": "center"},
    "entry": {**_FRAMED, "align": "center", "locked": False, "bg_color": "#FFFBE6"},
    "sum": {**_FRAMED, "align": "center", "bg_color": "#F2F2F2"},
    "failed": {"bg_color": "#F8CBAD", "font_color": "#9C0006"},
    "name": {**_FRAMED, "bg_color": "#F2F2F2"},
    "value": {**_FRAMED, "num_format": "@"},
    "part": {**_BASE, "font_name": "黑体", "valign": "top", "num_format": "@"},
    "text": {**_BASE, "valign": "top", "num_format": "@"},
    "note": {**_BASE, "font_size": 10},
    "end": {**_BASE, "font_size": 10, "font_color": "#808080"},
}


def prepare(sheet: Any, *, on_one_page: bool) -> None:
    """Paper, margins and page numbers for printing: A4 upright, fitted to the width of the page."""
    sheet.set_paper(A4)
    sheet.set_portrait()
    sheet.set_margins(left=0.7, right=0.7, top=0.8, bottom=0.8)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 1 if on_one_page else 0)
    sheet.set_footer("&C— &P —")
    sheet.hide_gridlines(2)


def write_text(sheet: Any, row: int, column: int, text: str, style: Any) -> None:
    """A text as a text, whatever it looks like: never a formula, never an address to follow."""
    readable = without_hidden_signs(text)
    if readable:
        sheet.write_string(row, column, readable[:LONGEST_TEXT], style)
    else:
        sheet.write_blank(row, column, None, style)


def widths(table: Table) -> list[float]:
    """How wide the columns of a table are."""
    labels = _LABEL_WIDTHS.get(table.label_columns, (20.0,) * table.label_columns)
    figures = table.grid_columns - len(labels)
    return [*labels, *[max((_WHOLE_WIDTH - sum(labels)) / figures, 6.5)] * figures]


def draw(sheet: Any, styles: Styles, table: Table, *, top: int, entry: Callable[[Cell], Entry]) -> int:
    """Draw a table with its grid beginning in row `top`; returns the row after it."""
    columns = widths(table)
    for number, width in enumerate(columns):
        sheet.set_column(number, number, width)
    for row, height in _heights(table, columns).items():
        sheet.set_row(top + row, height)
    bottom = top
    for one in placed(table):
        bottom = max(bottom, top + one.row + one.rowspan)
        if isinstance(one.item, Heading):
            style = styles["head" if one.item.scope == "col" or one.item.scope == "colgroup" else "label"]
            _fill(sheet, top, one, style)
            write_text(sheet, top + one.row, one.column, one.item.label, style)
        else:
            said = entry(one.item)
            _fill(sheet, top, one, styles[said.style])
            write_entry(sheet, top + one.row, one.column, said, styles[said.style])
    return bottom


def _fill(sheet: Any, top: int, one: Placed, style: Any) -> None:
    if one.rowspan * one.colspan > 1:
        row = top + one.row
        sheet.merge_range(row, one.column, row + one.rowspan - 1, one.column + one.colspan - 1, "", style)


def write_entry(sheet: Any, row: int, column: int, entry: Entry, style: Any) -> None:
    """Write what a cell says: a number where a spreadsheet can hold it exactly, else its text."""
    value = entry.value
    if entry.formula:
        sheet.write_formula(row, column, entry.formula, style, "" if value is None else value)
    elif isinstance(value, str):
        write_text(sheet, row, column, value, style)
    elif value is None:
        sheet.write_blank(row, column, None, style)
    elif Decimal(f"{Decimal(value):{_EXACT}}") == value:
        sheet.write_number(row, column, value, style)
    else:
        write_text(sheet, row, column, f"{value:f}", style)


def _heights(table: Table, columns: list[float]) -> dict[int, float]:
    """The height of each row: as many lines as its longest label takes."""
    lines: dict[int, int] = {}
    for one in placed(table):
        text = one.item.label if isinstance(one.item, Heading) else ""
        width = sum(columns[one.column : one.column + one.colspan])
        needed = -(-lines_of(text, width) // one.rowspan)
        lines[one.row] = max(lines.get(one.row, 1), needed)
    return {row: LINE * count + 7 for row, count in lines.items()}


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width; Han and full-width signs take two digits."""
    return sum(-(-max(_digits(line), 1) // max(int(width) - 1, 2)) for line in text.split("\n"))


def _digits(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
