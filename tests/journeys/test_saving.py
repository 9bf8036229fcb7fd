"""Saving tells the truth whatever happens: nothing typed is lost, nothing unsaved is called saved."""

import json
import re
from collections.abc import Iterator

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, expect

from govreport.agencies.models import User
from govreport.reports.models import Report, Section, State
from govreport.reports.saving import stored
from tests.drafts import section_of, type_in
from tests.journeys.conftest import NewWindow, sign_in_by_cookie
from tests.journeys.faults import answering, crash, gone, hanging, injected, lost
from tests.journeys.killable import KillableServer
from tests.journeys.tripwire import Tripwire
from tests.journeys.windows import DESKTOP, Window
from tests.looks import assert_looks_right
from tests.people import PASSWORD

MINE = "applications.granted.natural_person"
THEIRS = "applications.new_received.natural_person"


def text_of(report: Report, key: str = "overview") -> str:
    return str(stored(section_of(report, key))["text"])


def figure(report: Report, address: str = MINE) -> str:
    return str(stored(section_of(report, "applications"))[address].text)


def state(window: Window, name: str, words: str) -> None:
    """Assert what the save bar says, now or soon."""
    expect(window.page.locator("section-saver")).to_have_attribute("data-state", name)
    expect(window.page.locator("[data-status]")).to_contain_text(words)


def box(window: Window) -> Locator:
    return window.page.locator("#id_text")


HURRY = """document.addEventListener("readystatechange", () => {
    const bar = document.readyState === "interactive" && document.querySelector("section-saver");
    if (bar) Object.assign(bar.dataset, %s);
})"""


def opened(
    new_window: NewWindow,
    report: Report,
    key: str = "overview",
    person: str = "clerk",
    *,
    patience: int = 30_000,
) -> Window:
    """A window with a section that saves 0.3 seconds after the last change."""
    window = new_window(person)
    window.page.add_init_script(HURRY % json.dumps({"pause": "300", "patience": str(patience)}))
    window.open_section(report.pk, key)
    return window


def looked_at(window: Window, name: str) -> None:
    """Accessible and within the screen, wide and narrow; a picture on request."""
    assert_looks_right(window.page, name)
    window.page.set_viewport_size(DESKTOP)


def test_what_is_typed_is_saved_by_itself_without_moving_anything(
    report: Report, new_window: NewWindow
) -> None:
    window = opened(new_window, report, "applications")
    scrolled = "document.querySelector('.grid-frame').scrollTop"
    window.type_in({THEIRS: "8", MINE: "12abc"})
    before = window.page.evaluate(scrolled)

    state(window, "saved", "已保存")

    assert (figure(report), figure(report, THEIRS)) == ("12abc", "8")
    expect(window.cell(MINE)).to_be_focused()
    window.shows({THEIRS: "8", MINE: "12abc"})
    expect(window.findings("F102")).to_have_count(1)
    expect(window.page.locator("[data-navigator] [aria-current]")).to_contain_text("有问题")
    assert window.page.evaluate(scrolled) == before
    looked_at(window, "saved")
    window.page.reload()
    expect(window.page.locator("local-copy")).to_be_hidden()


def test_the_state_is_honest_while_the_server_is_gone_and_back(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report)
    with injected(window.page, gone):
        box(window).fill("断网时写的。")
        state(window, "failing", "未保存：连不上服务器，正在重试；填的内容已留在这台电脑上")
        box(window).press_sequentially("接着写。")
        state(window, "failing", "未保存")
        assert text_of(report) == ""
        looked_at(window, "failing")

    state(window, "saved", "已保存")
    assert text_of(report) == "断网时写的。接着写。"


@pytest.fixture
def server(report: Report) -> Iterator[KillableServer]:
    """A server of this test's own."""
    server = KillableServer()
    yield server
    server.kill()


def test_a_server_that_is_killed_and_started_again_loses_nothing(
    report: Report, new_window: NewWindow, server: KillableServer
) -> None:
    window = opened(new_window, report)
    window.page.goto(f"{server.url}/desk/reports/{report.pk}/overview/")
    box(window).press_sequentially("服务器还在时")
    server.kill()
    box(window).press_sequentially("和停了以后写的。")
    state(window, "failing", "未保存：连不上服务器，正在重试；填的内容已留在这台电脑上")

    server.start()

    expect(window.page.locator("section-saver")).to_have_attribute("data-state", "saved", timeout=20_000)
    assert text_of(report) == "服务器还在时和停了以后写的。"


