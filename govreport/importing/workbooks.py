"""Our own workbooks known again: whose they are, and what their sheets say besides the tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from govreport.editions.cells import NARRATIVE_PARTS, Content
from govreport.editions.lookup import EDITIONS
from govreport.editions.numbers import shown
from govreport.editions.relations import with_totals
from govreport.importing.grid import Paragraph, Piece, Source
from govreport.importing.readers import xlsx
from govreport.importing.readers.xlsx_rows import Sheet, pieces, place_name
from govreport.rendering.interchange_cells import Doubt
from govreport.rendering.xlsx import (
    BEFORE,
    CONTINUED,
    EDITION,
    END,
    INFORMATION,
    NOTES,
    STAMP,
    TEMPLATE,
    TEXT,
    part_names,
)
from govreport.rendering.xlsx_fields import restored

_LONGEST_SEEN = 500


@dataclass(frozen=True)
class Stamp:
    """Whose workbook it is: the agency, the reporting year, the edition; `kind` is template or report."""

    kind: str
    agency_code: str
    agency_name: str
    year: int | None
    edition: str

    @property
    def whose(self) -> str:
        """The workbook in words."""
        what = "填报模板" if self.kind == TEMPLATE else "年度报告工作簿"
        year = f"{self.year}年" if self.year else ""
        return f"“{self.agency_name or self.agency_code}”{year}的{what}（{self.edition}年版格式）"


def stamp(book: xlsx.Book) -> Stamp | None:
    """The stamp of a workbook, None when it is not one of ours."""
    found = {name.removeprefix(STAMP): text for name, text in book.properties.items() if STAMP in name}
    if found.get("edition") not in EDITIONS or "kind" not in found:
        return None
    year = found.get("year", "")
    return Stamp(
        kind=found["kind"],
        agency_code=found.get("agency_code", ""),
        agency_name=found.get("agency_name", ""),
        year=int(year) if year.isascii() and year.isdecimal() else None,
        edition=found["edition"],
    )


def stamp_of(data: bytes) -> Stamp | None:
    """The stamp of a workbook of ours, None of any other workbook. Raises Unreadable."""
    return stamp(xlsx.book(data))


def refuse_other(found: Stamp, *, agency_code: str | None, year: int | None, edition: str) -> str:
    """One sentence when a workbook is of another agency, year or edition; empty when it is the right one."""
    other = []
    if found.agency_code != (agency_code or ""):
        other.append("不是本机关的")
    if found.year != year:
        other.append(f"不是{year}年的")
    if found.edition != edition:
        other.append(f"不是{edition}年版格式的")
    return f"这是{found.whose}，{'，'.join(other)}，请下载本单位本年度的模板" if other else ""


def source(book: xlsx.Book) -> Source:
    """The sheets of a workbook of ours: tables as grids, the rest as text; last year's figures left out."""
    kept = [sheet for sheet in book.sheets if not _is_last_years(sheet)]
    removed = [f"工作表“{sheet.name}”供对照，没有读取" for sheet in book.sheets if _is_last_years(sheet)]
    return Source(
        tuple(piece for sheet in kept for piece in _pieces(sheet)),
        removed=(*book.removed, *removed),
        pictures=book.pictures,
    )


def completed(
    content: Content, doubts: tuple[Doubt, ...], book: xlsx.Book
) -> tuple[Content, tuple[Doubt, ...]]:
    """The content with what the other sheets say, and all doubts.

    The totals of a template are computed here: those in the file are its formulas' results, and a program
    that filled in the cells may not have computed them again.
    """
    found = stamp(book)
    edition = EDITIONS[content.edition]
    fields, further = restored(_lines(book))
    texts, lost = _narrative(book, part_names(edition))
    notes = {**content.notes, **_notes(book)}
    content = replace(content, **fields, narrative=texts, notes=notes)
    if found is not None and found.kind == TEMPLATE:
        totals = {address for address, cell in edition.cells.items() if cell.total}
        unread = {address: text for address, text in content.unread.items() if address not in totals}
        figures = with_totals(content.figures, edition)
        content = replace(content, figures=figures, unread=unread, totals_stated=False)
        doubts = tuple(doubt for doubt in doubts if doubt.cell not in {str(address) for address in totals})
    if lost:
        reason = f"“{TEXT}”里没有写明属于哪一部分的文字没有采用"
        further.append(Doubt("preamble", reason, shown(" ".join(lost), _LONGEST_SEEN)))
    return content, (*doubts, *further)


def _is_last_years(sheet: Sheet) -> bool:
    return sheet.name.startswith(BEFORE)


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    if sheet.name not in (INFORMATION, TEXT, NOTES):
        yield from pieces(sheet)
        return
    joint = "：" if sheet.name == INFORMATION else ""
    for row in _rows(sheet):
        said = joint.join(filter(None, row))
        if said.strip():
            yield from (Paragraph(line) for line in said.split("\n") if line.strip())


def _rows(sheet: Sheet | None) -> Iterator[tuple[str, str, str]]:
    """The first three cells of each row."""
    texts = sheet.texts if sheet else {}
    for row in range(max((row for row, _ in texts), default=-1) + 1):
        yield texts.get((row, 0), ""), texts.get((row, 1), ""), texts.get((row, 2), "")


def _named(book: xlsx.Book, name: str) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.name == name), None)


def _lines(book: xlsx.Book) -> dict[str, tuple[str, str]]:
    sheet = _named(book, INFORMATION)
    if sheet is None:
        return {}
    return {
        label: (text, place_name(sheet, row, 1))
        for row, (label, text, _) in enumerate(_rows(sheet))
        if label and label != EDITION
    }


def _narrative(book: xlsx.Book, names: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The text of the parts: a part begins where its name stands in front of a paragraph.

    And what stands before the first of them, or behind the line that ends them.
    """
    keys = {names[key]: key for key in NARRATIVE_PARTS}
    found: dict[str, list[str]] = {}
    lost: list[str] = []
    part = lost
    for label, text, _ in _rows(_named(book, TEXT)):
        if label == END:
            part = lost
            continue
        if label in keys:
            part = found.setdefault(keys[label], [])
        if label == CONTINUED and part:
            part[-1] += text
        else:
            part.append(text)
    texts = {key: "\n".join(lines) for key, lines in found.items()}
    return texts, [text for text in lost if text.strip()]


def _notes(book: xlsx.Book) -> dict[str, str]:
    rows = list(_rows(_named(book, NOTES)))[1:]
    return {key: note for key, _, note in rows if key and note}
