"""Who must file in a reporting year, and by when."""

from datetime import date

from pytest_django import DjangoAssertNumQueries

from govreport.agencies.models import Agency
from govreport.years.campaign import deadline_of, must_file, years_for
from govreport.years.models import Deadline, Exemption, ReportingYear
from tests.people import make_reporting_year

County = dict[str, Agency]


def codes(reporting_year: ReportingYear) -> list[str]:
    return [agency.code for agency in must_file(reporting_year)]


def test_every_agency_of_the_area_whose_kind_has_a_deadline_must_file(reporting_year: ReportingYear) -> None:
    assert codes(reporting_year) == ["yunxi", "yunxi-gov", "yunxi-lyj", "yunxi-jtj", "yunxi-qhz"]


def test_a_kind_without_a_deadline_does_not_file(reporting_year: ReportingYear, county: County) -> None:
    Deadline.objects.filter(kind=Agency.Kind.TOWN).delete()

    assert "yunxi-qhz" not in codes(reporting_year)
    assert deadline_of(reporting_year, county["yunxi-qhz"]) is None
    assert list(years_for(county["yunxi-qhz"])) == []


def test_an_exempt_agency_does_not_file(reporting_year: ReportingYear, county: County) -> None:
    Exemption.objects.create(reporting_year=reporting_year, agency=county["yunxi-jtj"], reason="12 月新设")

    assert "yunxi-jtj" not in codes(reporting_year)
    assert list(years_for(county["yunxi-jtj"])) == []


def test_a_closed_agency_does_not_file(reporting_year: ReportingYear, county: County) -> None:
    closed = county["yunxi-jtj"]
    closed.active = False
    closed.save()

    assert "yunxi-jtj" not in codes(reporting_year)
    assert list(years_for(closed)) == []


def test_departments_are_due_in_january_and_governments_in_march(
    reporting_year: ReportingYear, county: County
) -> None:
    due = {code: deadline_of(reporting_year, county[code]) for code in ("yunxi-lyj", "yunxi", "yunxi-qhz")}

    assert {code: deadline.submit_by for code, deadline in due.items() if deadline} == {
        "yunxi-lyj": date(2024, 1, 31),
        "yunxi": date(2024, 3, 31),
        "yunxi-qhz": date(2024, 3, 31),
    }


def test_an_agency_sees_its_own_campaigns_the_newest_first(
    reporting_year: ReportingYear, county: County
) -> None:
    newer = make_reporting_year(county["yunxi-gov"], 2024)
    foreign = make_reporting_year(county["hekou-gov"], 2025)

    assert list(years_for(county["yunxi-lyj"])) == [newer, reporting_year]
    assert list(years_for(county["hekou"])) == [foreign]


def test_who_must_file_and_the_years_of_an_agency_agree(
    reporting_year: ReportingYear, county: County
) -> None:
    filing = codes(reporting_year)

    assert filing == [code for code, agency in county.items() if reporting_year in years_for(agency)]


def test_each_takes_one_query(
    reporting_year: ReportingYear, county: County, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        list(must_file(reporting_year))
        deadline_of(reporting_year, county["yunxi-lyj"])
        list(years_for(county["yunxi-lyj"]))
