"""What was found for each cell of the edition, and what becomes of it: a figure, a blank, a doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from govreport.checks.layout import ForeignColumns, Unknown, Wording
from govreport.editions.cells import Address
from govreport.editions.lookup import cell_name
from govreport.editions.numbers import Number, shown
from govreport.editions.schema import Edition
from govreport.importing.grid import GridCell
from govreport.importing.labels import bare
from govreport.importing.values import Value, read_value
from govreport.rendering.interchange_cells import Doubt


@dataclass(frozen=True)
class Matched:
    """The figures of a source as its edition has them. `notes` holds what was printed beside a figure.

    `places` says where cells stand in the file, in words, as far as the file has such places.
    """

    edition: Edition
    figures: dict[Address, Number]
    unread: dict[Address, str]
    doubts: tuple[Doubt, ...]
    notes: dict[Address, str]
    tables: frozenset[str] = frozenset()
    wordings: tuple[Wording, ...] = ()
    foreign: tuple[ForeignColumns, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    places: dict[Address, str] = field(default_factory=dict)


_MOST_ENTRIES = 6  # of one cell; more would not make it clearer what it should be


@dataclass(frozen=True)
class _Entry:
    """A cell as found: what was seen, and what it amounts to."""

    text: str
    value: Value
    remark: str
    place: str


@dataclass
class Entries:
    """The cells of an edition while a source is matched to it, and its departures from the form."""

    edition: Edition
    tables: set[str] = field(default_factory=set)
    foreign: list[ForeignColumns] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    _found: dict[Address, list[_Entry]] = field(default_factory=dict)
    _doubts: list[Doubt] = field(default_factory=list)
    _wordings: dict[Wording, None] = field(default_factory=dict)
    _tries: int = 200

    def put(self, address: Address, cell: GridCell, *, header: str = "") -> None:
        """Note what a cell says; a doubt when the edition has no such cell and something stands in it."""
        official = self.edition.cells.get(address)
        if official is None:
            if cell.text.strip():
                name = cell_name(str(address))
                reason = f"{self.edition.key}年版格式没有这一格，数字没有采用"
                self.doubt(str(address), f"{name}：{reason}" if name else reason, cell.text, place=cell.place)
            return
        value = read_value(cell.text, official.kind, header=header)
        entries = self._found.setdefault(address, [])
        if len(entries) < _MOST_ENTRIES and all(
            entry.value != value or entry.remark != cell.remark for entry in entries
        ):
            entries.append(_Entry(cell.text, value, cell.remark, cell.place))

    def doubt(self, cell: str, reason: str, seen: str, *, place: str = "") -> None:
        """Name a doubt; `cell` may be a table or a row where no single cell is meant."""
        self._doubts.append(Doubt(cell, reason, shown(seen, 120), place))

    def wording(self, table: str, seen: str, official: str) -> None:
        """Note a label that is not the official one; notation (brackets, blanks, ordinals) is no matter."""
        if official and not bare(seen).endswith(bare(official)):  # a group's label may stand in front
            self._wordings[Wording(table, shown("".join(seen.split()), 60), official)] = None

    def stranger(self, table: str, seen: str, *, figures: bool, place: str = "") -> None:
        """Note a row or column that the edition has not; a doubt when figures stand in it."""
        self.unknown.append(Unknown(table, shown(seen, 120)))
        if figures:
            self.doubt(table, "这一行（列）的名称没有对上，数字没有采用", seen, place=place)

    def has_row(self, table: str, row: str) -> bool:
        """Whether anything was found for a row, blanks included."""
        return any((address.table, address.row) == (table, row) for address in self._found)

    def may_try(self) -> bool:
        """Whether figures run together may be parted once more; a hostile file would have no end of them."""
        self._tries -= 1
        return self._tries >= 0

    def unknown_column(self, table: str, head: str) -> None:
        """Note a column that the edition has not."""
        self.unknown.append(Unknown(table, shown(head, 60)))

    def matched(self) -> Matched:
        """Everything found, each cell as a figure, a blank, or a doubt with what was seen."""
        figures: dict[Address, Number] = {}
        unread: dict[Address, str] = {}
        notes: dict[Address, str] = {}
        zeros = {a.table for a, entries in self._found.items() if any(e.value.number == 0 for e in entries)}
        for address, entries in self._found.items():
            entry, reasons = _settled(entries, zeros=address.table in zeros)
            name = self.edition.cells[address].name
            if entry.value.unread:
                unread[address] = entry.text
            elif entry.value.number is not None:
                figures[address] = entry.value.number
            if entry.value.note:
                notes[address] = entry.value.note
            for reason in reasons:
                self.doubt(str(address), f"{name}：{reason}", _named(entry.text), place=entry.place)
        return Matched(
            self.edition,
            figures,
            unread,
            tuple(self._doubts),
            notes,
            frozenset(self.tables),
            tuple(self._wordings),
            tuple(self.foreign),
            tuple(self.unknown),
            {address: entries[0].place for address, entries in self._found.items() if entries[0].place},
        )


def _settled(entries: list[_Entry], *, zeros: bool) -> tuple[_Entry, list[str]]:
    """What a cell amounts to that was found once or oftener, and what is doubtful about it.

    A row that goes on after a page leaves its figures empty there: what says something wins over nothing.
    """
    said = [entry for entry in entries if entry.text.strip()] or entries
    entry = said[0]
    if len({(one.value.number, one.value.unread, one.value.unread and one.text) for one in said}) > 1:
        seen = " / ".join(one.text.strip() for one in said)
        return _Entry(seen, Value(unread=True), "", entry.place), ["出现多次，内容不同，没有采用"]
    return entry, list(_reasons(entry, zeros=zeros))


def _reasons(entry: _Entry, *, zeros: bool) -> Iterator[str]:
    if entry.value.mark and zeros:
        yield "写的不是数字，按空白处理，没有当作 0"
    if entry.value.doubt:
        yield entry.value.doubt
    if entry.remark:
        yield entry.remark


def _named(text: str) -> str:
    """A sign for nothing as a doubt can show it."""
    return text.strip() or "（空格符）"
