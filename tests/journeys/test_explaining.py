"""A query is explained where it stands; the explanation goes with the report until the data change."""

import pytest
from playwright.sync_api import expect

from govreport.agencies.models import User
from govreport.reports.models import Report
from tests.contents import NARRATIVE
from tests.drafts import complete, type_in
from tests.journeys.conftest import NewWindow
from tests.journeys.places import FEES
from tests.journeys.windows import Window

SELECTED = "box => box.value.slice(box.selectionStart, box.selectionEnd)"
SAID = "当年集中收取森林植被恢复费，已与财政票据核对。"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_query_is_explained_seen_by_the_reviewer_and_asked_again(
    report: Report, cast: dict[str, User], new_window: NewWindow, script: bool
) -> None:
    complete(report, by=cast["clerk"], figures={FEES: "70487"})
    clerk, supervisor = new_window("clerk", script=script), new_window("supervisor", script=script)

    submits_in_vain(clerk, report)
    explains_with_the_keyboard(clerk, report)
    changes_the_figure_and_back(clerk, report)
    submits(clerk, report)

    supervisor.page.goto(f"/desk/reports/{report.pk}/review/")
    expect(supervisor.findings("X304")).to_contain_text(SAID)


def submits_in_vain(window: Window, report: Report) -> None:
    window.page.goto(f"/desk/reports/{report.pk}/submit/")
    expect(window.page.locator(".decision")).to_contain_text("还有 1 处需要改正或写情况说明，暂不能提交")
    expect(window.page.locator(".decision").get_by_role("button")).to_have_count(0)


def explains_with_the_keyboard(window: Window, report: Report) -> None:
    window.open_section(report.pk, "disclosure")
    window.follow(window.page.locator(".say-box summary"))
    window.tab_to(window.page.get_by_label("情况说明"))
    window.page.keyboard.type(SAID)
    window.press(window.button("保存说明"))
    expect(window.findings("X304")).to_contain_text("✓ 已说明")
    expect(window.page.locator("[aria-current=page]")).to_contain_text("完成")


def changes_the_figure_and_back(window: Window, report: Report) -> None:
    window.fill({FEES: "80487"})
    window.save()
    expect(window.findings("X304")).to_contain_text("数据已变，请重新说明")
    expect(window.page.get_by_label("情况说明")).to_have_value(SAID)
    window.fill({FEES: "70487"})
    window.save()
    expect(window.findings("X304")).to_contain_text("✓ 已说明")


def submits(window: Window, report: Report) -> None:
    window.page.goto(f"/desk/reports/{report.pk}/submit/")
    window.button("提交给审核人 林远").click()
    expect(window.page.locator(".report-header .state")).to_have_text("待审核")


def test_a_link_leads_to_the_very_words_from_the_section_and_from_the_whole_report(
    report: Report, cast: dict[str, User], new_window: NewWindow
) -> None:
    complete(report, by=cast["clerk"])
    text = {"text": f"{NARRATIVE['overview']}本单位收到政府信息公开申请9件。"}
    type_in(report, "overview", text, by=cast["clerk"])
    window = new_window("clerk")

    for page in ("overview", "submit"):
        window.page.goto(f"/desk/reports/{report.pk}/{page}/")
        window.findings("N501").get_by_role("link").click()
        box = window.page.locator("#id_text")
        expect(box).to_be_focused()

        assert box.evaluate(SELECTED) == "收到政府信息公开申请9件"
