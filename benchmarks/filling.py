"""(f) Filling in table 三 in a browser: what is loaded, and how long a key takes with all totals live."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.comparison import Row, in_turn, medians_in_turn
from benchmarks.drafts import FIGURES_OF, real_figures
from benchmarks.processes import Failed
from benchmarks.serving import served
from govreport.agencies.models import User
from govreport.publishing.release import release
from govreport.reports.models import Report
from tests.browser import launched
from tests.contents import published
from tests.drafts import NOW, type_in

TABLE = "applications"
COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "other_org",
)
KEYS = 120
BARE = "the same page without script"
PLAIN = "not compressed"

# From the first listener of a key to the last of its input event, and the table laid out once more.
WATCH = """() => {
    window.keys = [];
    let began = 0;
    addEventListener("keydown", () => (began = performance.now()), { capture: true });
    addEventListener("input", () => {
        document.querySelector("table.grid").getBoundingClientRect();
        window.keys.push(performance.now() - began);
    });
}"""
LOADED = """() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"))
    .concat(performance.getEntriesByType("navigation"))
    .map(entry => [entry.entryType, entry.encodedBodySize, entry.decodedBodySize])"""
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


@dataclass(frozen=True)
class Desk:
    """A clerk's table 三 as it is served."""

    browser: Browser
    address: str
    session: str

    @contextmanager
    def opened(self, *, script: bool) -> Iterator[Page]:
        """The page in a browser that has loaded nothing yet. Without script nothing of ours is fetched."""
        context = self.browser.new_context(viewport={"width": 1366, "height": 768})
        context.add_cookies([{"name": "sessionid", "value": self.session, "url": self.address}])
        page = context.new_page()
        if not script:
            page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        answer = page.goto(self.address)
        if answer is None or not answer.ok or not page.locator("[data-last]").count():
            raise Failed(f"{self.address} does not show the table with last year's figures")
        yield page
        context.close()


def measure(report: Report, clerk: User, folder: Path, *, rounds: int) -> list[Row]:
    """Bytes, milliseconds until the page is there, and milliseconds a key."""
    _fill_in(report, clerk)
    path = reverse("desk:section", args=[report.pk, TABLE])
    session = _session(clerk)
    with served("govreport.wsgi:application", "/healthz", folder) as port, sync_playwright() as playwright:
        browser = launched(playwright)
        desk = Desk(browser, f"http://127.0.0.1:{port}{path}", session)
        try:
            return [*_sizes(desk), _ready(desk, rounds), _keys(desk, rounds)]
        finally:
            browser.close()


def _fill_in(report: Report, clerk: User) -> None:
    """Real figures this year and last, with a finding in every column that is filled in by hand."""
    agency = report.agency
    before = replace(published(FIGURES_OF), agency_name=agency.name, agency_code=agency.code, year=2022)
    release(before, agency=agency, by=None, at=NOW)
    wrong = {f"{TABLE}.new_received.{column}": "999" for column in COLUMNS}
    unread = {f"{TABLE}.granted.{column}": "1.5" for column in COLUMNS}
    type_in(report, TABLE, {**real_figures(report), **wrong, **unread}, by=clerk)


def _session(clerk: User) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(clerk)
    return str(client.cookies["sessionid"].value)


def _sizes(desk: Desk) -> list[Row]:
    with desk.opened(script=True) as page:
        page.wait_for_load_state("networkidle")
        loaded: list[tuple[str, int, int]] = page.evaluate(LOADED)
    pages = [sizes for kind, *sizes in loaded if kind == "navigation"]
    scripts = [sizes for kind, *sizes in loaded if kind == "resource"]
    return [
        _size("HTML of the page", pages, at_most=60),
        _size(f"its {len(scripts)} scripts", scripts, at_most=30),
    ]


def _size(what: str, sizes: list[list[int]], *, at_most: float) -> Row:
    sent, whole = (sum(size[place] for size in sizes) / 1000 for place in (0, 1))
    return Row(f"(f) {what}, transferred", "kB", sent, PLAIN, whole, at_most=at_most)


def _ready(desk: Desk, rounds: int) -> Row:
    def ready(*, script: bool) -> float:
        with desk.opened(script=script) as page:
            return float(page.evaluate(READY))

    ready(script=True)  # the server's workers have made the page once
    ours, bare = medians_in_turn(lambda: ready(script=True), lambda: ready(script=False), rounds=rounds)
    return Row("(f) table 三: DOM ready", "ms", ours, BARE, bare, at_most=300)


def _keys(desk: Desk, rounds: int) -> Row:
    with desk.opened(script=True) as page, desk.opened(script=False) as bare:
        for window in (page, bare):
            window.evaluate(WATCH)
        ours, others = in_turn(lambda: _typed(page), lambda: _typed(bare), rounds=rounds)
    slow, plain = (quantiles([*chain(*keys)], n=20)[-1] for keys in (ours, others))
    middle = median(chain(*ours))
    what = f"(f) a key in table 三, all totals live: 95 of 100 are within (half within {middle:.1f} ms)"
    return Row(what, "ms", slow, BARE, plain, at_most=16)


def _typed(page: Page) -> list[float]:
    """Milliseconds of every key typed into one row, four digits a cell."""
    page.evaluate("() => { window.keys.length = 0; }")
    cells: list[Any] = [page.locator(f'[id="{TABLE}.denied_state_secret.{column}"]') for column in COLUMNS]
    for number in range(KEYS // 4):
        cells[number % len(cells)].focus()
        page.keyboard.press("Control+A")
        page.keyboard.type(f"{1000 + number}")
    keys: list[float] = page.evaluate("window.keys")
    if len(keys) != KEYS:
        raise Failed(f"{len(keys)} of {KEYS} keys reached the table")
    return keys
