"""PDFs written by hand for tests: a few drawing commands a page, one font that needs no file."""

import zlib
from collections.abc import Iterable

HEIGHT = 842
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts ["
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /FontDescriptor <<"
    " /Type /FontDescriptor /FontName /SimSun /Ascent 880 /Descent -120 >>"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >> ] >>"
)


def say(x: float, y: float, text: str, size: float = 10) -> str:
    """A text at a place from the top left, its base line `y` down; each sign as wide as high."""
    return f"BT /F1 {size} Tf {x} {HEIGHT - y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A straight line."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S\n"


def box(x: float, y: float, width: float, height: float) -> str:
    """A filled box, its upper left corner at a place."""
    return f"{x} {HEIGHT - y - height} {width} {height} re f\n"


def ruled(xs: Iterable[float], ys: Iterable[float]) -> str:
    """All the lines of a table."""
    xs, ys = list(xs), list(ys)
    level = "".join(line(xs[0], y, xs[-1], y) for y in ys)
    return level + "".join(line(x, ys[0], x, ys[-1]) for x in xs)


def pdf(*pages: str, font: str = _FONT, more: str = "", resources: str = "") -> bytes:
    """A PDF of these pages. `more` goes into the catalog, `resources` into those of the pages."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 595 {HEIGHT}] >>".encode(),
        font.encode(),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode()
        )
        objects.append(stream(page.encode()))
    return written(objects)


def stream(data: bytes, about: str = "") -> bytes:
    """A deflated stream."""
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {about} >>".encode()
    return head + b"\nstream\n" + packed + b"\nendstream"


def written(objects: list[bytes], trailer: str = "") -> bytes:
    """Objects, numbered from 1, as a file."""
    whole = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(whole)}\n%%EOF"
    return whole + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
