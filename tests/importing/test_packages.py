"""Packages that would burst, hide or break are refused with one sentence, quickly and in little memory."""

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from govreport.importing.grid import Unreadable
from govreport.importing.readers.docx import read
from govreport.importing.readers.packages import MOST_ENTRIES, opened, parsed
from tests.importing.word import NAMES, packed, paragraph, root, table, word

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
LONGEST = 10  # seconds of the processor, as the limits allow


def document(xml: str | bytes) -> bytes:
    """A package whose main part is this."""
    return packed({"word/document.xml": xml})


def nested(depth: int) -> str:
    """A table in a table in a table."""
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("1") + "</w:tc></w:tr></w:tbl>" * depth


def with_size(data: bytes, size: int) -> bytes:
    """The package with another size stated for its only entry, in both places where it stands."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, 22, size)
    struct.pack_into("<I", changed, data.rindex(b"PK\x01\x02") + 24, size)
    return bytes(changed)


def with_flag(data: bytes, flag: int) -> bytes:
    """The package with a flag set on its first entry."""
    changed = bytearray(data)
    changed[6] |= flag
    changed[data.index(b"PK\x01\x02") + 8] |= flag
    return bytes(changed)


def bomb() -> bytes:
    return packed({"word/document.xml": b" " * 100_000_000})


def entities(encoding: str) -> bytes:
    """A document type whose entities grow tenfold twelve times."""
    head = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE a [{ENTITIES}]>"
    return document(f"{head}<w:document {NAMES}><w:body>&e11;</w:body></w:document>".encode(encoding))


def large_table() -> bytes:
    return word(table(*(f'<w:tr w:rsidR="{n:08}"><w:tc/><w:tc/></w:tr>' for n in range(60_000))))


def wide_cells() -> bytes:
    return word(table('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc><w:tc/></w:tr>' * 500))


OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
LATER: dict[str, str | bytes] = {"word/document.xml": "<a/>", "word/media/a.bmp": b"\x00" * 10_000_000}
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (bomb, "解压后过大"),
    "a bomb that states a small size": (lambda: with_size(bomb(), 1000), "不完整或已损坏"),
    "a bomb in another part": (lambda: packed(LATER), "解压后过大"),
    "many entries": (lambda: packed({f"word/{n}": b"" for n in range(MOST_ENTRIES + 1)}), "解压后过大"),
    "entities within entities": (lambda: entities("utf-8"), "实体声明"),
    "entities in another encoding": (lambda: entities("utf-16"), "实体声明|已损坏"),
    "an entity from outside": (lambda: document(OUTSIDE), "实体声明"),
    "tables a thousand deep": (lambda: word(nested(1000)), "嵌套层数过多"),
    "a million rows": (lambda: word(table("<w:tr><w:tc/></w:tr>" * 1_000_000)), "解压后过大"),
    "too many short tags": (lambda: word("<w:p/>" * 900_000), "解压后过大"),
    "a table that is too large": (large_table, "表格过大"),
    "cells that span too far": (wide_cells, "表格过大"),
    "an encrypted entry": (lambda: with_flag(document("<a/>"), 1), "有密码"),
    "half a file": (lambda: word(paragraph("1" * 5000))[:-600], "不完整或已损坏"),
    "a broken entry": (lambda: document("<a/>").replace(b"PK\x03\x04", b"PK\x03\x05"), "不完整或已损坏"),
    "no package": (lambda: b"PK\x03\x04 and nothing more", "不完整或已损坏"),
    "XML cut off": (lambda: document(root("document", "<w:body>")[:-20]), "不完整或已损坏"),
    "no main part": (lambda: packed({"word/styles.xml": "<a/>"}), "没有 Word 文档的正文"),
    "another main part": (lambda: document("<a/>"), "没有 Word 文档的正文"),
    "cells without a table": (lambda: word("<w:tc/>"), "不完整或已损坏"),
}
READ_ALL = """
import re, sys
from pathlib import Path
from govreport.importing.grid import Unreadable
from govreport.importing.readers.docx import read
for path in Path(sys.argv[1]).iterdir():
    try:
        read(path.read_bytes())
    except Unreadable:
        pass
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_in_no_time(name: str) -> None:
    make, sentence = HOSTILE[name]
    data = make()
    start = process_time()

    with pytest.raises(Unreadable, match=sentence):
        read(data)

    assert process_time() - start < LONGEST


def test_no_hostile_file_takes_much_memory(tmp_path: Path) -> None:
    for name, (make, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(make())

    done = subprocess.run([sys.executable, "-c", READ_ALL, tmp_path], capture_output=True, check=True)

    assert int(done.stdout) < 300_000  # kilobytes


def test_two_parts_of_one_name_are_refused_for_nobody_knows_which_counts() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("Word/Document.xml", "<b/>")

    with pytest.raises(Unreadable, match="已损坏"):
        opened(buffer.getvalue())


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_no_office_uses_are_refused(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("word/document.xml", "<a/>")

    with pytest.raises(Unreadable, match="已损坏"):
        opened(buffer.getvalue())


def test_parts_are_found_whatever_their_case_and_slashes() -> None:
    package = opened(packed({"Word\\Document.xml": "<a/>"}))

    assert (package.names, package.part("word/document.XML")) == (("word/document.xml",), b"<a/>")
    assert package.part("word/other.xml") is None
    assert package.xml("word/other.xml") is None


def test_every_part_is_verified_for_a_reader_that_opens_the_bytes_itself() -> None:
    opened(word(paragraph("1"))).verify()
    with pytest.raises(Unreadable, match="已损坏"):
        opened(with_size(packed({"xl/workbook.xml": b" " * 5_000_000}), 1000)).verify()


def test_a_document_type_without_entities_is_refused_too() -> None:
    with pytest.raises(Unreadable, match="实体声明"):
        parsed(b"<!DOCTYPE a><a/>")


def test_a_macro_is_ignored_and_what_stands_outside_is_not_fetched() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/numbering" Target="http://192.0.2.1/a.xml" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/image" Target="http://192.0.2.1/b.png" TargetMode="External"/>'
        "</Relationships>"
    )
    parts: dict[str, str | bytes] = {
        "word/document.xml": root("document", f"<w:body>{paragraph('云溪县')}</w:body>"),
        "word/_rels/document.xml.rels": relation,
        "word/vbaProject.bin": b"Attribute VB_Name",
    }

    assert read(packed(parts)).paragraphs == ("云溪县",)
