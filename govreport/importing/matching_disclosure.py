"""Table 二 line by line: each block prints its own column heads, which tell what the figures are."""

from collections.abc import Sequence

from govreport.checks.layout import ForeignColumns
from govreport.editions.cells import Address
from govreport.editions.lookup import EDITIONS
from govreport.importing.entries import Entries
from govreport.importing.grid import GridCell
from govreport.importing.labels import Labels, bare, best
from govreport.importing.lines import Line
from govreport.importing.rows import (
    HEAD_BY_PLACE,
    IN_THE_LABEL,
    SPLIT_WITHOUT_SUM,
    Row,
    at,
    has_figure,
    row_of,
    split,
    trimmed,
)
from govreport.importing.splitting import any_fit
from govreport.importing.tables import GROUP, column_labels, row_columns, row_label, row_labels

_KEY = "disclosure"
_ARTICLE = "第二十条"
_CORNER = Labels({"信息内容": "corner"})


class Disclosure:
    """The table while its lines come in."""

    key = _KEY

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._heads: list[GridCell] = []

    def take(self, line: Line) -> bool:
        """Read a line of this table; False when it is none."""
        row = row_of(line, row_labels(_KEY))
        if row is not None and row.key != GROUP and row.cells:
            self._row(line, row)
            return True
        heads = [cell for cell in line.own if cell.text.strip()]
        if any(best(cell.text, column_labels(_KEY)) for cell in heads):
            self._heads = [cell for cell in heads if best(cell.text, _CORNER) is None and not _article(cell)]
            return True
        if any(map(_article, heads)):
            self._heads = []  # a block begins; its own heads may be lost
        return False

    def _row(self, line: Line, row: Row) -> None:
        own = self._own_columns(row.key)
        self._entries.wording(_KEY, row.label, row_label(self._entries.edition, _KEY, row.key))
        if has_figure(row.label):
            self._entries.doubt(f"{_KEY}.{row.key}", IN_THE_LABEL, row.label, place=line.place)
        if not own:
            self._entries.stranger(_KEY, line.seen, figures=False)
        cells, heads = self._paired(line, row, own)
        columns = [self._column(row.key, head, number, cells, own) for number, head in enumerate(heads)]
        self._note_foreign(row.key, columns, heads)
        for cell, head, column in zip(cells, heads, columns, strict=True):
            if column is None:
                self._nowhere(row.key, head, cell)
            else:
                self._entries.put(Address(_KEY, row.key, column), cell, header=head)

    def _paired(self, line: Line, row: Row, own: list[str]) -> tuple[Sequence[GridCell], list[str]]:
        """The figures of a row and the heads over them; empty heads where none are known."""
        under = self._under_heads(line, row.cells)
        if under is not None:
            return under, [head.text for head in self._heads]
        alone = trimmed(row.cells, len(own)) if own else None
        if alone is None and (alone := split(row.cells, len(own), any_fit, self._entries)) is not None:
            self._entries.doubt(f"{_KEY}.{row.key}", SPLIT_WITHOUT_SUM, line.seen, place=line.place)
        cells = alone or [cell for cell in row.cells if cell.text.strip()]
        return cells, [""] * len(cells)

    def _under_heads(self, line: Line, cells: list[GridCell]) -> list[GridCell] | None:
        """A cell for each head: by place, else one for one; None when neither works."""
        if not self._heads:
            return None
        by_place = at(cells, [head.column for head in self._heads]) if line.placed else None
        return by_place or trimmed(cells, len(self._heads))

    def _column(
        self, row: str, head: str, number: int, cells: Sequence[GridCell], own: list[str]
    ) -> str | None:
        """The column under a head, by its words, else by its place when there are as many as must be."""
        known = row_columns(_KEY, row)
        column = best(head, known) if head else None
        if column is not None or len(cells) != len(own):
            return column
        column = own[number]
        official = self._entries.edition.cells[Address(_KEY, row, column)].column_name
        if head and bare(head) not in bare(official):  # not even a piece of it
            address = str(Address(_KEY, row, column))
            self._entries.doubt(address, HEAD_BY_PLACE, f"{head} {cells[number].text}")
        return column

    def _note_foreign(self, row: str, columns: Sequence[str | None], heads: list[str]) -> None:
        """Note heads that only another edition has; else those that are not worded as the edition's."""
        own = self._own_columns(row)
        found = {column for column in columns if column is not None}
        if not own or found <= set(own):
            for column, head in zip(columns, heads, strict=True):
                cell = self._entries.edition.cells.get(Address(_KEY, row, column or ""))
                if cell and head:
                    self._entries.wording(_KEY, head, cell.column_name)
            return
        others = (
            edition.key
            for edition in EDITIONS.values()
            if found <= {cell.address.column for cell in edition.table(_KEY).cells if cell.address.row == row}
        )
        cells = tuple(Address(_KEY, row, column) for column in own)
        name = self._entries.edition.cells[cells[0]].row_name
        seen = tuple("".join(head.split()) for head in heads)
        self._entries.foreign.append(ForeignColumns(_KEY, row, name, seen, next(others, ""), cells))

    def _nowhere(self, row: str, head: str, cell: GridCell) -> None:
        """A figure of which nobody can say what column it is in."""
        if head:
            self._entries.unknown_column(_KEY, head)
        if cell.text.strip():
            reason = "看不出这个数字属于哪一列，没有采用"
            self._entries.doubt(f"{_KEY}.{row}", reason, f"{head} {cell.text}".strip(), place=cell.place)

    def _own_columns(self, row: str) -> list[str]:
        cells = self._entries.edition.table(_KEY).cells
        return [cell.address.column for cell in cells if cell.address.row == row]


def _article(cell: GridCell) -> bool:
    """Whether a cell names the article that a block is about."""
    return bare(cell.text).startswith(_ARTICLE)
