"""Past reports uploaded together: read at once, kept only when a person has confirmed agency and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from govreport.agencies.models import Agency, User
from govreport.agencies.tree import area_of
from govreport.importing.grid import Unreadable
from govreport.importing.history.examining import (
    Found,
    Standing,
    agency_of,
    evidence_of,
    examine,
    kept_already,
    read_file,
    year_of,
)
from govreport.importing.history.keeping import NotKept, keep
from govreport.importing.history.names import Unrecognised, year_in
from govreport.importing.history.register import register_of
from govreport.importing.models import ImportBatch, ImportItem
from govreport.importing.reading import Reading

MOST_FILES = 50
LONGEST_NAME = 255
DAYS = 7
State = ImportItem.State

STATES = {
    Standing.NEW: State.READY,
    Standing.PRESENT: State.PRESENT,
    Standing.DIFFERS: State.DIFFERS,
    Standing.REFUSED: State.REFUSED,
}


class BatchIsFull(Exception):
    """No more files go into this batch."""


@dataclass(frozen=True)
class Confirmed:
    """What a person says of a file: whose it is, of which year, and why it supersedes what is there."""

    agency: Agency | None
    year: int | None
    correction: str = ""


def open_batch(authority: Agency, *, by: User, at: datetime) -> ImportBatch:
    """A new batch; what its authority uploaded days ago and never confirmed is thrown away."""
    ImportBatch.objects.filter(authority=authority, at__lt=at - timedelta(days=DAYS)).delete()
    return ImportBatch.objects.create(authority=authority, by=by, at=at)


def add_file(batch: ImportBatch, *, name: str, data: bytes, at: datetime) -> ImportItem:
    """Read a file into a batch; what cannot be read is told in its item. Raises BatchIsFull."""
    if batch.items.count() >= MOST_FILES:
        raise BatchIsFull(f"一次最多 {MOST_FILES} 个文件")
    item = ImportItem(batch=batch, name=name.replace("\x00", "")[-LONGEST_NAME:], data=data)
    try:
        reading = read_file(item.name, data)
    except Unreadable as error:
        item.data, item.state, item.sentence = b"", State.REFUSED, str(error).replace("\x00", "")
    else:
        _recognise(item, reading, at)
    item.save(force_insert=True)
    return item


def confirm(item: ImportItem, said: Confirmed, *, by: User, at: datetime) -> None:
    """Keep a file as this agency's report on this year, or note why it cannot be.

    Nothing happens to what is kept already, nor to what could not be read. A file that cannot be read again
    just now, because others are being read, stays as it was.
    """
    if item.state == State.KEPT or not item.data:
        return
    item.agency, item.year = said.agency, said.year
    if said.agency is None or said.year is None:
        item.state, item.sentence = State.UNKNOWN, "请选择单位和年度"
    else:
        reading = _read_again(item)
        found = reading and _look(item, reading, said.agency, said.year, at)
        if found and (item.state == State.READY or (item.state == State.DIFFERS and said.correction)):
            _keep(item, found, said.correction, by=by, at=at)
    _write_back(item)


def _read_again(item: ImportItem) -> Reading | None:
    """The file read once more; None, with the reason noted, when that cannot be done now."""
    try:
        return read_file(item.name, bytes(item.data))
    except Unreadable as error:
        item.sentence = str(error)
    return None


def _keep(item: ImportItem, found: Found, correction: str, *, by: User, at: datetime) -> None:
    try:
        item.publication = keep(found, by=by, at=at, correction=correction)
    except NotKept as error:
        item.sentence = str(error)
        return
    item.state, item.sentence = State.KEPT, ""


def _write_back(item: ImportItem) -> None:
    """Note what became of it, unless somebody has kept it meanwhile."""
    names = ("agency", "year", "state", "sentence", "said", "publication")
    fields = {name: getattr(item, name) for name in names}
    if item.state == State.KEPT:
        fields["data"] = b""
    ImportItem.objects.filter(pk=item.pk).exclude(state=State.KEPT).update(**fields)


def _recognise(item: ImportItem, reading: Reading, at: datetime) -> None:
    """Say whose it is and of which year, as far as that can be said; the person confirms it."""
    area, places = area_of(item.batch.authority), (item.name.rpartition(".")[0],)
    item.figures, item.said = len(reading.content.figures), said_of(_doubts(reading), ())
    known = kept_already(bytes(item.data))
    if known is not None and area.filter(pk=known.agency_id).exists():
        item.agency, item.year = known.agency, known.year
        item.state, item.publication = State.PRESENT, known
        return
    item.year = reading.content.year or year_in(places)
    try:
        item.agency = agency_of(reading, register_of(area), places=places)
        _look(item, reading, item.agency, year_of(reading, places=places), at)
    except Unrecognised as error:
        item.state, item.sentence = State.UNKNOWN, str(error)


def _look(item: ImportItem, reading: Reading, agency: Agency, year: int, at: datetime) -> Found | None:
    """Judge the file as this agency's and note what was found; None for a year without reports."""
    try:
        found = examine(item.name, bytes(item.data), reading, agency=agency, year=year, at=at)
    except Unrecognised as error:
        item.state, item.sentence = State.UNKNOWN, str(error)
        return None
    item.state, item.sentence = STATES[found.standing], found.sentence or found.incomplete
    item.publication = found.publication if found.standing is Standing.PRESENT else None
    evidence = evidence_of(found)
    item.said = said_of(evidence["doubts"], evidence["findings"])
    return found


def said_of(doubts: Iterable[dict[str, Any]], findings: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Doubts and findings as sentences, as JSON can hold them: `findings` as level, code, message."""
    return {
        "doubts": [f"{one['reason']}（原为“{one['seen']}”）" for one in doubts],
        "findings": [[one["level"], one["code"], one["message"]] for one in findings],
    }


def _doubts(reading: Reading) -> list[dict[str, Any]]:
    return [{"reason": doubt.reason, "seen": doubt.seen.replace("\x00", "")} for doubt in reading.doubts]
