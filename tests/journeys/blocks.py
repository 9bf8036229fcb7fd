"""Blocks of cells as Excel puts them on the clipboard, and how a clerk pastes them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page

from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.editions.relations import with_totals
from govreport.editions.schema import Cell, GridRow, Heading

FORM = edition("2021")
TABLE = FORM.table("applications")
COLUMNS = TABLE.columns[:-1]  # 总计 is the last
FIRST = str(TABLE.cells[0].address)

# What a browser does when a clerk presses Ctrl+V, without the clipboard in between.
PASTE = """(cell, [html, text]) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    if (text) clipboardData.setData("text/plain", text);
    cell.focus();
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
FILL_CLIPBOARD = """([html, text]) => {
    const blob = (kind, content) => new Blob([content], { type: kind });
    const kinds = { "text/plain": blob("text/plain", text) };
    if (html) kinds["text/html"] = blob("text/html", html);
    return navigator.clipboard.write([new ClipboardItem(kinds)]);
}"""


@dataclass(frozen=True)
class Drawn:
    """A cell of a spreadsheet."""

    text: str
    rowspan: int = 1
    colspan: int = 1


Rows = Sequence[Sequence[Drawn]]

# Different in every cell, 1000 and more among them.
FIGURES = {
    cell.address: 7 * number if number % 10 else 1000 + number
    for number, cell in enumerate(FORM.entries("applications"))
}
ALL = with_totals(FIGURES, FORM)
ENTRIES = {str(address): str(number) for address, number in FIGURES.items()}


def shown(address: Address) -> str:
    """A figure as a spreadsheet shows it."""
    return str(ALL[address])


def figures(rows: Iterable[str] = TABLE.rows, columns: Iterable[str] = COLUMNS) -> list[list[Drawn]]:
    """The figures of table 三, no labels."""
    return [[Drawn(shown(Address("applications", row, column))) for column in columns] for row in rows]


def whole_table() -> list[list[Drawn]]:
    """Table 三 as it is printed: heads, labels and totals too."""
    return [[_drawn(item) for item in row] for row in _rows()]


def _rows() -> list[GridRow]:
    return [*TABLE.head, *(row for body in TABLE.bodies for row in body)]


def _drawn(item: Heading | Cell) -> Drawn:
    if isinstance(item, Cell):
        return Drawn(shown(item.address))
    return Drawn(item.label, item.rowspan, item.colspan)


def texts(*rows: Sequence[str]) -> list[list[Drawn]]:
    """Rows of plain cells."""
    return [[Drawn(text) for text in row] for row in rows]


def as_html(rows: Rows) -> str:
    """The rows as Excel writes them to the clipboard."""
    lines = "".join(
        "<tr height=19 style='height:14.25pt'>"
        + "".join(
            f"<td rowspan={cell.rowspan} colspan={cell.colspan} class=xl65 width=72"
            f" style='border-left:none;mso-number-format:\"#,##0\"'>{escape(cell.text) or '&nbsp;'}</td>"
            for cell in row
        )
        + "</tr>"
        for row in rows
    )
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        "<style><!--td{mso-style-parent:style0;}--></style></head><body link=blue>"
        f"<table border=0 style='border-collapse:collapse'><!--StartFragment-->{lines}<!--EndFragment-->"
        "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>"
        "</table></body></html>"
    )


def as_text(rows: Rows) -> str:
    """The rows as tab-separated text; a merged cell's text stands in its first place."""
    places: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in places:
                column += 1
            spans = product(range(cell.rowspan), range(cell.colspan))
            places |= {(number + down, column + right): "" for down, right in spans}
            places[number, column] = cell.text
    width = max(column for _, column in places) + 1
    return "".join(
        "\t".join(_quoted(places.get((number, column), "")) for column in range(width)) + "\r\n"
        for number in range(len(rows))
    )


def _quoted(text: str) -> str:
    return f'"{text}"' if "\n" in text else text


def paste_html(cell: Locator, rows: Rows) -> None:
    """Paste what Excel copies: HTML, and the same as text."""
    cell.evaluate(PASTE, [as_html(rows), as_text(rows)])


def paste_text(cell: Locator, rows: Rows) -> None:
    """Paste tab-separated text."""
    cell.evaluate(PASTE, ["", as_text(rows)])


def press_ctrl_v(cell: Locator, rows: Rows) -> None:
    """Paste with the browser's own clipboard and the keyboard."""
    copy_elsewhere(cell.page, as_html(rows), as_text(rows))
    cell.focus()
    cell.page.keyboard.press("Control+v")


def copy_elsewhere(page: Page, html: str, text: str) -> None:
    """Put something on the browser's clipboard, from a page without a policy for styles."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    other = page.context.new_page()
    address = urljoin(page.url, "/a-spreadsheet/")
    other.route(address, lambda route: route.fulfill(body="", content_type="text/html"))
    other.goto(address)
    other.evaluate(FILL_CLIPBOARD, [html, text])
    other.close()
    page.bring_to_front()


Paste = Callable[[Locator, Rows], None]
EVERY_WAY: dict[str, Paste] = {"HTML": paste_html, "text": paste_text, "Ctrl+V": press_ctrl_v}
