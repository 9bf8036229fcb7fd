"""The PDF reader: what its pages draw to grids and paragraphs. A scan has nothing to read."""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from govreport.importing.grid import Paragraph, Piece, Source, Unreadable
from govreport.importing.readers import pdf_pages
from govreport.importing.readers.pdf_columns import is_row, open_frames, row_grid
from govreport.importing.readers.pdf_limits import (
    DAMAGED,
    Document,
    Fonts,
    check_objects,
    check_pages,
    check_streams,
)
from govreport.importing.readers.pdf_margins import Laid, without_margins
from govreport.importing.readers.pdf_page import Canvas, Interpreter, Page, Sign
from govreport.importing.readers.pdf_paragraphs import Setting, goes_on, setting, together
from govreport.importing.readers.pdf_rules import Frame, frames
from govreport.importing.readers.pdf_tables import Table, grid, table
from govreport.importing.readers.pdf_text import Line, lines

# It warns of what stands in a file; nothing of that may come into a log.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

MOST_PAGES = 60
_SCAN = "这是扫描件，没有可以读取的文字，请上传 Word 或 Excel 文件"
# What pdfminer lets through when a file is damaged: the first four seen by breaking files in 1,500 ways, the
# others where it unpacks fonts and asserts.
_BROKEN = (
    PSException,
    TypeError,
    ValueError,
    RecursionError,
    struct.error,
    zlib.error,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
)


def read(data: bytes) -> Source:
    """Read a PDF. Nothing in it is run, nothing it points to is fetched. Raises Unreadable."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("文件的内容与扩展名不符，不是 PDF")
    try:
        pages = list(_pages(data))
    except PDFEncryptionError:
        raise Unreadable("文件有密码，请取消密码后再上传") from None
    except _BROKEN as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(DAMAGED) from None
    pictures = sum(page.pictures for page in pages)
    if not any(page.signs for page in pages):
        raise Unreadable(
            _SCAN if pictures or any(page.hidden for page in pages) else "文件是空的，没有可以读取的内容"
        )
    kept, removed = without_margins([_laid(page, number) for number, page in enumerate(pages, start=1)])
    pieces, repeated = _pieces(kept)
    marks = [f"斜排的水印“{page.skewed.strip()[:20]}”" for page in pages if page.skewed.strip()]
    return Source(tuple(pieces), removed=(*removed, *repeated, *dict.fromkeys(marks)), pictures=pictures)


def _pages(data: bytes) -> Iterator[Page]:
    check_objects(data)
    check_streams(data)
    document = Document(PDFParser(io.BytesIO(data)))
    stated = check_pages(document.catalog, MOST_PAGES)
    fonts = Fonts()
    canvas = Canvas(fonts)
    interpreter = Interpreter(fonts, canvas)
    count = 0
    for page in PDFPage.create_pages(document):
        count += 1
        if count > MOST_PAGES:
            raise Unreadable(f"PDF 超过 {MOST_PAGES} 页，不像是一份年度报告")
        interpreter.process_page(page)
        yield canvas.page
    if count < stated or not count:
        raise Unreadable(DAMAGED)


def _laid(page: Page, number: int) -> Laid:
    ruled = frames(page)
    free = _outside(page.signs, ruled)
    ruled += open_frames(page, ruled, lines(free))
    tables = [(frame.top, table(frame, page.signs)) for frame in ruled]
    outside = lines(_outside(free, ruled))
    placed: list[tuple[float, Line | Table]] = [*((line.base, line) for line in outside), *tables]
    items = tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))
    return Laid(number, page.width, page.height, items)


def _outside(signs: list[Sign], ruled: list[Frame]) -> list[Sign]:
    return [sign for sign in signs if not any(frame.place(sign.x0, sign.middle) for frame in ruled)]


def _pieces(pages: list[Laid]) -> tuple[list[Piece], list[str]]:
    """The pages as one run of paragraphs and grids; and what was left out where they meet."""
    text = setting(
        [[item for item in page.items if isinstance(item, Line)] for page in pages],
        max((page.width for page in pages), default=0.0),
    )
    found: list[list[Line] | Table] = []
    removed: list[str] = []
    for page in pages:
        for number, item in enumerate(page.items):
            last = found[-1] if found else None
            if isinstance(item, Table):
                if number == 0 and isinstance(last, Table) and pdf_pages.goes_on(last, item):
                    found[-1], repeated = pdf_pages.joined(last, item)
                    removed += ["跨页重复的表头"] * repeated
                else:
                    found.append(item)
            elif isinstance(last, list) and _belongs(last[-1], item, text, same_page=number > 0):
                last.append(item)
            else:
                found.append([item])
    return [_piece(item, text) for item in found], list(dict.fromkeys(removed))


def _piece(item: list[Line] | Table, text: Setting) -> Piece:
    if isinstance(item, Table):
        return grid(item)
    if is_row(item[0]):
        return row_grid(item)
    joined = item[0].text
    for line, after in pairwise(item):
        joined += together(line, after, text) + after.text
    return Paragraph(joined)


def _belongs(line: Line, after: Line, text: Setting, *, same_page: bool) -> bool:
    if is_row(line) or is_row(after):
        return is_row(line) and is_row(after)
    return goes_on(line, after, text, same_page=same_page)
