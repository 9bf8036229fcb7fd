"""What a reading offers to a draft, field by field: what is there now, what the file says, its doubts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from govreport.editions.cells import Address, Content
from govreport.editions.numbers import plain
from govreport.editions.schema import Edition
from govreport.importing.reading import Reading
from govreport.rendering.interchange_cells import Doubt
from govreport.reports.notes import place_of, places_in

TEXT = "text"
FEE_PART = "other_matters"
SIGNATURE = "signature"
# What stands in a part of the official form that nobody has written: it must not replace what somebody has.
_PROMPT = re.compile(r"[（(]文字描述[^（()）]*[)）]")

# What stands in the fields of a draft, as text: by section, then by the name of the field.
Fields = Mapping[str, Mapping[str, str]]


class Change(StrEnum):
    """What taking an offer would do to the draft."""

    SAME = "same"
    NEW = "new"
    OVER = "over"
    CLEAR = "clear"


@dataclass(frozen=True)
class Offer:
    """One field of a section: `now` in the draft, `new` as the file would have it, both as text.

    With doubts somebody decides; `unread` says that what the file has is no number.
    """

    section: str
    field: str
    now: str
    new: str
    doubts: tuple[Doubt, ...] = ()
    unread: bool = False

    @property
    def key(self) -> str:
        """How the field is called among those of all sections; a cell's is its address."""
        return self.field if self.field.startswith(f"{self.section}.") else f"{self.section}.{self.field}"

    @property
    def change(self) -> Change:
        """What taking it would do."""
        if self.now == self.new:
            return Change.SAME
        if not self.new:
            return Change.CLEAR
        return Change.OVER if self.now else Change.NEW


def offers(edition: Edition, fields: Fields, reading: Reading) -> tuple[Offer, ...]:
    """Every field of a draft of this edition that the file has something for, or that is doubtful."""
    said = _said(reading.content)
    doubts: dict[str, list[Doubt]] = {}
    for doubt in reading.doubts:
        doubts.setdefault(doubt.cell, []).append(doubt)
    found = []
    for section, values in fields.items():
        for field, now in (_notes_of(edition, section, said) | dict(values)).items():
            cell = field.count(".") == 2 and not place_of(field)
            if cell or field in said.get(section, {}):
                new = said.get(section, {}).get(field, "")
                unread = cell and Address.parse(field) in reading.content.unread
                found.append(Offer(section, field, now, new, tuple(doubts.get(field, ())), unread))
    return tuple(found)


def _notes_of(edition: Edition, section: str, said: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The fields of the notes that a file has for a table of the draft, as blank as where it has none."""
    if section not in {table.key for table in edition.tables}:
        return {}
    places = places_in(edition, section)
    return {field: "" for field in said.get(section, {}) if place_of(field) in places}


def loose_doubts(edition: Edition, reading: Reading) -> tuple[Doubt, ...]:
    """The doubts that concern no field of a draft of this edition: a whole row, a part, a total."""
    entries = {str(cell.address) for cell in edition.cells.values() if not cell.total}
    return tuple(doubt for doubt in reading.doubts if doubt.cell not in entries)


def _said(content: Content) -> dict[str, dict[str, str]]:
    """What a content says as text: by section, then by the name of the field; without what it leaves out."""
    said: dict[str, dict[str, str]] = {}
    for section, field, text in (*_cells(content), *_words(content), *_notes(content)):
        said.setdefault(section, {})[field] = text
    return said


def _cells(content: Content) -> Iterator[tuple[str, str, str]]:
    for address, number in content.figures.items():
        yield address.table, str(address), plain(number)
    for address, text in content.unread.items():
        yield address.table, str(address), text


def _notes(content: Content) -> Iterator[tuple[str, str, str]]:
    """The printed notes, as a draft keeps them: on one line."""
    for place, text in content.notes.items():
        if text.strip():
            yield place.partition(".")[0], f"note:{place}", " ".join(text.split())


def _words(content: Content) -> Iterator[tuple[str, str, str]]:
    for part, text in content.narrative.items():
        if text.strip() and not _PROMPT.fullmatch(text.strip()):
            yield part, TEXT, text.strip()
    if content.processing_fee is not None:
        for name in ("notices_issued", "notices_amount", "collected_amount"):
            number = getattr(content.processing_fee, name)
            if number is not None:
                yield FEE_PART, name, plain(number)
    if content.signature is not None and content.signature.name:
        yield SIGNATURE, "name", content.signature.name
    if content.signature is not None and content.signature.date:
        yield SIGNATURE, "date", content.signature.date.isoformat()
