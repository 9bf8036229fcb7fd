"""A file as a report: bytes to grids and text, those to content, with everything doubtful named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from govreport.checks.layout import Layout
from govreport.editions.cells import Address, Content, Period
from govreport.editions.lookup import EDITIONS, UnknownEdition, edition_for
from govreport.editions.schema import Edition
from govreport.importing import workbooks
from govreport.importing.beside_tables import beside_tables
from govreport.importing.entries import Matched
from govreport.importing.grid import Source, Unreadable
from govreport.importing.headings import wordings
from govreport.importing.matching import match
from govreport.importing.parts import Parts, split
from govreport.importing.readers import docx, html, office, pdf, text, xlsx
from govreport.importing.readers.kinds import fitting
from govreport.rendering import interchange
from govreport.rendering.document import document
from govreport.rendering.interchange_cells import Doubt

READERS: dict[str, Callable[[bytes], Source]] = {
    ".docx": docx.read,
    ".htm": html.read,
    ".html": html.read,
    ".pdf": pdf.read,
    ".txt": text.read,
    ".xlsx": xlsx.read,
}
SUFFIXES = (*READERS, *office.OLD, ".json")
# The same as people know them. The spaces let a narrow page break the line.
FORMATS = "Word（.docx .doc .wps .rtf）、Excel（.xlsx .xls .et）、网页（.html .htm）、.pdf、.txt、.json"
_FEWEST_SECTIONS = 2  # that make a file without tables a report


@dataclass(frozen=True)
class Reading:
    """What was read of a file: the content, every doubt, and how the file was laid out.

    `layout` and `source` are None for the interchange form, which has no layout of its own. `places` says
    where cells stand in the file, in words: sheet and cell.
    """

    content: Content
    doubts: tuple[Doubt, ...] = ()
    layout: Layout | None = None
    source: Source | None = None
    places: Mapping[Address, str] = field(default_factory=dict)


def read(name: str, data: bytes) -> Reading:
    """Read a report file by its name's suffix, in this process and without limits. Raises Unreadable."""
    suffix = PurePath(name).suffix.lower()
    if suffix == ".json":
        return _read_interchange(data)
    if suffix in SUFFIXES:
        suffix = fitting(suffix, data)
    if suffix in office.OLD:
        suffix, data = office.converted(suffix, data)
    reader = READERS.get(suffix)
    if reader is None:
        raise Unreadable(f"不支持这种文件，可以读取 {' '.join(SUFFIXES)}")
    if reader is xlsx.read:
        return _read_workbook(xlsx.book(data))
    return read_source(reader(data))


def read_source(source: Source, parts: Parts | None = None) -> Reading:
    """What the grids and the text of a source amount to. Raises Unreadable when they are no report.

    `parts` is what the text says, where a file states it in places of its own.
    """
    source.check_size()
    parts = parts or split(source)
    matched = match(source, year=parts.year)
    if matched is None and len(parts.sections) < _FEWEST_SECTIONS:
        raise Unreadable("没有找到年度报告的三张表，也没有找到各部分的标题，不像是一份年度报告")
    if matched is None:  # tables as pictures or in words: every cell is blank
        matched = Matched(_edition_of(parts.year), {}, {}, (), {})
    beside = beside_tables(parts.beside_tables, parts.headings, matched.edition)
    layout = Layout(
        parts.sections,
        matched.tables,
        (*wordings(parts.headings, matched.edition), *matched.wordings),
        matched.foreign,
        matched.unknown,
    )
    doubts = (*matched.doubts, *beside.doubts, *parts.doubts)
    content = _content(parts, matched, beside.notes)
    return Reading(content, doubts, layout, source, matched.places)


def left_out(reading: Reading) -> tuple[str, ...]:
    """What of a file was left out on purpose, a phrase each: deleted text, page numbers, hidden sheets."""
    source = reading.source
    if source is None:
        return ()
    pictures = (f"{source.pictures} 张图片，其中的文字没有读取",) if source.pictures else ()
    return (*source.removed, *pictures)


def _content(parts: Parts, matched: Matched, notes: Mapping[str, str]) -> Content:
    """The content; title and period are kept only where they are not what the form itself says."""
    whole_year = parts.year and Period(date(parts.year, 1, 1), date(parts.year, 12, 31))
    content = Content(
        edition=matched.edition.key,
        agency_name=parts.agency_name,
        year=parts.year,
        figures=matched.figures,
        unread=matched.unread,
        period=None if parts.period == whole_year else parts.period,
        contact=parts.contact,
        narrative=parts.narrative,
        processing_fee=parts.processing_fee,
        notes={**notes, **{str(cell): note for cell, note in matched.notes.items()}},
        signature=parts.signature,
    )
    return content if parts.title == document(content).name else replace(content, title=parts.title)


def _edition_of(year: int | None) -> Edition:
    """The edition of a report without tables: its year's, else the newest."""
    try:
        return edition_for(year) if year else EDITIONS["2021"]
    except UnknownEdition:
        return EDITIONS["2019"]


def _read_workbook(book: xlsx.Book) -> Reading:
    """A workbook of ours says besides the tables what it says in sheets of their own."""
    if workbooks.stamp(book) is None:
        return read_source(xlsx.source(book))
    reading = read_source(workbooks.source(book), Parts())
    content, doubts = workbooks.completed(reading.content, reading.doubts, book)
    return Reading(content, doubts, source=reading.source, places=reading.places)


def _read_interchange(data: bytes) -> Reading:
    try:
        found = interchange.read(data)
    except interchange.Unreadable as error:
        raise Unreadable(str(error)) from None
    return Reading(found.content, found.doubts)
