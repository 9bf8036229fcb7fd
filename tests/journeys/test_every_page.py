"""Every page in every state: accessible by axe's rules, no wider than the screen; pictures on request."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page

from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow
from tests.journeys.places import PLACES
from tests.journeys.tripwire import Tripwire
from tests.journeys.visit import Visit
from tests.journeys.windows import DESKTOP, PHONE, Size

SIZES: dict[str, Size] = {"desktop": DESKTOP, "phone": PHONE}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
OVERHANG = "document.scrollingElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("place", PLACES)
def test_every_page_is_accessible_and_fits_the_screen(
    report: Report, new_window: NewWindow, tripwire: Tripwire, place: str
) -> None:
    page = PLACES[place](Visit(new_window, tripwire, report)).page

    for name, size in SIZES.items():
        page.set_viewport_size(size)
        if os.environ.get("SCREENSHOTS") == "1":
            take_pictures(page, f"{place}-{name}")

        results = Axe().run(page, options=RULES)

        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
        assert page.evaluate(OVERHANG) <= 0, name


def take_pictures(page: Page, name: str) -> None:
    """What is seen at first, and the whole page, where people find them; not kept in the repository."""
    folder: Path = settings.VAR_DIR / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
    page.screenshot(path=folder / f"{name}-whole.png", full_page=True)
