"""Line by line through the three tables: which row a line is, and which of its cells are which columns."""

from collections.abc import Sequence

from govreport.editions.cells import Address
from govreport.importing.entries import Entries
from govreport.importing.grid import GridCell
from govreport.importing.labels import best
from govreport.importing.lines import Line
from govreport.importing.tables import GROUP, column_labels, row_columns, row_labels, strip_row_labels
from govreport.importing.values import looks_like_figure

_HEADING_CELLS = 2


def _row_of(line: Line, labels: dict[str, str]) -> tuple[str, list[GridCell]] | None:
    """The row that a line is, by its rightmost label, and the cells that follow the label in it."""
    for number in range(len(line.cells) - 1, -1, -1):
        text = line.cells[number].text
        if looks_like_figure(text):
            continue
        key = best(text, labels)
        if key is not None:
            return key, [cell for cell in line.cells[number + 1 :] if line.begins(cell)]
    return None


def _trimmed(cells: list[GridCell], count: int) -> list[GridCell] | None:
    """As many of the cells as there must be, without empty ones at the ends; None when two ways fit."""
    extra = len(cells) - count
    blank = [not cell.text.strip() for cell in cells]
    ways = [first for first in range(extra + 1) if all(blank[:first]) and all(blank[first + count :])]
    if len(ways) == 1 or (ways and all(blank)):
        return cells[ways[0] : ways[0] + count]
    return None


def _at(cells: list[GridCell], columns: Sequence[int]) -> list[GridCell] | None:
    """The cells at these columns, one for each; None when there are not, or anything stands elsewhere."""
    chosen = [
        cell for column in columns for cell in cells if cell.column <= column < cell.column + cell.colspan
    ]
    one_each = len(chosen) == len(set(chosen)) == len(columns)
    elsewhere = any(cell.text.strip() for cell in cells if cell not in chosen)
    return chosen if one_each and not elsewhere else None


class Disclosure:
    """Table 二: each block prints its own column heads, which tell what the figures under them are."""

    def __init__(self, entries: Entries) -> None:
        self.found = False
        self._entries = entries
        self._heads: list[GridCell] = []

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        row = _row_of(line, row_labels("disclosure"))
        if row is not None and row[0] != GROUP and (not row[1] or looks_like_figure(row[1][0].text)):
            self._row(line, *row)
            self.found = True
            return True
        heads = [cell for cell in line.cells if line.begins(cell) and cell.text.strip()]
        if any(best(cell.text, column_labels("disclosure")) for cell in heads):
            self._heads = [cell for cell in heads if best(cell.text, {"信息内容": "corner"}) is None]
            return True
        return False

    def _row(self, line: Line, row: str, cells: list[GridCell]) -> None:
        own = self._own_columns(row)
        paired = self._under_heads(line, cells) or _trimmed(cells, len(own)) or cells
        heads = [head.text for head in self._heads] if len(paired) == len(self._heads) else [""] * len(paired)
        for number, (head, cell) in enumerate(zip(heads, paired, strict=True)):
            column = best(head, row_columns("disclosure", row)) if head else None
            if column is None and len(paired) == len(own):
                column = own[number]
            if column is None:
                place = f"disclosure.{row}"
                self._entries.doubt(place, "看不出这个数字属于哪一列，没有采用", f"{head} {cell.text}")
                continue
            address = Address("disclosure", row, column)
            self._entries.put(address, cell.text, header=head, remark=cell.remark, place=cell.place)

    def _own_columns(self, row: str) -> list[str]:
        cells = self._entries.edition.table("disclosure").cells
        return [cell.address.column for cell in cells if cell.address.row == row]

    def _under_heads(self, line: Line, cells: list[GridCell]) -> list[GridCell] | None:
        """A cell for each head: by place, else one for one; None when neither works."""
        by_place = _at(cells, [head.column for head in self._heads]) if line.placed else None
        return by_place or _trimmed(cells, len(self._heads))


