"""The focus is never lost: whatever the page does by itself, it stays where it was or comes back."""

from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.blocks import paste_html, texts
from tests.journeys.conftest import NewWindow
from tests.journeys.test_saving import MINE, THEIRS, opened, state

TOO_WIDE = texts(["5", *"12345678"])


def test_the_cursor_stays_in_its_cell_through_saving_filling_undoing_and_pasting(
    report: Report, new_window: NewWindow
) -> None:
    window = opened(new_window, report, "applications")
    cell, keys = window.cell(MINE), window.keys
    cell.focus()
    keys.type("3")
    state(window, "saved", "已保存")
    expect(cell).to_be_focused()

    for key, other in (("Alt+0", "0"), ("Control+z", ""), ("Control+y", "0")):
        keys.press(key)
        window.shows({MINE: "3", THEIRS: other})
        expect(cell).to_be_focused()
    for key, figure in (("Escape", "3"), ("Enter", "5")):
        paste_html(cell, TOO_WIDE)
        expect(window.button("填入能放下的")).to_be_focused()
        keys.press(key)
        window.shows({MINE: figure})
        expect(cell).to_be_focused()


def test_what_is_read_beside_the_form_keeps_the_focus_when_it_is_renewed(
    report: Report, new_window: NewWindow
) -> None:
    window = opened(new_window, report, "applications")
    beside = ("#findings li a", "#findings summary", "next-blank a", "[data-navigator] [aria-current]")
    for figure, place in enumerate(beside):
        window.page.locator(place).first.focus()
        window.cell(MINE).evaluate("(cell, text) => { cell.value = text; }", str(figure))
        window.cell(MINE).dispatch_event("input")
        state(window, "typed", "")
        state(window, "saved", "已保存")

        expect(window.page.locator(place).first).to_be_focused()
