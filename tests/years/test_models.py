"""What a reporting year, a deadline and an exemption must be."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from govreport.agencies.models import Agency
from govreport.years.models import Deadline, Exemption, ReportingYear

County = dict[str, Agency]

OPENS = date(2024, 1, 2)


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2100, "2021")]
)
def test_the_edition_is_that_of_the_year(county: County, year: int, edition: str) -> None:
    made = ReportingYear.objects.create(authority=county["yunxi-gov"], year=year, opens_on=OPENS)

    assert made.edition == edition


def test_another_edition_is_refused_by_the_form(county: County) -> None:
    wrong = ReportingYear(authority=county["yunxi-gov"], year=2023, edition="2019", opens_on=OPENS)

    with pytest.raises(ValidationError, match="2023 年度不适用 2019 年版格式"):
        wrong.full_clean()


def test_a_year_before_the_form_has_no_edition(county: County) -> None:
    with pytest.raises(ValidationError, match="2018 年没有适用的格式"):
        ReportingYear.objects.create(authority=county["yunxi-gov"], year=2018, opens_on=OPENS)


@pytest.mark.parametrize("year", [2018, 2101])
def test_the_database_refuses_a_year_out_of_range(county: County, year: int) -> None:
    with pytest.raises(IntegrityError, match="reporting_year_in_range"):
        ReportingYear.objects.create(authority=county["yunxi-gov"], year=year, edition="2021", opens_on=OPENS)


def test_an_authority_has_one_campaign_a_year(reporting_year: ReportingYear) -> None:
    with pytest.raises(IntegrityError):
        ReportingYear.objects.create(authority=reporting_year.authority, year=2023, opens_on=OPENS)


def test_publishing_is_not_due_before_submitting(reporting_year: ReportingYear) -> None:
    late, early = date(2024, 2, 1), date(2024, 1, 31)
    deadline = Deadline(
        reporting_year=reporting_year, kind=Agency.Kind.OTHER, submit_by=late, publish_by=early
    )

    with pytest.raises(ValidationError, match="发布截止日期不能早于报送截止日期"):
        deadline.full_clean()
    with pytest.raises(IntegrityError, match="deadline_submit_before_publish"):
        deadline.save()


def test_a_kind_has_one_deadline(reporting_year: ReportingYear) -> None:
    with pytest.raises(IntegrityError):
        Deadline.objects.create(
            reporting_year=reporting_year, kind=Agency.Kind.TOWN, submit_by=OPENS, publish_by=OPENS
        )


def test_an_exemption_needs_a_reason(reporting_year: ReportingYear, county: County) -> None:
    with pytest.raises(IntegrityError, match="exemption_has_a_reason"):
        Exemption.objects.create(reporting_year=reporting_year, agency=county["yunxi-qhz"], reason="")
