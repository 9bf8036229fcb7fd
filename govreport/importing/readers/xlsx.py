"""The workbook reader: the values of every visible sheet to grids and text, with the place of each cell."""

import datetime
import io
from dataclasses import dataclass
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from govreport.importing.grid import Source, Unreadable
from govreport.importing.readers import packages
from govreport.importing.readers.packages import DAMAGED, ENCRYPTED, Package
from govreport.importing.readers.xlsx_parts import Place, Survey, properties, surveys
from govreport.importing.readers.xlsx_rows import Sheet, pieces

UNCOMPUTED = "这一格是公式，文件里没有算好的结果，按空白处理；请用表格软件打开、保存后再上传"
MOST_SIGNS = 1_000_000  # of all cells together; a long report has 50,000
FAILED = "这一格的公式出错"
_NUMBER_FORMAT = ".15g"  # the digits that a spreadsheet itself keeps; more are noise of binary fractions
_DRAWN_TEXT = b"<a:t>"

_Value = int | float | str | bool | datetime.date | datetime.time | datetime.timedelta


@dataclass(frozen=True)
class Book:
    """A workbook as read: its visible sheets, what was left out, pictures, properties given to the file."""

    sheets: tuple[Sheet, ...]
    removed: tuple[str, ...]
    pictures: int
    properties: dict[str, str]


def read(data: bytes) -> Source:
    """Read a workbook. Formulas are not computed, nothing it links to is fetched. Raises Unreadable."""
    return source(book(data))


def source(found: Book) -> Source:
    """The sheets of a workbook as one source, in their order. Raises Unreadable."""
    return Source(
        tuple(piece for sheet in found.sheets for piece in pieces(sheet)),
        removed=found.removed,
        pictures=found.pictures,
    )


def book(data: bytes) -> Book:
    """Open a workbook and read its sheets. Raises Unreadable."""
    package = packages.opened(data)
    package.verify()
    looked = surveys(package)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as opened:
            sheets, removed = _sheets(opened, looked)
    except PasswordError:
        raise Unreadable(ENCRYPTED) from None
    except CalamineError:
        raise Unreadable(DAMAGED) from None
    if sum(len(text) for sheet in sheets for text in sheet.texts.values()) > MOST_SIGNS:
        raise Unreadable("工作簿里的文字过多，不像是年度报告")
    pictures = sum(name.startswith("xl/media/") for name in package.names)
    return Book(tuple(sheets), (*removed, *_beside(package)), pictures, properties(package))


def _sheets(opened: CalamineWorkbook, looked: dict[str, Survey]) -> tuple[list[Sheet], list[str]]:
    sheets: list[Sheet] = []
    removed: list[str] = []
    for known in opened.sheets_metadata:
        if known.typ is not SheetTypeEnum.WorkSheet or known.name not in looked:
            removed.append(f"“{known.name}”不是工作表，没有读取")
        elif known.visible is not SheetVisibleEnum.Visible:
            removed.append(f"隐藏的工作表“{known.name}”，没有读取")
        else:
            sheets.append(_sheet(opened.get_sheet_by_name(known.name), looked[known.name]))
    return sheets, removed


def _sheet(found: CalamineSheet, looked: Survey) -> Sheet:
    texts: dict[Place, str] = {}
    for row, values in enumerate(found.to_python(skip_empty_area=False)):
        for column, value in enumerate(values):
            if value != "":
                texts[row, column] = _text(value)
    texts.update(looked.errors)
    remarks = dict.fromkeys(looked.errors, FAILED)
    for place in looked.uncomputed:
        texts.setdefault(place, "")
        remarks[place] = UNCOMPUTED
    return Sheet(found.name, texts, tuple(found.merged_cell_ranges or ()), looked.drawn, remarks)


def _text(value: _Value) -> str:
    """A value as it would be written: 8, 24252.311082, 2024年1月26日."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{Decimal(f'{value:{_NUMBER_FORMAT}}'):f}"
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        return value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def _beside(package: Package) -> list[str]:
    """What stands beside the cells and is not read."""
    found = []
    if any(name.startswith(("xl/comments", "xl/threadedcomments")) for name in package.names):
        found.append("单元格的批注，没有读取")
    drawings = (name for name in package.names if name.startswith("xl/drawings/drawing"))
    if any(_DRAWN_TEXT in (package.part(name) or b"") for name in drawings):
        found.append("文本框里的文字，没有读取")
    return found
