"""The template asks for figures only, refuses what is none, computes totals and marks what does not agree."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from govreport.editions.cells import Content
from govreport.editions.lookup import EDITIONS, edition
from govreport.importing.workbooks import Stamp, stamp_of
from govreport.rendering.xlsx_sheets import references
from govreport.rendering.xlsx_template import template
from tests.contents import blank, filled

THREE = "三、收到和处理政府信息公开申请情况"
FOUR = "四、政府信息公开行政复议、行政诉讼情况"


def made(content: Content, previous: Content | None = None, *, values: bool = False) -> Workbook:
    """The template as another program opens it; `values` shows stored results instead of formulas."""
    return load_workbook(io.BytesIO(template(content, previous=previous)), data_only=values)


def rules(book: Workbook, sheet: str, place: str) -> list[str]:
    """The formulas that mark a cell."""
    found = book[sheet].conditional_formatting
    return [rule.formula[0] for one in found if place in str(one.sqref).split() for rule in one.rules]


@pytest.mark.parametrize("key", EDITIONS)
def test_cells_to_fill_in_are_open_and_all_others_locked(key: str) -> None:
    book = made(filled(key))
    for table in edition(key).tables:
        sheet = book[table.title]
        places = references(table, 3)
        entries = {places[cell.address] for cell in edition(key).entries(table.key)}
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for place in places.values():
            assert sheet[place].protection.locked is (place not in entries)


def test_totals_are_formulas_with_their_results() -> None:
    content = filled("2021", {"applications.granted.natural_person": 5})

    assert (
        made(content)[THREE]["J9"].value
        == '=IF(COUNT($D$9,$E$9,$F$9,$G$9,$H$9,$I$9)=0,"",SUM($D$9,$E$9,$F$9,$G$9,$H$9,$I$9))'
    )
    assert made(content, values=True)[THREE]["J9"].value == 5


def test_totals_of_blank_cells_are_blank() -> None:
    assert not made(blank(), values=True)[THREE]["J9"].value


@pytest.mark.parametrize(
    ("key", "sheet", "place", "kind", "formula"),
    [
        ("2021", THREE, "D9", "whole", ("0", "99999999")),
        ("2019", "二、主动公开政府信息情况", "C10", "whole", ("-99999999", "99999999")),
        ("2021", "二、主动公开政府信息情况", "B17", "custom", None),
    ],
)
def test_a_cell_takes_only_what_it_may_hold(
    key: str, sheet: str, place: str, kind: str, formula: tuple[str, str] | None
) -> None:
    (rule,) = (one for one in made(blank(key))[sheet].data_validations.dataValidation if place in one.sqref)

    assert rule.type == kind
    assert formula in (None, (rule.formula1, rule.formula2))
    assert rule.errorTitle == "不能这样填"
    assert "应为" in rule.error


def test_money_takes_six_places() -> None:
    sheet = made(blank())["二、主动公开政府信息情况"]
    (rule,) = (one for one in sheet.data_validations.dataValidation if one.type == "custom")

    assert rule.formula1 == "AND(ISNUMBER(B17),B17>=0,B17<=999999999.999999,ROUND(B17,6)=B17)"


def test_columns_in_which_the_corner_note_does_not_hold_are_marked() -> None:
    assert rules(made(blank()), THREE, "D7") == [
        "AND(COUNT($D$7,$D$8,$D$30,$D$31)>0,SUM($D$7,$D$8)<>SUM($D$30,$D$31))"
    ]


def test_totals_that_somebody_typed_over_are_marked() -> None:
    book = made(blank())

    assert any("SUM($J$9)<>SUM($D$9," in rule for rule in rules(book, THREE, "J9"))
    assert any("SUM($D$30)<>SUM($D$9," in rule for rule in rules(book, THREE, "D30"))
    assert any("SUM($E$7)<>SUM($A$7,$B$7,$C$7,$D$7)" in rule for rule in rules(book, FOUR, "E7"))


def test_last_year_stands_beside_in_locked_sheets_of_its_own_edition() -> None:
    book = made(blank(), filled("2019", {"applications.granted.natural_person": 5}))

    sheet = book["上年数据（三）"]

    assert (sheet["D9"].value, sheet["D9"].protection.locked, sheet.protection.sheet) == (5, True, True)
    assert not sheet.data_validations.dataValidation


def test_the_stamp_stands_in_the_sheet_of_facts_and_in_the_file() -> None:
    book = made(replace(blank(), agency_code="yunxi-lyj"))
    facts = {row[0].value: row[1].value for row in book["基本信息"].iter_rows(min_row=3)}

    assert facts == {
        "格式版本": "2021年版（国办公开办函〔2021〕30号）",
        "机关名称": "云溪县林业局",
        "机关代码": "yunxi-lyj",
        "报告年度": "2023",
        "报告范围": "本机关",
    }
    stamp = stamp_of(template(replace(blank(), agency_code="yunxi-lyj")))
    assert stamp == Stamp("template", "yunxi-lyj", "云溪县林业局", 2023, "2021")


def test_an_entry_that_could_not_be_read_is_shown_as_it_was_typed() -> None:
    address = next(cell.address for cell in edition("2021").entries("disclosure"))

    book = made(replace(blank(), unread={address: "约3"}))

    assert book["二、主动公开政府信息情况"]["B6"].value == "约3"


def test_nothing_but_figures_of_the_draft_is_in_it() -> None:
    assert made(blank()).sheetnames[:1] == ["基本信息"]
    assert "文字部分" not in made(blank()).sheetnames
