"""Blocks from Excel and WPS go where a careful person would type them, and nothing of them is changed."""

import pytest
from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.blocks import (
    COLUMNS,
    ENTRIES,
    EVERY_WAY,
    FIRST,
    TABLE,
    Paste,
    copy_elsewhere,
    figures,
    paste_html,
    paste_text,
    press_ctrl_v,
    texts,
    whole_table,
)
from tests.journeys.conftest import NewWindow
from tests.journeys.windows import Window

TOTAL = "applications.results_total.total"
every_way = pytest.mark.parametrize("paste", EVERY_WAY.values(), ids=EVERY_WAY)


@pytest.fixture
def window(report: Report, new_window: NewWindow) -> Window:
    """Table 三 of a draft in which nothing has been typed."""
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    return window


def at(row: str, column: str = COLUMNS[0]) -> str:
    return f"applications.{row}.{column}"


def typed(window: Window) -> dict[str, str]:
    """The entries that are not blank."""
    inputs = "inputs => inputs.filter(one => one.value).map(one => [one.id, one.value])"
    return dict(window.page.locator("td input").evaluate_all(inputs))


def said(window: Window) -> str:
    return window.page.locator("[data-said]").inner_text()


def undo(window: Window) -> None:
    window.page.keyboard.press("Control+z")


@every_way
def test_a_block_of_25_by_6_fills_the_table_and_can_be_undone(window: Window, paste: Paste) -> None:
    paste(window.cell(FIRST), figures())

    expect(window.page.locator("[data-said]")).to_have_text("已粘贴 25×6，撤销 Ctrl+Z")
    assert typed(window) == ENTRIES
    expect(window.cell(FIRST)).to_be_focused()

    undo(window)
    assert typed(window) == {}
    expect(window.cell(TOTAL)).to_have_text("")
    window.page.keyboard.press("Control+y")
    assert typed(window) == ENTRIES


@every_way
def test_heads_labels_and_totals_of_the_printed_table_are_skipped(window: Window, paste: Paste) -> None:
    paste(window.cell(FIRST), whole_table())

    expect(window.page.locator("[data-said]")).to_have_text("已粘贴 25×7，撤销 Ctrl+Z")
    assert typed(window) == ENTRIES

    undo(window)
    assert typed(window) == {}


@every_way
def test_a_blank_stays_a_blank_and_shifts_nothing(window: Window, paste: Paste) -> None:
    window.fill({at("granted", COLUMNS[1]): "9"})

    paste(window.cell(at("granted")), texts(["1", "", "3"], ["", "", ""], ["7", "8", ""]))

    assert typed(window) == {
        at("granted"): "1",
        at("granted", COLUMNS[2]): "3",
        at(TABLE.rows[4]): "7",
        at(TABLE.rows[4], COLUMNS[1]): "8",
    }
    undo(window)
    assert typed(window) == {at("granted", COLUMNS[1]): "9"}


@every_way
def test_separators_and_full_width_digits_are_one_number_each(window: Window, paste: Paste) -> None:
    paste(window.cell(FIRST), texts(["1,234", "１２"], [" 7 ", "0"]))

    rows = TABLE.rows[:2]
    assert typed(window) == {
        at(rows[0]): "1234",
        at(rows[0], COLUMNS[1]): "12",
        at(rows[1]): "7",
        at(rows[1], COLUMNS[1]): "0",
    }


@every_way
def test_one_number_lands_in_the_cell_with_the_cursor(window: Window, paste: Paste) -> None:
    middle = at("granted", COLUMNS[3])

    paste(window.cell(middle), texts(["1,234"]))

    assert typed(window) == {middle: "1,234"}
    expect(window.cell("applications.granted.total")).to_have_text("1234")
    undo(window)
    assert typed(window) == {}


def test_one_number_goes_to_the_cursor_while_an_entry_is_edited(window: Window) -> None:
    window.fill({FIRST: "15"})
    window.cell(FIRST).press("F2")
    window.page.keyboard.press("ArrowLeft")

    copy_elsewhere(window.page, "", "23")
    window.page.keyboard.press("Control+v")

    assert typed(window) == {FIRST: "1235"}


@every_way
def test_a_label_with_an_ordinal_does_not_become_its_ordinal(window: Window, paste: Paste) -> None:
    row = next(row for row in whole_table() if any(cell.text == "1.属于国家秘密" for cell in row))
    labelled = texts(*[[cell.text for cell in row if cell.text == "1.属于国家秘密"] + ["3", "4"]])

    paste(window.cell(at("denied_state_secret")), labelled)

    assert typed(window) == {
        at("denied_state_secret"): "3",
        at("denied_state_secret", COLUMNS[1]): "4",
    }


