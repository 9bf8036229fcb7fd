"""Marks at the figures of a report, for those who check it."""

from govreport.editions.cells import Address
from govreport.rendering.document import Mark, document
from govreport.rendering.html import article
from govreport.rendering.marks import marked
from tests.contents import filled

CELL = Address("applications", "granted", "total")
MARK = Mark("错", "error", "强制 1", "#error-1")


def test_a_mark_stands_in_its_cell_and_leads_to_its_line() -> None:
    report = document(filled("2021"))

    page = article(marked(report, {CELL: [MARK]}))

    shown = page.partition(f'<td id="{CELL}"')[2].partition("</td>")[0]
    assert 'class="report-mark report-mark-error" href="#error-1"' in shown
    assert '<span class="visually-hidden">强制 1</span>' in shown
    assert page.count("report-mark-error") == 1


def test_a_report_that_nobody_checks_has_no_marks() -> None:
    report = document(filled("2021"))

    assert article(marked(report, {})) == article(report)
    assert "report-mark" not in article(report)
