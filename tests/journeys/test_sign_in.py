"""The way in and out, and the warning before work is lost."""

import re

from django.conf import settings
from playwright.sync_api import Dialog, Page, expect

from govreport.agencies.models import Agency, User
from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow
from tests.journeys.faults import gone, injected
from tests.journeys.tripwire import Tripwire
from tests.people import PASSWORD

CELL = "disputes.reconsideration.upheld"


def sign_in(page: Page, password: str) -> None:
    page.get_by_label("用户名").fill("clerk")
    page.locator("input[type=password]").fill(password)
    with page.expect_navigation():
        page.get_by_role("button", name="登录").click()


def test_a_wrong_password_is_answered_in_chinese(page: Page, cast: dict[str, User]) -> None:
    page.goto("/accounts/login/")

    sign_in(page, "not-the-password")

    expect(page.get_by_text("用户名或密码不正确。")).to_be_visible()
    expect(page.get_by_label("用户名")).to_have_value("clerk")


def test_who_signs_in_comes_where_they_wanted_to_and_signs_out_again(
    page: Page, bureau: Agency, tripwire: Tripwire
) -> None:
    page.goto("/desk/")
    sign_in(page, PASSWORD)
    expect(page).to_have_url(re.compile("/desk/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("苏禾")

    tripwire.allow(404)  # the portal at / comes with stage 3
    page.get_by_role("button", name="退出").click()

    page.goto("/desk/")
    expect(page).to_have_url(re.compile(re.escape(settings.LOGIN_URL)))


def test_leaving_with_unsaved_work_warns(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    window.page.on("dialog", stay)
    window.open_section(report.pk, "disputes")
    with injected(window.page, gone):
        window.type_in({CELL: "4"})
        link = window.page.get_by_role("link", name="我的工作台")
        link.click()
        expect(window.page.get_by_role("status").filter(has_text="未保存：连不上服务器")).to_be_visible()
        assert asked == []  # the first time it is only said

        link.click()

        window.page.wait_for_timeout(300)
        assert asked == ["beforeunload"]
        window.shows({CELL: "4"})


def test_leaving_without_unsaved_work_does_not_warn(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.page.on("dialog", lambda dialog: dialog.dismiss())
    window.open_section(report.pk, "disputes")
    window.type_in({CELL: "4"})
    window.save()

    window.page.get_by_role("link", name="我的工作台").click()

    expect(window.page).to_have_url(re.compile("/desk/$"))
