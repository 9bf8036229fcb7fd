"""The report as a workbook looks like the official form and says nothing else."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from govreport.editions.lookup import EDITIONS, edition
from govreport.editions.schema import Cell, Heading
from govreport.rendering.xlsx import workbook
from govreport.rendering.xlsx_sheets import placed
from tests.contents import filled
from tests.rendering.reports import report


def sheet(data: bytes, name: str) -> Worksheet:
    """A sheet as another program opens it."""
    return load_workbook(io.BytesIO(data))[name]


def test_there_is_a_sheet_for_each_table_the_text_and_what_else_is_said() -> None:
    names = load_workbook(io.BytesIO(workbook(report("jiangsu-suqian-2023")))).sheetnames

    assert names == [
        "基本信息",
        "文字部分",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "表格的注",
    ]


@pytest.mark.parametrize("key", EDITIONS)
def test_labels_and_spans_are_the_official_ones(key: str) -> None:
    data = workbook(filled(key))
    for table in edition(key).tables:
        found = sheet(data, table.title)
        merged = {str(one) for one in found.merged_cells.ranges}
        for one in placed(table):
            cell = found.cell(one.row + 4, one.column + 1)
            last = found.cell(one.row + 3 + one.rowspan, one.column + one.colspan)
            assert cell.value == (one.item.label if isinstance(one.item, Heading) else 0)
            assert cell is last or f"{cell.coordinate}:{last.coordinate}" in merged


def test_blank_is_blank_and_a_figure_is_a_number() -> None:
    figures = {"disclosure.licenses.decisions": None, "disclosure.administrative_fees.amount": Decimal("0.5")}
    found = sheet(workbook(filled("2021", figures)), "二、主动公开政府信息情况")

    assert (found["B10"].value, found["B17"].value) == (None, 0.5)


def test_a_figure_too_long_for_a_spreadsheet_keeps_its_digits_as_text() -> None:
    long = Decimal("123456789012.345678")
    figures = {"disclosure.administrative_fees.amount": long}

    found = sheet(workbook(filled("2021", figures)), "二、主动公开政府信息情况")

    assert found["B17"].value == "123456789012.345678"


def test_every_cell_of_a_table_is_framed() -> None:
    data = workbook(filled("2021"))
    for table in edition("2021").tables:
        found = sheet(data, table.title)
        for one in placed(table):
            border = found.cell(one.row + 4, one.column + 1).border
            assert {border.left.style, border.right.style, border.top.style, border.bottom.style} == {"thin"}


def test_each_sheet_prints_on_the_width_of_one_page_of_A4() -> None:
    for found in load_workbook(io.BytesIO(workbook(report("jiangsu-suqian-2023")))).worksheets:
        assert found.page_setup.paperSize == 9
        assert found.page_setup.orientation == "portrait"
        assert found.sheet_properties.pageSetUpPr is not None
        assert found.sheet_properties.pageSetUpPr.fitToPage
        assert found.page_setup.fitToWidth in (None, 1)


def test_the_heads_of_table_three_stay_in_sight() -> None:
    found = sheet(workbook(filled("2021")), "三、收到和处理政府信息公开申请情况")

    assert found.freeze_panes == "D7"


def test_notes_are_printed_below_their_table() -> None:
    found = sheet(workbook(report("jiangsu-suqian-2023")), "二、主动公开政府信息情况")

    assert found["A19"].value == "注：行政许可 · 本年处理决定数量：含委托实施的许可"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    content = replace(filled("2021"), narrative={"overview": "=HYPERLINK(1)"})

    found = sheet(workbook(content), "文字部分")

    assert (found["B1"].value, found["B1"].data_type) == ("=HYPERLINK(1)", "s")


def test_the_same_content_makes_the_same_bytes() -> None:
    assert workbook(report("jiangsu-suqian-2023")) == workbook(report("jiangsu-suqian-2023"))


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    content = replace(filled("2021"), agency_name="云\ufffe溪\u202e")

    assert sheet(workbook(content), "基本信息")["B5"].value == "云溪"


def test_every_cell_has_one_place_in_the_grid() -> None:
    for form in EDITIONS.values():
        for table in form.tables:
            cells = [one.item for one in placed(table) if isinstance(one.item, Cell)]
            assert tuple(cells) == table.cells
