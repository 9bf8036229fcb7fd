"""The page in a browser: accessible, and no wider than a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from govreport.rendering.document import document
from govreport.rendering.html import page
from tests.browser import launched
from tests.looks import assert_looks_right
from tests.rendering.reports import NAMES, report

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(window: Page, name: str) -> None:
    window.set_content(page(document(report(name))))

    assert_looks_right(window, f"report-{name}")


@pytest.mark.parametrize("width", [320, 390, 768, 1366])
def test_the_page_never_scrolls_sideways(window: Page, width: int) -> None:
    window.set_viewport_size({"width": width, "height": 844})
    window.set_content(page(document(report(NAMES[0]))))

    assert window.evaluate("document.documentElement.scrollWidth") == width


def test_the_large_table_scrolls_in_its_own_frame_on_a_phone(window: Page) -> None:
    window.set_viewport_size({"width": 390, "height": 844})
    window.set_content(page(document(report(NAMES[0]))))

    frame = window.get_by_role("region", name="三、收到和处理政府信息公开申请情况（表格）")

    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
