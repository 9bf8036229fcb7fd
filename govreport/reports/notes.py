"""Notes and sources at the cells of a draft: what their fields are called, and how they are stored."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport.editions.schema import Edition
from govreport.reports.models import CellNote, Report, Section

# How the fields of a place are called: note:<place>, source:<place>.
LABELS = {"note": "批注", "source": "数据来源"}
WHOLE_TABLE = "整张表"


def place_of(field: str) -> str:
    """The cell or table that a field is the note or the source of; "" for every other field."""
    kind, _, place = field.partition(":")
    return place if kind in LABELS else ""


@cache
def places_in(edition: Edition, table: str) -> Mapping[str, str]:
    """Where something can be noted, with its name: the whole table, then its cells in printed order."""
    cells = edition.table(table).cells
    return {table: WHOLE_TABLE} | {str(cell.address): cell.name for cell in cells}


def notes_of(report: Report) -> dict[str, str]:
    """The printed notes of a draft by cell or table, as its content has them."""
    noted = CellNote.objects.filter(section__report=report).exclude(note="")
    return dict(noted.order_by("pk").values_list("place", "note"))


def stored_notes(section: Section) -> dict[str, str]:
    """The notes and sources of a section by the names of their fields."""
    # By report and key, for a section may be spoken of that has not been read.
    rows = CellNote.objects.filter(section__report=section.report_id, section__key=section.key)
    fields: dict[str, str] = {}
    for place, note, source in rows.order_by("pk").values_list("place", "note", "source"):
        fields |= {f"note:{place}": note, f"source:{place}": source}
    return fields


def write_notes(section: Section, values: Mapping[str, Any]) -> None:
    """Store the fields that are given and leave the others; what says nothing any more has no row."""
    fields = stored_notes(section) | {name: text for name, text in values.items() if place_of(name)}
    said = {
        place: {kind: fields.get(f"{kind}:{place}", "") for kind in LABELS}
        for place in dict.fromkeys(filter(None, map(place_of, values)))
    }
    CellNote.objects.bulk_create(
        [
            CellNote(section=section, place=place, **texts)
            for place, texts in said.items()
            if any(texts.values())
        ],
        update_conflicts=True,
        unique_fields=["section", "place"],
        update_fields=list(LABELS),
    )
    silent = [place for place, texts in said.items() if not any(texts.values())]
    CellNote.objects.filter(section=section, place__in=silent).delete()
