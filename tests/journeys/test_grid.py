"""The grid is walked through, typed into and undone as a spreadsheet is."""

import re

import pytest
from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.blocks import COLUMNS, FIRST
from tests.journeys.conftest import NewWindow
from tests.journeys.windows import Window
from tests.workflow.findings import publish

GRANTED, CARRIED_IN = "applications.granted.natural_person", "applications.carried_in.natural_person"
SECOND = f"applications.new_received.{COLUMNS[1]}"
LAST = f"applications.new_received.{COLUMNS[-1]}"
RULES, DOCUMENTS = "disclosure.government_rules.issued", "disclosure.normative_documents.issued"


@pytest.fixture
def window(report: Report, new_window: NewWindow) -> Window:
    """Table 三 of a draft in which nothing has been typed, with the cursor in its first cell."""
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    window.cell(FIRST).focus()
    return window


def press(window: Window, *keys: str) -> None:
    for key in keys:
        window.page.keyboard.press(key)


def focused(window: Window) -> str:
    return str(window.page.evaluate("document.activeElement.id"))


def test_arrows_and_enter_go_from_cell_to_cell(window: Window) -> None:
    ways = {
        "ArrowRight": SECOND,
        "ArrowDown": f"applications.carried_in.{COLUMNS[1]}",
        "ArrowLeft": CARRIED_IN,
        "Enter": GRANTED,
        "Shift+Enter": CARRIED_IN,
        "ArrowUp": FIRST,
    }
    for key, address in ways.items():
        press(window, key)
        assert focused(window) == address, key


def test_down_passes_over_the_row_of_totals(window: Window) -> None:
    window.cell("applications.other_misc.natural_person").focus()

    press(window, "ArrowDown")

    assert focused(window) == "applications.carried_out.natural_person"


def test_tab_passes_over_totals_help_and_locked_cells(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    window.cell(LAST).focus()
    press(window, "Tab")
    assert focused(window) == CARRIED_IN
    press(window, "Shift+Tab")
    assert focused(window) == LAST

    window.open_section(report.pk, "disclosure")
    window.cell(DOCUMENTS).focus()
    press(window, "Shift+Tab")
    assert not focused(window).startswith("disclosure.government_rules")


def test_typing_replaces_the_entry_and_f2_goes_inside_it(window: Window) -> None:
    window.page.keyboard.type("15")
    press(window, "Enter", "Shift+Enter")
    window.page.keyboard.type("27")
    window.shows({FIRST: "27"})

    press(window, "F2", "ArrowLeft")
    window.page.keyboard.type("4")

    window.shows({FIRST: "247"})
    assert focused(window) == FIRST


def test_an_arrow_moves_in_the_text_until_its_edge(window: Window) -> None:
    window.page.keyboard.type("15")

    press(window, "ArrowLeft", "ArrowLeft")
    assert focused(window) == FIRST
    press(window, "End", "ArrowRight")

    assert focused(window) == SECOND


def test_escape_brings_back_the_entry(window: Window) -> None:
    window.page.keyboard.type("15")
    press(window, "Enter", "Shift+Enter")
    window.page.keyboard.type("9")

    press(window, "Escape")

    window.shows({FIRST: "15"})
    expect(window.cell("applications.new_received.total")).to_have_text("15")


def test_typing_is_undone_cell_by_cell_and_done_again(window: Window) -> None:
    window.page.keyboard.type("15")
    press(window, "Tab")
    window.page.keyboard.type("27")
    press(window, "Enter")

    press(window, "Control+z")
    window.shows({FIRST: "15", SECOND: ""})
    assert focused(window) == SECOND
    press(window, "Control+z")
    window.shows({FIRST: ""})
    press(window, "Control+y", "Control+Shift+z")

    window.shows({FIRST: "15", SECOND: "27"})
    expect(window.cell("applications.new_received.total")).to_have_text("42")


def test_the_help_of_a_row_opens_by_key_and_gives_the_cursor_back(window: Window) -> None:
    window.cell("applications.denied_state_secret.natural_person").focus()

    press(window, "F1")
    expect(window.page.locator("details.row-help[open] p")).to_be_visible()
    press(window, "Escape")

    expect(window.page.locator("details.row-help[open]")).to_have_count(0)
    assert focused(window) == "applications.denied_state_secret.natural_person"


def test_a_click_selects_the_entry_and_a_second_one_sets_the_cursor(window: Window) -> None:
    window.fill({SECOND: "15"})
    window.cell(FIRST).focus()
    selected = "one => one.selectionEnd - one.selectionStart"

    window.cell(SECOND).click()
    assert window.cell(SECOND).evaluate(selected) == len("15")
    window.page.wait_for_timeout(600)  # not a double click
    window.cell(SECOND).click()

    assert window.cell(SECOND).evaluate(selected) == 0


def test_a_block_is_marked_with_the_mouse_and_cleared_at_once(window: Window) -> None:
    window.fill({FIRST: "1", SECOND: "2", CARRIED_IN: "3", GRANTED: "4"})
    window.cell(FIRST).hover()
    window.page.mouse.down()
    window.cell(f"applications.carried_in.{COLUMNS[1]}").hover()
    window.page.mouse.up()
    expect(window.page.locator("[data-marked]")).to_have_count(4)

    press(window, "Delete")
    window.shows({FIRST: "", SECOND: "", CARRIED_IN: "", GRANTED: "4"})
    press(window, "Control+z")

    window.shows({FIRST: "1", SECOND: "2", CARRIED_IN: "3"})


def test_blanks_are_filled_with_0_and_emptied_again(window: Window) -> None:
    window.page.keyboard.type("8")

    window.button("空白补 0").click()
    expect(window.page.locator("[data-said]")).to_have_text("已空白补 0（143 格），撤销 Ctrl+Z")
    window.shows({FIRST: "8", GRANTED: "0"})
    press(window, "Control+z")

    window.shows({FIRST: "8", GRANTED: ""})


def test_last_years_figures_stand_in_the_cells_and_can_be_switched_off(
    report: Report, new_window: NewWindow, quick_pdf: None
) -> None:
    publish(report.agency, {FIRST: 12, "applications.new_received.total": 12})
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    last = window.page.locator(f"[id='last-{FIRST}']")

    window.fill({FIRST: "15"})
    expect(last).to_have_text("上年 12 +3")
    expect(window.cell(FIRST)).to_have_accessible_description("上年 12 +3")
    expect(window.page.locator("[id='last-applications.new_received.total']")).to_have_text("上年 12 +3")

    window.button("上年数和增减").click()
    expect(last).to_be_hidden()
    window.page.reload()

    expect(last).to_be_hidden()
    expect(window.cell(FIRST)).not_to_have_accessible_description(re.compile("上年 12"))


def test_every_cell_is_called_by_its_row_and_column(window: Window) -> None:
    names = window.page.get_by_role("textbox").evaluate_all("all => all.map(one => one.ariaLabel)")

    assert names[0] == "一、本年新收政府信息公开申请数量 · 自然人"
    assert len(set(names)) == len(names) == 24 * 6
