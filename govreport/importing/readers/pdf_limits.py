"""What a PDF may take to be read: streams that burst, tables of characters without end are refused."""

import re
import zlib
from collections.abc import Iterator, Mapping

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1

from govreport.importing.grid import Unreadable

DAMAGED = "文件不完整或已损坏，无法打开"
TOO_LARGE = "PDF 解压后过大，不像是年度报告"
LARGEST_STREAM = 32_000_000  # bytes unpacked; a whole Chinese font takes 20 million
LARGEST_OBJECTS = 4_000_000  # bytes of a stream of objects; a report's take 100,000
LARGEST_DRAWN = 2_000_000  # bytes of drawing commands of a file; a page takes 15,000 to 80,000
LARGEST_PAGE = 800_000  # bytes of drawing commands run at once
MOST_OBJECTS = 20_000  # besides those in streams of objects; a long report with its structure has 5,000
LARGEST_OUTSIDE = 2_000_000  # bytes of a file that are in no stream
LARGEST_FILE = 150_000_000  # bytes of all streams but pictures, which are never unpacked
_CHUNK = 1_000_000
_DICTIONARY = 1_000  # bytes before a stream that hold what is said of it
_MOST_CODES = 0x110000
_RANGES = re.compile(rb"begin(?:bf|cid|notdef)range(.*?)(?:end\w+range|\Z)", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<[^>]*>|\d)")


def check_objects(data: bytes) -> None:
    """Raises Unreadable for more objects, or more outside the streams, than the parser is done with soon."""
    if data.count(b" obj") > MOST_OBJECTS:
        raise Unreadable(TOO_LARGE)
    outside = len(data)
    for start, _ in _streams(data):
        end = data.find(b"endstream", start)
        outside -= max(end - start, 0)
    if outside > LARGEST_OUTSIDE:
        raise Unreadable(TOO_LARGE)


def check_streams(data: bytes) -> None:
    """Unpack every stream of a file and drop it again, pictures aside. Raises Unreadable for a bomb."""
    left = LARGEST_FILE
    for start, about in _streams(data):
        if b"/Image" not in about:
            objects = b"/ObjStm" in about or b"/XRef" in about
            size, whole = unpacked(data, start, LARGEST_OBJECTS if objects else LARGEST_STREAM)
            if size and not whole and b"/Flate" in about and b"/Encrypt" not in data:
                raise Unreadable(DAMAGED)
            left -= size
            if left < 0:
                raise Unreadable(TOO_LARGE)


def unpacked(data: bytes, start: int, most: int) -> tuple[int, bool]:
    """How many bytes a deflated stream has unpacked, 0 for another kind, and whether its check sum is right.

    Raises Unreadable beyond `most`.
    """
    size = 0
    inflater = zlib.decompressobj()
    try:
        for place in range(start, len(data), _CHUNK):
            pending = data[place : place + _CHUNK]
            while pending:
                size += len(inflater.decompress(pending, _CHUNK))
                if size > most:
                    raise Unreadable(TOO_LARGE)
                if inflater.eof:  # what is left over stands as unconsumed for ever
                    return size, True
                pending = inflater.unconsumed_tail
    except zlib.error:
        return size, False
    return size, True


def _streams(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Where the streams of a file begin, each with its dictionary."""
    position = data.find(b"stream")
    while position >= 0:
        if data[position - 3 : position] != b"end":
            start = position + len(b"stream")
            while data[start : start + 1] in (b"\r", b"\n", b" "):
                start += 1
            opening = max(data.rfind(b" obj", 0, position), position - _DICTIONARY, 0)
            yield start, data[opening:position]
        position = data.find(b"stream", position + 6)


class Document(PDFDocument):
    """A file's objects; one that is only a reference is followed, but never in a circle."""

    def getobj(self, objid: int) -> object:
        """The object of a number. Raises PDFObjectNotFound."""
        seen = {objid}
        found = super().getobj(objid)
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found


class Fonts(PDFResourceManager):
    """Makes fonts, unless their tables give a code no alphabet has: pdfminer would count up to it."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a dictionary. Raises Unreadable."""
        for key in ("W", "W2"):
            widths = [resolve1(item) for item in list_value(spec.get(key))]
            if any(isinstance(item, int) and item > _MOST_CODES for item in widths):
                raise Unreadable(TOO_LARGE)
        for key in ("ToUnicode", "Encoding"):
            table = resolve1(spec.get(key))
            if isinstance(table, PDFStream):
                _check_codes(table)
        return super().get_font(objid, spec)


def _check_codes(table: PDFStream) -> None:
    """Refuse a table of characters whose ranges take in more codes than there are. Raises Unreadable."""
    codes = 0
    for ranges in _RANGES.findall(table.get_data()):
        for ends in _RANGE.findall(ranges):
            first, last = (int(b"".join(end.split()) or b"0", 16) for end in ends)
            codes += max(last - first, 0)
            if codes > _MOST_CODES:
                raise Unreadable(TOO_LARGE)


def check_pages(catalog: Mapping[str, object], most: int) -> int:
    """How many pages a file says it has, 0 when it does not say. Raises Unreadable beyond `most`."""
    pages = catalog.get("Pages")
    count = resolve1(dict_value(pages).get("Count")) if isinstance(pages, PDFObjRef) else 0
    if isinstance(count, int) and count > most:
        raise Unreadable(f"PDF 超过 {most} 页，不像是一份年度报告")
    return count if isinstance(count, int) else 0
