"""More hostile files: pointing elsewhere, not what they are called, cut off, or just small enough to be read.

`links.doc` and `links.xls` were written by LibreOffice: a field that takes in the text of another document, a
formula that asks a web service, a cell of another workbook, addresses.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.checked_files import html_report
from tests.importing.archives import ENCRYPTED, archive, entry
from tests.importing.hostile import (
    CATALOGUE,
    CELLS,
    EXTERNAL,
    HOST,
    LARGEST,
    MIB,
    OLE,
    ONE_PAGE,
    PAGE,
    PARAGRAPH,
    File,
    R,
    S,
    document,
    docx,
    pdf,
    relations,
    repeated_document,
    sheet,
    stream,
    xlsx,
)

THERE = f"http://{HOST}/x"
SAMPLES = Path(__file__).parent / "samples"
ENCRYPTED_PACKAGE = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900)
FIELDS = (
    rf'{{\field{{\*\fldinst INCLUDEPICTURE "{THERE}" \\d}}{{\fldrslt kept}}}}'
    rf'{{\field{{\*\fldinst INCLUDETEXT "{THERE}"}}{{\fldrslt kept}}}}{{\*\template {THERE}}}'
)
WORD_XML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">'
    f'<w:body><w:p><w:r><w:pict><v:shape><v:imagedata src="{THERE}"/></v:shape></w:pict></w:r></w:p>'
    "<w:p><w:r><w:t>Yunxi</w:t></w:r></w:p></w:body></w:wordDocument>"
)
LINK = (
    f"<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI ({THERE}) >> >>",
    f"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /F ({THERE}) /FFilter /DCTDecode /Length 0 >>"
    "\nstream\n\nendstream",
)
LINE = "我局认真做好政府信息公开工作，及时更新内容。\n"


def outside_xlsx() -> bytes:
    """A workbook with a link to another, a picture, an address and a web service."""
    formula = f'<c r="A1"><f>_xlfn.WEBSERVICE("{THERE}")</f><v>1</v></c><c r="B1"><f>[1]a!A1</f><v>2</v></c>'
    body = (
        f'<worksheet {S} {R}><sheetData><row r="1">{formula}</row></sheetData>'
        '<hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks><drawing r:id="r2"/></worksheet>'
    )
    return xlsx(
        entry("xl/worksheets/sheet1.xml", body),
        entry(
            "xl/worksheets/_rels/sheet1.xml.rels",
            relations(("hyperlink", THERE, EXTERNAL), ("drawing", "../drawings/drawing1.xml", "")),
        ),
        entry("xl/drawings/drawing1.xml", "<a/>"),
        entry("xl/drawings/_rels/drawing1.xml.rels", relations(("image", THERE, EXTERNAL))),
        entry(
            "xl/externalLinks/externalLink1.xml",
            f'<externalLink {S} {R}><externalBook r:id="r1"/></externalLink>',
        ),
        entry(
            "xl/externalLinks/_rels/externalLink1.xml.rels", relations(("externalLinkPath", THERE, EXTERNAL))
        ),
    )


def word_table(number: int) -> str:
    """A table of 490 rows, each of its 3,920 cells another."""
    cells = (PARAGRAPH.replace("内容", str(place)) for place in range(3920 * number, 3920 * (number + 1)))
    rows = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in batched(list(cells), 8))
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def batched(cells: list[str], size: int) -> Iterator[list[str]]:
    """The cells row by row."""
    return (cells[start : start + size] for start in range(0, len(cells), size))


def sample(name: str) -> bytes:
    """A file that LibreOffice wrote."""
    return (SAMPLES / name).read_bytes()


ONE_OF_THESE = docx(document(PARAGRAPH))
BLANK_PDF = pdf(CATALOGUE, ONE_PAGE, PAGE, stream(b""))

MORE: dict[str, Callable[[], File]] = {
    "docx: a million rows": lambda: (
        "a.docx",
        docx(repeated_document(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 1000}</w:tbl>", 1000)),
    ),
    "docx: as many rows as are read": lambda: (
        "a.docx",
        docx(document("".join(map(word_table, range(5))))),
    ),
    "docx: a workbook": lambda: ("a.docx", xlsx(sheet(CELLS))),
    "docx: a web page": lambda: ("a.docx", html_report()),
    "xlsx: as many rows as are read": lambda: ("a.xlsx", xlsx(sheet(CELLS * 1900))),
    "xlsx: links and pictures elsewhere": lambda: ("a.xlsx", outside_xlsx()),
    "xlsx: macros, renamed": lambda: (
        "a.xlsx",
        xlsx(sheet(CELLS), entry("xl/vbaProject.bin", OLE + bytes(5000))),
    ),
    "xlsx: encrypted by Excel": lambda: ("a.xlsx", ENCRYPTED_PACKAGE),
    "xlsx: encrypted as a zip": lambda: (
        "a.xlsx",
        archive(entry("xl/workbook.xml", "x" * 99, flags=ENCRYPTED)),
    ),
    "pdf: links and pictures elsewhere": lambda: (
        "a.pdf",
        pdf(
            CATALOGUE,
            ONE_PAGE,
            PAGE.replace("<< >>", "<< /XObject << /X 6 0 R >> >> /Annots [5 0 R]"),
            stream(b"/X Do"),
            *LINK,
        ),
    ),
    "pdf: 10 MB of a picture": lambda: (
        "a.pdf",
        pdf(CATALOGUE, ONE_PAGE, PAGE, stream(b""), stream(bytes(range(256)) * 40_000, "/Subtype /Image")),
    ),
    "pdf: a web page": lambda: ("a.pdf", html_report()),
    "html: as many cells as are read": lambda: (
        "a.html",
        b"<table>" + b"<tr><td>1<td>2<td>3<td>4" * 4900 + b"</table>",
    ),
    "html: a Word file": lambda: ("a.html", ONE_OF_THESE),
    "txt: as many lines as are read": lambda: ("a.txt", (LINE * 10_000).encode()),
    "txt: a PDF": lambda: ("a.txt", BLANK_PDF),
    "txt: cut off": lambda: ("a.txt", (LINE * 9).encode()[:-5]),
    "json: cut off": lambda: ("a.json", b'{"edition":"2021","tables":{"appl'),
    "json: a Word file": lambda: ("a.json", ONE_OF_THESE),
    "doc: links elsewhere": lambda: ("a.doc", sample("links.doc")),
    "doc: links elsewhere, cut off, through LibreOffice": lambda: ("a.doc", sample("links.doc")[:5000]),
    "xls: links elsewhere, through LibreOffice": lambda: ("a.xls", sample("links.xls")),
    "rtf: pictures elsewhere, through LibreOffice": lambda: (
        "a.rtf",
        rb"{\rtf1\ansi " + FIELDS.encode() + b"}",
    ),
    "doc: Word XML with a picture elsewhere, through LibreOffice": lambda: ("a.doc", WORD_XML.encode()),
    "rtf: 10 MB of rows, through LibreOffice": lambda: (
        "a.rtf",
        rb"{\rtf1\ansi " + rb"\trowd\cellx1000\cellx2000\intbl 1\cell 2\cell\row " * (LARGEST // 51) + b"}",
    ),
    "doc: 9 MB at random": lambda: ("a.doc", OLE + bytes(range(256)) * (9 * MIB // 256)),
}
