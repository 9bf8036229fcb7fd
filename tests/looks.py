"""How a page looks: accessible by axe's rules, no wider than the screen; pictures on request."""

import os
from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, ViewportSize

SIZES: Final[dict[str, ViewportSize]] = {
    "desktop": {"width": 1366, "height": 768},
    "phone": {"width": 390, "height": 844},
}
# Only what is violated: writing down what is fine takes axe most of its time on a table of 150 cells.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "resultTypes": ["violations"],
}
OVERHANG = "document.scrollingElement.scrollWidth - innerWidth"


def assert_looks_right(page: Page, name: str, *, sizes: tuple[str, ...] = tuple(SIZES)) -> None:
    """Assert at each size that axe finds nothing and nothing hangs over; the last size stays.

    With SCREENSHOTS=1 there is a picture of what is seen at first, and one of the whole page, under
    `var/screenshots/` (or SCREENSHOTS_DIR).
    """
    for size in sizes:
        page.set_viewport_size(SIZES[size])
        if os.environ.get("SCREENSHOTS") == "1":
            take_pictures(page, f"{name}-{size}")

        results = Axe().run(page, options=RULES)

        assert results.violations_count == 0, f"{name}, {size}: {results.generate_report()}"
        assert page.evaluate(OVERHANG) <= 0, f"{name}, {size}"


def take_pictures(page: Page, name: str) -> None:
    """What is seen at first, and the whole page; not kept in the repository."""
    folder = Path(os.environ.get("SCREENSHOTS_DIR", settings.VAR_DIR / "screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png")
    page.screenshot(path=folder / f"{name}-whole.png", full_page=True)
