"""What was found for each cell of the edition, and what becomes of it: a figure, a blank, a doubt."""

from dataclasses import dataclass, field

from govreport.checks.layout import ForeignColumns, Unknown, Wording
from govreport.editions.cells import Address
from govreport.editions.numbers import Number, shown
from govreport.editions.schema import Edition
from govreport.importing.values import Value, read_value
from govreport.rendering.interchange_cells import Doubt


@dataclass(frozen=True)
class Matched:
    """The figures of a source as its edition has them. `notes` holds what was printed beside a figure."""

    edition: Edition
    figures: dict[Address, Number]
    unread: dict[Address, str]
    doubts: tuple[Doubt, ...]
    notes: dict[Address, str]
    tables: frozenset[str] = frozenset()
    wordings: tuple[Wording, ...] = ()
    foreign: tuple[ForeignColumns, ...] = ()
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class _Entry:
    text: str
    value: Value
    remark: str
    place: str


@dataclass
class Entries:
    """The cells of an edition while a source is matched to it."""

    edition: Edition
    _found: dict[Address, _Entry] = field(default_factory=dict)
    _doubts: list[Doubt] = field(default_factory=list)
    _twice: set[Address] = field(default_factory=set)

    def put(
        self, address: Address, text: str, *, header: str = "", remark: str = "", place: str = ""
    ) -> None:
        """Note what a cell says; a doubt when the edition has no such cell and something stands in it.

        `place` is where it stands in the file, in words.
        """
        cell = self.edition.cells.get(address)
        if cell is None:
            if text.strip():
                reason = f"{self.edition.key}年版格式没有这一格，数字没有采用"
                self.doubt(str(address), reason, text, place)
            return
        entry = _Entry(text, read_value(text, cell.kind, header=header), remark, place)
        known = self._found.setdefault(address, entry)
        if known.value != entry.value:
            self._twice.add(address)
            places = "、".join(filter(None, (known.place, place)))
            self.doubt(
                str(address), f"{cell.name}：出现两次，数字不同，没有采用", f"{known.text} / {text}", places
            )

    def doubt(self, cell: str, reason: str, seen: str, place: str = "") -> None:
        """Name a doubt; `cell` may be a table or a row where no single cell is meant."""
        self._doubts.append(Doubt(cell, reason, shown(seen, 120), place))

    def matched(self) -> Matched:
        """Everything found, each cell as a figure, a blank, or a doubt with what was seen."""
        figures: dict[Address, Number] = {}
        unread: dict[Address, str] = {}
        notes: dict[Address, str] = {}
        zeros = {address.table for address, entry in self._found.items() if entry.value.number == 0}
        for address, entry in self._found.items():
            value, name = entry.value, self.edition.cells[address].name
            if address in self._twice or value.unread:
                unread[address] = entry.text
            elif value.number is not None:
                figures[address] = value.number
            if value.note:
                notes[address] = value.note
            if value.mark and address.table in zeros:
                reason = f"{name}：写的不是数字，按空白处理，没有当作 0"
                self.doubt(str(address), reason, _named(entry.text), entry.place)
            for reason in filter(None, (value.doubt, entry.remark)):
                self.doubt(str(address), f"{name}：{reason}", entry.text, entry.place)
        return Matched(self.edition, figures, unread, tuple(self._doubts), notes)


def _named(text: str) -> str:
    """A sign for nothing as a doubt can show it."""
    return text.strip() or "（空格符）"
