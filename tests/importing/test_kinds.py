"""A file is what its bytes are: a name that says otherwise is refused, old names are taken less strictly."""

import pytest

from govreport.importing.grid import Unreadable
from govreport.importing.readers.kinds import fitting, kind_of
from govreport.importing.reading import read
from tests.importing.word import packed, paragraph, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def entry(name: str) -> bytes:
    """A directory entry of an OLE file."""
    text = name.encode("utf-16-le")
    return text.ljust(64, b"\x00") + (len(text) + 2).to_bytes(2, "little") + bytes(62)


def ole(*names: str, stream: bytes = b"") -> bytes:
    """An OLE file with these streams in its directory, one sector of content in front."""
    return OLE + stream.ljust(512, b"\x00") + b"".join(entry(name) for name in names)


WORD_WITH_PASSWORD = b"\xec\xa5\xc1\x00" + bytes(7) + b"\x13"
EXCEL_WITH_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00"
FILES = {
    "docx": word(paragraph("云溪县")),
    "xlsx": packed({"xl/workbook.xml": "<a/>"}),
    "pptx": packed({"ppt/presentation.xml": "<a/>"}),
    "odf": packed({"mimetype": "a", "content.xml": "<a/>"}),
    "ofd": packed({"OFD.xml": "<a/>"}),
    "zip": packed({"a.txt": "a"}),
    "pdf": b"%PDF-1.7\n%",
    "doc": ole("Root Entry", "WordDocument"),
    "xls": ole("Root Entry", "Workbook"),
    "ole": ole("Root Entry", "MatOST"),
    "rtf": rb"{\rtf1\ansi a}",
    "wordxml": b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
    "mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n",
    "html": "\ufeff <!-- a --><html><p>云溪县".encode(),
    "image": b"\x89PNG\r\n\x1a\n",
    "text": "云溪县林业局 < 2023 年 >".encode("gbk"),
}


@pytest.mark.parametrize("kind", FILES)
def test_the_bytes_tell_the_kind(kind: str) -> None:
    assert kind_of(FILES[kind]) == kind


@pytest.mark.parametrize("encoding", ["utf-16", "gbk", "utf-8-sig"])
def test_a_web_page_is_one_in_any_encoding(encoding: str) -> None:
    assert kind_of("<html><p>云溪县</p></html>".encode(encoding)) == "html"


def test_a_pdf_may_have_a_line_before_it() -> None:
    assert kind_of(b"\n\n" + FILES["pdf"]) == "pdf"


@pytest.mark.parametrize(
    "data",
    [
        ole("Root Entry", "EncryptedPackage", "EncryptionInfo"),
        ole("Root Entry", "WordDocument", stream=WORD_WITH_PASSWORD),
        ole("Root Entry", "Workbook", stream=EXCEL_WITH_PASSWORD),
    ],
)
def test_a_password_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match="文件有密码，请取消密码后再上传"):
        read("report.docx", data)


def test_an_empty_file_is_named() -> None:
    with pytest.raises(Unreadable, match="文件是空的"):
        read("report.docx", b" \r\n\x00")


@pytest.mark.parametrize(
    ("suffix", "kind", "sentence"),
    [
        (".pdf", "docx", "文件的扩展名是 .pdf，内容却是Word 文档（.docx），请换成相符的文件"),
        (".docx", "pdf", "文件的扩展名是 .docx，内容却是PDF，请换成相符的文件"),
        (".docx", "doc", "文件的扩展名是 .docx，内容却是旧版 Word 文档（.doc），请换成相符的文件"),
        (".xlsx", "docx", "文件的扩展名是 .xlsx，内容却是Word 文档（.docx），请换成相符的文件"),
        (".txt", "html", "文件的扩展名是 .txt，内容却是网页，请换成相符的文件"),
        (".html", "image", "文件的扩展名是 .html，内容却是图片，请换成相符的文件"),
        (".doc", "ofd", "文件的扩展名是 .doc，内容却是OFD 版式文件，请换成相符的文件"),
    ],
)
def test_a_name_that_says_otherwise_is_refused_with_both(suffix: str, kind: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        fitting(suffix, FILES[kind])

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("suffix", "kind", "reader"),
    [
        (".doc", "docx", ".docx"),
        (".wps", "docx", ".docx"),
        (".doc", "html", ".html"),
        (".xls", "html", ".html"),
        (".xls", "text", ".txt"),
        (".et", "xlsx", ".xlsx"),
        (".doc", "rtf", ".doc"),
        (".wps", "doc", ".wps"),
        (".html", "text", ".html"),
        (".docx", "docx", ".docx"),
    ],
)
def test_an_old_name_is_read_as_what_it_holds(suffix: str, kind: str, reader: str) -> None:
    assert fitting(suffix, FILES[kind]) == reader
