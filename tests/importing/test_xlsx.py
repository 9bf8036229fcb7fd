"""Workbooks are read sheet by sheet: values as they are written, tables told from text."""

import datetime
import io
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from govreport.editions.cells import Address
from govreport.importing.grid import Grid, Paragraph, Source, Unreadable
from govreport.importing.readers.xlsx import read
from govreport.importing.reading import read as read_report
from tests.contents import filled
from tests.importing.layouts.noise import clean
from tests.importing.layouts.xlsx import sheet_per_table

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def made(*sheets: Callable[[Any, Any], None]) -> bytes:
    """A workbook whose sheets are filled by these functions of book and sheet."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    for number, fill in enumerate(sheets, start=1):
        fill(book, book.add_worksheet(f"表{number}"))
    book.close()
    return stream.getvalue()


def rows(*lines: list[Any], first: int = 0) -> bytes:
    """A workbook with one sheet that holds these rows."""

    def fill(_book: Any, sheet: Any) -> None:
        for number, line in enumerate(lines, start=first):
            sheet.write_row(number, 0, line)

    return made(fill)


def rewritten(sheet: str, strings: str = "") -> bytes:
    """A workbook whose sheet is this XML."""
    stream = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(rows(["甲"])))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            replaced = {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings}.get(name)
            target.writestr(name, replaced or source.read(name))
    return stream.getvalue()


def sheet(content: str, merged: str = "") -> str:
    return f"<worksheet {NAMESPACE}><sheetData>{content}</sheetData>{merged}</worksheet>"


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[cell.text for cell in row] for row in grid.rows]


def shape(source: Source) -> list[str]:
    """The paragraphs of a source, and "grid" where one stands."""
    return [piece.text if isinstance(piece, Paragraph) else "grid" for piece in source.pieces]


def only_grid(data: bytes) -> Grid:
    (grid,) = read(data).grids
    return grid


def test_numbers_are_read_as_they_were_written() -> None:
    data = rows(["甲", 8.0, 24252.311082, -3, 0.1 + 0.2, 99999999])

    assert texts(only_grid(data)) == [["甲", "8", "24252.311082", "-3", "0.3", "99999999"]]


def test_a_figure_that_a_spreadsheet_took_for_a_date_stays_doubtful() -> None:
    def fill(book: Any, sheet: Any) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write(0, 0, "甲")
        sheet.write_datetime(0, 1, datetime.datetime(2024, 1, 5), day)  # noqa: DTZ001

    assert texts(only_grid(made(fill))) == [["甲", "2024年1月5日"]]


def test_blank_signs_within_a_cell_are_kept() -> None:
    assert texts(only_grid(rows(["甲", "\xa0", " 1"]))) == [["甲", "\xa0", " 1"]]


def test_merged_cells_have_their_spans_and_every_cell_its_place() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.merge_range(2, 1, 3, 2, "甲")
        sheet.write_row(2, 3, [1, 2])
        sheet.write_row(3, 3, [3, 4])

    cell, *_, last = only_grid(made(fill)).cells

    assert (cell.rowspan, cell.colspan, cell.place) == (2, 2, "工作表“表1”的 B3")
    assert (last.text, last.row, last.column, last.place) == ("4", 1, 3, "工作表“表1”的 E4")


def test_empty_cells_keep_their_places_in_the_row() -> None:
    assert texts(only_grid(rows(["甲", "乙", "丙"], [1]))) == [["甲", "乙", "丙"]]
    assert texts(only_grid(rows(["甲", "乙", "丙"], [1, None, 3], [4, 5]))) == [
        ["甲", "乙", "丙"],
        ["1", "", "3"],
        ["4", "5", ""],
    ]


def test_a_line_of_text_is_told_from_the_table_around_it() -> None:
    sentence = "本局高度重视政府信息公开工作，指派专人负责，及时公开应当公开的政府信息。"
    data = rows(["一、总体情况"], [sentence], ["甲", 1], ["乙", 2], ["五、存在的主要问题"], [sentence])

    assert shape(read(data)) == ["一、总体情况", sentence, "grid", "五、存在的主要问题", sentence]


def test_a_label_without_figures_stays_in_its_table() -> None:
    data = rows(["甲", 1], ["四、结转下年度继续办理"], ["乙", 2])

    assert texts(only_grid(data))[1] == ["四、结转下年度继续办理", ""]


def test_framed_cells_make_a_table_of_rows_that_are_blank() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["甲", "乙", "丙"])
        for column, text in enumerate(["一、新收", "", ""]):
            sheet.write(1, column, text, book.add_format({"border": 1}))

    assert texts(only_grid(made(fill)))[1] == ["一、新收", "", ""]


def test_lines_of_one_cell_are_paragraphs() -> None:
    assert read(rows(["一、总体情况\n甲\n\n乙"])).paragraphs == ("一、总体情况", "甲", "乙")


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    source = read(made(lambda _, one: one.write(0, 0, "甲"), lambda _, one: one.hide()))

    assert (source.paragraphs, source.removed) == (("甲",), ("隐藏的工作表“表2”，没有读取",))


def test_a_failed_formula_says_so() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "甲")
        sheet.write_formula(0, 1, "=A1/0", None, "#REF!")

    cell = only_grid(made(fill)).cells[1]

    assert (cell.text, cell.remark) == ("#REF!", "这一格的公式出错")


def test_a_formula_gives_its_stored_result_and_one_without_is_remarked() -> None:
    row = "<c r='A1'><v>1</v></c><c r='B1'><f>A1+1</f><v>2</v></c><c r='C1'><f>A1+2</f></c>"

    grid = only_grid(rewritten(sheet(f"<row r='1'>{row}</row>")))

    assert [(cell.text, "没有算好" in cell.remark) for cell in grid.cells] == [
        ("1", False),
        ("2", False),
        ("", True),
    ]


def test_what_stands_beside_the_cells_is_named() -> None:
    def fill(_book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "甲")
        sheet.write_comment(0, 0, "批注")
        sheet.insert_textbox(3, 3, "文本框")

    assert read(made(fill)).removed == ("单元格的批注，没有读取", "文本框里的文字，没有读取")


def test_a_doubt_names_sheet_and_cell() -> None:
    noise = clean(filled("2021"))
    address = Address("applications", "granted", "natural_person")
    noise.texts[address] = "约4"

    (doubt,) = read_report(*sheet_per_table(filled("2021"), noise)).doubts

    assert (doubt.cell, doubt.place) == (str(address), "工作表“三、收到和处理政府信息公开申请情况”的 D7")


ROW = "<row r='{0}'><c r='A{0}'><v>1</v></c></row>"
LONG = f"<sst {NAMESPACE}><si><t>{'ab' * 9999}</t></si></sst>"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "损坏"),
        (b"PK\x03\x04rest", "损坏"),
        (rows(["甲"])[:-200], "损坏"),
        (rewritten(sheet("<row>" * 9999)), "损坏"),
        (rewritten(sheet("".join(map(ROW.format, range(1, 200_000))))), "范围过大"),
        (rewritten(sheet(ROW.format(1) + "<row r='9'><c r='XFD1048576'><v>1</v></c></row>")), "范围过大"),
        (rewritten(sheet("<row><c t='s'><v>0</v></c></row>" * 9999), LONG), "过大"),
        (rewritten(sheet("<row><c t='s'><v>0</v></c></row>" * 999), LONG), "文字过多"),
    ],
    ids=["empty", "torn", "cut", "nested", "rows", "far cell", "a text too often", "a text often"],
)
def test_a_hostile_workbook_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    started = time.process_time()

    with pytest.raises(Unreadable, match=sentence):
        read(data)

    assert time.process_time() - started < 10


def test_merged_ranges_over_the_whole_sheet_cost_nothing() -> None:
    merged = "".join(f'<mergeCell ref="A{row}:XFD1048576"/>' for row in range(1, 500))
    lines = "".join(map(ROW.format, range(1, 500)))

    assert read(rewritten(sheet(lines, f"<mergeCells>{merged}</mergeCells>"))).paragraphs == ("1",)


def test_an_entity_of_a_file_is_not_opened() -> None:
    declared = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    data = rewritten(declared + sheet("<row><c t='inlineStr'><is><t>甲&e;</t></is></c></row>"))

    with pytest.raises(Unreadable, match="损坏"):
        read(data)


def test_many_small_tables_are_read_in_linear_time() -> None:
    pair = "<row r='{0}'><c r='A{0}'><v>1</v></c><c r='B{0}'><v>2</v></c></row>"
    data = rewritten(sheet("".join(map(pair.format, range(1, 40_000, 2)))))
    started = time.process_time()

    assert len(read(data).grids) == 20_000
    assert time.process_time() - started < 10
