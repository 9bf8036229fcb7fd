"""Layouts of text: a Word text export, tabs from a spreadsheet or a browser, Markdown."""

from collections.abc import Callable

from govreport.editions.cells import Content
from tests.importing.layouts.drawing import Layout, Mark, Rows, exported, filled_places, report, same, torn
from tests.importing.layouts.noise import Noise


def text(content: Content, noise: Noise, table: Callable[[Rows], str], label: Mark = same) -> bytes:
    """A report as lines: a paragraph a line, tables as `table` writes them."""
    parts = report(content, noise, label)
    return "\n".join(part if isinstance(part, str) else table(part) for part in parts).encode()


def a_cell_per_line(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As Word saves a document as text: a tab opens each cell, a blank line ends the row."""

    def table(rows: Rows) -> str:
        return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in exported(rows)) + "\n"

    return "report.txt", text(content, noise, table, label=torn)


def a_line_per_cell(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As a viewer copies a document: every cell that is not empty on a line of its own, no tabs."""

    def table(rows: Rows) -> str:
        return "\n".join(cell or " " for row in exported(rows) for cell in row)

    return "report.txt", text(content, noise, table)


def single_blanks(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As a page copies into a plain editor: the cells of a row that are not empty, a blank between."""

    def table(rows: Rows) -> str:
        return "\n".join(" ".join(cell for cell in row if cell) for row in exported(rows))

    return "report.txt", text(content, noise, table)


def run_together(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Rows without anything between their cells."""

    def table(rows: Rows) -> str:
        return "\n".join("".join(row) for row in exported(rows))

    return "report.txt", text(content, noise, table)


def spreadsheet_tabs(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As a spreadsheet copies: every place filled, cells of several lines in quotes."""

    def table(rows: Rows) -> str:
        return "\n".join(
            "\t".join(f'"{cell}"' if "\n" in cell else cell for cell in row)
            for row in filled_places(rows, repeat=False)
        )

    return "report.txt", text(content, noise, table, label=torn)


def repeated_tabs(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Every place filled, the text of a merged cell in all of its places."""

    def table(rows: Rows) -> str:
        return "\n".join("\t".join(row) for row in filled_places(rows, repeat=True))

    return "report.txt", text(content, noise, table)


def browser_tabs(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As a browser copies a table: what merged cells cover is simply not there."""

    def table(rows: Rows) -> str:
        return "\n".join("\t".join(text for text, _, _ in row) for row in rows)

    return "report.txt", text(content, noise, table)


def markdown(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Markdown with pipes, headings marked."""

    def table(rows: Rows) -> str:
        head, *body = ("| " + " | ".join(row) + " |" for row in filled_places(rows, repeat=False))
        rule = "|" + "---|" * (head.count("|") - 1)
        return "\n".join(["", head, rule, *body, ""])

    return "report.txt", text(content, noise, table)


LAYOUTS: dict[str, Layout] = {
    "text, a cell per line": a_cell_per_line,
    "text, tabs from a spreadsheet": spreadsheet_tabs,
    "text, merged cells repeated": repeated_tabs,
    "text, tabs from a browser": browser_tabs,
    "markdown": markdown,
}

# What these lose nobody can know again: not all cells come back, but none may come back wrong.
LOSSY: dict[str, Layout] = {
    "text, a cell a line, empty ones lost": a_line_per_cell,
    "text, single blanks, empty cells lost": single_blanks,
    "text, nothing between the cells": run_together,
}
