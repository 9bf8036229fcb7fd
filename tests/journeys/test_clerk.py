"""The clerk's main job: a real report typed with the keyboard only, with and without script."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

from govreport.agencies.models import Agency
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.reports.entries import figures_of
from govreport.reports.models import Report, State
from tests.contents import published
from tests.journeys.conftest import NewWindow
from tests.journeys.faults import gone, injected
from tests.journeys.windows import Window
from tests.people import PASSWORD

SEED = "shanxi-zezhou-ziranziyuanju-2023"
LEFT_BLANK = "applications.granted.natural_person"
ALERTED = ("applications.new_received.natural_person", "applications.new_received.total")
TABLES = ("disclosure", "applications", "disputes")


def seed(table: str) -> dict[str, str]:
    """The published figures of a table as they are typed: entries only, in the order of the form."""
    figures = published(SEED).figures
    return {str(cell.address): str(figures[cell.address]) for cell in edition("2021").entries(table)}


def is_locked(address: str) -> bool:
    """A bureau cannot make 规章: these cells are 0 and passed over."""
    return address.startswith("disclosure.government_rules.")


def stored_figures() -> Mapping[Address, object]:
    """What the database holds of the one report."""
    return figures_of(Report.objects.get())


@pytest.mark.sqlite
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_clerk_types_the_report_with_the_keyboard_only(
    bureau: Agency, new_window: NewWindow, script: bool
) -> None:
    window = new_window(script=script)

    signs_in_and_starts(window)
    types_disclosure(window)
    types_applications_but_one(window, script=script)
    is_told_at_the_cells_and_in_the_list(window)
    mends_it(window)
    types_disputes(window)

    expected = {Address.parse(name): int(text) for table in TABLES for name, text in seed(table).items()}
    assert stored_figures() == expected
    assert Report.objects.get().state == State.DRAFT


def signs_in_and_starts(window: Window) -> None:
    page = window.page
    page.goto("/desk/")
    window.tab_to(page.get_by_label("用户名"))
    page.keyboard.type("clerk")
    window.tab_to(page.locator("input[type=password]"))
    page.keyboard.type(PASSWORD)
    window.press(window.button("登录"))
    window.press(page.get_by_role("button", name="开始填报"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("泽州县自然资源局 2023年")


def types_disclosure(window: Window) -> None:
    window.press(window.page.get_by_role("link", name="二、主动公开政府信息情况").first)
    window.type_in({address: text for address, text in seed("disclosure").items() if not is_locked(address)})
    window.press(window.button("保存并到下一部分"))
    expect(window.page.get_by_role("heading", level=2).first).to_contain_text("三、收到和处理")


def types_applications_but_one(window: Window, *, script: bool) -> None:
    typed = seed("applications")
    del typed[LEFT_BLANK]
    window.type_in(typed)
    if script:
        expect(window.cell("applications.new_received.total")).to_have_text("8")
        expect(window.cell("applications.results_total.total")).to_have_text("0")
        expect(window.balance("natural_person")).to_have_text("相差 8")
        expect(window.balance("other_org")).to_have_text("✓ 相等")
    window.press(window.button("保存"))
    expect(window.page.get_by_role("status").filter(has_text="已保存").first).to_be_visible()
    window.shows({**typed, LEFT_BLANK: ""})


def is_told_at_the_cells_and_in_the_list(window: Window) -> None:
    expect(window.cell("applications.new_received.total")).to_have_text("8")
    expect(window.findings("F101")).to_have_count(1)
    expect(window.findings("F101")).to_contain_text("自然人")
    expect(window.findings("T203")).to_have_count(2)
    for address in (LEFT_BLANK, *ALERTED):
        window.follow(window.page.locator(f'#findings a[href$="#{address}"]'))
        expect(window.cell(address)).to_be_focused()
        expect(window.note(address)).to_be_visible()
    assert window.page.locator(".is-anchored .cell-mark:visible").count() == len(ALERTED)


def mends_it(window: Window) -> None:
    window.type_in({LEFT_BLANK: "8"})
    window.press(window.button("保存"))
    expect(window.cell(LEFT_BLANK)).to_have_value("8")
    expect(window.balance("natural_person")).to_have_text("✓ 相等")
    expect(window.findings("F101")).to_have_count(0)
    expect(window.findings("T203")).to_have_count(0)
    expect(window.page.locator(".cell-note")).to_have_count(0)


def types_disputes(window: Window) -> None:
    window.press(window.page.get_by_role("link", name="四、政府信息公开行政复议").first)
    window.type_in(seed("disputes"))
    window.press(window.button("保存"))
    expect(window.cell("disputes.reconsideration.total")).to_have_text("6")
    expect(window.page.locator(".finding-lines li")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_blanks_are_filled_with_0_at_one_press(report: Report, new_window: NewWindow, script: bool) -> None:
    window = new_window("clerk", script=script)
    window.open_section(report.pk, "disputes")
    window.type_in({"disputes.reconsideration.upheld": "4", "disputes.reconsideration.pending": "2"})

    fills_blanks(window, script=script)

    expect(window.cell("disputes.reconsideration.total")).to_have_text("6")
    window.shows({"disputes.reconsideration.upheld": "4", "disputes.direct_litigation.upheld": "0"})
    expect(window.findings("F101")).to_have_count(0)
    assert sum(address.table == "disputes" for address in stored_figures()) == 12


def fills_blanks(window: Window, *, script: bool) -> None:
    """With script at once, and still to be saved; without on the server."""
    if script:
        window.follow(window.button("空白补 0"))
        window.shows({"disputes.direct_litigation.upheld": "0"})
        window.press(window.button("保存"))
    else:
        window.press(window.button("空白补 0"))


def test_totals_follow_the_typing_before_anything_is_saved(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    expect(window.cell("applications.results_total.total")).to_have_text("")

    with injected(window.page, gone):  # slow machines would save before the last look
        window.type_in({ALERTED[0]: "８", LEFT_BLANK: "3", "applications.granted.other_org": "1,004"})

        expect(window.cell("applications.granted.total")).to_have_text("1007")
        expect(window.cell("applications.results_total.natural_person")).to_have_text("3")
        expect(window.cell("applications.results_total.total")).to_have_text("1007")
        expect(window.balance("natural_person")).to_have_text("相差 5")
        assert not any(address.table == "applications" for address in stored_figures())
