"""Report files for tests, as clerks have them: a name and the bytes."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from govreport.editions.cells import Address, Content, ProcessingFee, Signature
from govreport.editions.lookup import edition
from govreport.rendering.interchange import canonical
from govreport.rendering.renderers import RENDERERS
from govreport.rendering.xlsx import TOP
from govreport.rendering.xlsx_sheets import references
from tests.contents import filled

AGENCY = "云溪县林业局"
# What stands in cells of the report with three doubts: no clear number, and a total that is wrong.
DOUBTFUL = {
    "disclosure.normative_documents.in_force": "22（其中修订 16 件）",
    "applications.granted.natural_person": "两件",
    "applications.carried_in.other_org": "/",
    "disputes.reconsideration.total": "5",
}


@dataclass(frozen=True)
class ReportFile:
    """A file as it is chosen in a browser."""

    name: str
    data: bytes


def web_page(
    content: Content, *, agency: str = AGENCY, year: int = 2023, seen: dict[str, str] | None = None
) -> ReportFile:
    """A report as a web page; `seen` is what stands in cells instead of their figures, by address."""
    return ReportFile("年报.html", web_page_bytes(content, agency=agency, year=year, seen=seen or {}))


def web_page_bytes(content: Content, *, agency: str, year: int, seen: dict[str, str]) -> bytes:
    """The bytes of such a page; what is odd is written over a mark, cell by cell."""
    marks = {Address.parse(name): 90_000_000 + number for number, name in enumerate(seen)}
    figures = {**content.figures, **marks}
    html = (
        RENDERERS["html"]
        .render(replace(content, figures=figures, narrative={}, agency_name=agency, year=year))
        .decode()
    )
    for number, text in zip(marks.values(), seen.values(), strict=True):
        html = html.replace(str(number), text)
    return html.encode()


def interchange_file(content: Content) -> ReportFile:
    """A report in the interchange form, texts and all."""
    return ReportFile("年报.json", canonical(content))


def with_texts(content: Content) -> Content:
    """The content with a fee and a signature, besides its narrative."""
    signature = Signature("云溪县林业局", date(2024, 1, 20))
    return replace(content, processing_fee=ProcessingFee(notices_issued=2), signature=signature)


def three_doubts(agency: str = AGENCY) -> ReportFile:
    """A report of zeros with three cells that are no clear number, and one total that is stated wrongly."""
    return web_page(doubtful_figures(), agency=agency, seen=DOUBTFUL)


def doubtful_figures() -> Content:
    """The figures of that report."""
    return filled("2021", {"applications.new_received.natural_person": 3})


def workbook_with(data: bytes, figures: dict[str, str]) -> ReportFile:
    """A template in which these entries were typed, by address, as a spreadsheet program saves it."""
    book, form = load_workbook(BytesIO(data)), edition("2021")
    for name, text in figures.items():
        table = form.table(Address.parse(name).table)
        place = references(table, TOP)[Address.parse(name)]
        book[table.title][place] = int(text) if text.isdecimal() else text
    stream = BytesIO()
    book.save(stream)
    return ReportFile("填报模板.xlsx", stream.getvalue())
