"""Grids to an edition's cells: by labels, by place where labels are torn, and never by guessing."""

import re
from collections import Counter
from collections.abc import Iterable

from govreport.editions.lookup import EDITIONS, UnknownEdition, edition_for
from govreport.editions.schema import Edition
from govreport.importing.entries import Entries, Matched
from govreport.importing.grid import Source, Unreadable
from govreport.importing.labels import best, may_be
from govreport.importing.lines import LOOSE, Line, lines, unglued
from govreport.importing.matching_applications import Applications
from govreport.importing.matching_disclosure import Disclosure
from govreport.importing.matching_disputes import Disputes
from govreport.importing.tables import headings, row_labels, which_print
from govreport.importing.values import looks_like_figure

_LONGEST_NAME = 60
_ROW_AS_TEXT = re.compile(r"(.*?[^\d\s.,，+/?？-])[\d\s.,，+/?？-]+", re.DOTALL)
_MOST_HEARD = 200
_AS_TEXT = "这一行在文件里不是表格，数字没有采用"
_NO_TABLE = "这一行数字没有对上哪一张表，没有采用"
# A report has some 200 different texts in its tables, most of them labels.
_MOST_TEXTS = 10_000
_MOST_LABELS = 2_000
_TOO_MANY = "表格中的文字过多，不像是一份年度报告"
# Notes, page numbers and headings of parts are no rows that the edition lacks.
_NO_ROW = re.compile(
    r"\s*(注|备注|说明|填报|单位[:：]|续|第?\s*\d+\s*页|[一二三四五六七八九十]+、|[-—]\s*\d)"
)


def match(source: Source, *, year: int | None = None) -> Matched | None:
    """The figures of a source, or None when none of its grids is one of the three tables.

    `year` is the report's, where it is known; the labels decide on the edition before it does.
    Raises Unreadable for tables of so many texts that they are no report.
    """
    rows = list(lines(source))
    edition = which_edition(rows, year)
    if edition is None:
        return None
    entries = Entries(edition)
    walk = _Walk(entries)
    for line in rows:
        walk.take(line)
    walk.finish()
    return entries.matched() if entries.tables else None


class _Walk:
    """Offers each line to the three tables, and minds those in the midst of one that it does not know."""

    def __init__(self, entries: Entries) -> None:
        self._applications = Applications(entries)
        self._disputes = Disputes(entries)
        self._tables = (Disclosure(entries), self._disputes, self._applications)
        self._entries = entries
        self._table = ""  # of the line before, in this grid
        self._grid = LOOSE
        self._heard: list[tuple[str, str, str]] = []  # table, row, text
        self._orphans: list[tuple[str, Line]] = []  # figures without any word, and the table they stand in
        self._bare: list[Line] = []  # lines of a label without figures; they matter only within a table

    def take(self, line: Line) -> None:
        """Read one line."""
        if line.grid == LOOSE:
            self._hear(line)
            return
        if line.grid != self._grid:
            self._grid, self._table, self._bare = line.grid, "", []
        taker = next((table for table in self._tables if table.take(line)), None)
        if taker is None:
            self._mind(line)
            return
        self._entries.tables.add(taker.key)
        if taker.key == self._table:
            for bare in self._bare:
                self._entries.stranger(self._table, bare.seen, figures=False, place=bare.place)
        self._table, self._bare = taker.key, []

    def _hear(self, line: Line) -> None:
        """Mind a paragraph: it may name the table that follows, or be a row that the reader took for text."""
        self._disputes.hear(line)
        found = _ROW_AS_TEXT.fullmatch(line.seen)
        if found is None or len(self._heard) == _MOST_HEARD:
            return
        for table in ("disclosure", "applications"):
            row = best(found[1], row_labels(table))
            if row:
                self._heard.append((table, row, line.seen))

    def _mind(self, line: Line) -> None:
        """Mind a line that no table takes: what has digits in it is named, whatever it is."""
        words = [cell.text for cell in line.own if not looks_like_figure(cell.text)]
        figures = [cell.text for cell in line.own if looks_like_figure(cell.text) and _has_digit(cell.text)]
        if figures and not words:
            self._orphans.append((self._table, line))
        if not self._table or not words:
            return
        long = any(len(word) > _LONGEST_NAME for word in words)
        if figures or (not long and self._has_unread(line, words)):
            self._entries.stranger(self._table, line.seen, figures=True, place=line.place)
        elif not long and len(words) == 1 and len(line.own) > 1 and not self._is_heading(words[0]):
            self._bare.append(line)

    def _has_unread(self, line: Line, words: list[str]) -> bool:
        """Whether figures ran together with a label, or stand there as nobody can read them."""
        if len(line.own) == 1:
            return unglued(line.own[0]) is not None
        return any(map(_has_digit, words)) and not any(map(self._is_heading, words))

    def finish(self) -> None:
        """No more lines come."""
        self._applications.finish()
        for table, row, seen in self._heard:
            if not self._entries.has_row(table, row):
                self._entries.doubt(f"{table}.{row}", _AS_TEXT, seen)
        for table, line in self._orphans:
            self._entries.doubt(table or "disputes", _NO_TABLE, line.seen, place=line.place)

    def _is_heading(self, word: str) -> bool:
        known = best(word, headings(self._entries.edition, self._table))
        return known is not None or bool(_NO_ROW.match(word))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def which_edition(rows: Iterable[Line], year: int | None) -> Edition | None:
    """The edition whose own labels are clearly more among the rows; else the year's, else the more of them.

    None when there is no label of any edition. Raises Unreadable.
    """
    texts = dict.fromkeys(cell.text for line in rows for cell in line.own if not cell.text.isdecimal())
    if len(texts) > _MOST_TEXTS:
        raise Unreadable(_TOO_MANY)
    near = [text for text in texts if may_be(text, which_print())]
    if len(near) > _MOST_LABELS:
        raise Unreadable(_TOO_MANY)
    prints = Counter(key for text in near if (key := best(text, which_print())) is not None)
    if not prints:
        return None
    votes = sorted(((prints[key], key) for key in EDITIONS), reverse=True)
    (most, winner), (second, _) = votes[0], votes[1]
    if most > 2 * second:
        return EDITIONS[winner]
    try:
        return edition_for(year) if year else EDITIONS[winner]
    except UnknownEdition:
        return EDITIONS[winner]
