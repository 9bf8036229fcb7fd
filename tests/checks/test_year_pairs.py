"""Y401 and Y402 over the year pairs of published reports."""

import pytest

from govreport.checks.finding import Result
from tests.checks.by_code import only, reasons
from tests.contents import anchors, judged, published

GONGXINTING, JIAOYUTING, PINGTAN = "hebei-gongxinting", "hebei-jiaoyuting", "pingtan-guanweihui"
IN_FORCE = "disclosure.normative_documents.in_force"

WITHIN_2019 = [(GONGXINTING, 2020), (PINGTAN, 2020)]
ACROSS_EDITIONS = [(GONGXINTING, 2021), (PINGTAN, 2021)]
WITHIN_2021 = [(GONGXINTING, 2022), (JIAOYUTING, 2022), (PINGTAN, 2022)]


def pair(agency: str, year: int) -> Result:
    """What is said of a year's report beside the report of the year before."""
    return judged(published(f"{agency}-{year}"), previous=published(f"{agency}-{year - 1}"))


@pytest.mark.parametrize(("agency", "year"), [*WITHIN_2019, *ACROSS_EDITIONS, *WITHIN_2021])
def test_no_published_pair_breaks_the_carry_over(agency: str, year: int) -> None:
    assert anchors(pair(agency, year), "Y401") == []


@pytest.mark.parametrize(("agency", "year"), [(PINGTAN, 2020), (PINGTAN, 2021), *WITHIN_2021])
def test_the_carry_over_was_judged_in_every_column_where_both_reports_state_it(
    agency: str, year: int
) -> None:
    assert reasons(pair(agency, year), "Y401") == []


@pytest.mark.parametrize(("agency", "year"), [(GONGXINTING, 2022), (PINGTAN, 2022)])
def test_documents_in_force_follow_from_the_year_before(agency: str, year: int) -> None:
    result = pair(agency, year)

    assert (anchors(result, "Y402"), reasons(result, "Y402")) == ([], [])


def test_documents_in_force_that_do_not_follow_are_found() -> None:
    result = pair(JIAOYUTING, 2022)

    finding = only(result, "Y402")
    assert finding.anchor == IN_FORCE
    assert "181 ＋ 本年制发件数 5 － 本年废止件数 17 ＝ 169，现行有效件数填的是 159" in finding.message


@pytest.mark.parametrize(("agency", "year"), ACROSS_EDITIONS)
def test_documents_in_force_are_not_assessable_across_the_change_of_editions(agency: str, year: int) -> None:
    result = pair(agency, year)

    assert anchors(result, "Y402") == []
    assert reasons(result, "Y402") == ["规章等 2 处两版格式不同，缺可比的上一年度数字"]


@pytest.mark.parametrize(("agency", "year"), WITHIN_2019)
def test_reports_of_the_2019_edition_are_not_asked_for_documents_in_force(agency: str, year: int) -> None:
    result = pair(agency, year)

    assert (anchors(result, "Y402"), reasons(result, "Y402")) == ([], [])


@pytest.mark.parametrize(("agency", "year"), [*WITHIN_2019, *ACROSS_EDITIONS, *WITHIN_2021])
def test_no_published_pair_is_taken_for_a_copy(agency: str, year: int) -> None:
    assert anchors(pair(agency, year), "Y405") == []
