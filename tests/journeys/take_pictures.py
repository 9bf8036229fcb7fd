"""Takes the pictures of the handbook anew; runs only when pytest is given this file by name."""

import pytest
from django.utils import timezone

from govreport.agencies.models import Agency, User
from govreport.reports.models import Report
from govreport.workflow.starting import start_report
from govreport.years.models import ReportingYear
from tests.drafts import NOW
from tests.house.inspection import ROOT
from tests.journeys.conftest import NewWindow
from tests.journeys.handbook import PICTURES, publish_last_year
from tests.journeys.tripwire import Tripwire
from tests.journeys.visit import Visit
from tests.journeys.windows import Window

LARGEST = 80_000


@pytest.fixture
def in_january(new_window: NewWindow, monkeypatch: pytest.MonkeyPatch) -> NewWindow:
    """Windows and server for which it is a morning in the campaign."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)

    def open_window(person: str = "anonymous") -> Window:
        window = new_window(person)
        window.page.clock.set_fixed_time(NOW)
        return window

    return open_window


@pytest.fixture
def started(bureau: Agency, cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """The bureau's report for 2023, started from that for 2022; its facts as the office would have them."""
    facts = {"office": "局办公室", "address": "山西省晋城市泽州县府城路16号", "telephone": "0356-0000002"}
    Agency.objects.filter(pk=bureau.pk).update(**facts)
    bureau.refresh_from_db()
    publish_last_year(bureau)
    return start_report(bureau, reporting_year, by=cast["clerk"], at=NOW)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_the_handbook_is_taken(
    started: Report, in_january: NewWindow, tripwire: Tripwire, name: str
) -> None:
    picture = PICTURES[name](Visit(in_january, tripwire, started)).taken()

    assert len(picture) <= LARGEST
    (ROOT / "docs" / "handbook" / "pictures" / f"{name}.png").write_bytes(picture)
