"""Two clerks of one agency in the same section, the second without script: told, and nothing is lost."""

from django.utils.timezone import localtime
from playwright.sync_api import expect

from govreport.reports.models import ApplicationOutcome, Report, Section
from tests.journeys.conftest import NewWindow

MINE = "applications.granted.natural_person"
THEIRS = "applications.new_received.natural_person"


def test_the_second_save_tells_who_changed_what_and_keeps_what_was_typed(
    report: Report, new_window: NewWindow
) -> None:
    first, second = new_window("stranger"), new_window("clerk", script=False)
    for window in (first, second):
        window.open_section(report.pk, "applications")
    first.fill({THEIRS: "9", MINE: "1"})
    first.save()
    second.fill({MINE: "8", "applications.carried_out.other_org": "12abc"})

    second.save()

    notice = second.page.get_by_role("alert")
    saved_at = Section.objects.get(report=report, key="applications").changed_at
    assert saved_at is not None
    expect(notice).to_contain_text("车路")
    expect(notice.locator("time").first).to_have_text(localtime(saved_at).strftime("%-m月%-d日 %H:%M"))
    cells = ["（空白）", "9", "没有动过，已换成现在的", "（空白）", "1", "⚠ 不一致 8"]
    expect(notice.locator("tbody td")).to_have_text(cells)
    second.shows({MINE: "8", THEIRS: "9", "applications.carried_out.other_org": "12abc"})
    assert ApplicationOutcome.objects.get(row="granted").natural_person == 1

    second.save()

    expect(second.page.get_by_role("alert")).to_have_count(0)
    second.shows({MINE: "8", THEIRS: "9", "applications.carried_out.other_org": "12abc"})
    assert ApplicationOutcome.objects.get(row="granted").natural_person == 8


def test_the_link_in_the_notice_leads_to_the_cell_and_loses_nothing(
    report: Report, new_window: NewWindow
) -> None:
    first, second = new_window("stranger"), new_window("clerk", script=False)
    for window in (first, second):
        window.open_section(report.pk, "applications")
    first.fill({MINE: "1"})
    first.save()
    second.fill({MINE: "8"})
    second.save()

    second.page.get_by_role("alert").get_by_role("link").first.click()

    expect(second.cell(MINE)).to_be_focused()
    second.shows({MINE: "8"})


def test_a_text_saved_meanwhile_is_not_overwritten_unseen(report: Report, new_window: NewWindow) -> None:
    first, second = new_window("stranger"), new_window("clerk", script=False)
    for window in (first, second):
        window.open_section(report.pk, "overview")
    first.page.locator("#id_text").fill("先保存的总体情况。")
    first.save()
    second.page.locator("#id_text").fill("后保存的总体情况。")

    second.save()

    expect(second.page.get_by_role("alert")).to_contain_text("先保存的总体情况。")
    expect(second.page.locator("#id_text")).to_have_value("后保存的总体情况。")
