"""What an authority sees of the requests to let errors pass."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from govreport.reports.models import Waiver


@dataclass(frozen=True)
class WaiverLine:
    """One request. `href` decides it, "" once it is decided; `typed` and `refusal` are of a refused try."""

    agency: str
    year: int
    code: str
    message: str
    reason: str
    asked_by: str
    asked_at: datetime
    state: str
    answer: str
    decided_by: str
    decided_at: datetime | None
    href: str
    typed: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class WaiversPage:
    """The requests that wait for an answer, and those that have one, newest first."""

    open: tuple[WaiverLine, ...]
    decided: tuple[WaiverLine, ...]


def waivers_page(
    found: Iterable[Waiver], *, refused: int | None = None, refusal: str = "", typed: str = ""
) -> WaiversPage:
    """The page; `refused` is the request whose decision did not go through."""
    lines = [
        _line(one, *((typed, refusal) if one.pk == refused and one.decided_at is None else ("", "")))
        for one in found
    ]
    return WaiversPage(
        open=tuple(line for line in lines if line.href),
        decided=tuple(line for line in lines if not line.href),
    )


def _line(waiver: Waiver, typed: str, refusal: str) -> WaiverLine:
    waits = waiver.state == Waiver.State.ASKED
    return WaiverLine(
        agency=waiver.report.agency.name,
        year=waiver.report.reporting_year.year,
        code=waiver.code,
        message=waiver.message,
        reason=waiver.reason,
        asked_by=str(waiver.asked_by),
        asked_at=waiver.asked_at,
        state=waiver.get_state_display(),
        answer=waiver.answer,
        decided_by=str(waiver.decided_by or ""),
        decided_at=waiver.decided_at,
        href=reverse("desk:decide", args=[waiver.pk]) if waits else "",
        typed=typed,
        refusal=refusal,
    )
