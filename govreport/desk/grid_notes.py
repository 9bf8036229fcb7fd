"""The notes and sources below a table, as stored or as typed, and their marks at the cells."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from govreport.desk.grid_pages import GridCell, GridHeading, GridPage
from govreport.desk.note_pages import GridNotes, NoteField, NoteLine, NotePlaces
from govreport.editions.schema import Table
from govreport.reports.forms import TableForm
from govreport.reports.notes import LABELS, place_of

HEADS = {"note": "批注（随年报公开）", "source": "数据来源（不公开）"}


def grid_notes(table: Table, form: TableForm) -> GridNotes:
    """The notes of a table; of a bound form as they were typed."""
    texts = dict(form.notes) | {name: form.data[name] for name in form.fields if name in form.data}
    noted = {place_of(name) for name in texts}
    choice, *added = form.ADDED
    return GridNotes(
        table=table.key,
        lines=tuple(_line(form, place, texts) for place in form.places if place in noted),
        template=NoteLine(
            "", "", tuple(NoteField(kind, label, HEADS[kind]) for kind, label in LABELS.items())
        ),
        whole=table.key not in noted,
        rows=tuple(_rows(table, noted)),
        chosen=texts.get(choice, ""),
        choice_error=_error(form, choice),
        added=tuple(
            NoteField(name, f"{label}（新的一行）", HEADS[kind], texts.get(name, ""), _error(form, name))
            for name, (kind, label) in zip(added, LABELS.items(), strict=True)
        ),
    )


def with_notes(page: GridPage, notes: GridNotes) -> GridPage:
    """The table with its notes, and a mark at each cell that has one."""
    lines = {line.place: line for line in notes.lines}

    def marked(item: GridHeading | GridCell) -> GridHeading | GridCell:
        if not isinstance(item, GridCell) or item.address not in lines:
            return item
        line = lines[item.address]
        return replace(item, noted=_words(line), has_note=bool(line.fields[0].value))

    bodies = tuple(tuple(tuple(map(marked, row)) for row in body) for body in page.bodies)
    return replace(page, bodies=bodies, notes=notes)


def _line(form: TableForm, place: str, texts: Mapping[str, str]) -> NoteLine:
    name = form.places[place]
    return NoteLine(
        place,
        name,
        tuple(
            NoteField(field, f"{label}（{name}）", HEADS[kind], texts.get(field, ""), _error(form, field))
            for kind, label in LABELS.items()
            for field in (f"{kind}:{place}",)
        ),
    )


def _rows(table: Table, noted: set[str]) -> Iterator[NotePlaces]:
    for row, cells in groupby(table.cells, key=lambda cell: cell.row_name):
        open_ones = tuple(
            (str(one.address), one.column_name) for one in cells if str(one.address) not in noted
        )
        if open_ones:
            yield NotePlaces(row, open_ones)


def _words(line: NoteLine) -> str:
    """What a cell's description says of it, as the script says it too."""
    said = zip(LABELS.values(), line.fields, strict=True)
    return "；".join(f"{label}：{field.value}" for label, field in said if field.value)


def _error(form: TableForm, name: str) -> str:
    return " ".join(map(str, form.errors.get(name, ())))
