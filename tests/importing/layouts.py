"""Figures written down the ways people write them: each layout makes the bytes of a file from a content."""

from collections.abc import Callable, Iterator
from html import escape

from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Cell, Heading, Table
from govreport.importing.grid import Source
from govreport.importing.readers import html, text

Drawn = tuple[str, int, int]  # text, rowspan, colspan
Mark = Callable[[str], str]


def drawn(content: Content, table: Table, number: Mark, label: Mark) -> list[list[Drawn]]:
    """A table's printed rows with the content's figures in them."""
    rows = []
    for body in (table.head, *table.bodies):
        for row in body:
            cells: list[Drawn] = []
            for item in row:
                if isinstance(item, Heading):
                    cells.append((label(item.label), item.rowspan, item.colspan))
                else:
                    cells.append((number(figure(content, item)), 1, item.colspan))
            rows.append(cells)
    return rows


def figure(content: Content, cell: Cell) -> str:
    """A cell's figure as text, empty when it is blank."""
    found = content.figure(cell.address)
    return "" if found is None else plain(found)


def same(text: str) -> str:
    return text


def wide(text: str) -> str:
    """Full-width digits between blanks."""
    return (
        "\u3000" + text.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}) + "\xa0"
        if text
        else text
    )


def torn(text: str) -> str:
    """A character a line, as narrow heads are set; long labels stay."""
    return "\n".join(text) if len(text) < 7 else text


def spans(text: str) -> str:
    """A span per character."""
    return "".join(f"<span lang=EN-US>{escape(sign)}</span>" if sign != "\n" else "<br>" for sign in text)


def lines_as_breaks(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def as_html(rows: list[list[Drawn]], inside: Mark = lines_as_breaks) -> str:
    body = "".join(
        "<tr>"
        + "".join(f"<td rowspan={r} colspan={c}><p>{inside(t)}</p></td>" for t, r, c in row)
        + "</tr>\n"
        for row in rows
    )
    return f"<table border=1>{body}</table>"


def filled_places(rows: list[list[Drawn]], *, repeat: bool) -> list[list[str]]:
    """The rows with every place filled: where a merged cell reaches, nothing or its text again."""
    taken: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for text_, rowspan, colspan in row:
            while (number, column) in taken:
                column += 1
            for below in range(rowspan):
                for right in range(colspan):
                    taken[number + below, column + right] = text_ if repeat or below == right == 0 else ""
    width = max(column for _, column in taken) + 1
    return [[taken.get((number, column), "") for column in range(width)] for number in range(len(rows))]


def exported(rows: list[list[Drawn]]) -> Iterator[list[str]]:
    """The rows as Word exports them: one cell for columns merged, an empty one where a cell reaches down."""
    below: list[tuple[int, int, int]] = []  # column, colspan, rows left
    for row in rows:
        cells: list[tuple[int, str]] = [(column, "") for column, _, _ in below]
        used = {column + n for column, span, _ in below for n in range(span)}
        below = [(column, span, left - 1) for column, span, left in below if left > 1]
        column = 0
        for text_, rowspan, colspan in row:
            while column in used:
                column += 1
            cells.append((column, text_))
            if rowspan > 1:
                below.append((column, colspan, rowspan - 1))
            column += colspan
        yield [text_ for _, text_ in sorted(cells)]


def tables(content: Content, number: Mark = same, label: Mark = same) -> list[tuple[str, list[list[Drawn]]]]:
    """The title and the rows of each of the three tables."""
    return [(table.title, drawn(content, table, number, label)) for table in edition(content.edition).tables]


def page(content: Content, *, inside: Mark = lines_as_breaks, number: Mark = same, label: Mark = same) -> str:
    return "".join(f"<p>{title}</p>{as_html(rows, inside)}" for title, rows in tables(content, number, label))


def plain_html(content: Content) -> Source:
    return html.read(page(content).encode())


def span_html(content: Content) -> Source:
    return html.read(page(content, inside=spans, label=torn).encode())


def gbk_html(content: Content) -> Source:
    return html.read(page(content, number=wide).encode("gb18030"))


def layout_html(content: Content) -> Source:
    return html.read(f"<table><tr><td>导航<td>{page(content)}</table>".encode())


def cut_html(content: Content) -> Source:
    """Every table cut in three without its head repeated."""
    parts = []
    for title, rows in tables(content):
        third = max(len(rows) // 3, 1)
        cuts = [rows[:third], rows[third : 2 * third], rows[2 * third :]]
        parts.append(f"<p>{title}</p>" + "<p>- 3 -</p>".join(as_html(cut) for cut in cuts if cut))
    return html.read("".join(parts).encode())


def one_table_html(content: Content) -> Source:
    """The three tables as one, titles in rows of their own."""
    rows = [row for title, rows in tables(content) for row in ([(title, 1, 10)], *rows)]
    return html.read(as_html(rows).encode())


def exported_text(content: Content) -> Source:
    parts = []
    for title, rows in tables(content, label=torn):
        cells = ("".join(f"\t{cell}\n" for cell in row) + "\n" for row in exported(rows))
        parts.append(f"{title}\n{''.join(cells)}\n\n")
    return text.read("".join(parts).encode())


def tabs(content: Content, *, label: Mark = same, repeat: bool = False) -> Source:
    parts = []
    for title, rows in tables(content, label=label):
        quoted = ([f'"{c}"' if "\n" in c else c for c in row] for row in filled_places(rows, repeat=repeat))
        parts.append(title + "\n" + "\n".join("\t".join(row) for row in quoted))
    return text.read("\n".join(parts).encode())


def spreadsheet_tabs(content: Content) -> Source:
    return tabs(content, label=torn)


def repeated_tabs(content: Content) -> Source:
    return tabs(content, repeat=True)


def browser_tabs(content: Content) -> Source:
    """As a browser copies a table: what merged cells cover is simply not there."""
    parts = (
        title + "\n" + "\n".join("\t".join(t for t, _, _ in row) for row in rows)
        for title, rows in tables(content)
    )
    return text.read("\n".join(parts).encode())


def markdown(content: Content) -> Source:
    parts = []
    for title, rows in tables(content):
        head, *body = ("| " + " | ".join(row) + " |" for row in filled_places(rows, repeat=False))
        rule = "|" + "---|" * (head.count("|") - 1)
        parts.append("\n".join([f"## {title}", "", head, rule, *body, ""]))
    return text.read("\n".join(parts).encode())


LAYOUTS: dict[str, Callable[[Content], Source]] = {
    "html": plain_html,
    "html, a span per character, torn labels": span_html,
    "html in GBK, full-width digits": gbk_html,
    "html in a layout table": layout_html,
    "html, tables cut": cut_html,
    "html, one table": one_table_html,
    "text, a cell per line": exported_text,
    "tabs from a spreadsheet": spreadsheet_tabs,
    "tabs, merged cells repeated": repeated_tabs,
    "tabs from a browser": browser_tabs,
    "markdown": markdown,
}
