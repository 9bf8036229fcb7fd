"""Reports as clerks have them in Word."""

from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Cell, Heading
from tests.importing.report_files import DOUBTFUL, ReportFile, doubtful_figures
from tests.importing.word import merged, paragraph, word


def word_file(content: Content, *, agency: str, year: int = 2023, seen: dict[str, str]) -> ReportFile:
    """A report as a Word file; `seen` is what stands in cells instead of their figures, by address."""

    def text(item: Heading | Cell) -> tuple[str, int, int]:
        if isinstance(item, Heading):
            return item.label, item.rowspan, item.colspan
        figure = content.figure(item.address)
        return seen.get(str(item.address), "" if figure is None else plain(figure)), 1, item.colspan

    body = [paragraph(f"{agency}{year}年政府信息公开工作年度报告")]
    for table in edition(content.edition).tables:
        rows = [[text(item) for item in row] for part in (table.head, *table.bodies) for row in part]
        body += [paragraph(table.title), merged(rows)]
    return ReportFile("年报.docx", word("".join(body)))


def three_doubts_in_word(agency: str) -> ReportFile:
    """The report of three doubts as a Word file."""
    return word_file(doubtful_figures(), agency=agency, seen=DOUBTFUL)
