"""A sheet's cells as grids and text: which rows are a table, and which only hold a line of text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from govreport.importing.grid import LARGEST_AREA, Grid, GridCell, Paragraph, Piece, Unreadable

# A row with as many drawn cells is one of a table, even if all but one are empty.
_DRAWN = 3
_SENTENCE = 30
_HEADING = re.compile(r"\s*([一二三四五六七八九十]{1,2})\s*、")
# Rows of table 三 open with 一、 to 四、 as parts of the report do.
_ALSO_A_ROW = frozenset("一二三四")
_ARTICLE = re.compile(r"\s*第.{1,12}[条款项].{0,8}")

Place = tuple[int, int]
Range = tuple[Place, Place]


@dataclass(frozen=True)
class Sheet:
    """A sheet as read: texts by place, merged ranges, the columns drawn in each row, remarks by place."""

    name: str
    texts: Mapping[Place, str]
    merged: tuple[Range, ...] = ()
    drawn: Mapping[int, set[int]] = field(default_factory=dict)
    remarks: Mapping[Place, str] = field(default_factory=dict)


class _Kind(Enum):
    TABLE = "part of a table"
    TEXT = "a line of text"
    OPEN = "a line in the table between two of its rows, else text"
    GAP = "nothing"


@dataclass
class _Row:
    """A row: the columns where something stands, how many cells it is drawn with, what reaches into it."""

    filled: list[int] = field(default_factory=list)
    cells: int = 0
    reached: bool = False


def pieces(sheet: Sheet) -> list[Piece]:
    """The tables of a sheet as grids and the lines of text between them, from top to bottom."""
    return list(_Sheet(sheet).pieces())


class _Sheet:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._bottom = max((row for row, _ in sheet.texts), default=-1)
        self._right = max((column for _, column in sheet.texts), default=-1)
        self._spans: dict[Place, Place] = {}
        self._covered: dict[Place, Place] = {}
        self._note_merged()
        said = {place for place, text in sheet.texts.items() if text.strip(" \t\n") or place in sheet.remarks}
        # What a merged cell covers is not shown.
        self._said = {place for place in said if self._covered.get(place, place) == place}
        self._columns: dict[int, list[int]] = defaultdict(list)
        for row, column in sorted(self._said):
            self._columns[row].append(column)

    def _note_merged(self) -> None:
        """Merged ranges as far as the sheet says something: a range may reach over all columns there are."""
        area = 0
        for (top, left), (end, last) in self._sheet.merged:
            if (top, left) in self._covered or (top, left) not in self._sheet.texts:
                continue
            end, last = min(end, self._bottom), min(last, self._right)
            area += (end - top + 1) * (last - left + 1)
            if area > LARGEST_AREA:
                raise Unreadable("表格过大，不像是年度报告")
            self._spans[top, left] = (end - top + 1, last - left + 1)
            for row in range(top, end + 1):
                self._covered.update(((row, column), (top, left)) for column in range(left, last + 1))

    def pieces(self) -> Iterator[Piece]:
        """Grids and lines of text in their order."""
        kinds = self._kinds()
        table: list[int] = []
        for row, kind in enumerate([*kinds, _Kind.GAP]):
            if kind is _Kind.TABLE:
                table.append(row)
                continue
            yield from self._table(table)
            table = []
            if kind is _Kind.TEXT:
                yield from self._lines(row)

    def _kinds(self) -> list[_Kind]:
        rows = [self._row(row) for row in range(self._bottom + 1)]
        kinds = [self._kind(number, row) for number, row in enumerate(rows)]
        after = _Kind.GAP
        goes_on = [after] * len(kinds)
        for number in reversed(range(len(kinds))):
            goes_on[number] = after
            after = after if kinds[number] is _Kind.OPEN else kinds[number]
        for number, kind in enumerate(kinds):
            if kind is _Kind.OPEN:
                inside = number > 0 and kinds[number - 1] is _Kind.TABLE
                article = _ARTICLE.fullmatch(self._text(number, rows[number].filled[0]))
                within = goes_on[number] is _Kind.TABLE and (inside or article)
                kinds[number] = _Kind.TABLE if within else _Kind.TEXT
        return kinds

    def _row(self, number: int) -> _Row:
        row = _Row()
        columns = set(self._columns[number])
        for column in columns | self._sheet.drawn.get(number, set()):
            origin = self._covered.get((number, column), (number, column))
            row.reached |= origin[0] < number
            if origin == (number, column):
                row.cells += 1
                if column in columns:
                    row.filled.append(column)
        return row

    def _kind(self, number: int, row: _Row) -> _Kind:
        if len(row.filled) > 1 or row.reached:
            return _Kind.TABLE
        if not row.filled:
            return _Kind.TABLE if row.cells >= _DRAWN else _Kind.GAP
        text = self._text(number, row.filled[0])
        span = self._spans.get((number, row.filled[0]), (1, 1))
        if span[0] > 1 and row.cells > 1:
            return _Kind.TABLE
        if len(text) > _SENTENCE and "。" in text:
            return _Kind.TEXT
        heading = _HEADING.match(text)
        if heading and row.cells == 1 and (span[1] > 1 or heading[1] not in _ALSO_A_ROW):
            return _Kind.TEXT
        return _Kind.TABLE if row.cells >= _DRAWN else _Kind.OPEN

    def _text(self, row: int, column: int) -> str:
        return self._sheet.texts.get((row, column), "")

    def _lines(self, row: int) -> Iterator[Paragraph]:
        for column in self._columns[row]:
            for line in self._text(row, column).splitlines():
                if line.strip():
                    yield Paragraph(line)

    def _table(self, rows: list[int]) -> Iterator[Piece]:
        """Rows as a grid; as lines of text when no row holds more than one cell that says something."""
        if any(len(self._columns[row]) > 1 for row in rows):
            yield self._grid(rows)
        else:
            for row in rows:
                yield from self._lines(row)

    def _grid(self, rows: list[int]) -> Grid:
        top, bottom = rows[0], rows[-1]
        left, right = self._sides(rows)
        if len(rows) * (right - left + 1) > LARGEST_AREA:
            raise Unreadable("表格过大，不像是年度报告")
        cells = []
        for row in rows:
            for column in range(left, right + 1):
                place = (row, column)
                if self._covered.get(place, place) == place:
                    height, width = self._spans.get(place, (1, 1))
                    cells.append(
                        GridCell(
                            row=row - top,
                            column=column - left,
                            text=self._text(row, column),
                            rowspan=min(height, bottom - row + 1),
                            colspan=width,
                            remark=self._sheet.remarks.get(place, ""),
                            place=place_name(self._sheet, row, column),
                        )
                    )
        return Grid(tuple(cells))

    def _sides(self, rows: list[int]) -> tuple[int, int]:
        """The first and the last column in which anything stands, merged cells included."""
        left, right = self._right, 0
        for row in rows:
            for column in self._columns[row]:
                left = min(left, column)
                right = max(right, column + self._spans.get((row, column), (1, 1))[1] - 1)
        return left, right


def place_name(sheet: Sheet, row: int, column: int) -> str:
    """A place in words: 工作表“三、…”的 D7."""
    return f"工作表“{sheet.name}”的 {_letters(column)}{row + 1}"


def _letters(column: int) -> str:
    """The letters of a column: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
