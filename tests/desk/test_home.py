"""The desk's home."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import time_machine
from django.db import transaction
from django.test import Client

from govreport.agencies.models import Agency, User
from govreport.desk.pages import HomePage, Progress
from govreport.publishing.models import Origin
from govreport.publishing.release import release
from govreport.reports.models import Report, State
from govreport.years.models import ReportingYear
from tests.drafts import NOW, complete, type_in
from tests.importing.past import past
from tests.people import make_reporting_year

Sign_in = Callable[[str], Client]


def home_of(client: Client) -> HomePage:
    """The page object of a person's home."""
    page: HomePage = client.get("/desk/").context["page"]
    return page


@time_machine.travel(NOW)
def test_a_clerk_sees_what_is_to_be_started_and_by_when(
    client_of: Sign_in, reporting_year: ReportingYear
) -> None:
    page = home_of(client_of("clerk"))

    (card,) = page.to_start
    assert (card.agency, card.year, card.days_left) == ("云溪县林业局", 2023, 21)
    assert page.reports == ()


def test_starting_a_report_leads_to_its_first_open_section(
    client_of: Sign_in, reporting_year: ReportingYear
) -> None:
    client = client_of("clerk")

    answer = client.post("/desk/agencies/yunxi-lyj/2023/start/", follow=True)

    report = Report.objects.get()
    assert answer.redirect_chain[-1][0] == f"/desk/reports/{report.pk}/overview/"
    assert home_of(client).to_start == ()


def test_a_year_that_was_imported_is_not_started(
    client_of: Sign_in, reporting_year: ReportingYear, quick_pdf: None
) -> None:
    content = past(year=2023)
    with transaction.atomic():
        release(content, agency=Agency.objects.get(code="yunxi-lyj"), by=None, at=NOW, origin=Origin.IMPORTED)
    client = client_of("clerk")

    answer = client.post("/desk/agencies/yunxi-lyj/2023/start/", follow=True)

    assert "2023 年度的年报已作为历史数据导入" in answer.content.decode()
    assert home_of(client).to_start == ()
    assert not Report.objects.exists()


def test_of_two_authorities_that_ask_for_a_year_the_nearest_counts(
    client_of: Sign_in, county: dict[str, Agency]
) -> None:
    make_reporting_year(county["yunxi"])
    nearest = make_reporting_year(county["yunxi-gov"])
    client = client_of("clerk")
    assert len(home_of(client).to_start) == 1

    client.post("/desk/agencies/yunxi-lyj/2023/start/")

    assert Report.objects.get().reporting_year == nearest
    assert home_of(client).to_start == ()


def test_a_campaign_that_has_not_opened_yet_is_not_started(
    client_of: Sign_in, reporting_year: ReportingYear
) -> None:
    ReportingYear.objects.update(opens_on=date(2090, 1, 1))

    assert home_of(client_of("clerk")).to_start == ()
    assert client_of("clerk").post("/desk/agencies/yunxi-lyj/2023/start/").status_code == 404


@time_machine.travel(NOW)
def test_a_report_that_is_handed_in_counts_no_days(draft: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    (card,) = home_of(client_of("supervisor")).reports

    assert (card.deadline, card.days_left) == (date(2024, 1, 31), None)


def test_a_year_for_which_nobody_asked_cannot_be_started(
    client_of: Sign_in, reporting_year: ReportingYear
) -> None:
    assert client_of("clerk").post("/desk/agencies/yunxi-lyj/2022/start/").status_code == 404
    assert not Report.objects.exists()


@time_machine.travel(NOW)
def test_a_card_says_how_far_the_report_is(draft: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    type_in(draft, "overview", {"text": "本单位完成了全年的政府信息公开工作。"}, by=cast["clerk"])

    (card,) = home_of(client_of("clerk")).reports

    assert (card.state, card.button, card.days_left) == ("填写中", "继续填报", 21)
    told = Progress(done=1, sections=8, errors=2, blanks=7 + 24 * 6 + 12, queries=1)
    assert card.progress is not None
    assert replace(card.progress, next_blank="", next_elsewhere="") == told


def test_a_complete_report_opens_as_a_whole(draft: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    complete(draft, by=cast["clerk"])

    answer = client_of("clerk").get(f"/desk/reports/{draft.pk}/")

    assert answer.headers["Location"] == f"/desk/reports/{draft.pk}/submit/"


def test_the_authority_sees_reports_of_its_area_once_they_are_submitted(
    draft: Report, client_of: Sign_in
) -> None:
    assert home_of(client_of("authority")).reports == ()

    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    (card,) = home_of(client_of("authority")).reports
    assert (card.agency, card.button, card.progress) == ("云溪县林业局", "查看", None)
    assert home_of(client_of("foreign_authority")).reports == ()


def test_a_person_without_memberships_is_told_so(client_of: Sign_in) -> None:
    page = home_of(client_of("admin"))

    assert (page.to_start, page.reports, page.is_administrator) == ((), (), True)
