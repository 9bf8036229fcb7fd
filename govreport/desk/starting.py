"""Putting together what a section offers to begin with, and naming where prefilled figures come from."""

from collections.abc import Iterable
from dataclasses import replace

from django.urls import reverse

from govreport.agencies.models import Agency
from govreport.checks.subject import Subject
from govreport.desk.grid_pages import GridCell, GridHeading, GridPage
from govreport.desk.start_pages import (
    FactLine,
    FactsPanel,
    NothingPanel,
    ObstacleLine,
    OfferLine,
    OfferPanel,
    StartPanels,
)
from govreport.editions.cells import Address
from govreport.reports import nothing, openings
from govreport.reports.entries import Entry
from govreport.reports.models import Report, Section, SectionKey
from govreport.workflow.starting import left_over, opening_of, source_of

WITH_FACTS = (SectionKey.PREAMBLE, SectionKey.SIGNATURE)

Row = tuple[GridHeading | GridCell, ...]


def start_panels(section: Section, subject: Subject) -> StartPanels:
    """What this section offers to somebody who may change it now."""
    report, key = section.report, section.key
    return StartPanels(
        href=reverse("desk:starting", args=[report.pk]),
        back=key,
        nothing=_nothing(report, subject) if key in nothing.SECTIONS else None,
        offer=_offer(report, subject) if key == openings.TABLE else None,
        facts=_facts(report.agency, subject, key) if key in WITH_FACTS else None,
    )


def _nothing(report: Report, subject: Subject) -> NothingPanel | None:
    """Nothing is offered where no cell is blank any more."""
    done = nothing.declaration(report)
    if done is not None:
        return NothingPanel(done_by=str(done.actor or ""), done_at=done.at)
    entries = _entries(subject, *nothing.EMPTY_TABLES)
    if Entry() not in entries.values():
        return None
    found = nothing.obstacles(subject.edition, entries, left_over(subject.edition, subject.previous))
    left = obstacle_lines(report, (one for one in found if one.from_last_year))
    source = source_of(report.agency, subject.previous) if left and subject.previous else ""
    return NothingPanel(left_over=left, source=source)


def _entries(subject: Subject, *tables: str) -> dict[Address, Entry]:
    """The entries of tables, as the content that was judged has them."""
    now = subject.content
    cells = [cell.address for table in tables for cell in subject.edition.entries(table)]
    return {cell: Entry(now.figure(cell), now.unread.get(cell, "")) for cell in cells}


def obstacle_lines(report: Report, found: Iterable[nothing.Obstacle]) -> tuple[ObstacleLine, ...]:
    """The cells that speak against it, each with the way there."""
    return tuple(
        ObstacleLine(
            name=one.name,
            text=one.text,
            href=f"{reverse('desk:section', args=[report.pk, one.cell.table])}#{one.cell}",
        )
        for one in found
    )


def _offer(report: Report, subject: Subject) -> OfferPanel | None:
    opening = opening_of(report.agency, subject.edition, subject.previous)
    if opening is None:
        return None
    offer = openings.offer_of(_entries(subject, openings.TABLE), opening, openings.taken_over(report))
    if offer is None:
        return None
    cells = subject.edition.cells
    lines = tuple(
        OfferLine(cells[cell].column_name, now, str(then)) for cell, (now, then) in offer.changes.items()
    )
    return OfferPanel(offer.source, lines, offer.mark)


def _facts(agency: Agency, subject: Subject, key: str) -> FactsPanel:
    """The preamble is written of them only where there is none yet."""
    previous = subject.previous
    contact = previous.contact if previous else None
    signature = previous.signature if previous else None
    names = [("单位全称", agency.name, signature and signature.name)]
    details = [
        ("联系部门", agency.office, contact and contact.office),
        ("地址", agency.address, contact and contact.address),
        ("邮编", agency.postcode, contact and contact.postcode),
        ("电话", agency.telephone, contact and contact.telephone),
        ("电子邮箱", agency.email, contact and contact.email),
    ]
    facts = names if key == SectionKey.SIGNATURE else [*names, *details]
    return FactsPanel(
        lines=tuple(
            FactLine(label, value, last if last and last != value else "") for label, value, last in facts
        ),
        source=source_of(agency, previous) if previous else "",
        writes=key == SectionKey.PREAMBLE and not subject.content.part(key).strip(),
    )


def sourced(grid: GridPage, report: Report) -> GridPage:
    """The grid with the source at the cells that still hold what was taken over from last year's report."""
    opening = openings.taken_over(report) if grid.key == openings.TABLE else None
    if opening is None:
        return grid
    figures = {str(cell): str(number) for cell, number in opening.figures.items()}
    bodies = tuple(tuple(_sourced(row, figures, opening.source) for row in body) for body in grid.bodies)
    return replace(grid, bodies=bodies)


def _sourced(row: Row, figures: dict[str, str], source: str) -> Row:
    own = [item for item in row if isinstance(item, GridCell) and item.address in figures]
    kept = [item.address for item in own if item.value == figures[item.address]]
    if not kept:
        return row
    words = f"取自 {source}{'' if len(kept) == len(own) else '，有改动'}"
    label = next(item for item in reversed(row) if isinstance(item, GridHeading))
    return tuple(
        replace(item, taken_from=words)
        if item is label or (isinstance(item, GridCell) and item.address in kept)
        else item
        for item in row
    )
