"""PUBLISH 9 · The report as a workbook: a sheet for each official table, its text, and what else it says."""

import datetime
import io
from collections.abc import Iterator, Mapping
from typing import Any

import xlsxwriter

from govreport.editions.cells import NARRATIVE_PARTS, Content
from govreport.editions.lookup import edition
from govreport.editions.schema import Cell, Edition, Table
from govreport.rendering.document import document
from govreport.rendering.xlsx_fields import written
from govreport.rendering.xlsx_sheets import LINE, Entry, Styles, draw, lines_of, prepare, write_text

INFORMATION = "基本信息"
TEXT = "文字部分"
NOTES = "表格的注"
BEFORE = "上年数据"
REPORT = "report"
TEMPLATE = "template"
# Custom properties of the file, by which it is known again.
STAMP = "govreport."
MADE = "本文件由政府信息公开工作年度报告系统生成，数字以公开的年度报告为准。"
EDITION = "格式版本"
PREAMBLE = "引言"
CONTINUED = "（接上段）"
END = "（文字部分完）"
# The longest stretch of a paragraph in one row: a row of a spreadsheet cannot be higher than 409 points.
_STRETCH = 700
_TEXT_WIDTHS = (24.0, 76.0)
_LONGEST_PROPERTY = 255
TOP = 3  # the row (from 0) in which a table begins below its title


def workbook(content: Content) -> bytes:
    """The workbook of a report. The same content makes the same bytes. Raises UnknownEdition."""
    form = edition(content.edition)
    stream = io.BytesIO()
    book = opened(stream, content, kind=REPORT)
    styles = Styles(book)
    lines = {**edition_line(form), **written(content)}
    information(book, styles, document(content).name, lines, remark=MADE)
    _text(book, styles, content, form)
    for table in form.tables:
        sheet = table_sheet(book, styles, table, content)
        bottom = draw(sheet, styles, table, top=TOP, entry=lambda cell: figure(content, cell))
        _printed_notes(sheet, styles, table, content, bottom + 1)
    _notes(book, styles, content, form)
    book.close()
    return stream.getvalue()


def opened(stream: io.BytesIO, content: Content, *, kind: str) -> Any:
    """A new workbook, stamped with whose report it is."""
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    signed = content.signature.date if content.signature else None
    day = signed or datetime.date(content.year or 2019, 12, 31)
    made = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    book.set_properties({"title": document(content).name, "created": made})
    stamp = {
        "kind": kind,
        "agency_code": content.agency_code or "",
        "agency_name": content.agency_name or "",
        "year": str(content.year or ""),
        "edition": content.edition,
    }
    for name, value in stamp.items():
        book.set_custom_property(STAMP + name, value[:_LONGEST_PROPERTY], "text")
    return book


def edition_line(form: Edition) -> dict[str, str]:
    """The line that names the edition."""
    return {EDITION: f"{form.key}年版（{form.basis}）"}


def information(book: Any, styles: Styles, title: str, lines: Mapping[str, str], *, remark: str) -> Any:
    """The sheet that says what the tables do not: whose report it is, on which year, in which edition."""
    sheet = book.add_worksheet(INFORMATION)
    prepare(sheet, on_one_page=False)
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 1, 60)
    for row, (text, style, height) in enumerate(((title, "title", 30), (remark, "note", 22))):
        sheet.set_row(row, max(height, lines_of(text, 98) * LINE + 7))
        sheet.merge_range(row, 0, row, 1, "", styles[style])
        write_text(sheet, row, 0, text, styles[style])
    for row, (label, text) in enumerate(lines.items(), start=2):
        sheet.set_row(row, lines_of(text, 60) * LINE + 5)
        write_text(sheet, row, 0, label, styles["name"])
        write_text(sheet, row, 1, text, styles["value"])
    sheet.freeze_panes(1, 0)
    return sheet


def part_names(form: Edition) -> dict[str, str]:
    """The narrative parts by key, as the text sheet calls them."""
    headings = {section.key: section.heading for section in form.sections if section.kind == "text"}
    return {key: headings.get(key, PREAMBLE) for key in NARRATIVE_PARTS}


def _text(book: Any, styles: Styles, content: Content, form: Edition) -> None:
    sheet = book.add_worksheet(TEXT)
    prepare(sheet, on_one_page=False)
    for number, width in enumerate(_TEXT_WIDTHS):
        sheet.set_column(number, number, width)
    names = part_names(form)
    row = 0
    for key in (key for key in NARRATIVE_PARTS if key in content.narrative):
        for number, (mark, stretch) in enumerate(_stretches(content.narrative[key])):
            sheet.set_row(row, lines_of(stretch, _TEXT_WIDTHS[1]) * LINE + 5)
            write_text(sheet, row, 0, names[key] if number == 0 else mark, styles["part"])
            write_text(sheet, row, 1, stretch, styles["text"])
            row += 1
    write_text(sheet, row, 0, END, styles["end"])


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs, long ones in pieces that a row can show; a piece that goes on is marked so."""
    for paragraph in text.split("\n"):
        yield "", paragraph[:_STRETCH]
        for start in range(_STRETCH, len(paragraph), _STRETCH):
            yield CONTINUED, paragraph[start : start + _STRETCH]


def table_sheet(book: Any, styles: Styles, table: Table, content: Content, before: str = "") -> Any:
    """An empty sheet for a table, with its title and whose it is; `before` says that it is last year's."""
    title = f"{before}：{table.title}" if before else table.title
    sheet = book.add_worksheet(f"{before}（{table.title[0]}）" if before else title)
    prepare(sheet, on_one_page=True)
    last = table.grid_columns - 1
    whose = " ".join(filter(None, (content.agency_name, f"{content.year}年" if content.year else "")))
    for row, text, style, height in ((0, title, "title", 30), (1, whose, "subtitle", 20)):
        sheet.set_row(row, height)
        sheet.merge_range(row, 0, row, last, "", styles[style])
        write_text(sheet, row, 0, text, styles[style])
    sheet.freeze_panes(TOP + len(table.head), table.label_columns if table.head else 0)
    return sheet


def figure(content: Content, cell: Cell) -> Entry:
    """What stands in a cell: its figure, else the text that is no number."""
    number = content.figure(cell.address)
    return Entry(content.unread.get(cell.address) if number is None else number)


def _printed_notes(sheet: Any, styles: Styles, table: Table, content: Content, row: int) -> None:
    grids = (part.table for part in document(content).parts if part.key == table.key)
    for grid in grids:
        for number, note in enumerate(grid.notes if grid else (), start=row):
            sheet.merge_range(number, 0, number, table.grid_columns - 1, "", styles["note"])
            sheet.set_row(number, lines_of(note, 96) * LINE + 5)
            write_text(sheet, number, 0, note, styles["note"])


def _notes(book: Any, styles: Styles, content: Content, form: Edition) -> None:
    """The notes with the cells that they belong to."""
    if not content.notes:
        return
    sheet = book.add_worksheet(NOTES)
    prepare(sheet, on_one_page=False)
    names = {str(address): cell.name for address, cell in form.cells.items()}
    names |= {table.key: table.title for table in form.tables}
    for column, width in enumerate((30, 30, 38)):
        sheet.set_column(column, column, width)
    for column, head in enumerate(("数据地址", "位置", "注")):
        write_text(sheet, 0, column, head, styles["head"])
    for row, (key, note) in enumerate(content.notes.items(), start=1):
        sheet.set_row(row, max(lines_of(key, 30), lines_of(note, 38)) * LINE + 7)
        for column, text in enumerate((key, names.get(key, ""), note)):
            write_text(sheet, row, column, text, styles["value"])
