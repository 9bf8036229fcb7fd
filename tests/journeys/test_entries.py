"""What people really type into a cell: understood, or shown back with a sentence; never lost."""

import pytest
from playwright.sync_api import expect

from govreport.reports.models import ApplicationOutcome, Report, UnreadCell
from tests.journeys.conftest import NewWindow
from tests.journeys.tripwire import Tripwire

CELL = "applications.new_received.natural_person"
NEIGHBOURS = {
    "applications.new_received.other_org": "５",
    "applications.granted.natural_person": "7",
    "applications.carried_out.legal_service_org": "0",
}


@pytest.mark.parametrize(("typed", "read"), [("１２", 12), ("1,234", 1234), (" 7 ", 7)])
def test_a_number_is_read_however_it_is_written(
    report: Report, new_window: NewWindow, typed: str, read: int
) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    window.type_in({CELL: typed})
    expect(window.cell("applications.new_received.total")).to_have_text(str(read))

    window.save()

    window.shows({CELL: str(read)})
    expect(window.findings("F102")).to_have_count(0)
    assert ApplicationOutcome.objects.get(row="new_received").natural_person == read


@pytest.mark.parametrize("typed", ["12abc", "-1", "1.5", "100000000"])
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_unreadable_entry_is_shown_back_until_it_is_mended(
    report: Report, new_window: NewWindow, typed: str, script: bool
) -> None:
    window = new_window("clerk", script=script)
    window.open_section(report.pk, "applications")
    window.fill({CELL: typed, **NEIGHBOURS})

    window.save()
    window.page.reload()

    window.shows({CELL: typed, **NEIGHBOURS, "applications.new_received.other_org": "5"})
    expect(window.cell(CELL)).to_have_attribute("aria-invalid", "true")
    expect(window.findings("F102")).to_have_count(1)
    window.cell(CELL).focus()
    expect(window.note(CELL)).to_contain_text(f"“{typed}”")
    expect(window.note(CELL)).to_be_visible()

    window.fill({CELL: "12"})
    window.save()

    window.shows({CELL: "12", **NEIGHBOURS, "applications.new_received.other_org": "5"})
    expect(window.findings("F102")).to_have_count(0)
    assert not UnreadCell.objects.exists()


def test_an_unreadable_entry_is_told_while_typing(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")

    window.type_in({CELL: "12abc"})

    expect(window.page.locator(f'[id="live-{CELL}"]')).to_contain_text("“12abc”不是数字")
    expect(window.cell(CELL)).to_have_attribute("aria-invalid", "true")
    expect(window.cell("applications.new_received.total")).to_have_text("")


def test_filling_blanks_with_0_keeps_an_unreadable_entry(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    window.fill({CELL: "12abc"})

    window.button("空白补 0").click()
    window.save()

    window.shows({CELL: "12abc", "applications.granted.natural_person": "0"})
    expect(window.findings("F102")).to_have_count(1)
    expect(window.findings("F101")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_text_is_not_lost_over_an_amount_that_cannot_be_read(
    report: Report, new_window: NewWindow, tripwire: Tripwire, script: bool
) -> None:
    tripwire.allow(422)
    window = new_window("clerk", script=script)
    window.open_section(report.pk, "other_matters")
    window.page.locator("#id_text").fill("无其他事项。\n第二段。")
    window.page.locator("#id_notices_amount").fill("12元")

    window.button("保存").click()

    expect(window.page.locator("#id_text")).to_have_value("无其他事项。\n第二段。")
    expect(window.page.locator("#id_notices_amount")).to_have_value("12元")
    expect(window.page.get_by_text("“12元”不是数字")).to_be_visible()
    expect(window.page.get_by_role("status").filter(has_text="未保存")).to_be_visible()
