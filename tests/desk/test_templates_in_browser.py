"""The desk's pages in a browser, under a strict content security policy: accessible and live."""

import mimetypes
from collections.abc import Callable, Iterator

import pytest
from allauth.account.forms import LoginForm
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from playwright.sync_api import Locator, Page, Route, expect, sync_playwright

from govreport.editions.lookup import edition
from govreport.reports.models import SectionKey
from tests.browser import launched
from tests.desk.previews import STALE, home_page, html, table_page, text_page
from tests.looks import assert_looks_right

pytestmark = pytest.mark.journey

POLICY = "default-src 'self'; img-src 'self' data:"
SITE = "http://desk.test"

RECEIVED = "applications.new_received.natural_person"
GRANTED = "applications.granted.natural_person"
ZEROS = {str(cell.address): "0" for cell in edition("2021").entries("applications")}
WRONG = ZEROS | {RECEIVED: "18", GRANTED: "10", "applications.granted.other_org": "两件"}

PAGES: dict[str, Callable[[], str]] = {
    "home": lambda: html("desk/home.html", home_page(), "/desk/"),
    "table 2": lambda: html("desk/editor.html", table_page("disclosure", {})),
    "table 3": lambda: html("desk/editor.html", table_page("applications", WRONG)),
    "table 4": lambda: html("desk/editor.html", table_page("disputes", {})),
    "text": lambda: html("desk/editor.html", text_page(SectionKey.OTHER_MATTERS)),
    "stale": lambda: html("desk/editor.html", table_page("applications", WRONG, stale=STALE)),
    "reader": lambda: html("desk/editor.html", table_page("applications", WRONG, editable=False)),
    "sign in": lambda: render_to_string("account/login.html", {"form": LoginForm()}),
    "not found": lambda: render_to_string("404.html"),
}


def answer(route: Route) -> None:
    """Static files as they are; every other address is the page of that name."""
    path = route.request.url.removeprefix(SITE).split("#")[0]
    if path.startswith("/static/"):
        route.fulfill(
            path=str(finders.find(path.removeprefix("/static/"))), content_type=mimetypes.guess_type(path)[0]
        )
        return
    name = path.strip("/").replace("%20", " ")
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
    route.fulfill(body=PAGES[name]() if name in PAGES else "", headers=headers)


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.on("dialog", lambda dialog: dialog.accept())
        page.route("**/*", answer)
        yield page
        browser.close()


@pytest.fixture
def grid(window: Page) -> Page:
    """Table 三, freshly opened."""
    window.set_viewport_size({"width": 1366, "height": 768})
    window.goto(f"{SITE}/table 3")
    return window


def cell(page: Page, address: str) -> Locator:
    return page.locator(f"[id='{address}']")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_never_scrolls_sideways(window: Page, name: str) -> None:
    window.goto(f"{SITE}/{name}")

    assert_looks_right(window, f"template-{name}")


def test_totals_and_balance_follow_the_typing(grid: Page) -> None:
    cell(grid, GRANTED).fill("１8")

    expect(cell(grid, "applications.granted.total")).to_have_text("18")
    expect(cell(grid, "applications.results_total.natural_person")).to_have_text("18")
    expect(grid.locator("[data-balance='natural_person']")).to_have_text("✓ 相等")
    expect(grid.locator("[data-balance='total']")).to_have_text("暂无法核对")


def test_an_entry_that_is_no_number_is_explained_at_once_and_counts_as_blank(grid: Page) -> None:
    cell(grid, GRANTED).fill("1O")

    expect(cell(grid, GRANTED)).to_have_attribute("aria-invalid", "true")
    expect(cell(grid, GRANTED)).to_have_accessible_description("⚠ “1O”不是数字，应为 0 至 99,999,999 的整数")
    expect(grid.locator("[data-balance='natural_person']")).to_have_text("相差 18")


def test_what_the_server_said_returns_with_the_old_entry(grid: Page) -> None:
    wrong = cell(grid, "applications.granted.other_org")

    wrong.fill("2")
    expect(wrong).not_to_have_attribute("aria-invalid", "true")
    wrong.fill("两件")

    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_attribute("aria-describedby", "note-applications.granted.other_org")


def test_enter_and_arrows_walk_through_the_column(grid: Page) -> None:
    cell(grid, RECEIVED).focus()

    grid.keyboard.press("Enter")
    grid.keyboard.press("ArrowDown")
    expect(cell(grid, GRANTED)).to_be_focused()
    grid.keyboard.press("ArrowUp")

    expect(cell(grid, "applications.carried_in.natural_person")).to_be_focused()


def test_a_finding_leads_into_its_cell(grid: Page) -> None:
    grid.get_by_role("link", name="自然人列").click()

    expect(cell(grid, RECEIVED)).to_be_focused()
    expect(grid.locator(f"[id='note-{RECEIVED}']")).to_be_visible()


def test_the_save_bar_knows_what_is_not_saved(grid: Page) -> None:
    cell(grid, GRANTED).fill("11")
    expect(grid.locator("[data-status]")).to_contain_text("未保存：正在填写")

    cell(grid, GRANTED).fill("10")

    expect(grid.locator("[data-status]")).to_contain_text("已保存 1月12日 10:42")


def test_leaving_with_unsaved_work_is_asked_about(grid: Page) -> None:
    cell(grid, GRANTED).fill("11")

    with grid.expect_event("dialog") as asked:
        grid.goto(f"{SITE}/home")

    assert asked.value.type == "beforeunload"


def test_saving_is_not_asked_about_and_sends_every_entry(grid: Page) -> None:
    cell(grid, GRANTED).fill("11")

    with grid.expect_request(lambda request: request.method == "POST") as sent:
        grid.get_by_role("button", name="保存", exact=True).click()

    assert f'name="{GRANTED}"\r\n\r\n11\r\n' in (sent.value.post_data or "")


def test_the_head_and_the_balance_stay_in_sight(grid: Page) -> None:
    cell(grid, "applications.unprocessed_duplicate.natural_person").focus()

    for place in ("th >> text=申请人情况", "[data-balance='natural_person']", "text=已保存 1月12日"):
        expect(grid.locator(place).first).to_be_in_viewport()
