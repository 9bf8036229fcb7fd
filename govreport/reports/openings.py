"""What a year opens with: last year's figures in a draft with their source; offered when they change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.audit.record import record
from govreport.editions.cells import Address
from govreport.reports.entries import Entries, Entry, entries_of, write_entries
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import locked_for, save_section, stored

STARTED, TAKEN_OVER = "report.started", "opening.taken_over"
TABLE = SectionKey.APPLICATIONS


@dataclass(frozen=True)
class Opening:
    """Figures by the cells that they belong into, and where they were taken from, in words."""

    source: str
    figures: Mapping[Address, int]

    @property
    def data(self) -> dict[str, Any]:
        """As the audit trail keeps it."""
        return {"source": self.source, "figures": {str(cell): n for cell, n in self.figures.items()}}


@dataclass(frozen=True)
class Offer:
    """An opening that is not what stands in the draft: by cell the entry now and the figure offered."""

    source: str
    changes: Mapping[Address, tuple[str, int]]

    @property
    def mark(self) -> str:
        """What the person has seen, to be told apart from an offer made later."""
        return ";".join(
            (self.source, *(f"{cell}:{now}>{then}" for cell, (now, then) in self.changes.items()))
        )


class OfferChanged(Exception):
    """The offer is not the one that the person saw. Nothing was written."""


def open_with(report: Report, opening: Opening) -> None:
    """Write the figures into a draft that was just started."""
    section = Section.objects.get(report=report, key=TABLE)
    write_entries(section, {cell: Entry(number) for cell, number in opening.figures.items()})


def taken_over(report: Report) -> Opening | None:
    """What was last taken over from last year's report; None when nothing ever was."""
    entries = AuditEntry.objects.filter(subject=report.subject, action__in=(STARTED, TAKEN_OVER))
    data = entries.order_by("-pk").values_list("data", flat=True).first()
    if not data or "opening" not in data:
        return None
    kept = data["opening"]
    return Opening(kept["source"], {Address.parse(cell): n for cell, n in kept["figures"].items()})


def offer_of(entries: Entries, opening: Opening | None, before: Opening | None) -> Offer | None:
    """What there is to take over: only when last year's report has changed since `before` was taken over.

    Whoever has typed something else than was taken over knows why; a finding speaks of it.
    """
    if opening is None or (before is not None and before.figures == opening.figures):
        return None
    changes = {
        cell: (entries[cell].text, number)
        for cell, number in opening.figures.items()
        if entries[cell].number != number
    }
    return Offer(opening.source, changes) if changes else None


def take_over(
    report: Report,
    opening: Opening | None,
    *,
    seen: str,
    by: User,
    at: datetime,
    editable: Collection[str],
) -> None:
    """Put the figures into the draft in place of what stands there, as the offer `seen` says.

    Raises NotEditable, OfferChanged.
    """
    with transaction.atomic():
        report = locked_for(report.pk, editable)
        offer = offer_of(entries_of(report, TABLE), opening, taken_over(report))
        if opening is None or offer is None or offer.mark != seen:
            raise OfferChanged
        section = Section.objects.get(report=report, key=TABLE)
        section.report = report
        values = stored(section) | {str(cell): Entry(number) for cell, number in opening.figures.items()}
        save_section(section, values, based_on=section.version, by=by, at=at, editable=editable)
        told = {"state": report.state, "opening": opening.data}
        record(TAKEN_OVER, actor=by, agency=report.agency, subject=report.subject, at=at, **told)
