"""Files made to harm whoever reads them, by name: each makes a file name and its bytes.

`http://{HOST}/` stands in them for a server of the test's own, which must never be asked.
"""

from collections.abc import Callable

from tests.checked_files import html_report
from tests.importing.archives import ENCRYPTED, Entry, archive, bomb, entry

HOST = "127.0.0.1:99999"  # replaced by the test, at the same length
MIB = 1024 * 1024
LARGEST = 10 * MIB
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of the old Office begin, and encrypted ones of the new

File = tuple[str, bytes]

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument"

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGH = f'<!DOCTYPE x [<!ENTITY l0 "哈哈哈哈">{LAUGHS}]>'
OUTSIDE = f'<!DOCTYPE x [<!ENTITY e SYSTEM "http://{HOST}/"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


def repeated(unit: str, size: int = LARGEST) -> bytes:
    """A text over and over, up to a size."""
    data = unit.encode()
    return data * (size // len(data))


# Word


def docx(document: Entry, *more: Entry, kind: str = "document.main") -> bytes:
    """A Word file with this main part."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.wordprocessingml.{kind}+xml"/></Types>'
    )
    return archive(
        entry("[Content_Types].xml", types),
        entry("_rels/.rels", relations(("officeDocument", "word/document.xml", ""))),
        document,
        *more,
    )


def relations(*all_of_them: tuple[str, str, str]) -> str:
    """A part with relations: kind, target, mode."""
    lines = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}" {mode}/>'
        for n, (kind, target, mode) in enumerate(all_of_them, start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def document(body: str, before: str = "") -> Entry:
    """A main part with this body."""
    return entry("word/document.xml", f"{before}<w:document {W} {R}><w:body>{body}</w:body></w:document>")


def repeated_document(unit: str, times: int, **claimed: int) -> Entry:
    """A main part with a body that repeats itself."""
    before, after = f"<w:document {W}><w:body>", "</w:body></w:document>"
    return bomb("word/document.xml", before=before, unit=unit, times=times, after=after, **claimed)


PARAGRAPH = "<w:p><w:r><w:t>内容</w:t></w:r></w:p>"
ROW = f"<w:tr>{f'<w:tc>{PARAGRAPH}</w:tc>' * 10}</w:tr>"
OPEN, CLOSE = "<w:tbl><w:tr><w:tc>", f"{PARAGRAPH}</w:tc></w:tr></w:tbl>"
EXTERNAL = 'TargetMode="External"'


def outside_word() -> bytes:
    """A Word file with pictures, a template and a link elsewhere."""
    there = f"http://{HOST}/x"
    links = relations(
        *(("image", there, EXTERNAL), ("attachedTemplate", there, EXTERNAL), ("hyperlink", there, EXTERNAL)),
        *(("aFChunk", there, EXTERNAL), ("oleObject", there, EXTERNAL)),
    )
    body = '<w:altChunk r:id="r4"/>' + PARAGRAPH
    return docx(document(body), entry("word/_rels/document.xml.rels", links))


# Excel


def xlsx(sheet: Entry, *more: Entry) -> bytes:
    """An Excel file with this one sheet."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}.spreadsheetml.worksheet+xml"/>'
        "</Types>"
    )
    book = f'<workbook {S} {R}><sheets><sheet name="年报" sheetId="1" r:id="r1"/></sheets></workbook>'
    parts = (("worksheet", "worksheets/sheet1.xml", ""), ("sharedStrings", "sharedStrings.xml", ""))
    return archive(
        entry("[Content_Types].xml", types),
        entry("_rels/.rels", relations(("officeDocument", "xl/workbook.xml", ""))),
        entry("xl/workbook.xml", book),
        entry("xl/_rels/workbook.xml.rels", relations(*parts)),
        sheet,
        *more,
    )


def sheet(rows: str, before: str = "") -> Entry:
    """A sheet with these rows."""
    data = f"{before}<worksheet {S}><sheetData>{rows}</sheetData></worksheet>"
    return entry("xl/worksheets/sheet1.xml", data)


def repeated_sheet(unit: str, times: int) -> Entry:
    """A sheet whose rows repeat themselves."""
    before, after = f"<worksheet {S}><sheetData>", "</sheetData></worksheet>"
    return bomb("xl/worksheets/sheet1.xml", before=before, unit=unit, times=times, after=after)


