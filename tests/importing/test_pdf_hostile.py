"""PDFs that burst, nest, loop or are broken end soon, with one sentence."""

import io
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from pypdf import PdfWriter

from govreport.importing.grid import Unreadable
from govreport.importing.readers import pdf
from tests.importing.pdfs import line, ruled, say, stream, written
from tests.importing.pdfs import pdf as made

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 99 99] >>"
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /S /Encoding /Identity-H %s /DescendantFonts [<< /Type /Font"
    " /Subtype /CIDFontType2 /BaseFont /S %s /FontDescriptor << /FontName /S >>"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)
SECONDS = 8  # of the processor's time


def drawing(commands: bytes, resources: str, *more: bytes) -> bytes:
    """One page that draws this; what it uses are the objects from 5 on."""
    page = f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << {resources} >> >>"
    return written([CATALOG, ONE_PAGE, page.encode(), stream(commands), *more])


def forms_within_forms() -> bytes:
    """Twelve levels of ten: a billion drawings of a billion bytes."""
    levels = [
        stream(b"/X Do " * 10, f"{FORM} /Resources << /XObject << /X {number + 1} 0 R >> >>")
        for number in range(5, 17)
    ]
    return drawing(b"/X Do", "/XObject << /X 5 0 R >>", *levels, stream(b"0 0 m 9 9 l S", FORM))


def counting_font(widths: str = "", table: str = "") -> bytes:
    """A font whose tables count up to four billion."""
    codes = stream(f"begincmap 1 beginbfrange {table} endbfrange endcmap".encode())
    font = FONT % ("/ToUnicode 6 0 R", widths)
    return drawing(say(10, 800, "你").encode(), "/Font << /F1 5 0 R >>", font.encode(), codes)


def pages_within_pages() -> bytes:
    """A tree of pages 5,000 levels deep."""
    levels = [f"<< /Type /Pages /Kids [{number} 0 R] >>".encode() for number in range(3, 5003)]
    return written([CATALOG, *levels, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


@cache
def report() -> bytes:
    """A page of text and a table."""
    table = ruled((100, 200, 300), range(120, 241, 20))
    rows = "".join(say(105, 135 + 20 * row, f"第{row}行") for row in range(6))
    return made(table + rows + say(100, 90, "表"))


def with_password() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(99, 99)
    writer.encrypt("geheim", algorithm="RC4-128")
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a page that unpacks to 200 MB": (lambda: made(" " * 200_000_000), "过大"),
    "a page of 400,000 lines": (lambda: made("0 0 m 9 9 l S\n" * 400_000), "过大"),
    "40,000 lines across a page": (lambda: made(line(0, 10, 500, 800) * 40_000), "过大"),
    "150,000 characters": (lambda: made(f"BT /F1 9 Tf <{'4f60' * 150_000}> Tj ET"), "过大"),
    "a page of a million bytes": (lambda: made("q Q " * 250_000), "过大"),
    "30,000 objects": (lambda: written([CATALOG, *[b"<< >>"] * 30_000]), "过大"),
    "brackets without end": (lambda: b"%PDF-1.7\n" + b"(" * 3_000_000, "过大"),
    "an array without end, a stream before it": (
        lambda: written([CATALOG, stream(b"x" * 9999), b"[" + b"1 " * 1_500_000 + b"]"]),
        "过大",
    ),
    "5,000 pages": (lambda: made(*[say(100, 100, "页")] * 5_000), "超过 60 页"),
    "arrays nested 100,000 deep": (lambda: written([CATALOG, b"[" * 100_000 + b"]" * 100_000]), "损坏"),
    "pages nested 5,000 deep": (pages_within_pages, "损坏"),
    "forms within forms": (forms_within_forms, "过大"),
    "widths up to four billion": (lambda: counting_font(widths="/W [0 4000000000 500]"), "过大"),
    "characters up to four billion": (lambda: counting_font(table="<00000000> <ffffffff> <0041>"), "过大"),
    "a stream of a million objects": (
        lambda: written([CATALOG, ONE_PAGE, stream(b"1 " * 5_000_000, "/Type /ObjStm /N 1 /First 5")]),
        "过大",
    ),
    "pages that are themselves": (lambda: written([CATALOG, b"2 0 R"]), "损坏"),
    "pages that are each other": (lambda: written([CATALOG, b"3 0 R", b"2 0 R"]), "损坏"),
    "a table of objects that refers to itself": (
        lambda: written([CATALOG, ONE_PAGE], "/Prev 200"),
        "损坏",
    ),
    "nothing but a head": (lambda: b"%PDF-1.7\n", "损坏"),
    "a package": (lambda: b"PK\x03\x04" + b"0" * 100, "不是 PDF"),
    "a file with a password": (with_password, "密码"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_soon_with_a_sentence(name: str) -> None:
    make, sentence = HOSTILE[name]
    data = make()
    start = time.process_time()

    with pytest.raises(Unreadable, match=sentence):
        pdf.read(data)

    assert time.process_time() - start < SECONDS


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    itself = stream(b"/X Do", f"{FORM} /Resources << /XObject << /X 5 0 R >> >>")

    with pytest.raises(Unreadable, match="没有可以读取的内容"):
        pdf.read(drawing(b"/X Do", "/XObject << /X 5 0 R >>", itself))


@pytest.mark.parametrize("percent", range(0, 100, 4))
def test_a_file_cut_anywhere_is_refused(percent: int) -> None:
    data = report()

    with pytest.raises(Unreadable):
        pdf.read(data[: len(data) * percent // 100])


@pytest.mark.parametrize("sign", [b"\x00", b"9", b">", b"R"])
def test_a_file_broken_anywhere_is_read_or_refused(sign: bytes) -> None:
    data = report()

    for place in range(0, len(data), 5):
        with suppress(Unreadable):
            pdf.read(data[:place] + sign + data[place + 1 :])


def test_a_page_lost_on_the_way_makes_the_file_damaged() -> None:
    data = made(say(100, 100, "一"), say(100, 100, "二"))

    with pytest.raises(Unreadable, match="损坏"):
        pdf.read(data.replace(b"/Kids [4 0 R 6 0 R]", b"/Kids [4 0 R 9 0 R]"))


def test_nothing_a_file_points_to_is_run_or_fetched() -> None:
    data = made(say(100, 100, "正文"), more="/OpenAction << /S /JavaScript /JS (app.alert) >>")

    assert pdf.read(data).paragraphs == ("正文",)
