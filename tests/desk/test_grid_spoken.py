"""The grid as the browser hands it to a screen reader: every cell has a name that says its row and column."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from govreport.desk.grids import grid_page
from govreport.desk.pages import EditorPage
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import EDITIONS, edition
from govreport.editions.numbers import Number
from govreport.editions.relations import with_totals
from govreport.editions.schema import Cell, Table
from govreport.reports.entries import Entry
from tests.browser import launched
from tests.contents import judged
from tests.desk.previews import html, table_page
from tests.desk.test_templates_in_browser import SITE, answer

pytestmark = pytest.mark.journey

TABLES = [(key, table) for key, edition in EDITIONS.items() for table in edition.tables]
NEW = Address.parse("applications.new_received.natural_person")
RULES = Address.parse("disclosure.government_rules.issued")
NAMES = [f"{key}-{table.key}" for key, table in TABLES]


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = launched(playwright)
        page = browser.new_page()
        page.route("**/static/**", answer)
        yield page
        browser.close()


def shown(window: Page, page: EditorPage) -> Page:
    body = html("desk/editor.html", page)
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


def judged_page(figures: dict[Address, Number], **known: Any) -> EditorPage:
    """A table with these figures, and with what the checks say of them."""
    form, table = edition("2021"), next(iter(figures)).table
    found = judged(Content("2021", "云溪县林业局", 2023, with_totals(figures, form))).findings
    grid = grid_page(form, table, {cell: Entry(number) for cell, number in figures.items()}, found, **known)
    return replace(table_page(table, {}), grid=grid)


def name_of(cell: Cell) -> str:
    return f"{cell.name}（自动计算）" if cell.total else cell.name


@pytest.mark.parametrize(("key", "table"), TABLES, ids=NAMES)
def test_walking_the_grid_speaks_every_cell_in_the_order_of_the_form(
    window: Page, key: str, table: Table
) -> None:
    page = shown(window, table_page(table.key, {}, key=key))

    heard = [name for role, name in spoken(page) if role in ("textbox", "status") and " · " in name]

    assert heard == [name_of(cell) for cell in table.cells]
    assert len(set(heard)) == len(heard)


def test_a_cell_is_described_by_what_is_wrong_and_by_last_years_figure(window: Page) -> None:
    page = shown(window, judged_page({NEW: 8}, last_year={NEW: 5}))

    cell = page.locator(f"[id='{NEW}']")
    expect(cell).to_have_accessible_name("一、本年新收政府信息公开申请数量 · 自然人")
    expect(cell).to_have_accessible_description(re.compile("^有问题：.*相差 8.*上年 5 .3$"))
    expect(cell).to_have_attribute("aria-invalid", "true")


def test_a_locked_cell_says_why(window: Page) -> None:
    page = shown(window, judged_page({RULES: 0}, locked={RULES}))

    cell = page.locator(f"[id='{RULES}']")
    expect(cell).to_have_accessible_name(re.compile("^规章.*（没有规章制定权，固定为 0）$"))
    expect(cell).to_have_attribute("readonly", "")
