"""A campaign is made on one page."""

from collections.abc import Callable

from django.test import Client

from govreport.agencies.models import Agency
from govreport.years.models import ReportingYear

ADD = "/admin/years/reportingyear/add/"


def campaign(authority: Agency, publish_by: str) -> dict[str, object]:
    return {
        "authority": authority.pk,
        "year": 2023,
        "opens_on": "2024-01-02",
        "deadlines-TOTAL_FORMS": 1,
        "deadlines-INITIAL_FORMS": 0,
        "deadlines-0-kind": "department",
        "deadlines-0-submit_by": "2024-01-31",
        "deadlines-0-publish_by": publish_by,
        "exemptions-TOTAL_FORMS": 0,
        "exemptions-INITIAL_FORMS": 0,
    }


def test_a_campaign_is_made_with_its_deadlines(
    client_of: Callable[[str], Client], county: dict[str, Agency]
) -> None:
    response = client_of("admin").post(ADD, campaign(county["yunxi-gov"], "2024-01-31"))

    made = ReportingYear.objects.get()
    assert response.status_code == 302
    assert (made.edition, made.deadlines.get().kind) == ("2021", "department")


def test_a_mistake_is_explained(client_of: Callable[[str], Client], county: dict[str, Agency]) -> None:
    response = client_of("admin").post(ADD, campaign(county["yunxi-gov"], "2024-01-30"))

    assert "发布截止日期不能早于报送截止日期" in response.content.decode()
    assert not ReportingYear.objects.exists()


def test_the_year_of_a_campaign_stays_what_it_is(
    client_of: Callable[[str], Client], county: dict[str, Agency], reporting_year: ReportingYear
) -> None:
    address = f"/admin/years/reportingyear/{reporting_year.pk}/change/"
    later = {"year": 2020, "opens_on": "2024-01-03", "deadlines-TOTAL_FORMS": 0}

    client_of("admin").post(address, campaign(county["yunxi-gov"], "2024-01-31") | later)

    kept = ReportingYear.objects.get()
    assert (kept.year, kept.edition, kept.opens_on.day) == (2023, "2021", 3)
