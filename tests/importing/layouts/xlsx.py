"""Layouts of workbooks: everything in one sheet, a sheet per table, our own."""

import io
from dataclasses import replace
from typing import Any

import xlsxwriter
from openpyxl import Workbook

from govreport.editions.cells import Content
from govreport.rendering.xlsx import workbook
from tests.importing.layouts.drawing import Layout, Rows, filled_places, report, tables, torn
from tests.importing.layouts.noise import Noise

_WIDTH = 15


def one_sheet(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A report as somebody types it into one sheet: text over the whole width, tables with merged cells."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("年报")
    framed = book.add_format({"border": 1, "text_wrap": True})
    row = 0
    for part in report(content, noise, torn):
        if isinstance(part, str):
            sheet.merge_range(row, 0, row, _WIDTH - 1, part)
            row += 1
        else:
            row = _draw(sheet, framed, part, row)
    book.close()
    return "report.xlsx", stream.getvalue()


def _draw(sheet: Any, framed: Any, rows: Rows, top: int) -> int:
    """The rows of a table with its merged cells, from row `top` on; returns the row after it."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows, start=top):
        column = 0
        for text, rowspan, colspan in cells:
            while (row, column) in taken:
                column += 1
            bottom, right = row + rowspan - 1, column + colspan - 1
            taken.update((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1))
            if rowspan * colspan > 1:
                sheet.merge_range(row, column, bottom, right, "", framed)
            sheet.write(row, column, _number(text), framed)
            column = right + 1
    return top + len(rows)


def _number(text: str) -> str | float:
    """A figure that is only digits as a number, as it becomes when it is typed into a sheet."""
    return float(text) if text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit() else text


def sheet_per_table(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A sheet for each table, without merged cells and frames, figures as text."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in tables(content, noise):
        sheet = book.create_sheet(title)
        for row in [[title], *filled_places(rows, repeat=False)]:
            sheet.append([text or None for text in row])
    return "report.xlsx", _saved(book)


def no_frames(content: Content, noise: Noise) -> tuple[str, bytes]:
    """One sheet as a program writes it: no frames, no merged cells, nothing in blank cells."""
    book = Workbook()
    sheet = book.worksheets[0]
    for part in report(content, noise):
        for row in [[part]] if isinstance(part, str) else filled_places(part, repeat=False):
            sheet.append([_number(text) if text else None for text in row])
    return "report.xlsx", _saved(book)


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def our_own(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Our own workbook, its cells written over."""
    written = {address: text for address, text in noise.texts.items() if text}
    return "report.xlsx", workbook(replace(content, figures={}, unread=written))


LAYOUTS: dict[str, Layout] = {
    "xlsx, one sheet, merged cells": one_sheet,
    "xlsx, a sheet per table, figures as text": sheet_per_table,
    "xlsx, one sheet, no frames": no_frames,
    "xlsx, our own workbook": our_own,
}
