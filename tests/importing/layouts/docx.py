"""Layouts of Word files: the official merged cells, torn heads, the ways of WPS, tracked changes."""

from collections.abc import Callable
from zlib import crc32

from govreport.editions.cells import Content
from tests.importing.layouts.drawing import Layout, Mark, Rows, report, same, torn
from tests.importing.layouts.noise import Noise
from tests.importing.word import cell, merged, paragraph, row, run, table, word

_FONT = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="18"/>'


def document(
    content: Content, noise: Noise, draw: Callable[[Rows], str], label: Mark = same, write: Mark = paragraph
) -> tuple[str, bytes]:
    """A report as a Word file: its tables as `draw` writes them, its paragraphs as `write` does."""
    parts = report(content, noise, label)
    return "report.docx", word(
        "".join(write(part) if isinstance(part, str) else draw(part) for part in parts)
    )


def plain(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Cells merged as the official form has them."""
    return document(content, noise, merged)


def torn_labels(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Narrow heads a character a paragraph, below a head that is merged over the whole width."""

    def under_a_head(rows: Rows) -> str:
        width = sum(colspan for _, _, colspan in rows[0])
        return merged([[("（单位：件）", 1, width)], *rows], properties="<w:tblHeader/>")

    return document(content, noise, under_a_head, torn)


def in_a_layout_table(content: Content, noise: Noise) -> tuple[str, bytes]:
    """Each table in the only cell of another, which draws the frame."""
    return document(content, noise, lambda rows: table(row(cell(merged(rows) + paragraph("")))))


def of_wps(content: Content, noise: Noise) -> tuple[str, bytes]:
    """As WPS writes: a run a character, columns left out at both sides, text in controls and bookmarks."""
    sides = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/><w:wBefore w:w="113" w:type="dxa"/>'
    return document(
        content, noise, lambda rows: merged(rows, _characters, properties=sides), torn, write=_characters
    )


def _characters(text: str) -> str:
    """A run per character with its fonts, as one paragraph with breaks."""
    runs = "".join(f"<w:proofErr/>{run(sign, _FONT)}" for sign in text if sign != "\r")
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    inside = f"<w:sdt><w:sdtPr/><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    return f'<w:p w:rsidR="00AB12CD"><w:pPr><w:rPr>{_FONT}</w:rPr></w:pPr>{mark}{inside}</w:p>'


def changed(content: Content, noise: Noise) -> tuple[str, bytes]:
    """With tracked changes: figures replaced, a row and half a paragraph deleted, text moved."""

    def draw(rows: Rows) -> str:
        gone = row("作废", "7", properties=f"<w:del {_WHO}/>")
        return merged(rows, _revised).replace("</w:tbl>", f"{gone}</w:tbl>")

    return document(content, noise, draw, write=_revised)


_WHO = 'w:id="9" w:author="审核" w:date="2024-01-15T09:00:00Z"'


def _revised(text: str) -> str:
    """A text some of which took the place of another; labels stay."""
    if "\n" in text or crc32(text.encode()) % 3:
        return "".join(paragraph(line) for line in text.split("\n"))
    gone = f"<w:del {_WHO}><w:r><w:delText>81</w:delText></w:r></w:del>" if text else ""
    return f"<w:p>{gone}<w:moveFrom {_WHO}>{run('9')}</w:moveFrom><w:ins {_WHO}>{run(text)}</w:ins></w:p>"


LAYOUTS: dict[str, Layout] = {
    "docx": plain,
    "docx, torn labels under a merged head": torn_labels,
    "docx, tables in a layout table": in_a_layout_table,
    "docx of WPS, a run per character": of_wps,
    "docx with tracked changes": changed,
}
