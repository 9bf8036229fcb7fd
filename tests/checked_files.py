"""Report files as somebody would upload them: web pages with figures that are made up, some of them odd."""

from dataclasses import replace
from html import escape

from govreport.editions.cells import Content
from tests.contents import filled
from tests.importing.layouts.drawing import tables
from tests.importing.layouts.noise import clean
from tests.importing.layouts.web import as_table

# A total that does not add up, a note behind a figure, an entry that is no number.
FIGURES = {
    "disclosure.normative_documents.issued": 22,
    "disclosure.licenses.decisions": 31,
    "applications.new_received.natural_person": 8,
    "applications.new_received.total": 8,
    "applications.granted.natural_person": 5,
    "applications.granted.total": 5,
    "applications.results_total.natural_person": 6,
    "applications.results_total.total": 6,
}
ODD = {"22": "22（其中修订 16 件）", "31": "约三十一"}


def faulty() -> Content:
    """The content of `html_report` as a clerk thinks it is."""
    return filled("2021", FIGURES)


def html_report(content: Content | None = None, *, year: int = 2023) -> bytes:
    """A web page with title, narrative and the three tables; by default one with errors and doubts."""
    odd = ODD if content is None else {}
    report = replace(content or faulty(), year=year)
    title = f"{report.agency_name}{year}年政府信息公开工作年度报告"
    text = "".join(f"<p>{escape(part)}</p>" for part in report.narrative.values())
    noise = clean(report)
    noise.texts |= {cell: odd[figure] for cell, figure in noise.texts.items() if figure in odd}
    drawn = "".join(f"<p>{heading}</p>{as_table(rows)}" for heading, rows in tables(report, noise))
    return f"<title>{title}</title><h1>{title}</h1>{text}{drawn}".encode()
