"""Marks that follow the saving, the way to the next blank, and one button for who has nothing to report."""

from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow
from tests.journeys.test_saving import figure, opened, state, text_of

NEW = "applications.new_received.natural_person"
GRANTED = "applications.granted.natural_person"
TOTAL = "applications.new_received.total"
LAST = "applications.carried_out.other_org"


def test_the_marks_at_the_cells_follow_what_the_server_says(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report, "applications")
    window.fill({NEW: "12abc", GRANTED: "3"})
    state(window, "saved", "已保存")

    expect(window.cell(NEW)).to_have_attribute("aria-invalid", "true")
    expect(window.cell(NEW)).to_have_attribute("aria-describedby", f"note-{NEW}")
    expect(window.note(NEW)).to_contain_text("有问题：")
    expect(window.note(TOTAL)).to_contain_text("相差 3")

    window.fill({NEW: "3"})
    expect(window.note(NEW)).to_be_hidden()
    state(window, "saved", "已保存")

    expect(window.cell(NEW)).not_to_have_attribute("aria-invalid", "true")
    expect(window.note(NEW)).to_have_count(0)
    expect(window.note(TOTAL)).to_have_count(0)
    expect(window.cell(GRANTED)).to_be_visible()


def test_alt_n_leads_to_the_next_blank_and_nothing_to_report_keeps_what_is_typed(
    report: Report, new_window: NewWindow
) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    window.cell(NEW).fill("0")
    window.page.keyboard.press("Alt+n")
    expect(window.cell("applications.new_received.commercial_enterprise")).to_be_focused()
    window.cell(LAST).focus()
    with window.page.expect_navigation():  # none behind it; what was typed is saved first
        window.page.keyboard.press("Alt+n")
    expect(window.cell("disputes.reconsideration.upheld")).to_be_focused()
    assert figure(report, NEW) == "0"

    window.open_section(report.pk, "overview")
    window.page.locator("#id_text").fill("刚写的一句。")
    window.button("本年度无申请、无复议诉讼").click()
    undo = window.page.get_by_role("button", name="撤销")
    expect(undo).to_be_visible()
    assert text_of(report).startswith("刚写的一句。\n（一）依申请公开\n本年度未收到")
    assert figure(report, GRANTED) == "0"

    undo.click()
    expect(window.page.locator("#id_text")).to_have_value("刚写的一句。")
