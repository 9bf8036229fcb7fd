"""Texts in boxes and pairs, with and without the script."""

from playwright.sync_api import expect

from govreport.agencies.models import User
from govreport.reports.models import Report
from govreport.reports.saving import stored
from tests.drafts import section_of, type_in
from tests.journeys.box_places import published_last_year
from tests.journeys.conftest import NewWindow
from tests.journeys.tripwire import Tripwire
from tests.journeys.visit import Visit

LONG = "全年通过县政府网站林业专栏公布信息459条，其中造林补贴名单12批。"


def text_of(report: Report, key: str) -> str:
    return str(stored(section_of(report, key))["text"])


def test_a_paragraph_is_copied_taken_back_and_marked_until_it_is_edited(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    visit = Visit(new_window, tripwire, report)
    published_last_year(visit)
    page = visit.section("overview").page
    item, box = page.locator("[data-item]").first, page.locator("#id_proactive")
    box.fill("本年新写的。")

    item.get_by_role("button").click()
    expect(box).to_have_value(f"本年新写的。\n{LONG}")
    expect(item).to_have_attribute("data-kept", "copied")
    expect(box).to_be_focused()
    page.keyboard.press("Control+z")
    expect(box).to_have_value("本年新写的。")
    item.get_by_role("button").click()
    box.press_sequentially("又改。")

    expect(item.get_by_role("button")).to_be_visible()
    expect(page.locator("section-saver")).to_have_attribute("data-state", "saved", timeout=8000)
    assert text_of(report, "overview") == f"（一）主动公开\n本年新写的。\n{LONG}又改。"


def test_pairs_are_added_and_one_that_somebody_else_added_is_not_lost(
    report: Report, new_window: NewWindow, tripwire: Tripwire, cast: dict[str, User]
) -> None:
    tripwire.allow(409)
    window = Visit(new_window, tripwire, report).section("problems")
    window.button("再加一对").click()
    expect(window.page.get_by_label("问题 2")).to_be_focused()
    expect(window.page.locator("section-saver")).to_have_attribute("data-state", "saved", timeout=8000)
    theirs = {f"{side}_{number}": f"{side}{number}。" for side in ("problem", "measure") for number in (2, 3)}
    type_in(report, "problems", {"problem_1": "别人的。", **theirs}, by=cast["stranger"])

    window.page.get_by_label("改进措施 1").fill("我的。")
    window.button("保存").click()
    expect(window.page.locator("[data-merged]")).to_contain_text("已并入")
    expect(window.page.locator("section-saver")).to_have_attribute("data-state", "saved")

    assert text_of(report, "problems") == (
        "（一）存在的主要问题\n1.别人的。\n2.problem2。\n3.problem3。\n"
        "（二）改进情况\n1.我的。\n2.measure2。\n3.measure3。"
    )


def test_without_script_enter_saves_and_copies_nothing(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    published_last_year(Visit(new_window, tripwire, report))
    window = new_window("clerk", script=False)
    window.open_section(report.pk, "other_matters")
    window.page.locator("#id_text").fill("无其他事项。")

    window.page.locator("#id_notices_issued").fill("2")
    with window.page.expect_navigation():
        window.page.keyboard.press("Enter")

    assert text_of(report, "other_matters") == "无其他事项。"
    expect(window.page.locator("fee-sentence")).to_contain_text("发出收费通知2件")
