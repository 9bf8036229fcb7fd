"""Table 四 line by line: one line of fifteen figures, or lines of five, each with its label."""

from collections.abc import Sequence

from govreport.editions.cells import Address
from govreport.importing.entries import Entries
from govreport.importing.grid import GridCell
from govreport.importing.labels import bare, best
from govreport.importing.lines import Line
from govreport.importing.rows import SPLIT, at, counted, row_of, split, trimmed
from govreport.importing.splitting import sums_hold
from govreport.importing.tables import column_labels, headings, strip_row_labels
from govreport.importing.values import looks_like_figure

_KEY = "disputes"
_HEADING_CELLS = 2
_LONGEST_HEADS = 120


class Disputes:
    """The table while its lines come in: `_named` are the blocks whose labels came without figures."""

    key = _KEY

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        table = entries.edition.table(_KEY)
        self._cells, self._columns, self._rows = table.cells, table.columns, table.rows
        self._open = False
        self._named: list[str] = []
        self._left: list[str] = []
        self._places: set[int] = set()  # of the column heads in this grid
        self._grid = -1

    def hear(self, line: Line) -> None:
        """Note a paragraph that names a block whose table may follow, or is the heads of one."""
        if self._all_heads(line.cells[0].text):
            self._begin(line, [])
        name = best(line.cells[0].text, strip_row_labels(_KEY))
        self._named = [name] if name else self._named

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        row = row_of(line, strip_row_labels(_KEY))
        if row is not None and row.cells and all(looks_like_figure(cell.text) for cell in row.cells):
            figures = self._figures(line, row.cells, len(self._columns))
            if figures is not None:
                self._wordings(line)
                self._put([row.key], figures)
                return True
        heads = [cell for cell in line.own if best(cell.text, column_labels(_KEY))]
        names = [key for cell in line.own if (key := best(cell.text, strip_row_labels(_KEY)))]
        if len({bare(cell.text) for cell in heads}) >= _HEADING_CELLS:
            self._places = (self._places if self._grid == line.grid else set()) | {
                one.column for one in heads
            }
            self._grid = line.grid
            self._begin(line, names)
            return True
        if any(self._all_heads(cell.text) for cell in line.own):
            self._begin(line, [])
            return True
        if names and len(line.own) <= len(self._rows) + 1 and all(_is_word(cell) for cell in line.own):
            self._begin(line, names)
            return True
        return self._open and self._strip(line)

    def _all_heads(self, text: str) -> bool:
        """Whether a text is the heads of a block or more that ran together."""
        whole = bare(text) if len(text) <= _LONGEST_HEADS else ""
        return all(label in whole for label in column_labels(_KEY))

    def _begin(self, line: Line, names: list[str]) -> None:
        self._open = True
        self._named = names or self._named
        self._left = self._left or list(self._rows)
        self._wordings(line)

    def _wordings(self, line: Line) -> None:
        labels = headings(self._entries.edition, _KEY)
        for cell in line.own:
            self._entries.wording(_KEY, cell.text, best(cell.text, labels) or "")

    def _strip(self, line: Line) -> bool:
        """A line of figures alone (a word may stand in front): all fifteen, ten, or the five of a block."""
        cells = line.own
        while cells and not looks_like_figure(cells[0].text):
            cells = cells[1:]
        said = [cell for cell in cells if cell.text.strip()]
        if not said or not all(looks_like_figure(cell.text) for cell in cells):
            return False
        for rows in self._candidates():
            figures = self._figures(line, cells, len(rows) * len(self._columns))
            if figures is not None:
                self._put(rows, figures)
                return True
        self._open = len(said) < len(self._columns)  # perhaps a page number: the strip may still come
        self._entries.doubt(_KEY, counted(cells, len(self._cells)), line.seen, place=line.place)
        return True

    def _candidates(self) -> list[list[str]]:
        """Which blocks a line of figures may hold: all, or the one that was named, or those still left."""
        ways = [list(self._rows)]
        if len(self._named) == 1:
            ways.append(self._named)
        if 0 < len(self._left) < len(self._rows):
            ways.append(self._left)
        return ways

    def _figures(self, line: Line, cells: Sequence[GridCell], count: int) -> list[GridCell] | None:
        found = list(cells) if len(cells) == count else None
        if found is None and line.placed and line.grid == self._grid and len(self._places) == count:
            found = at(cells, sorted(self._places))
        found = found or trimmed(cells, count)
        if (
            found is None
            and (found := split(cells, count, sums_hold(len(self._columns)), self._entries)) is not None
        ):
            self._entries.doubt(_KEY, SPLIT, line.seen, place=line.place)
        return found

    def _put(self, rows: Sequence[str], cells: Sequence[GridCell]) -> None:
        addresses = [Address(_KEY, row, column) for row in rows for column in self._columns]
        for address, cell in zip(addresses, cells, strict=True):
            self._entries.put(address, cell)
        self._left = [row for row in self._left or self._rows if row not in rows]
        self._named = []
        self._open = bool(self._left)


def _is_word(cell: GridCell) -> bool:
    return not looks_like_figure(cell.text) or not cell.text.strip()
