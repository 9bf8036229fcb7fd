"""Every page in every state: accessible by axe's rules, no wider than the screen; pictures on request."""

import pytest

from govreport.reports.models import Report
from tests.journeys.conftest import NewWindow
from tests.journeys.places import PLACES
from tests.journeys.tripwire import Tripwire
from tests.journeys.visit import Visit
from tests.looks import assert_looks_right


@pytest.mark.parametrize("place", PLACES)
def test_every_page_is_accessible_and_fits_the_screen(
    report: Report, new_window: NewWindow, tripwire: Tripwire, quick_pdf: None, place: str
) -> None:
    page = PLACES[place](Visit(new_window, tripwire, report)).page

    assert_looks_right(page, place)