SHORT_ROW = "<row><c><v>1</v></c></row>"
CELLS = f"<row>{'<c><v>1</v></c>' * 10}</row>"
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
STRINGS = bomb(
    "xl/sharedStrings.xml",
    before=f"<sst {S}>",
    unit=f"<si><t>{'字' * 1000}</t></si>" * 100,
    times=2000,
    after="</sst>",
)


# PDF


def pdf(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of these objects, the first one its catalogue."""
    parts = [b"%PDF-1.7\n"]
    for number, told in enumerate(objects, start=1):
        data = told.encode() if isinstance(told, str) else told
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, data))
    parts.append(f"trailer\n<< /Root 1 0 R /Size {len(objects) + 1} {trailer} >>\n%%EOF".encode())
    return b"".join(parts)


def stream(packed: bytes, told: str = "") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(packed), told.encode(), packed)


CATALOGUE, ONE_PAGE = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>"


def pdf_bomb() -> bytes:
    """A page whose contents grow to a gigabyte of lines."""
    packed = bomb("", before="", unit="0 0 m 9 9 l S\n" * 1000, times=70_000, after="")
    return pdf(CATALOGUE, ONE_PAGE, PAGE, stream(b"\x78\xda" + packed.packed, "/Filter /FlateDecode"))


def pdf_lines() -> bytes:
    """A page with a hundred thousand lines drawn, as of a table."""
    lines = b"".join(b"0 %d m 500 %d l S\n" % (n % 800, n % 800) for n in range(100_000))
    return pdf(CATALOGUE, ONE_PAGE, PAGE, stream(lines))


def pdf_pages() -> bytes:
    """Fifty thousand empty pages."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 50_003))
    pages = ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"] * 50_000
    return pdf(CATALOGUE, f"<< /Type /Pages /Kids [{kids}] /Count 50000 >>", *pages)


KEYS = f"/O ({'o' * 32}) /U ({'u' * 32})"
ENCRYPT = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 {KEYS} >> /ID [(a) (b)]"
OUTSIDE_PDF = (
    f"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://{HOST}/) >> "
    f"/AA << /WC << /S /SubmitForm /F (http://{HOST}/) >> >> >>"
)

# Web pages, text, JSON

NESTED = 1000
FIGURE_ROW = f"<tr>{'<td>1</td>' * 8}</tr>\n"
OUTSIDE_PAGE = (
    f'<!DOCTYPE html SYSTEM "http://{HOST}/a.dtd"><base href="http://{HOST}/"><link rel=stylesheet href=/a>'
    f'<img src="http://{HOST}/a.png"><iframe src="http://{HOST}/"></iframe><script src="/a.js"></script>'
)
CELL = '"a":1,'

# A file by its name for people, made when it is needed.
HOSTILE: dict[str, Callable[[], File]] = {
    "docx: zip bomb, 1 GB": lambda: ("a.docx", docx(repeated_document(PARAGRAPH * 1000, 25_000))),
    "docx: zip bomb, 1 GB in one word": lambda: ("a.docx", docx(repeated_document("字" * 10_000, 35_000))),
    "docx: zip bomb that says it is small": lambda: (
        "a.docx",
        docx(repeated_document(PARAGRAPH * 1000, 25_000, size=900)),
    ),
    "docx: a bomb beside the text": lambda: (
        "a.docx",
        docx(document(PARAGRAPH), bomb("word/styles.xml", before="", unit=" " * MIB, times=1000, after="")),
    ),
    "docx: 60,000 members": lambda: (
        "a.docx",
        docx(document(PARAGRAPH), *(entry(f"word/{n}.xml", "") for n in range(60_000))),
    ),
    "docx: entities, a billion laughs": lambda: (
        "a.docx",
        docx(document("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", LAUGH)),
    ),
    "docx: entities from elsewhere": lambda: (
        "a.docx",
        docx(document("<w:p><w:r><w:t>&e;&f;</w:t></w:r></w:p>", OUTSIDE)),
    ),
    "docx: 100,000 rows": lambda: (
        "a.docx",
        docx(repeated_document(f"<w:tbl>{ROW * 100}</w:tbl>", 1000)),
    ),
    "docx: tables 1,000 deep": lambda: ("a.docx", docx(document(OPEN * NESTED + CLOSE * NESTED))),
    "docx: a cell over 100,000,000 columns": lambda: (
        "a.docx",
        docx(document(f'{OPEN}<w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{CLOSE}')),
    ),
    "docx: links and pictures elsewhere": lambda: ("a.docx", outside_word()),
    "docx: macros, renamed": lambda: (
        "a.docx",
        docx(
            document(PARAGRAPH),
            entry("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(5000)),
            kind="document.macroEnabled.main",
        ),
    ),
    "docx: encrypted by Word": lambda: (
        "a.docx",
        OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(900),
    ),
    "docx: encrypted as a zip": lambda: (
        "a.docx",
        archive(entry("word/document.xml", "x" * 99, flags=ENCRYPTED)),
    ),
    "docx: cut off": lambda: ("a.docx", docx(document(PARAGRAPH * 1000))[:900]),
    "docx: without a document": lambda: ("a.docx", archive(entry("../../etc/evil", "x"))),
    "docx: an empty zip": lambda: ("a.docx", archive()),
    "docx: a PDF": lambda: ("a.docx", pdf(CATALOGUE, ONE_PAGE, PAGE, stream(b""))),
    "docx: bytes at random": lambda: ("a.docx", b"PK\x03\x04" + bytes(range(256)) * 4000),
    "xlsx: zip bomb, 1 GB": lambda: ("a.xlsx", xlsx(repeated_sheet(CELLS * 1000, 6000))),
    "xlsx: a million rows": lambda: (
        "a.xlsx",
        xlsx(repeated_sheet(SHORT_ROW * 1000, 1000)),
    ),
    "xlsx: a cell at the far end": lambda: ("a.xlsx", xlsx(sheet(FAR))),
    "xlsx: strings of 600 MB": lambda: ("a.xlsx", xlsx(sheet(CELLS), STRINGS)),
    "xlsx: entities, a billion laughs": lambda: (
        "a.xlsx",
        xlsx(sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', LAUGH)),
    ),
    "xlsx: merged over the whole sheet": lambda: (
        "a.xlsx",
        xlsx(
            entry(
                "xl/worksheets/sheet1.xml",
                f'<worksheet {S}><sheetData>{CELLS}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/>'
                "</mergeCells></worksheet>",
            )
        ),
    ),
    "xlsx: cut off": lambda: ("a.xlsx", xlsx(sheet(CELLS))[:700]),
    "xlsx: a Word file": lambda: ("a.xlsx", docx(document(PARAGRAPH))),
    "pdf: a Word file": lambda: ("a.pdf", docx(document(PARAGRAPH))),
    "pdf: contents of 1 GB": lambda: ("a.pdf", pdf_bomb()),
    "pdf: 100,000 lines": lambda: ("a.pdf", pdf_lines()),
    "pdf: 50,000 pages": lambda: ("a.pdf", pdf_pages()),
    "pdf: pages that hold themselves": lambda: (
        "a.pdf",
        pdf(CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 /Parent 2 0 R >>"),
    ),
    "pdf: arrays 100,000 deep": lambda: ("a.pdf", pdf(CATALOGUE, "[" * 100_000)),
    "pdf: encrypted": lambda: (
        "a.pdf",
        pdf(CATALOGUE, ONE_PAGE, PAGE, stream(b""), trailer=ENCRYPT),
    ),
    "pdf: actions elsewhere": lambda: ("a.pdf", pdf(OUTSIDE_PDF, ONE_PAGE, PAGE, stream(b""))),
    "pdf: cut off": lambda: ("a.pdf", pdf_lines()[: MIB // 2]),
    "pdf: 10 MB of brackets": lambda: ("a.pdf", b"%PDF-1.7\n" + repeated("(")),
    "html: a million rows": lambda: ("a.html", b"<table>" + b"<tr><td>1\n" * 1_000_000 + b"</table>"),
    "html: a million cells": lambda: ("a.html", b"<table>" + b"<tr>" + b"<td>1</td>" * 1_000_000),
    "html: a report with a million rows": lambda: (
        "a.html",
        html_report().replace(b"</table>", repeated(FIGURE_ROW, 9 * MIB) + b"</table>", 1),
    ),
    "html: tables 1,000 deep": lambda: ("a.html", b"<table><tr><td>" * NESTED + b"1" + b"</table>" * NESTED),
    "html: tables 200 deep, each with rows": lambda: (
        "a.html",
        (f"<table>{FIGURE_ROW * 20}<tr><td>" * 120 + "</table>" * 120).encode(),
    ),
    "html: elements a million deep": lambda: ("a.html", repeated("<div>", 5 * MIB)),
    "html: inline elements a million deep": lambda: ("a.html", repeated("<b>", 3 * MIB)),
    "html: cells over 65,534 rows and columns": lambda: (
        "a.html",
        b"<table>" + b"<tr><td rowspan=65534 colspan=1000>1</td></tr>" * 1000 + b"</table>",
    ),
    "html: a span per character": lambda: (
        "a.html",
        b"<table><tr><td>" + repeated("<span lang=EN-US>(</span>", 9 * MIB) + b"</table>",
    ),
    "html: 10 MB of brackets in a cell": lambda: ("a.html", b"<table><tr><td>" + repeated("(")),
    "html: 10 MB of one word": lambda: ("a.html", repeated("<p>字" + "字" * 3_000_000 + "</p>", LARGEST)),
    "html: a million attributes": lambda: (
        "a.html",
        b"<table " + b" ".join(b"a%d=1" % n for n in range(700_000)) + b"><tr><td>1</table>",
    ),
    "html: styles without end": lambda: ("a.html", b'<p style="' + repeated("display:x;") + b'">x</p>'),
    "html: deleted text in a cell, again and again": lambda: (
        "a.html",
        b"<table><tr><td>" + b"<table><tr><td><del>1</del>" * 30_000,
    ),
    "html: entities, a billion laughs": lambda: ("a.html", f"{LAUGH}<p>&l9;</p>".encode()),
    "html: things from elsewhere": lambda: ("a.html", OUTSIDE_PAGE.encode() + html_report()),
    "html: nothing but tags": lambda: ("a.html", repeated("<")),
    "html: zero bytes": lambda: ("a.html", bytes(LARGEST)),
    "html: a picture": lambda: ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    "html: half of a character": lambda: ("a.html", html_report()[:-1] + b"\xe4\xb8"),
    "html: cut off": lambda: ("a.html", html_report()[: len(html_report()) // 2]),
    "txt: a million rows": lambda: ("a.txt", b"1\t2\t3\t4\n" * 1_000_000),
    "txt: a million lines": lambda: ("a.txt", "字\n".encode() * 2_000_000),
    "txt: a million cells, one a line": lambda: ("a.txt", b"\t1\n" * 3_000_000),
    "txt: 10 MB of brackets": lambda: ("a.txt", repeated("(")),
    "txt: 10 MB in one line": lambda: ("a.txt", repeated("一二三四五")),
    "txt: 10 MB of digits": lambda: ("a.txt", repeated("9")),
    "txt: 10 MB of blanks": lambda: ("a.txt", repeated(" ")),
    "txt: 10 MB of tabs": lambda: ("a.txt", repeated("\t")),
    "txt: 10 MB of open quotes": lambda: ("a.txt", repeated('"\t\n')),
    "txt: 10 MB of rules": lambda: ("a.txt", repeated("|-")),
    "txt: 10 MB of pipes": lambda: ("a.txt", repeated("| 1 ") + b"\n|---|\n"),
    "txt: 10 MB of emphasis": lambda: ("a.txt", b"|-|\n" + repeated("**a ")),
    "txt: labels without end": lambda: (
        "a.txt",
        b"".join(b"a%d\t%d\t1\n" % (n, n) for n in range(500_000)),
    ),
    "json: 10 MB of brackets": lambda: ("a.json", repeated("[")),
    "json: objects a million deep": lambda: ("a.json", repeated('{"a":')),
    "json: a number of 10 MB": lambda: ("a.json", b'{"schema":' + repeated("9") + b"}"),
    "json: a number with a huge exponent": lambda: (
        "a.json",
        b'{"content":{"edition":"2021","tables":{"disputes":{"all":{"a":1e999999999}}}}}',
    ),
    "json: a million cells": lambda: (
        "a.json",
        ('{"edition":"2021","tables":{"applications":{"granted":{' + CELL * 1_500_000 + '"b":1}}}}').encode(),
    ),
    "doc: bytes at random": lambda: ("a.doc", OLE + bytes(range(256)) * 400),
    "xls: bytes at random": lambda: ("a.xls", OLE + bytes(range(256)) * 400),
    "wps: a web page with things from elsewhere": lambda: ("a.wps", OUTSIDE_PAGE.encode() + html_report()),
    "et: a zip bomb": lambda: ("a.et", xlsx(repeated_sheet(CELLS * 1000, 6000))),
}
