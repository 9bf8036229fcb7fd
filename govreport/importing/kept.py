"""A reading as JSON can hold it, and back: what a proposal is kept as."""

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple, replace
from typing import Any

from govreport.checks.layout import ForeignColumns, Layout, Unknown, Wording
from govreport.editions.cells import Address
from govreport.importing.grid import Grid, GridCell, Paragraph, Piece, Source
from govreport.importing.reading import Reading
from govreport.rendering import interchange
from govreport.rendering.interchange_cells import Doubt

# Characters of a source that are kept to be shown beside the form; a report has some ten thousand.
LONGEST_SOURCE = 300_000
CUT = "原文件很长，后面的内容没有显示"


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain values that every database takes."""
    kept = {
        "content": interchange.as_dict(reading.content),
        "totals_stated": reading.content.totals_stated,
        "unread": {str(address): text for address, text in reading.content.unread.items()},
        "doubts": [asdict(doubt) for doubt in reading.doubts],
        "places": {str(address): place for address, place in reading.places.items()},
        "layout": _layout_values(reading.layout) if reading.layout else None,
        "source": _source_values(reading.source) if reading.source else None,
    }
    values: dict[str, Any] = storable(kept)
    return values


def from_json(kept: dict[str, Any]) -> Reading:
    """The reading that was kept. Raises interchange.Unreadable for a content outside the interchange form."""
    content = interchange.read(json.dumps(kept["content"]).encode()).content
    unread = {Address.parse(address): text for address, text in kept["unread"].items()}
    return Reading(
        content=replace(content, unread=unread, totals_stated=kept["totals_stated"]),
        doubts=tuple(Doubt(**doubt) for doubt in kept["doubts"]),
        layout=_layout(kept["layout"]) if kept["layout"] else None,
        source=_source(kept["source"]) if kept["source"] else None,
        places={Address.parse(address): place for address, place in kept["places"].items()},
    )


def _layout_values(layout: Layout) -> dict[str, Any]:
    foreign = [{**asdict(row), "cells": [str(cell) for cell in row.cells]} for row in layout.foreign]
    return {
        "sections": sorted(layout.sections),
        "tables": sorted(layout.tables),
        "wordings": [asdict(wording) for wording in layout.wordings],
        "foreign": [{**row, "seen": list(row["seen"])} for row in foreign],
        "unknown": [asdict(unknown) for unknown in layout.unknown],
    }


def _layout(kept: dict[str, Any]) -> Layout:
    def foreign(row: dict[str, Any]) -> ForeignColumns:
        cells = tuple(Address.parse(cell) for cell in row["cells"])
        return ForeignColumns(**{**row, "seen": tuple(row["seen"]), "cells": cells})

    return Layout(
        sections=frozenset(kept["sections"]),
        tables=frozenset(kept["tables"]),
        wordings=tuple(Wording(**wording) for wording in kept["wordings"]),
        foreign=tuple(foreign(row) for row in kept["foreign"]),
        unknown=tuple(Unknown(**unknown) for unknown in kept["unknown"]),
    )


def _source_values(source: Source) -> dict[str, Any]:
    pieces = list(_within(source.pieces))
    cut = (CUT,) if len(pieces) < len(source.pieces) else ()
    return {
        "title": source.title,
        "removed": [*source.removed, *cut],
        "pictures": source.pictures,
        "pieces": [_piece_values(piece) for piece in pieces],
    }


def _within(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces from the first on, as far as they may be kept."""
    left = LONGEST_SOURCE
    for piece in pieces:
        texts = [piece.text] if isinstance(piece, Paragraph) else [cell.text for cell in piece.cells]
        left -= sum(len(text) + 10 for text in texts)  # an empty cell costs something too
        if left < 0:
            return
        yield piece


def _piece_values(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, Paragraph):
        return {"text": piece.text}
    return {"placed": piece.placed, "cells": [list(astuple(cell)) for cell in piece.cells]}


def _source(kept: dict[str, Any]) -> Source:
    return Source(
        pieces=tuple(_piece(piece) for piece in kept["pieces"]),
        title=kept["title"],
        removed=tuple(kept["removed"]),
        pictures=kept["pictures"],
    )


def _piece(kept: dict[str, Any]) -> Piece:
    if "text" in kept:
        return Paragraph(kept["text"])
    return Grid(tuple(GridCell(*cell) for cell in kept["cells"]), placed=kept["placed"])


def storable(value: Any) -> Any:
    """The value without the characters that a database refuses: NUL, and halves of surrogate pairs."""
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    return [storable(item) for item in value] if isinstance(value, list | tuple) else value
