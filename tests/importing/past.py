"""Files of past reports for tests: figures under an agency's name and a year, as web page or text."""

from dataclasses import replace
from datetime import UTC, date, datetime

from govreport.editions.cells import Content, Signature
from govreport.editions.lookup import edition_for
from tests.contents import NARRATIVE, filled
from tests.importing.layouts.drawing import exported, tables
from tests.importing.layouts.noise import clean
from tests.importing.layouts.web import as_table
from tests.importing.word import merged, paragraph, word

NOW = datetime(2024, 3, 4, 2, 42, tzinfo=UTC)


def past(agency: str = "云溪县林业局", year: int = 2019, **figures: int) -> Content:
    """The report of an agency on a year: 0 in every cell, `granted=3` in that row of table 三."""
    form = edition_for(year).key
    given = {f"applications.{row}.natural_person": number for row, number in figures.items()}
    signature = Signature(agency, date(year + 1, 1, 20))
    content = replace(filled(form, given), agency_name=agency, year=year, signature=signature)
    return replace(content, narrative=NARRATIVE)


def as_page(content: Content) -> bytes:
    """A web page as agencies publish it: title, narrative, the three tables under their headings."""
    title = f"{content.agency_name}{content.year}年政府信息公开工作年度报告"
    body = "".join(f"<p>{heading}</p>{as_table(rows)}" for heading, rows in tables(content, clean(content)))
    text = f"<p>{title}</p><p>{content.part('preamble')}</p>{body}"
    return f"<!DOCTYPE html><title>{title}</title><body>{text}</body>".encode()


def as_word(content: Content) -> bytes:
    """The same as a Word file."""
    title = f"{content.agency_name}{content.year}年政府信息公开工作年度报告"
    drawn = (paragraph(heading) + merged(rows) for heading, rows in tables(content, clean(content)))
    return word("".join((paragraph(title), paragraph(content.part("preamble")), *drawn)))


def as_text(content: Content) -> bytes:
    """The same as a text export: a cell a line."""
    lines = [f"{content.agency_name}{content.year}年政府信息公开工作年度报告", content.part("preamble"), ""]
    for heading, rows in tables(content, clean(content)):
        lines += [heading]
        lines += ["".join(f"\t{cell}\n" for cell in row) for row in exported(rows)]
        lines += [""]
    return "\n".join(lines).encode()
