"""A note is written at its cell: Shift+F2, the words, Esc; it is saved and marked like everything else."""

import re

import pytest
from playwright.sync_api import expect

from govreport.reports.models import Report
from govreport.reports.saving import stored
from tests.drafts import section_of
from tests.journeys.conftest import NewWindow
from tests.journeys.faults import gone, injected
from tests.journeys.test_saving import reopened, state
from tests.journeys.windows import Window

CELL = "disclosure.normative_documents.in_force"
NOTE, SOURCE = f"note:{CELL}", f"source:{CELL}"
TOLD = re.compile("批注：其中修订 16 件；数据来源：登记簿")


@pytest.fixture
def window(report: Report, new_window: NewWindow) -> Window:
    """Table 二 with the cursor in a cell."""
    window = new_window("clerk")
    window.open_section(report.pk, "disclosure")
    window.cell(CELL).focus()
    return window


def test_a_note_is_written_at_its_cell_and_saved_by_itself(report: Report, window: Window) -> None:
    keys = window.page.keyboard
    keys.press("Shift+F2")
    keys.type("其中修订 16 件")
    keys.press("Tab")
    keys.type("登记簿")
    keys.press("Escape")

    expect(window.cell(CELL)).to_be_focused()
    expect(window.cell(CELL)).to_have_accessible_description(TOLD)
    state(window, "saved", "已保存")
    assert stored(section_of(report, "disclosure"))[SOURCE] == "登记簿"
    window.page.reload()
    expect(window.cell(CELL)).to_have_accessible_description(TOLD)


def test_a_note_that_never_reached_the_server_is_offered_again(report: Report, window: Window) -> None:
    with injected(window.page, gone):
        window.page.keyboard.press("Shift+F2")
        window.page.keyboard.type("其中修订 16 件")
        state(window, "failing", "未保存")
        again = reopened(window, report, "disclosure")

    expect(again.page.locator("local-copy tbody td").last).to_have_text("其中修订 16 件")
    again.page.locator("[data-restore]").click()
    state(again, "saved", "已保存")
    assert stored(section_of(report, "disclosure"))[NOTE] == "其中修订 16 件"