def test_an_answer_that_was_lost_leads_to_no_conflict_with_oneself(
    report: Report, new_window: NewWindow
) -> None:
    window = opened(new_window, report)
    with injected(window.page, lost):
        box(window).fill("一")
        state(window, "failing", "未保存")
        assert text_of(report) == "一"
        box(window).fill("一二")

    state(window, "saved", "已保存")
    assert text_of(report) == "一二"


@pytest.mark.parametrize(
    ("status", "code", "name", "words"),
    [
        (403, "", "refused", "服务器没有接受"),
        (403, "locked_by_state", "refused", "年报现在是“待审核”"),
        (409, "", "refused", "别人保存过这一部分"),
        (413, "", "refused", "内容太长"),
        (500, "", "failing", "服务器出错（500）"),
        (502, "", "failing", "服务器出错（502）"),
    ],
)
def test_a_refusal_is_said_and_nothing_is_lost(
    report: Report, new_window: NewWindow, tripwire: Tripwire, status: int, code: str, name: str, words: str
) -> None:
    window = opened(new_window, report)
    with injected(window.page, answering(tripwire, status, code, "年报现在是“待审核”，不能再修改")):
        box(window).fill("还没有保存的话。")
        state(window, name, f"未保存：{words}")
        expect(window.page.locator("[data-status]")).to_contain_text("已留在这台电脑上")
        looked_at(window, f"refused-{status}")

    window.save()

    state(window, "saved", "已保存")
    assert text_of(report) == "还没有保存的话。"


def test_a_server_that_hangs_is_given_up_and_asked_again(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report, patience=2000)
    with injected(window.page, hanging):
        box(window).fill("等不到回应。")
        state(window, "saving", "正在保存")
        state(window, "failing", "未保存：服务器没有回应")

    state(window, "saved", "已保存")
    assert text_of(report) == "等不到回应。"


