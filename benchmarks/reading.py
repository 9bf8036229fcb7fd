"""(e) Files of every format read, with and without a process of their own, against the library alone."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO

import docx
import pdfplumber
import python_calamine
import xlsxwriter
from lxml import etree

from benchmarks.comparison import Row, medians_in_turn, seconds
from benchmarks.processes import Failed
from govreport.editions.cells import Content
from govreport.importing.limits import read_safely
from govreport.importing.reading import READERS, read
from govreport.rendering.interchange import canonical
from govreport.rendering.renderers import RENDERERS
from tests.checked_files import html_report
from tests.contents import published
from tests.importing.layouts.drawing import filled_places, tables
from tests.importing.layouts.noise import clean

REPORT = "jiangsu-suqian-2023"
FILES_A_ROUND = 5
UNIT = "files a second"

Open = Callable[[bytes], object]


def measure(*, rounds: int) -> Iterator[Row]:
    """Two lines for each format that can be read. Raises Failed when a reader loses a figure."""
    content = published(REPORT)
    for suffix, (make, against, open_alone) in FORMATS.items():
        if suffix not in READERS and suffix != ".json":
            continue
        data = make(content)
        _look_at(suffix, data, content)
        for how, mine in (("", read_safely), (", without a process of its own", read)):
            yield _row(f"(e) reading {suffix}{how}", mine, suffix, data, against, open_alone, rounds)


def _row(
    what: str,
    mine: Callable[[str, bytes], object],
    suffix: str,
    data: bytes,
    against: str,
    open_alone: Open,
    rounds: int,
) -> Row:
    ours, other = medians_in_turn(
        lambda: seconds(lambda: [mine(f"report{suffix}", data) for _ in range(FILES_A_ROUND)]),
        lambda: seconds(lambda: [open_alone(data) for _ in range(FILES_A_ROUND)]),
        rounds=rounds,
    )
    return Row(what, UNIT, FILES_A_ROUND / ours, against, FILES_A_ROUND / other)


def _look_at(suffix: str, data: bytes, content: Content) -> None:
    found = read_safely(f"report{suffix}", data).content.figures
    lost = {address for address, number in content.figures.items() if found.get(address) != number}
    if lost:
        raise Failed(f"{suffix}: {len(lost)} figures are lost, {min(map(str, lost))} among them")


# The same figures as files of each format


def _docx(content: Content) -> bytes:
    report = docx.Document()
    for title, rows in tables(content, clean(content)):
        report.add_heading(title)
        places = filled_places(rows, repeat=True)
        table = report.add_table(len(places), len(places[0]))
        for row, texts in zip(table.rows, places, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return _saved(report.save)


def _xlsx(content: Content) -> bytes:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet, line = book.add_worksheet(), 0
        for title, rows in tables(content, clean(content)):
            for texts in ([title], *filled_places(rows, repeat=True)):
                sheet.write_row(line, 0, texts)
                line += 1
    return stream.getvalue()


def _saved(save: Callable[[BytesIO], object]) -> bytes:
    stream = BytesIO()
    save(stream)
    return stream.getvalue()


def _txt(content: Content) -> bytes:
    parts = (
        title + "\n" + "\n".join("\t".join(row) for row in filled_places(rows, repeat=True))
        for title, rows in tables(content, clean(content))
    )
    return "\n".join(parts).encode()


# The same files opened by the library alone, every cell looked at


def _open_docx(data: bytes) -> object:
    return [
        [cell.text for row in table.rows for cell in row.cells]
        for table in docx.Document(BytesIO(data)).tables
    ]


def _open_html(data: bytes) -> object:
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    return [["".join(map(str, cell.itertext())) for cell in row.iter("td")] for row in root.iter("tr")]


def _open_xlsx(data: bytes) -> object:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _open_txt(data: bytes) -> object:
    return [line.split("\t") for line in data.decode().split("\n")]


def _open_pdf(data: bytes) -> object:
    with pdfplumber.open(BytesIO(data)) as file:
        return [(page.extract_text(), page.extract_tables()) for page in file.pages]


# How a file is made, what it is compared with, how that opens it.
FORMATS: dict[str, tuple[Callable[[Content], bytes], str, Open]] = {
    ".docx": (_docx, "python-docx alone", _open_docx),
    ".html": (html_report, "lxml alone", _open_html),
    ".xlsx": (_xlsx, "python-calamine alone", _open_xlsx),
    ".txt": (_txt, "decoding and splitting alone", _open_txt),
    ".pdf": (RENDERERS["pdf"].render, "pdfplumber alone", _open_pdf),
    ".json": (canonical, "json.loads alone", json.loads),
}
