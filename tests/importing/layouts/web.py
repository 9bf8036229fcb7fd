"""Layouts of web pages: by hand, as Word and WPS save them, a span per character, tables in tables, cut."""

from html import escape

from govreport.editions.cells import Content
from tests.importing.layouts.drawing import Layout, Mark, Rows, report, same, torn
from tests.importing.layouts.noise import Noise


def lines_as_breaks(text: str) -> str:
    """The text as markup."""
    return escape(text).replace("\n", "<br/>")


def spans(text: str) -> str:
    """A span per character."""
    return "".join(f"<span lang=EN-US>{escape(sign)}</span>" if sign != "\n" else "<br>" for sign in text)


def as_table(rows: Rows, inside: Mark = lines_as_breaks) -> str:
    """Rows as a table with its spans."""
    body = "".join(
        "<tr>"
        + "".join(f"<td rowspan={r} colspan={c}><p>{inside(t)}</p></td>" for t, r, c in row)
        + "</tr>\n"
        for row in rows
    )
    return f"<table border=1>{body}</table>"


def page(content: Content, noise: Noise, inside: Mark = lines_as_breaks, label: Mark = same) -> str:
    """A whole report as the body of a page."""
    return "".join(
        f"<p>{inside(part)}</p>\n" if isinstance(part, str) else as_table(part, inside)
        for part in report(content, noise, label)
    )


def plain(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A page as written by hand."""
    return "report.html", f"<html><body>{page(content, noise)}</body></html>".encode()


def per_character(content: Content, noise: Noise) -> tuple[str, bytes]:
    """A span per character, narrow heads a character a line."""
    return "report.htm", page(content, noise, spans, torn).encode()


LAYOUTS: dict[str, Layout] = {
    "html": plain,
    "html, a span per character, torn labels": per_character,
}
