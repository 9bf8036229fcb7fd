"""Table 三 line by line: a label in front, then seven figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govreport.editions.cells import Address
from govreport.importing.entries import Entries
from govreport.importing.grid import GridCell
from govreport.importing.labels import bare, best
from govreport.importing.lines import Line
from govreport.importing.rows import (
    BY_PLACE,
    IN_THE_LABEL,
    ONE_ROW,
    SPLIT,
    STRANGE_COLUMN,
    Row,
    at,
    counted,
    has_figure,
    row_of,
    split,
    trimmed,
)
from govreport.importing.splitting import sums_hold
from govreport.importing.tables import GROUP, column_labels, headings, row_label, row_labels
from govreport.importing.values import looks_like_figure

_KEY = "applications"
_HEADING_CELLS = 2
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class _Unnamed:
    """A row of seven figures whose label is not known, and the row above it."""

    line: Line
    above: str
    figures: Sequence[GridCell]


class Applications:
    """The table while its lines come in."""

    key = _KEY

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        table = entries.edition.table(_KEY)
        self._columns, self._rows = table.columns, table.rows
        self._places: dict[str, int] = {}
        self._grid = -1
        self._strangers: dict[int, str] = {}  # heads in this grid that the edition has not, by their place
        self._last = ""
        self._begun = False
        self._unnamed: list[_Unnamed] = []

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        if self._is_head(line):
            return True
        row = row_of(line, row_labels(_KEY))
        if row is None or row.key == GROUP or not row.cells:
            return self._without_name(line)
        if not self._begun and len(bare(row.label)) < _SHORTEST_NAME:
            return False  # any table may end with a 总计
        self._begun = True
        self._row(line, row)
        return True

    def _is_head(self, line: Line) -> bool:
        heads = {
            key: cell for cell in line.cells if (key := best(cell.text, column_labels(_KEY))) is not None
        }
        if len(heads) < _HEADING_CELLS:
            return False
        self._begun = True
        for key, cell in heads.items():
            label = next(
                one.column_name
                for one in self._entries.edition.table(_KEY).cells
                if one.address.column == key
            )
            self._entries.wording(_KEY, cell.text, label)
        self._note_strangers(line, heads.values())
        places = {key: cell.column for key, cell in heads.items()}
        self._places = {**(self._places if self._grid == line.grid else {}), **places}
        self._grid = line.grid
        return True

    def _note_strangers(self, line: Line, heads: Iterable[GridCell]) -> None:
        """Note heads right of the known ones' first that the edition has not: 备注."""
        first = min(head.column for head in heads)
        labels = headings(self._entries.edition, _KEY)
        self._strangers = self._strangers if self._grid == line.grid else {}
        for cell in line.cells:
            known = not cell.text.strip() or best(cell.text, labels) is not None
            if line.placed and cell.column > first and not known and cell.column not in self._strangers:
                self._strangers[cell.column] = cell.text
                self._entries.unknown_column(_KEY, cell.text)

    def _without_strangers(self, cells: list[GridCell], row: str) -> list[GridCell]:
        """The cells that stand under heads of the edition; a doubt for what stands under others."""
        for cell in cells:
            if cell.column in self._strangers and cell.text.strip():
                self._entries.doubt(row, STRANGE_COLUMN, cell.text, place=cell.place)
        return [cell for cell in cells if cell.column not in self._strangers]

    def _row(self, line: Line, row: Row) -> None:
        key = row.key
        if key == "other" and Address(_KEY, key, "total") not in self._entries.edition.cells:
            key = "other_misc"  # the form of 2019 has one row where that of 2021 has three
            if any(cell.text.strip() for cell in row.cells):
                self._entries.doubt(f"{_KEY}.{key}", ONE_ROW, line.seen, place=line.place)
        else:
            self._entries.wording(_KEY, row.label, row_label(self._entries.edition, _KEY, key))
        self._wordings_in_front(line, row)
        if has_figure(row.label):
            self._entries.doubt(f"{_KEY}.{key}", IN_THE_LABEL, row.label, place=line.place)
        self._place_unnamed(key)
        cells = row.cells
        if line.grid == self._grid:
            cells = self._without_strangers(cells, f"{_KEY}.{key}")
        figures = self._in_order(line, cells, f"{_KEY}.{key}")
        if figures is not None:
            self._put(key, figures)
        elif any(cell.text.strip() for cell in row.cells):
            reason = counted(row.cells, len(self._columns))
            self._entries.doubt(f"{_KEY}.{key}", reason, line.seen, place=line.place)

    def _wordings_in_front(self, line: Line, row: Row) -> None:
        labels = headings(self._entries.edition, _KEY)
        for cell in line.own:
            if not cell.text.startswith(row.label) and not looks_like_figure(cell.text):
                self._entries.wording(_KEY, cell.text, best(cell.text, labels) or "")

    def _put(self, row: str, figures: Sequence[GridCell]) -> None:
        for column, cell in zip(self._columns, figures, strict=True):
            self._entries.put(Address(_KEY, row, column), cell)
        self._last = row

    def _in_order(self, line: Line, cells: list[GridCell], row: str) -> Sequence[GridCell] | None:
        """The cells in the order of the edition's columns; None when that cannot be told."""
        count = len(self._columns)
        known = line.placed and self._grid == line.grid and set(self._places) == set(self._columns)
        official = sorted(self._places, key=lambda key: self._places[key]) == list(self._columns)
        if len(cells) == count and (official or not known):
            return cells
        found = at(cells, [self._places[key] for key in self._columns]) if known else trimmed(cells, count)
        if found is None and (found := split(cells, count, sums_hold(count), self._entries)) is not None:
            self._entries.doubt(row, SPLIT, line.seen, place=line.place)
        return found

    def _without_name(self, line: Line) -> bool:
        """A line whose label is not known: kept until the rows around it are, when it has seven figures."""
        behind = line.own
        while behind and not looks_like_figure(behind[0].text):
            behind = behind[1:]
        if not self._last or not any(cell.text.strip() for cell in behind):
            return False
        figures = self._in_order(line, behind, _KEY) or trimmed(behind, len(self._columns))
        if figures is None or not all(looks_like_figure(cell.text) for cell in figures):
            return False
        self._unnamed.append(_Unnamed(line, self._last, figures))
        return True

    def _place_unnamed(self, below: str) -> None:
        """Give rows without a name their place when exactly as many rows lack between those around them."""
        waiting, self._unnamed = self._unnamed, []
        if not waiting or below not in self._rows:
            self._refuse(waiting)
            return
        above = waiting[0].above
        between = self._rows[self._rows.index(above) + 1 : self._rows.index(below)]
        if len(between) != len(waiting):
            self._refuse(waiting)
            return
        for row, unnamed in zip(between, waiting, strict=True):
            self._entries.doubt(f"{_KEY}.{row}", BY_PLACE, unnamed.line.seen, place=unnamed.line.place)
            self._put(row, unnamed.figures)

    def _refuse(self, waiting: list[_Unnamed]) -> None:
        for unnamed in waiting:
            self._entries.stranger(_KEY, unnamed.line.seen, figures=True, place=unnamed.line.place)

    def finish(self) -> None:
        """No more lines come."""
        self._refuse(self._unnamed)
        self._unnamed = []
