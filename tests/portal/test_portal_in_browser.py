"""The portal in a browser: accessible, no wider than the screen, and printed like the official form."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from govreport.agencies.models import Agency
from govreport.portal import listing
from govreport.portal.pages import HomePage
from govreport.portal.views import home
from tests.browser import launched
from tests.drafts import NOW
from tests.looks import SIZES, assert_looks_right
from tests.portal.conftest import Publish

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# What decides how everything in the report is printed.
LOOKS = """() => [...document.querySelectorAll(".report, .report *")].map(element => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    return [element.tagName, box.width, box.height, box.left, style.font, style.color, style.margin,
        style.padding, style.border, style.textIndent, style.textAlign, style.boxSizing].join(" ");
})"""

PUBLISHED = [
    *(("yunxi-lyj", year) for year in (2019, 2020, 2022, 2023)),
    *((code, 2023) for code in ("yunxi", "yunxi-gov", "yunxi-jtj", "yunxi-qhz", "hekou-lyj")),
]
FIGURES = {
    "applications.new_received.natural_person": 18,
    "applications.new_received.total": 18,
    "applications.granted.natural_person": 18,
    "applications.granted.total": 18,
    "applications.results_total.natural_person": 18,
    "applications.results_total.total": 18,
}
CORRECTED = dict.fromkeys(FIGURES, 19)

# name: address, status
PLACES = {
    "home": ("/", 200),
    "checks": ("/checks/", 200),
    "found": ("/?q=云溪", 200),
    "found-nothing": ("/?q=水利", 200),
    "agency": ("/agencies/yunxi-lyj/", 200),
    "agency-without-reports": ("/agencies/hekou/", 200),
    "report": ("/agencies/yunxi-lyj/2023/", 200),
    "report-of-2019": ("/agencies/yunxi-lyj/2019/", 200),
    "old-version": ("/agencies/yunxi-lyj/2023/v1/", 200),
    "not-found": ("/agencies/yunxi-lyj/2031/", 404),
    "forbidden": ("/?q=forbidden", 403),
    "file-lost": ("/agencies/yunxi-lyj/2021/report.pdf", 503),
    "bad-request": ("/?q=nonsense", 400),
    "broken": ("/?q=broken", 500),
}
TROUBLES: dict[str, Exception] = {
    "forbidden": PermissionDenied(),
    "nonsense": SuspiciousOperation(),
    "broken": RuntimeError("for the test"),
}


def troubled(text: str) -> HomePage:
    """The front page, or trouble of the kind that is asked for."""
    if text in TROUBLES:
        raise TROUBLES[text]
    return listing.home_page(text)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread
        with sync_playwright() as playwright:
            browser = launched(playwright)
            yield browser
            browser.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A window of somebody who has not signed in."""
    context = browser.new_context(base_url=live_server.url, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture
def county_at_work(publish: Publish, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some reports, one of them corrected, one without its file; and trouble on demand."""
    Agency.objects.filter(code="yunxi-lyj").update(
        office="云溪县林业局办公室",
        address="云溪县城关镇文化路18号",
        postcode="048000",
        telephone="0356-1234567",
        email="lyj@yunxi.example",
    )
    for day, (code, year) in enumerate(PUBLISHED):
        publish(code, year, figures=FIGURES, at=NOW + timedelta(days=day))
    lost = publish("yunxi-lyj", 2021, figures=FIGURES)
    (store / lost.artifacts.get(format="pdf").sha256).unlink()
    note = "表三“本年新收政府信息公开申请数量”自然人一列误填为18件，更正为19件，总计相应更正。"
    publish("yunxi-lyj", 2023, figures=CORRECTED, note=note, at=NOW + timedelta(days=40))
    monkeypatch.setattr(home, "home_page", troubled)


@pytest.mark.parametrize("place", PLACES)
def test_a_page_is_accessible_and_fits_the_screen(page: Page, county_at_work: None, place: str) -> None:
    address, status = PLACES[place]
    answer = page.goto(address)

    assert answer is not None
    assert answer.status == status
    assert_looks_right(page, f"portal-{place}")


def test_the_page_prints_like_the_stored_page(page: Page, county_at_work: None, store: Path) -> None:
    """The site around the report leaves no trace on paper: the same boxes as in the file of its own."""
    page.emulate_media(media="print")
    page.set_viewport_size(SIZES["desktop"])

    page.goto("/agencies/yunxi-lyj/2023/")
    here = page.evaluate(LOOKS)
    file = page.request.get("/agencies/yunxi-lyj/2023/report.html")
    page.goto("about:blank")  # away from our policy, which lets no style of the file through
    page.set_content(file.text())

    assert here == page.evaluate(LOOKS)
    assert len(here) > 100
