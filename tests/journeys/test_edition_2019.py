"""Table 二 in the form of 2019: its change column is typed, pasted and compared like every other."""

from playwright.sync_api import expect

from govreport.reports.models import Report
from tests.journeys.blocks import paste_text, texts
from tests.journeys.conftest import NewWindow
from tests.journeys.places import edition_2019
from tests.journeys.tripwire import Tripwire
from tests.journeys.visit import Visit

LICENSES, PENALTIES = "disclosure.licenses", "disclosure.penalties"


def test_the_change_column_is_typed_and_pasted_and_the_cells_are_walked_through(
    report: Report, new_window: NewWindow, tripwire: Tripwire
) -> None:
    window = edition_2019(Visit(new_window, tripwire, report))
    window.cell(f"{LICENSES}.items_last_year").focus()
    for keys in ("30", "ArrowRight", "-5", "ArrowRight", "412"):
        if keys.startswith("Arrow"):
            window.page.keyboard.press(keys)
        else:
            window.page.keyboard.type(keys)
    window.shows({f"{LICENSES}.items_change": "-5", f"{LICENSES}.decisions": "412"})
    expect(window.page.locator(f'[id="last-{LICENSES}.items_change"]')).to_contain_text("-8")

    block = texts(["行政处罚", "9", "−2", "7"], ["行政强制", "3", "", "0"])
    paste_text(window.cell(f"{PENALTIES}.items_last_year"), block)

    window.shows({f"{PENALTIES}.items_change": "-2", f"{PENALTIES}.decisions": "7"})
    window.shows(
        {"disclosure.compulsory_measures.items_change": "", "disclosure.compulsory_measures.decisions": "0"}
    )
