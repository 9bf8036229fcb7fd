"""The whole way of one report: submitted, returned, submitted again, approved, published, downloaded."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from govreport.agencies.models import User
from govreport.editions.lookup import edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Cell
from govreport.publishing.models import Publication
from govreport.reports.models import Report
from tests.drafts import complete
from tests.journeys.conftest import NewWindow
from tests.journeys.test_clerk import TABLES, seed
from tests.journeys.windows import Window
from tests.rendering.reports import Printed

ADDRESS = "/agencies/zezhou-zrzyj/2023/"
REASON = "请把行政处罚决定的数量再核对一遍"


@pytest.fixture
def filled_in(report: Report, cast: dict[str, User]) -> Report:
    """The bureau's report with the seed's figures, nothing left to correct."""
    figures = {name: text for table in TABLES for name, text in seed(table).items()}
    return complete(report, by=cast["clerk"], figures=figures)


@pytest.mark.sqlite
def test_a_report_goes_from_the_clerk_to_the_public(
    filled_in: Report, new_window: NewWindow, tmp_path: Path
) -> None:
    clerk, supervisor, visitor = (new_window(person) for person in ("clerk", "supervisor", "anonymous"))

    submits(clerk)
    returns(supervisor)
    mends_and_submits_again(clerk, filled_in)
    approves_and_publishes(supervisor)
    printed = downloads(visitor, tmp_path)

    assert Publication.objects.get().content == printed.content
    holds_every_figure(printed)


def goes_to(window: Window, button: str, page: str, heading: str) -> None:
    """From the desk by the button of the report and the link above it."""
    window.page.goto("/desk/")
    window.page.get_by_role("link", name=button).first.click()
    window.page.get_by_role("link", name=page).first.click()
    expect(window.page.get_by_role("heading", name=heading)).to_be_visible()


def goes_to_submit(clerk: Window) -> None:
    goes_to(clerk, "继续填报", "核对与提交", "提交审核")
    expect(clerk.page.locator(".decision")).to_contain_text("林远")


def goes_to_review(supervisor: Window) -> None:
    goes_to(supervisor, "去审核", "查看与审核", "下一步")


def does(window: Window, button: str, state: str) -> None:
    """Press the button of an action; the report then stands in this state."""
    window.button(button).click()
    expect(window.page.locator(".report-header .state")).to_have_text(state)


def submits(clerk: Window) -> None:
    goes_to_submit(clerk)
    clerk.button("提交给审核人 林远").dblclick()
    expect(clerk.button("撤回")).to_be_visible()
    expect(clerk.page.get_by_role("alert")).to_have_count(0)  # it was sent once


def returns(supervisor: Window) -> None:
    goes_to_review(supervisor)
    expect(supervisor.page.locator(".key-figures")).to_contain_text("行政处罚决定")
    supervisor.button("退回修改").click()
    expect(supervisor.page.get_by_role("alert")).to_contain_text("请写明理由")
    supervisor.page.get_by_label("理由").fill(REASON)
    does(supervisor, "退回修改", "退回修改")


def mends_and_submits_again(clerk: Window, report: Report) -> None:
    clerk.page.goto(f"/desk/reports/{report.pk}/submit/")
    expect(clerk.page.locator(".remark")).to_contain_text(REASON)
    clerk.open_section(report.pk, "disclosure")
    clerk.fill({"disclosure.penalties.decisions": "48"})
    clerk.save()
    goes_to_submit(clerk)
    expect(clerk.page.locator(".changed")).to_contain_text("48")
    does(clerk, "提交给审核人 林远", "待审核")


def approves_and_publishes(supervisor: Window) -> None:
    goes_to_review(supervisor)
    expect(supervisor.page.locator('[id="disclosure.penalties.decisions"]')).to_have_text("48")
    does(supervisor, "审签通过", "已审签")
    supervisor.page.get_by_role("link", name="发布", exact=True).click()
    expect(supervisor.page.locator(".publish-facts")).to_contain_text(ADDRESS)
    does(supervisor, "确认发布", "已发布")
    supervisor.page.get_by_role("link", name="查看公开页面").click()
    expect(supervisor.page).to_have_url(re.compile(f"{ADDRESS}$"))


def downloads(visitor: Window, folder: Path) -> Printed:
    visitor.page.goto("/")
    visitor.page.get_by_role("link", name="泽州县自然资源局2023年").first.click()
    expect(visitor.page.locator("article.report")).to_contain_text("2023年政府信息公开工作年度报告")
    answer = visitor.page.request.get(f"{ADDRESS}report.pdf")
    file = folder / "report.pdf"
    file.write_bytes(answer.body())
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return Printed(Publication.objects.get().content, file)


def holds_every_figure(printed: Printed) -> None:
    """Every row of the three tables stands in the PDF with the figures of the database."""
    text = "".join(printed.pages)
    for table in edition("2021").tables:
        for row in (row for body in table.bodies for row in body):
            figures = [printed.content.figures[item.address] for item in row if isinstance(item, Cell)]
            assert "".join(plain(figure) for figure in figures) in text
