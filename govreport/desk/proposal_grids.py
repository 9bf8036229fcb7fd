"""The official grid as a file would fill it: new, same, over what is there, doubtful; the source beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govreport.checks.finding import Finding
from govreport.desk.grid_pages import GridHeading
from govreport.desk.grids import by_cell, head_of, heading_of
from govreport.desk.import_pages import ProposedCell, ProposedTable, SourceCell, SourcePiece
from govreport.desk.proposal_choices import Choices
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import plain
from govreport.editions.relations import with_totals
from govreport.editions.schema import Cell, Edition, GridRow, Heading
from govreport.importing.grid import Grid, Piece, Source
from govreport.importing.offers import Offer
from govreport.rendering.interchange_cells import Doubt

DOUBT, TOTAL = "doubt", "total"
SHORTEST_SIGN = 2  # characters of what was seen by which its cell in the source is found


@dataclass(frozen=True)
class Proposed:
    """What the cells of a table are made from: the offers by address, the file's totals, the findings."""

    offers: Mapping[str, Offer]
    choices: Choices
    computed: Mapping[Address, str]
    stated: Mapping[Address, str]
    messages: Mapping[Address, tuple[str, ...]]
    choosable: bool


def proposed(
    edition: Edition,
    content: Content,
    offers: Iterable[Offer],
    choices: Choices,
    findings: Iterable[Finding],
    *,
    choosable: bool,
) -> Proposed:
    """What the cells of every table of an edition are made from."""
    entries = {a: n for a, n in content.figures.items() if a in edition.cells and not edition.cells[a].total}
    anchored = by_cell(finding for finding in findings if finding.code != "F101")
    return Proposed(
        offers={offer.key: offer for offer in offers},
        choices=choices,
        computed={a: plain(n) for a, n in with_totals(entries, edition).items()},
        # A total of another edition adds up other cells.
        stated={a: plain(n) for a, n in content.figures.items() if content.edition == edition.key},
        messages={
            address: tuple(one.message for one in found if one.cells[0] == address)
            for address, found in anchored.items()
        },
        choosable=choosable,
    )


def proposed_table(edition: Edition, key: str, given: Proposed, *, found: bool) -> ProposedTable:
    """A table with what the file says in each cell; `found` says whether the file has it at all."""
    table = edition.table(key)

    def row_of(row: GridRow) -> tuple[GridHeading | ProposedCell, ...]:
        return tuple(heading_of(item) if isinstance(item, Heading) else _cell(item, given) for item in row)

    bodies = tuple(tuple(row_of(row) for row in body) for body in table.bodies)
    kinds = [item.kind for body in bodies for row in body for item in row if isinstance(item, ProposedCell)]
    return ProposedTable(
        key=key,
        title=table.title,
        label_columns=table.label_columns,
        figure_columns=table.figure_columns,
        head=head_of(table),
        bodies=bodies,
        found=found,
        new=kinds.count("new"),
        over=kinds.count("over"),
        clear=kinds.count("clear"),
        doubts=kinds.count(DOUBT),
        whole=given.choices.whole(key),
        choosable=given.choosable,
    )


def _cell(cell: Cell, given: Proposed) -> ProposedCell:
    name = str(cell.address)
    offer = given.offers.get(name)
    computed, stated = given.computed.get(cell.address, ""), given.stated.get(cell.address, "")
    if cell.total or offer is None:
        kind, now, new, taken = TOTAL, "", computed, False
    else:
        kind = DOUBT if offer.doubts else str(offer.change)
        now, new, taken = offer.now, offer.new, given.choices.takes(offer)
    return ProposedCell(
        address=name,
        name=cell.name,
        kind=kind,
        now=now,
        new=new,
        stated=stated if cell.total and stated != computed else "",
        colspan=cell.colspan,
        taken=taken,
        choosable=given.choosable,
        messages=given.messages.get(cell.address, ()),
    )


def source_pieces(source: Source | None, doubts: Iterable[Doubt]) -> tuple[SourcePiece, ...]:
    """The file's own tables and paragraphs; a cell is marked where a doubt was seen."""
    if source is None:
        return ()
    places = {doubt.place for doubt in doubts if doubt.place}
    signs = {doubt.seen for doubt in doubts if not doubt.place and len(doubt.seen) >= SHORTEST_SIGN}
    return tuple(_piece(piece, places, signs) for piece in source.pieces)


def _piece(piece: Piece, places: set[str], signs: set[str]) -> SourcePiece:
    if not isinstance(piece, Grid):
        return SourcePiece(piece.text)
    rows: list[list[SourceCell]] = [[] for _ in range(piece.height)]
    for cell in piece.cells:
        marked = cell.place in places or " ".join(cell.text.split()) in signs
        rows[cell.row].append(SourceCell(cell.text, cell.rowspan, cell.colspan, cell.place, marked))
    return SourcePiece("", tuple(tuple(row) for row in rows))
