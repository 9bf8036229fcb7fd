"""What the bytes of a file are, whatever its name says, and which reader they go to."""

import re

from govreport.importing.grid import Unreadable
from govreport.importing.readers.packages import ENCRYPTED, opened

NAMES = {
    "docx": "Word 文档（.docx）",
    "xlsx": "Excel 工作簿（.xlsx）",
    "pptx": "演示文稿",
    "odf": "OpenDocument 文档",
    "ofd": "OFD 版式文件",
    "zip": "压缩包",
    "pdf": "PDF",
    "doc": "旧版 Word 文档（.doc）",
    "xls": "旧版 Excel 工作簿（.xls）",
    "ole": "旧版 Office 文件",
    "rtf": "RTF 文档",
    "wordxml": "Word XML 文档",
    "mhtml": "单个文件网页",
    "html": "网页",
    "image": "图片",
    "text": "文本",
}
# The kinds that each suffix may stand for. Those of the old formats are often another format by content
# (pages and tables exported by other systems): they are read as what they are.
_OLD = ("doc", "xls", "ole", "rtf", "wordxml", "docx", "xlsx", "html", "text")
FITTING: dict[str, tuple[str, ...]] = {
    ".docx": ("docx", "zip"),
    ".xlsx": ("xlsx", "zip"),
    ".pdf": ("pdf",),
    ".htm": ("html", "text"),
    ".html": ("html", "text"),
    ".txt": ("text",),
    ".doc": _OLD,
    ".wps": _OLD,
    ".rtf": _OLD,
    ".xls": _OLD,
    ".et": _OLD,
}
_READ_AS = {"docx": ".docx", "xlsx": ".xlsx", "html": ".html", "text": ".txt"}

_MARKS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf", "zip"),
    (b"\x1f\x8b", "zip"),
)
_PARTS = (
    (re.compile(r"word/document\d*\.xml"), "docx"),
    (re.compile(r"xl/workbook\d*\.xml"), "xlsx"),
    (re.compile(r"ppt/presentation\d*\.xml"), "pptx"),
    (re.compile(r"ofd\.xml"), "ofd"),
    (re.compile(r"content\.xml"), "odf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_WORD = b"\xec\xa5\xc1\x00"
_EXCEL = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_HTML = re.compile(
    rb"<(!doctype\s+html|html|head|meta|title|body|table|div|p|span|style|center|h[1-6])\b", re.I
)
_MHTML = re.compile(rb"\A\s*(MIME-Version|From|Date|Subject|Content-Type):", re.I)
_OPENING = 4_096


def kind_of(data: bytes) -> str:
    """The kind of a file, a key of NAMES. Raises Unreadable when it is empty, damaged or has a password."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("文件是空的，没有可以读取的内容")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    for mark, kind in _MARKS:
        if data.startswith(mark):
            return kind
    if b"%PDF-" in data[:1024]:  # some writers put a line before it; viewers open it all the same
        return "pdf"
    return _text_kind(data[:_OPENING].replace(b"\x00", b""))


def fitting(suffix: str, data: bytes) -> str:
    """The suffix whose reader a file goes to. Raises Unreadable when its name and its content differ."""
    kind = kind_of(data)
    if suffix in FITTING and kind not in FITTING[suffix]:
        raise Unreadable(f"文件的扩展名是 {suffix}，内容却是{NAMES[kind]}，请换成相符的文件")
    if FITTING.get(suffix) is _OLD:
        return _READ_AS.get(kind, suffix)
    return suffix


def _zip_kind(data: bytes) -> str:
    names = opened(data).names
    for pattern, kind in _PARTS:
        if any(pattern.fullmatch(name) for name in names):
            return kind
    return "zip"


def _ole_kind(data: bytes) -> str:
    """The kind of an OLE file by the names in its directory."""
    if "EncryptedPackage\0".encode("utf-16-le") in data:
        raise Unreadable(ENCRYPTED)
    if _has_stream(data, "WordDocument"):
        _refuse_password(data, _WORD, 11, mask=0x01, mark=0x01)
        return "doc"
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        _refuse_password(data, _EXCEL, 20, mask=0xFF, mark=0x2F)
        return "xls"
    return "ole"


def _refuse_password(data: bytes, opening: bytes, offset: int, *, mask: int, mark: int) -> None:
    """Look where a stream begins, at the start of a sector, for what says that it is encrypted."""
    place = data.find(opening)
    while place >= 0:
        sign = data[place + offset : place + offset + 1]
        if place % _SECTOR == 0 and sign and sign[0] & mask == mark:
            raise Unreadable(ENCRYPTED)
        place = data.find(opening, place + 1)


def _has_stream(data: bytes, name: str) -> bool:
    """Whether a directory entry has this name: 64 bytes of UTF-16, then the length with the end mark."""
    text = name.encode("utf-16-le")
    return text.ljust(64, b"\x00") + (len(text) + 2).to_bytes(2, "little") in data


def _text_kind(opening: bytes) -> str:
    """The kind of what is no container: markup is markup only when nothing but marks stands before it."""
    text = opening.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if text.startswith(b"<"):
        if b"schemas.microsoft.com/office/word/2003" in text or b"office/2006/xmlPackage" in text:
            return "wordxml"
        if _HTML.search(text):
            return "html"
    return "mhtml" if _MHTML.match(text) and b"multipart/" in text else "text"
