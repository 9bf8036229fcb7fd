"""The text of a source in reading order, line by line: rows of the three tables apart from what is text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Heading
from govreport.importing.grid import Grid, GridCell, Source
from govreport.importing.headings import Heading as PartHeading
from govreport.importing.headings import heading
from govreport.importing.labels import bare
from govreport.importing.values import looks_like_figure

_SHORTEST_LABEL = 3  # characters; 其他 and 总计 stand in any table
_LONGEST_LABEL = 60
_NOTE = re.compile(r"\s*(注|备注|说明)\s*\d{0,2}\s*[：:]")
# What government sites tell of a document in the table above it.
_REGISTER = re.compile(
    r"\s*[【\[]?(?P<label>(?:信息)?索\s*引\s*号|发布(?:机构|单位|部门|日期|时间)|发文(?:机[构关]|单位|日期|字号)|"
    r"(?:信息|主题|体裁|组配|内容)?\s*分\s*类|公开(?:日期|时间|责任部门|方式|范围|形式|主体)|(?:成文|生成|生效|废止)日期|文\s*号|"
    r"(?:信息|文件)?名\s*称|标\s*题|有\s*效\s*性|时\s*效|关\s*键\s*[字词]|主\s*题\s*词|内容概述|责任(?:单位|部门))[】\]]?"
    r"\s*(?:[：:]\s*(?P<value>.*))?"
)
_PUBLISHER = re.compile(
    "发布(?:机构|单位|部门)|发文(?:机[构关]|单位)|公开(?:责任部门|主体)|责任(?:单位|部门)"
)


class Kind(StrEnum):
    """What a line is: text, a row of one of the three tables, or of a site's table about the document."""

    TEXT = "text"
    TABLE = "table"
    REGISTER = "register"


@dataclass(frozen=True)
class Passage:
    """A line of the source as it stands."""

    text: str
    kind: Kind = Kind.TEXT


@dataclass
class Flow:
    """All lines in reading order; `publisher` is whom the site's table names as such."""

    passages: list[Passage] = field(default_factory=list)
    publisher: str | None = None


def flow(source: Source) -> Flow:
    """The lines of a source in reading order."""
    found = Flow()
    for piece in source.pieces:
        if isinstance(piece, Grid):
            _take_grid(piece, found)
        else:
            found.passages += _lines(piece.text)
    return found


def _lines(text: str) -> Iterator[Passage]:
    return (Passage(line.strip()) for line in re.split(r"[\n\v\f\u2028\u2029]", text) if line.strip())


def _take_grid(grid: Grid, found: Flow) -> None:
    register = _register(grid)
    if register:
        names = [value for label, value in register if value and _PUBLISHER.fullmatch(label)]
        found.publisher = found.publisher or next(iter(names), None)
        found.passages += (Passage(_joined(row), Kind.REGISTER) for row in _rows(grid))
        return
    for segment in _segments(_rows(grid)):
        is_table = _is_a_table(segment)
        for row in segment:
            if is_table and not _is_text(row):
                found.passages.append(Passage(_joined(row), Kind.TABLE))
            else:
                found.passages += _as_text(row)


Row = tuple[GridCell, ...]


def _rows(grid: Grid) -> list[Row]:
    """The cells that begin in each row and say something; rows that say nothing are left out."""
    rows = (
        tuple(cell for cell in cells if cell.row == number and cell.text.strip())
        for number, cells in enumerate(grid.rows)
    )
    return [row for row in rows if row]


def _joined(row: Row) -> str:
    return " ".join(" ".join(cell.text.split()) for cell in row)


def _heading(row: Row) -> PartHeading | None:
    return heading(row[0].text.strip().split("\n")[0]) if len(row) == 1 else None


def _segments(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows parted at the headings of the parts among them: a sheet may hold the whole report."""
    segment: list[Row] = []
    for row in rows:
        found = _heading(row)
        if found is not None and found.is_numbered:
            if segment:
                yield segment
            yield [row]
            segment = []
        else:
            segment.append(row)
    if segment:
        yield segment


def _is_a_table(rows: list[Row]) -> bool:
    """Whether rows are of one of the three tables: they have its labels, or are figures alone."""
    cells = [cell.text for row in rows for cell in row]
    labels = sum(is_label(text) for text in cells)
    figures = sum(looks_like_figure(text) for text in cells)
    return labels > 1 or (labels + figures > len(cells) / 2 and len(cells) > 1)


def _is_text(row: Row) -> bool:
    """Whether a row among those of a table is a note or a heading rather than part of it."""
    if len(row) > 1 or is_label(row[0].text):
        return False
    text = row[0].text
    return bool(_NOTE.match(text)) or _heading(row) is not None or len(text) > _LONGEST_LABEL


def _as_text(row: Row) -> Iterator[Passage]:
    """A row that is no table's: cells side by side on one line, unless one of them has more lines."""
    if any("\n" in cell.text.strip() for cell in row):
        for cell in row:
            yield from _lines(cell.text)
    else:
        yield Passage(_joined(row))


def is_label(text: str) -> bool:
    """Whether a cell says what one of the editions prints in its tables."""
    return len(text) < _LONGEST_LABEL * 2 and bare(text) in _labels()


@cache
def _labels() -> frozenset[str]:
    items = (
        bare(item.label)
        for edition in EDITIONS.values()
        for table in edition.tables
        for body in (table.head, *table.bodies)
        for row in body
        for item in row
        if isinstance(item, Heading)
    )
    return frozenset(label for label in items if len(label) >= _SHORTEST_LABEL)


def _register(grid: Grid) -> list[tuple[str, str]]:
    """The entries of a site's table about the document, empty when the grid is none."""
    entries: list[tuple[str, str]] = []
    for row in _rows(grid):
        open_label = ""
        for cell in row:
            told = _REGISTER.fullmatch(cell.text.strip())
            if told:
                open_label = "".join(told["label"].split())
                entries.append((open_label, (told["value"] or "").strip()))
            elif open_label:
                entries[-1] = (open_label, entries[-1][1] or cell.text.strip())
                open_label = ""
    return entries if len(entries) > 1 else []
