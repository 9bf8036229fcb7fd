"""What the way to a place needs."""

from dataclasses import dataclass

from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow
from tests.journeys.tripwire import Tripwire
from tests.journeys.windows import Window


@dataclass(frozen=True)
class Visit:
    """A report, and windows to look at it."""

    new_window: NewWindow
    tripwire: Tripwire
    report: Report

    def window(self, person: str = "clerk") -> Window:
        """A new window in which this person has signed in."""
        return self.new_window(person)

    def section(self, key: str, person: str = "clerk") -> Window:
        """A window with a section of the report."""
        window = self.window(person)
        window.open_section(self.report.pk, key)
        return window
