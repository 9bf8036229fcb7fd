"""PUBLISH 8 · One model of the printed report: headings, paragraphs, tables from edition and content."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from govreport.editions.cells import Address, Content, ProcessingFee, Signature
from govreport.editions.lookup import edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Cell, Edition, Heading, Section, Table

Level = Literal["body", "second", "third"]

DOCUMENT_NAME = "政府信息公开工作年度报告"
HEADING_LIMIT = 30

FEE_LEAD = "本年度收取信息处理费情况："
FEE_CLAUSES = (
    ("notices_issued", "发出收费通知{}件"),
    ("notices_amount", "通知收取的总金额为{}元"),
    ("collected_amount", "实际收取的总金额为{}元"),
)

_SECOND = re.compile(r"[（(][一二三四五六七八九十百]{1,4}[）)]")
_THIRD = re.compile(r"\d{1,2}(?:[．、]|\.(?!\d))")
_LINES = re.compile(r"\r\n|[\r\n\v\f\u0085\u2028\u2029]")
# Not text: controls, surrogates and noncharacters, which HTML and XML forbid, and the marks
# that turn the reading direction, which would let a report print something else than it says.
_NO_TEXT = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `second` is a heading like （一）, `third` one like 1."""

    text: str
    level: Level = "body"


@dataclass(frozen=True)
class Mark:
    """A sign beside a figure for those who check it: a word or a sign, its level, where it is explained.

    `level` is that of a finding, or "doubt"; `says` is what a screen reader says for the sign.
    """

    sign: str
    level: str
    says: str
    href: str


@dataclass(frozen=True)
class Figure:
    """A figure as it is printed; `text` is empty where the cell is blank. A published one has no marks."""

    cell: Cell
    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def address(self) -> Address:
        """Where the figure stands; also its HTML id."""
        return self.cell.address

    @property
    def colspan(self) -> int:
        """Grid columns it covers."""
        return self.cell.colspan


GridRow = tuple[Heading | Figure, ...]


@dataclass(frozen=True)
class Grid:
    """An official table with its figures: the printed rows in official order and spans, and its notes."""

    key: str
    title: str
    label_columns: int
    figure_columns: tuple[int, ...]
    head: tuple[GridRow, ...]
    bodies: tuple[tuple[GridRow, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One of the six parts: its official heading, then paragraphs or a table."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    table: Grid | None = None


@dataclass(frozen=True)
class Signoff:
    """The name and date under the report (落款); `day` is the date for machines."""

    name: str
    date: str
    day: datetime.date | None


@dataclass(frozen=True)
class Document:
    """The report as it is printed, whatever the format. `title` holds one or two lines.

    `mark` is a line above the title that is no part of the report: how it came here, "" mostly.
    On a `draft` it stands on every printed page.
    """

    edition: str
    title: tuple[str, ...]
    author: str
    preamble: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    signoff: Signoff | None
    mark: str = ""
    draft: bool = False

    @property
    def name(self) -> str:
        """The title in one line."""
        return "".join(self.title)


def document(content: Content, *, mark: str = "", draft: bool = False) -> Document:
    """The printed form of a report. Raises UnknownEdition for an edition that does not exist."""
    form = edition(content.edition)
    return Document(
        edition=form.key,
        title=_title(content),
        author=_line(content.agency_name),
        preamble=paragraphs(content.part("preamble")),
        parts=tuple(_part(form, section, content) for section in form.sections),
        signoff=_signoff(content.signature),
        mark=mark,
        draft=draft,
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Plain text as paragraphs: one a line, blank lines left out, short numbered lines as headings."""
    lines = (_clean(line) for line in _LINES.split(text))
    return tuple(Paragraph(line, _level(line)) for line in lines if line)


def fee_sentence(fee: ProcessingFee) -> str:
    """The information-processing fee in words, amounts in yuan; empty when no figure is stated."""
    stated = [(words, getattr(fee, name)) for name, words in FEE_CLAUSES]
    clauses = [words.format(plain(number)) for words, number in stated if number is not None]
    return f"{FEE_LEAD}{'，'.join(clauses)}。" if clauses else ""


def _title(content: Content) -> tuple[str, ...]:
    name = _line(content.agency_name)
    if (not name or content.year is None) and content.title and _line(content.title):
        return (_line(content.title),)
    dated = DOCUMENT_NAME if content.year is None else f"{content.year}年{DOCUMENT_NAME}"
    return (name, dated) if name else (dated,)


def _part(form: Edition, section: Section, content: Content) -> Part:
    if section.kind == "table":
        return Part(section.key, section.heading, table=_grid(form.table(section.key), content))
    text = paragraphs(content.part(section.key))
    if section.key == "other_matters" and content.processing_fee is not None:
        text += paragraphs(fee_sentence(content.processing_fee))
    return Part(section.key, section.heading, text)


def _grid(table: Table, content: Content) -> Grid:
    return Grid(
        key=table.key,
        title=table.title,
        label_columns=table.label_columns,
        figure_columns=table.figure_columns,
        head=tuple(_row(row, content) for row in table.head),
        bodies=tuple(tuple(_row(row, content) for row in body) for body in table.bodies),
        notes=_notes(table, content),
    )


def _row(row: tuple[Heading | Cell, ...], content: Content) -> GridRow:
    return tuple(item if isinstance(item, Heading) else _figure(item, content) for item in row)


def _figure(cell: Cell, content: Content) -> Figure:
    number = content.figure(cell.address)
    return Figure(cell, "" if number is None else plain(number))


def _notes(table: Table, content: Content) -> tuple[str, ...]:
    """The printed notes of a table, its own first, then those of its cells in printed order."""
    notes = [_line(content.notes.get(table.key))]
    for cell in table.cells:
        note = _line(content.notes.get(str(cell.address)))
        notes.append(note and f"{cell.name}：{note}")
    return tuple(_numbered([note for note in notes if note]))


def _numbered(notes: list[str]) -> Iterator[str]:
    for number, note in enumerate(notes, start=1):
        yield f"注：{note}" if len(notes) == 1 else f"注{number}：{note}"


def _signoff(signature: Signature | None) -> Signoff | None:
    if signature is None:
        return None
    name, day = _line(signature.name), signature.date
    date = f"{day.year}年{day.month}月{day.day}日" if day else ""
    return Signoff(name, date, day) if name or date else None


def _level(line: str) -> Level:
    """Numbered lines that are headings: short, and no sentence or item of a list."""
    if len(line) > HEADING_LIMIT or line.endswith(("。", "；", ";")):
        return "body"
    if _SECOND.match(line):
        return "second"
    return "third" if _THIRD.match(line) else "body"


def _line(text: str | None) -> str:
    return _clean(_LINES.sub(" ", text or ""))


def _clean(text: str) -> str:
    return without_hidden_signs(text.replace("\t", " ")).strip()


def without_hidden_signs(text: str) -> str:
    """Text without the signs that no file may hold, and without those that make it say something else."""
    return _NO_TEXT.sub("", text)