def test_a_label_is_not_pasted_as_a_number_either(window: Window) -> None:
    paste_text(window.cell(FIRST), texts(["1.属于国家秘密"]))

    assert typed(window) == {FIRST: "1.属于国家秘密"}
    expect(window.cell(FIRST)).to_have_attribute("aria-invalid", "true")


def test_heads_without_figures_are_told_and_change_nothing(window: Window) -> None:
    paste_text(window.cell(FIRST), texts(["自然人", "商业企业"]))

    assert (typed(window), said(window)) == ({}, "粘贴的只有表头，没有数字")


@every_way
def test_no_row_is_dropped(window: Window, paste: Paste) -> None:
    paste(window.cell(FIRST), texts(["1"], ["2"], ["3"]))

    assert typed(window) == {at(row): str(number) for number, row in enumerate(TABLE.rows[:3], start=1)}


def test_a_number_with_a_dot_can_be_typed_and_is_not_taken_away(window: Window) -> None:
    window.cell(FIRST).focus()
    window.page.keyboard.type("1.")

    assert typed(window) == {FIRST: "1."}


def test_a_pasted_total_that_is_not_the_sum_is_told(window: Window) -> None:
    paste_html(window.cell(at("granted")), texts(["1", "2", "0", "0", "0", "0", "5"]))

    assert "（一）予以公开 · 总计 粘贴的是 5，算得 3" in said(window)
    expect(window.cell("applications.granted.total")).to_have_text("3")


@every_way
def test_a_block_that_is_too_large_is_shown_before_anything_is_written(window: Window, paste: Paste) -> None:
    paste(window.cell(at("carried_out", COLUMNS[4])), texts(["1", "2", "3", "4"], ["5", "", "", ""]))

    dialog = window.page.get_by_role("dialog", name="粘贴的内容有放不下的地方")
    expect(dialog).to_be_visible()
    expect(dialog.locator("td.is-misfit")).to_have_text(["✗ 4超出表格", "✗ 5超出表格"])
    assert typed(window) == {}

    window.button("填入能放下的").press("Enter")

    expect(dialog).to_be_hidden()
    expect(window.cell(at("carried_out", COLUMNS[4]))).to_be_focused()
    expect(window.cell(at("carried_out", COLUMNS[4]))).to_have_value("1")  # once the dialog's end is heard
    assert typed(window) == {at("carried_out", COLUMNS[4]): "1", at("carried_out", COLUMNS[5]): "2"}
    undo(window)
    assert typed(window) == {}


def test_a_block_that_does_not_fit_can_be_left(window: Window) -> None:
    paste_html(window.cell(FIRST), texts(["四、结转下年度继续办理", "3"], ["附注", "三件"]))
    dialog = window.page.get_by_role("dialog")
    expect(dialog).to_contain_text("表中这一行是“一、本年新收政府信息公开申请数量”")

    window.page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(window.cell(FIRST)).to_be_focused()
    expect(window.page.locator("[data-said]")).to_have_text("没有粘贴")
    assert typed(window) == {}


def test_what_is_copied_from_the_grid_is_pasted_into_it(window: Window) -> None:
    press_ctrl_v(window.cell(FIRST), texts(["1", "2"], ["3", ""]))
    window.cell(FIRST).focus()
    for key in ("Shift+ArrowDown", "Shift+ArrowRight", "Control+c"):
        window.page.keyboard.press(key)
    assert window.page.evaluate("navigator.clipboard.readText()") == "1\t2\r\n3\t"

    window.cell(at("granted")).focus()
    window.page.keyboard.press("Control+v")

    window.shows({at("granted"): "1", at("granted", COLUMNS[1]): "2", at(TABLE.rows[3]): "3"})


def test_table_2_is_pasted_with_its_heads_between_the_rows(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "disclosure")

    paste_html(
        window.cell("disclosure.government_rules.issued"),
        texts(
            ["第二十条第（一）项", "", "", ""],
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ["规章", "0", "0", "0"],
            ["行政规范性文件", "3", "", "12"],
            ["第二十条第（五）项", "", "", ""],
            ["信息内容", "本年处理决定数量", "", ""],
            ["行政许可", "1,204", "", ""],
        ),
    )

    assert typed(window) == {
        "disclosure.government_rules.issued": "0",
        "disclosure.government_rules.repealed": "0",
        "disclosure.government_rules.in_force": "0",
        "disclosure.normative_documents.issued": "3",
        "disclosure.normative_documents.in_force": "12",
        "disclosure.licenses.decisions": "1204",
    }


def test_table_4_without_its_totals_is_pasted_into_the_entries(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "disputes")

    numbers = [str(number) for number in range(5, 17)]

    paste_text(window.cell("disputes.reconsideration.upheld"), texts(numbers))

    assert list(typed(window).values()) == numbers