class Applications:
    """Table 三: a label in front, then seven figures."""

    def __init__(self, entries: Entries) -> None:
        self.found = False
        self._entries = entries
        self._columns = entries.edition.table("applications").columns
        self._places: dict[str, int] = {}
        self._grid = -1

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        if self._is_head(line):
            return True
        row = _row_of(line, row_labels("applications"))
        if row is None or not row[1]:
            return False
        key, cells = row
        if key == GROUP:
            return self._unknown_row(line, cells)
        if key == "other" and Address("applications", key, "total") not in self._entries.edition.cells:
            key = "other_misc"  # the form of 2019 has one row where that of 2021 has three
        self._row(line, key, cells)
        self.found = True
        return True

    def _is_head(self, line: Line) -> bool:
        heads = {
            key: cell.column
            for cell in line.cells
            if (key := best(cell.text, column_labels("applications"))) is not None
        }
        if len(heads) < _HEADING_CELLS:
            return False
        self._places = {**(self._places if self._grid == line.grid else {}), **heads}
        self._grid = line.grid
        return True

    def _unknown_row(self, line: Line, cells: list[GridCell]) -> bool:
        if not any(looks_like_figure(cell.text) and cell.text.strip() for cell in cells):
            return False
        self._entries.doubt("applications", "这一行的名称没有对上，数字没有采用", line.seen)
        return True

    def _row(self, line: Line, row: str, cells: list[GridCell]) -> None:
        figures = self._in_order(line, cells)
        if figures is None:
            if any(cell.text.strip() for cell in cells):
                place = f"applications.{row}.total"
                reason = (
                    f"这一行应有 {len(self._columns)} 个数，见到 {len(cells)} 个，分不清属于哪一列，没有采用"
                )
                self._entries.doubt(place, reason, line.seen)
            return
        for column, cell in zip(self._columns, figures, strict=True):
            self._entries.put(
                Address("applications", row, column), cell.text, remark=cell.remark, place=cell.place
            )

    def _in_order(self, line: Line, cells: list[GridCell]) -> Sequence[GridCell] | None:
        """The cells in the order of the edition's columns; None when that cannot be told."""
        count = len(self._columns)
        known = line.placed and self._grid == line.grid and set(self._places) == set(self._columns)
        official = sorted(self._places, key=lambda key: self._places[key]) == list(self._columns)
        if len(cells) == count and (official or not known):
            return cells
        if known:
            return _at(cells, [self._places[key] for key in self._columns])
        return _trimmed(cells, count)


class Disputes:
    """Table 四: one line of fifteen figures under its heads, or three lines of five behind their labels."""

    def __init__(self, entries: Entries) -> None:
        self.found = False
        self._entries = entries
        table = entries.edition.table("disputes")
        self._cells = table.cells
        self._columns = table.columns
        self._open = False

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        heads = {best(cell.text, column_labels("disputes")) for cell in line.cells} - {None}
        if len(heads) >= _HEADING_CELLS:
            self._open = self.found = True
            return True
        row = _row_of(line, strip_row_labels("disputes"))
        if row is not None and len(row[1]) == len(self._columns):
            self._put([Address("disputes", row[0], column) for column in self._columns], row[1])
            self.found = True
            return True
        return self._open and self._strip(line)

    def _strip(self, line: Line) -> bool:
        cells = [cell for cell in line.cells if line.begins(cell)]
        if not all(looks_like_figure(cell.text) for cell in cells):
            return False
        self._open = False
        figures = _trimmed(cells, len(self._cells))
        if figures is not None:
            self._put([cell.address for cell in self._cells], figures)
        else:
            reason = f"这一行应有 {len(self._cells)} 个数，见到 {len(cells)} 个，分不清属于哪一列，没有采用"
            self._entries.doubt("disputes", reason, line.seen)
        return True

    def _put(self, addresses: list[Address], cells: Sequence[GridCell]) -> None:
        for address, cell in zip(addresses, cells, strict=True):
            self._entries.put(address, cell.text, remark=cell.remark, place=cell.place)