def test_a_session_that_ended_is_renewed_in_place(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(401)
    tripwire.allow(400)
    window = opened(new_window, report)
    Session.objects.all().delete()
    box(window).fill("登录失效时写的。")
    dialog = window.page.get_by_role("dialog", name="请重新登录")
    expect(dialog).to_be_visible()
    state(window, "refused", "登录已失效")
    looked_at(window, "sign-in")

    dialog.get_by_label("密码").fill("wrong")
    dialog.get_by_role("button", name="登录并保存").click()
    expect(dialog).to_contain_text("用户名或密码不正确")
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录并保存").click()

    expect(dialog).to_be_hidden()
    expect(box(window)).to_be_focused()
    state(window, "saved", "已保存")
    assert text_of(report) == "登录失效时写的。"
    box(window).fill("接着写。")
    state(window, "saved", "已保存")
    assert text_of(report) == "接着写。"


def test_somebody_else_who_signed_in_is_named_and_saves_nothing(
    report: Report, new_window: NewWindow, tripwire: Tripwire, cast: dict[str, User]
) -> None:
    tripwire.allow(403)
    window = opened(new_window, report)
    origin = re.sub(r"/desk/.*", "", window.page.url)
    sign_in_by_cookie(window.page.context, cast["stranger"], origin)
    box(window).fill("苏禾写的。")

    dialog = window.page.get_by_role("dialog", name="请重新登录")
    expect(dialog).to_contain_text("现在登录的是“车路”")
    assert text_of(report) == ""
    dialog.get_by_label("密码").fill(PASSWORD)
    dialog.get_by_role("button", name="登录并保存").click()

    state(window, "saved", "已保存")
    saved = Section.objects.get(report=report, key="overview")
    assert (text_of(report), str(saved.changed_by)) == ("苏禾写的。", "苏禾")


def test_a_cleared_token_is_renewed_unnoticed(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(403)
    window = opened(new_window, report)
    window.page.context.clear_cookies(name="csrftoken")

    box(window).fill("没有令牌。")

    state(window, "saved", "已保存")
    assert text_of(report) == "没有令牌。"


def reopened(window: Window, report: Report, key: str) -> Window:
    """The same section in the same browser, after the page has crashed."""
    crash(window.page)
    again = Window(window.page.context.new_page())
    again.open_section(report.pk, key)
    return again


def test_a_browser_that_died_offers_what_was_typed(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report, "applications")
    with injected(window.page, gone):
        window.fill({MINE: "8"})
        state(window, "failing", "未保存")
        again = reopened(window, report, "applications")

    offer = again.page.locator("local-copy")
    expect(offer.locator("tbody td")).to_have_text(["（空白）", "8"])
    expect(again.cell(MINE)).to_have_value("")
    looked_at(again, "offer")
    offer.get_by_role("button", name=re.compile("恢复未保存的内容")).click()
    expect(offer).to_be_hidden()
    again.shows({MINE: "8"})
    expect(again.cell(MINE)).to_be_focused()
    state(again, "saved", "已保存")
    assert figure(report) == "8"


def test_what_was_typed_before_it_died_meets_what_others_saved_since(
    report: Report, new_window: NewWindow, tripwire: Tripwire, cast: dict[str, User]
) -> None:
    tripwire.allow(409)
    window = opened(new_window, report)
    with injected(window.page, gone):
        box(window).fill("苏禾写的。")
        state(window, "failing", "未保存")
        type_in(report, "overview", {"text": "车路写的。"}, by=cast["stranger"])
        again = reopened(window, report, "overview")

    again.page.get_by_role("button", name=re.compile("恢复未保存的内容")).click()

    expect(again.page.get_by_role("dialog")).to_contain_text("车路写的。")
    assert text_of(report) == "车路写的。"


def test_what_is_thrown_away_does_not_come_back(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report)
    with injected(window.page, gone):
        box(window).fill("不要的。")
        state(window, "failing", "未保存")
        again = reopened(window, report, "overview")
    again.page.get_by_role("button", name="丢弃").click()
    expect(again.page.locator("local-copy")).to_be_hidden()
    expect(box(again)).to_be_focused()

    again.page.reload()

    expect(again.page.locator("local-copy")).to_be_hidden()
    expect(box(again)).to_have_value("")


def test_two_in_different_cells_go_together_by_themselves(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(409)
    first = opened(new_window, report, "applications", "stranger")
    second = opened(new_window, report, "applications")
    expect(second.page.locator("section-presence")).to_have_text("车路 也打开了这一部分")
    first.fill({THEIRS: "9"})
    state(first, "saved", "已保存")

    second.fill({MINE: "8"})

    expect(second.page.locator("[data-merged]")).to_contain_text("车路")
    state(second, "saved", "已保存")
    second.shows({MINE: "8", THEIRS: "9"})
    assert (figure(report), figure(report, THEIRS)) == ("8", "9")
    looked_at(second, "merged")
    second.cell(MINE).press("Control+z")
    second.cell(MINE).press("Control+z")
    second.shows({MINE: "", THEIRS: "9"})


def test_two_in_different_sections_do_not_meet(report: Report, new_window: NewWindow) -> None:
    first, second = opened(new_window, report, "overview", "stranger"), opened(new_window, report, "problems")

    box(first).fill("总体情况。")
    box(second).fill("主要问题。")

    for window in (first, second):
        state(window, "saved", "已保存")
    assert (text_of(report), text_of(report, "problems")) == ("总体情况。", "主要问题。")
    expect(second.page.locator("section-presence")).to_have_text("")


def test_what_both_changed_is_chosen_cell_by_cell(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(409)
    first = opened(new_window, report, "applications", "stranger")
    second = opened(new_window, report, "applications")
    other = "applications.carried_in.other_org"
    first.fill({THEIRS: "9", MINE: "1", other: "5"})
    state(first, "saved", "已保存")

    second.fill({THEIRS: "7", MINE: "8"})

    dialog = second.page.get_by_role("dialog")
    expect(dialog.locator("tbody tr")).to_have_count(2)
    expect(dialog).to_contain_text("车路 在")
    expect(dialog.get_by_role("button", name="按选择的保存")).to_be_disabled()
    state(second, "refused", "车路 保存过这一部分，请对照后选择")
    looked_at(second, "comparison")
    dialog.get_by_role("radio", name=re.compile("本年新收.*用 车路 保存的")).check()
    dialog.get_by_role("radio", name=re.compile("予以公开.*用我填的")).check()
    assert (figure(report), figure(report, THEIRS)) == ("1", "9")
    dialog.get_by_role("button", name="按选择的保存").click()

    expect(second.cell(MINE)).to_be_focused()
    state(second, "saved", "已保存")
    second.shows({THEIRS: "9", MINE: "8", other: "5"})
    assert [figure(report, one) for one in (THEIRS, MINE, other)] == ["9", "8", "5"]


def test_what_both_changed_in_a_text_is_chosen_paragraph_by_paragraph(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(409)
    first = opened(new_window, report, person="stranger")
    box(first).fill("第一段。\n第二段。\n第三段。")
    state(first, "saved", "已保存")
    second = opened(new_window, report)
    box(first).fill("第一段，车路改。\n第二段。\n第三段，车路改。")
    state(first, "saved", "已保存")

    box(second).fill("第一段。\n第二段。\n第三段，苏禾改。")

    dialog = second.page.get_by_role("dialog")
    expect(dialog.locator("tbody tr")).to_have_count(1)
    looked_at(second, "comparison-text")
    dialog.get_by_text("两段都留").click()
    dialog.get_by_role("button", name="按选择的保存").click()

    state(second, "saved", "已保存")
    assert text_of(report) == "第一段，车路改。\n第二段。\n第三段，苏禾改。\n第三段，车路改。"


def test_whoever_does_not_choose_overwrites_nothing(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(409)
    first, second = opened(new_window, report, person="stranger"), opened(new_window, report)
    box(first).fill("车路写的。")
    state(first, "saved", "已保存")
    box(second).fill("苏禾写的。")
    dialog = second.page.get_by_role("dialog")
    expect(dialog).to_be_visible()

    second.page.keyboard.press("Escape")
    expect(box(second)).to_be_focused()
    box(second).press_sequentially("再写一句。")
    second.page.wait_for_timeout(1000)

    state(second, "refused", "未保存")
    assert text_of(report) == "车路写的。"
    second.button("保存").click()
    expect(dialog).to_be_visible()


def test_leaving_by_a_link_saves_first(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report)
    box(window).fill("写完就走。")

    window.page.get_by_role("link", name="我的工作台").click()

    expect(window.page).to_have_url(re.compile("/desk/$"))
    assert text_of(report) == "写完就走。"


def test_a_report_submitted_meanwhile_says_so_and_keeps_what_was_typed(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(403)
    window = opened(new_window, report)
    Report.objects.filter(pk=report.pk).update(state=State.SUBMITTED)

    box(window).fill("来不及了。")

    state(window, "refused", "未保存：年报现在是“待审核”，不能再修改")
    expect(box(window)).to_have_value("来不及了。")
    looked_at(window, "locked")


def test_what_cannot_be_read_is_said_at_the_bar_and_saved_once_it_is_mended(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    tripwire.allow(422)
    window = opened(new_window, report, "other_matters")
    box(window).fill("无其他事项。")
    amount = window.page.locator("#id_notices_amount")
    amount.fill("12元")
    state(window, "refused", "通知收取的总金额（元）：“12元”不是数字")
    expect(amount).to_have_attribute("aria-invalid", "true")
    looked_at(window, "invalid")

    amount.fill("12")

    state(window, "saved", "已保存")
    assert text_of(report, "other_matters") == "无其他事项。"


def test_an_explanation_being_written_outlives_an_autosave(report: Report, new_window: NewWindow) -> None:
    window = opened(new_window, report, "disclosure")
    fees = "disclosure.administrative_fees.amount"
    window.fill({fees: "70487"})
    state(window, "saved", "已保存")
    window.page.locator(".say-box").first.evaluate("box => box.open = true")
    said = window.page.locator(".say textarea").first
    said.fill("当年集中收取，已核对。")

    window.page.locator(f'[id="{fees}"]').evaluate("cell => { cell.value = '70488'; }")
    window.cell(fees).dispatch_event("input")
    said.focus()
    state(window, "saved", "已保存")

    expect(said).to_have_value("当年集中收取，已核对。")
    expect(said).to_be_focused()
