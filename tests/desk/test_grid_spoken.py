"""The grid as the browser hands it to a screen reader: every cell has a name that says its row and column."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Cell, Table
from tests.desk.previews import html, table_page
from tests.desk.test_templates_in_browser import ARGUMENTS, SITE, answer

pytestmark = pytest.mark.journey

TABLES = [(key, table) for key, edition in EDITIONS.items() for table in edition.tables]
NAMES = [f"{key}-{table.key}" for key, table in TABLES]


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page()
        page.route("**/static/**", answer)
        yield page
        browser.close()


def shown(window: Page, key: str, table: Table) -> Page:
    body = html("desk/editor.html", table_page(table.key, {}, key=key))
    window.route(SITE, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    window.goto(SITE)
    return window


def spoken(page: Page) -> Iterator[tuple[str, str]]:
    """Role and name of everything in the accessibility tree, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    nodes: dict[str, Any] = {
        node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]
    }

    def walk(node: Any) -> Iterator[tuple[str, str]]:
        if not node["ignored"]:
            yield node["role"]["value"], node.get("name", {}).get("value", "")
        for child in node.get("childIds", []):
            yield from walk(nodes[child])

    yield from walk(next(iter(nodes.values())))


def name_of(cell: Cell) -> str:
    return f"{cell.name}（自动计算）" if cell.total else cell.name


@pytest.mark.parametrize(("key", "table"), TABLES, ids=NAMES)
def test_walking_the_grid_speaks_every_cell_in_the_order_of_the_form(
    window: Page, key: str, table: Table
) -> None:
    page = shown(window, key, table)

    heard = [name for role, name in spoken(page) if role in ("textbox", "status") and " · " in name]

    assert heard == [name_of(cell) for cell in table.cells]
    assert len(set(heard)) == len(heard)
