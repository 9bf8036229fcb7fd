"""Packages that would burst, hide or break are refused with one sentence, quickly and in little memory."""

import io
import struct
import tracemalloc
import zipfile
from time import perf_counter

import pytest

from govreport.importing.grid import Unreadable
from govreport.importing.readers.docx import read
from govreport.importing.readers.packages import MOST_ENTRIES, opened, parsed
from tests.importing.word import NAMES, packed, paragraph, root, row, table, word

ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))


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


BOMB = packed({"word/document.xml": b" " * 100_000_000})
HOSTILE = {
    "a bomb": (BOMB, "解压后过大"),
    "a bomb that states a small size": (with_size(BOMB, 1000), "不完整或已损坏"),
    "a bomb of many entries": (packed({f"word/{n}": b"" for n in range(MOST_ENTRIES + 1)}), "解压后过大"),
    "a bomb in another part": (
        packed({"word/document.xml": "<a/>", "word/media/a.bmp": b"\x00" * 10_000_000}),
        "解压后过大",
    ),
    "entities within entities": (
        document(
            f"<!DOCTYPE w:document [{ENTITIES}]><w:document {NAMES}><w:body>&e11;</w:body></w:document>"
        ),
        "实体声明",
    ),
    "entities in another encoding": (
        document(
            f"<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [{ENTITIES}]><a>&e2;</a>".encode("utf-16")
        ),
        "实体声明",
    ),
    "an entity from outside": (
        document('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'),
        "实体声明",
    ),
    "tables a thousand deep": (word(nested(1000)), "嵌套层数过多"),
    "a million rows": (word(table(row("1", "2") * 1_000_000)), "解压后过大"),
    "too many short tags": (word("<w:p/>" * 900_000), "解压后过大"),
    "a table that is too large": (
        word(table(*(f'<w:tr w:rsidR="{n:08}"><w:tc/><w:tc/></w:tr>' for n in range(60_000)))),
        "表格过大",
    ),
    "a cell that spans too far": (
        word(table('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc><w:tc/></w:tr>' * 500)),
        "表格过大",
    ),
    "an encrypted entry": (with_flag(document("<a/>"), 1), "有密码"),
    "half a file": (word(paragraph("1" * 5000))[:-600], "不完整或已损坏"),
    "a broken entry": (
        word(paragraph("1")).replace(b"PK\x03\x04", b"PK\x03\x05"),
        "不完整或已损坏",
    ),
    "no package": (b"PK\x03\x04 and nothing more", "不完整或已损坏"),
    "XML cut off": (document(root("document", "<w:body>")[:-20]), "不完整或已损坏"),
    "no main part": (packed({"word/styles.xml": "<a/>"}), "没有 Word 文档的正文"),
    "another main part": (document("<a/>"), "没有 Word 文档的正文"),
    "cells without a table": (word("<w:tc/>"), "不完整或已损坏"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_in_no_time(name: str) -> None:
    data, sentence = HOSTILE[name]
    tracemalloc.start()
    start = perf_counter()

    with pytest.raises(Unreadable, match=sentence):
        read(data)

    assert perf_counter() - start < 5
    assert tracemalloc.get_traced_memory()[1] < 100_000_000
    tracemalloc.stop()


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
    parts = {
        "word/document.xml": root("document", f"<w:body>{paragraph('云溪县')}</w:body>"),
        "word/_rels/document.xml.rels": relation,
        "word/vbaProject.bin": b"Attribute VB_Name",
    }

    assert read(packed(parts)).paragraphs == ("云溪县",)
