"""Bytes to text: UTF-8, UTF-16 with its mark, GBK and GB18030, declared or not."""

import codecs
import re

from govreport.importing.grid import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BROKEN = "\ufffd"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
# A stray byte is no reason to take a UTF-8 file for GBK; real GBK breaks nearly every sign of UTF-8.
_MOST_BROKEN = 0.02
# Containers that are sometimes renamed; their bytes are no text in any encoding.
_BINARY = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"\x1f\x8b",
)


def decoded(data: bytes) -> str:
    """The text of a file. What the file says of its encoding is not believed: the bytes decide.

    A sign that cannot be decoded stays as U+FFFD. Raises Unreadable for what is no text.
    """
    if data.startswith(_BINARY):
        raise Unreadable("文件的内容与扩展名不符，不是文本或网页")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_decode(data[len(mark) :], encoding))
    text = _decode(data, "utf-8")
    broken = text.count(_BROKEN)
    if broken and broken > _MOST_BROKEN * (len(text) - len(text.encode("ascii", "ignore"))):
        text = _decode(data, "gb18030")
    return _checked(text)


def _decode(data: bytes, encoding: str) -> str:
    """The text; a sign cut off at the end of the file is dropped."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(data, final=False)


def _checked(text: str) -> str:
    odd = text.count(_BROKEN) + len(_CONTROLS.findall(text))
    if odd > 10 and odd > _MOST_BROKEN * len(text):
        raise Unreadable("文件不是文本，或者编码不是 UTF-8、GBK、GB18030")
    return _CONTROLS.sub("", text)
