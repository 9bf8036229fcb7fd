"""A late report on 2020, in the form of 2019: started, filled in, submitted, published, compared."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import Agency, User
from govreport.desk.pages import EditorPage
from govreport.editions.cells import Address
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from govreport.reports.models import Report, State
from tests.contents import NARRATIVE, filled
from tests.desk.test_autosave import save
from tests.desk.test_editor import cell, page_of
from tests.drafts import NOW, TABLES, type_in, zeros
from tests.people import make_reporting_year

Sign_in = Callable[[str], Client]

LICENSES = "disclosure.licenses"
AMOUNT = "disclosure.centralized_procurement.amount"
RECEIVED, GRANTED = "applications.new_received.natural_person", "applications.granted.natural_person"
CARRIED_IN, CARRIED_OUT = "applications.carried_in.natural_person", "applications.carried_out.natural_person"
FIGURES = {
    f"{LICENSES}.items_last_year": "30",
    f"{LICENSES}.items_change": "-5",
    f"{LICENSES}.decisions": "412",
    AMOUNT: "1,234.56",
    RECEIVED: "8",
    CARRIED_IN: "2",
    GRANTED: "10",
}


@pytest.fixture
def report(county: dict[str, Agency], client_of: Sign_in) -> Report:
    """The report on 2020, started by the clerk on the home page; the one on 2019 is published."""
    agency = county["yunxi-lyj"]
    make_reporting_year(county["yunxi-gov"], 2020)
    figures = {f"{LICENSES}.items_last_year": 27, f"{LICENSES}.items_change": 3, CARRIED_OUT: 2}
    figures["applications.carried_out.total"] = 2
    before = replace(filled("2019", figures), agency_name=agency.name, agency_code=agency.code)
    release(before, agency=agency, by=None, at=NOW)
    client = client_of("clerk")
    (card,) = client.get("/desk/").context["page"].to_start
    client.post(card.href)
    return Report.objects.get()


def post(client: Client, report: Report, address: str, **typed: str) -> Any:
    """Send a form of the report and follow where it leads."""
    return client.post(f"/desk/reports/{report.pk}/{address}/", typed, follow=True)


def fill_in(client: Client, report: Report) -> None:
    """Every section, through its form."""
    for key in TABLES:
        own = {name: text for name, text in FIGURES.items() if name.startswith(f"{key}.")}
        post(client, report, key, version="0", **(zeros(report, key) | own))
    for part, text in NARRATIVE.items():
        post(client, report, part, version="0", text=text)
    post(client, report, "signature", version="0", name=report.agency.name, date="2021-01-20")


def page(client: Client, report: Report, key: str) -> EditorPage:
    return page_of(client.get(f"/desk/reports/{report.pk}/{key}/"))


def test_it_is_entered_in_the_form_of_2019(report: Report, client_of: Sign_in) -> None:
    shown = page(client_of("clerk"), report, "disclosure")

    assert report.edition.key == "2019"
    assert shown.grid
    assert (len(shown.grid.bodies), shown.grid.blanks) == (5, 19)
    assert cell(shown, f"{LICENSES}.items_change").kind == "change"
    assert cell(shown, "disclosure.government_rules.created").locked


def test_it_goes_all_the_way_to_the_portal(report: Report, client_of: Sign_in, quick_pdf: None) -> None:
    clerk, supervisor = client_of("clerk"), client_of("supervisor")
    fill_in(clerk, report)

    post(clerk, report, "submit")
    supervisor.get(f"/desk/reports/{report.pk}/review/")
    seen = supervisor.get(f"/desk/reports/{report.pk}/review/").context["page"].actions[0].seen
    post(supervisor, report, "approve", seen=str(seen))
    post(supervisor, report, "publish")

    assert Report.objects.get().state == State.PUBLISHED
    content = Publication.objects.get(year=2020).content
    assert content.edition == "2019"
    assert content.figures[Address.parse(f"{LICENSES}.items_change")] == -5
    assert content.figures[Address.parse(AMOUNT)] == Decimal("1234.56")
    text = Client().get("/agencies/yunxi-lyj/2020/").content.decode()
    assert "本年增/减" in text
    assert ">-5<" in text
    assert ">1234.56<" in text


def test_last_years_figures_and_the_change_stand_in_its_cells(report: Report, client_of: Sign_in) -> None:
    clerk = client_of("clerk")
    fill_in(clerk, report)

    shown = page(clerk, report, "disclosure")

    change = cell(shown, f"{LICENSES}.items_change")
    assert (change.value, change.last, change.change) == ("-5", "3", "-8")
    assert cell(page(clerk, report, "applications"), CARRIED_IN).value == "2"


def test_what_is_carried_over_from_2019_is_checked(report: Report, client_of: Sign_in) -> None:
    clerk = client_of("clerk")

    told = save(clerk, report, "applications", {CARRIED_IN: "3", RECEIVED: "1"}).json()

    assert "上一年度年报的结转下年度是 2" in told["parts"]["findings"]


@pytest.mark.parametrize(("typed", "stored"), [("-5", "-5"), ("−5", "-5"), ("－５", "-5"), ("+5", "5")])
def test_a_change_may_be_negative_however_it_is_typed(
    report: Report, client_of: Sign_in, typed: str, stored: str
) -> None:
    clerk = client_of("clerk")

    post(clerk, report, "disclosure", version="0", **{f"{LICENSES}.items_change": typed})

    assert cell(page(clerk, report, "disclosure"), f"{LICENSES}.items_change").value == stored


def test_no_other_figure_of_table_two_may(report: Report, client_of: Sign_in) -> None:
    clerk = client_of("clerk")

    post(clerk, report, "disclosure", version="0", **{f"{LICENSES}.decisions": "-5", AMOUNT: "-1"})

    shown = page(clerk, report, "disclosure")
    assert cell(shown, f"{LICENSES}.decisions").anchored
    assert cell(shown, AMOUNT).anchored


def test_a_minus_can_be_typed_on_a_telephone(report: Report, client_of: Sign_in) -> None:
    text = client_of("clerk").get(f"/desk/reports/{report.pk}/disclosure/").content.decode()

    assert f'inputmode="text" id="{LICENSES}.items_change"' in text
    assert f'inputmode="decimal" id="{AMOUNT}"' in text


def test_it_is_corrected_in_the_same_form(report: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    Report.objects.filter(pk=report.pk).update(state=State.PUBLISHED)

    post(
        client_of("supervisor"),
        report,
        "correct",
        **{"correct-reason": "行政许可事项数量填写有误，予以更正。"},
    )

    assert Report.objects.get().state == State.DRAFT
    type_in(report, "disclosure", {f"{LICENSES}.items_change": "-4"}, by=cast["clerk"])
    assert cell(page(client_of("clerk"), report, "disclosure"), f"{LICENSES}.items_change").value == "-4"
