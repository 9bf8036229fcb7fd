"""A report that was written elsewhere is imported: its doubts settled, its findings at their cells."""

import pytest
from playwright.sync_api import Locator, expect

from govreport.editions.cells import Address
from govreport.reports.entries import figures_of
from govreport.reports.models import Report
from tests.importing.word_reports import three_doubts_in_word
from tests.journeys.conftest import NewWindow
from tests.journeys.windows import Window

IN_FORCE = "disclosure.normative_documents.in_force"
GRANTED = "applications.granted.natural_person"
CARRIED = "applications.carried_in.other_org"
RECEIVED = "applications.new_received.natural_person"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_file_with_three_doubts_is_resolved_confirmed_and_its_findings_stand_at_their_cells(
    report: Report, new_window: NewWindow, script: bool
) -> None:
    window = new_window("clerk", script=script)

    uploads_from_the_desk(window)
    sees_what_is_doubtful(window)
    is_refused_while_a_doubt_is_open(window)
    settles_the_rest_and_confirms(window)
    finds_the_findings_at_their_cells(window)

    figures = figures_of(report)
    stored = {name: figures.get(Address.parse(name)) for name in (IN_FORCE, GRANTED, CARRIED, RECEIVED)}
    assert stored == {IN_FORCE: 22, GRANTED: 2, CARRIED: None, RECEIVED: 3}


def uploads_from_the_desk(window: Window) -> None:
    window.page.goto("/desk/")
    window.page.get_by_role("link", name="从文件导入").click()
    window.choose(three_doubts_in_word("泽州县自然资源局"), "导入")
    expect(window.page.get_by_role("heading", name="核对导入的内容")).to_be_visible()


def sees_what_is_doubtful(window: Window) -> None:
    doubts = window.page.locator("#doubts li")
    expect(doubts).to_have_count(3)
    expect(doubts.first).to_contain_text("文件写的是“22（其中修订 16 件）”")
    expect(window.cell(IN_FORCE)).to_contain_text("⚠ ")
    expect(window.page.locator("#findings")).to_have_css("position", "static")
    expect(window.cell("disputes.reconsideration.total")).to_contain_text("文件写 5")
    expect(window.page.locator(".source-table .is-marked").first).to_contain_text("22（其中修订 16 件）")


def is_refused_while_a_doubt_is_open(window: Window) -> None:
    choose(window, IN_FORCE, "采用 22")
    window.page.locator(f'#doubts a[href="#{IN_FORCE}"]').click()
    press(window, "确认导入")
    expect(window.page.get_by_role("alert")).to_be_in_viewport()
    expect(window.page.get_by_role("alert")).to_contain_text("还有 1 处待核实的没有选择")
    expect(doubt(window, IN_FORCE).get_by_label("采用 22")).to_be_checked()


def settles_the_rest_and_confirms(window: Window) -> None:
    doubt(window, GRANTED).get_by_role("textbox").fill("2")
    choose(window, CARRIED, "留空白")
    press(window, "确认导入")
    expect(window.page.get_by_role("status").first).to_contain_text("已从“年报.docx”导入")


def finds_the_findings_at_their_cells(window: Window) -> None:
    expect(window.page.get_by_role("heading", level=2).first).to_contain_text("三、收到和处理")
    window.shows({RECEIVED: "3", GRANTED: "2", CARRIED: ""})
    expect(window.findings("T203").first).to_contain_text("相差 1")
    window.follow(window.page.locator(f'#findings a[href$="#{RECEIVED}"]').first)
    expect(window.cell(RECEIVED)).to_be_focused()
    expect(window.note(RECEIVED)).to_be_visible()


def doubt(window: Window, address: str) -> Locator:
    """The line of one doubt."""
    return window.page.locator(f'[id="doubt-{address}"]')


def choose(window: Window, address: str, option: str) -> None:
    doubt(window, address).get_by_label(option).check()


def press(window: Window, button: str) -> None:
    with window.page.expect_navigation():
        window.button(button).click()
