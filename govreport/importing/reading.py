"""A file as a report: bytes to grids and text, those to content, with everything doubtful named."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from govreport.checks.layout import Layout
from govreport.editions.cells import Content
from govreport.importing import workbooks
from govreport.importing.grid import Source, Unreadable
from govreport.importing.matching import match
from govreport.importing.parts import Parts, split
from govreport.importing.readers import html, text, xlsx
from govreport.rendering import interchange
from govreport.rendering.interchange_cells import Doubt

READERS: dict[str, Callable[[bytes], Source]] = {
    ".htm": html.read,
    ".html": html.read,
    ".txt": text.read,
    ".xlsx": xlsx.read,
}
SUFFIXES = (*READERS, ".json")


@dataclass(frozen=True)
class Reading:
    """What was read of a file: the content, every doubt, and how the file was laid out.

    `layout` and `source` are None for the interchange form, which has no layout of its own.
    """

    content: Content
    doubts: tuple[Doubt, ...] = ()
    layout: Layout | None = None
    source: Source | None = None


def read(name: str, data: bytes) -> Reading:
    """Read a report file by its name's suffix, in this process and without limits. Raises Unreadable."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        return _read_interchange(data)
    reader = READERS.get(suffix)
    if reader is None:
        raise Unreadable(f"不支持这种文件，可以读取 {' '.join(SUFFIXES)}")
    if reader is xlsx.read:
        return _read_workbook(xlsx.book(data))
    return read_source(reader(data))


def read_source(source: Source, parts: Parts | None = None) -> Reading:
    """What the grids and the text of a source amount to. Raises Unreadable when they are no report.

    `parts` is what the text says, where a file states it in lines of its own.
    """
    parts = parts or split(source)
    matched = match(source, year=parts.year)
    if matched is None:
        raise Unreadable("没有找到年度报告的三张表，不像是一份年度报告")
    content = Content(
        edition=matched.edition.key,
        agency_name=parts.agency_name,
        year=parts.year,
        figures=matched.figures,
        unread=matched.unread,
        period=parts.period,
        title=parts.title,
        contact=parts.contact,
        narrative=parts.narrative,
        processing_fee=parts.processing_fee,
        notes={str(cell): note for cell, note in matched.notes.items()},
        signature=parts.signature,
    )
    layout = Layout(
        parts.sections, matched.tables, parts.wordings + matched.wordings, matched.foreign, matched.unknown
    )
    return Reading(content, matched.doubts + parts.doubts, layout, source)


def _read_workbook(book: xlsx.Book) -> Reading:
    """A workbook of ours says besides the tables what it says in sheets of their own."""
    if workbooks.stamp(book) is None:
        return read_source(xlsx.source(book))
    reading = read_source(workbooks.source(book), Parts())
    content, doubts = workbooks.completed(reading.content, reading.doubts, book)
    return Reading(content, doubts, source=reading.source)


def _read_interchange(data: bytes) -> Reading:
    try:
        found = interchange.read(data)
    except interchange.Unreadable as error:
        raise Unreadable(str(error)) from None
    return Reading(found.content, found.doubts)
