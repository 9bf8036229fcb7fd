"""The draft beside the form: where the clerk is, as saved."""

from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow

CELL = "applications.new_received.natural_person"
CORNER = "frame => frame.contentWindow.scrollY"


def test_the_preview_follows_the_section_and_each_save(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    expect(window.page.locator("iframe")).to_have_count(0)  # nothing is loaded unasked

    window.button("对照预览").click()
    shown = window.page.frame_locator("draft-preview iframe")
    cell = shown.locator(f'[id="{CELL}"]')
    expect(cell).to_be_in_viewport()
    scrolled = window.page.locator("draft-preview iframe").evaluate(CORNER)
    window.cell(CELL).fill("8")
    expect(cell).to_have_text("")

    window.page.evaluate("document.querySelector('section-saver').save()")
    expect(cell).to_have_text("8")
    assert window.page.locator("draft-preview iframe").evaluate(CORNER) == scrolled > 0

    window.open_section(report.pk, "problems")  # it stays open
    expect(shown.locator("#problems h2")).to_be_in_viewport()
