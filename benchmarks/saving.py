"""(b) Saving table 三 through the view with its findings, against the same view with silent checks."""

import time
from dataclasses import dataclass
from itertools import count
from statistics import median
from unittest.mock import patch

from django.test import Client
from django.urls import reverse

from benchmarks.comparison import Row, in_turn
from benchmarks.drafts import real_figures
from benchmarks.processes import Failed
from govreport.agencies.models import User
from govreport.checks.finding import Result
from govreport.checks.subject import Subject
from govreport.reports.models import Report
from tests.drafts import section_of

TABLE = "applications"
CHANGED = "applications.new_received.natural_person"  # T203: the table no longer agrees
LIMIT = 1.3
SAVES_A_ROUND = 8
SILENT = "the same view, checks that say nothing"


@dataclass
class Desk:
    """A clerk at table 三: types another figure each time, saves, is shown the table with its findings."""

    report: Report
    clerk: User
    typed: dict[str, str]

    def __post_init__(self) -> None:
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(self.clerk)
        self.page = reverse("desk:section", args=[self.report.pk, TABLE])
        self.version = section_of(self.report, TABLE).version
        self.figures = count(1000)

    def save(self) -> str:
        """Save one change and follow to the page that is shown then. Raises Failed when it was not saved."""
        data = self.typed | {CHANGED: str(next(self.figures)), "version": str(self.version), "action": "save"}
        response = self.client.post(self.page, data, follow=True)
        self.version += 1
        text = response.content.decode()
        if len(response.redirect_chain) != 1 or "已保存" not in text:
            raise Failed(f"{self.page} did not save: {response.status_code}")
        return text


def nothing(subject: Subject) -> Result:
    """In the place of `checks.run.run`."""
    return Result((), ())


def measure(report: Report, clerk: User, *, filled: bool, rounds: int) -> list[Row]:
    """Saving into a complete draft, or into one whose table 三 is blank but for the changed cell."""
    desk = Desk(report, clerk, real_figures(report) if filled else {})
    _look_at(desk, "T203" if filled else "F101")
    checked, silent = in_turn(
        lambda: _timed(desk), lambda: _timed_silent(desk), rounds=rounds * SAVES_A_ROUND
    )
    what = "(b) saving table 三, " + ("one figure changed" if filled else "143 of its 144 cells blank")
    clock, processor = (
        (median(save[kind] for save in checked) * 1000, median(save[kind] for save in silent) * 1000)
        for kind in (0, 1)
    )
    return [
        Row(what, "ms", clock[0], SILENT, clock[1], LIMIT if filled else None),
        Row(f"{what}: processor time", "ms", processor[0], SILENT, processor[1]),
    ]


def _timed(desk: Desk) -> tuple[float, float]:
    """One save: seconds on the clock, seconds of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    desk.save()
    return time.perf_counter() - clock, time.process_time() - processor


def _timed_silent(desk: Desk) -> tuple[float, float]:
    with patch("govreport.workflow.judging.run", nothing):
        return _timed(desk)


def _look_at(desk: Desk, code: str) -> None:
    """Raises Failed unless the checks speak in the one page, and are silent in the other."""
    spoken = code in desk.save()
    with patch("govreport.workflow.judging.run", nothing):
        heard = code in desk.save()
    if not spoken or heard:
        raise Failed(f"{code} shown with checks: {spoken}, without: {heard}")
