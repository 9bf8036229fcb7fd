"""Starting a report: what last year's leaves over stands in its cells, with its source."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from govreport.agencies.models import Agency, User
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.reports import openings
from govreport.reports.entries import entries_of
from govreport.reports.models import Report, Section, State
from govreport.reports.openings import OfferChanged, offer_of, taken_over
from govreport.workflow.last_year import previous_of
from govreport.workflow.starting import left_over, opening_of, source_of, start_report
from govreport.years.models import ReportingYear
from tests.contents import filled
from tests.drafts import NOW, type_in
from tests.workflow.findings import publish

OUT = {"applications.carried_out.natural_person": 3, "applications.carried_out.other_org": 1}
NATURAL, OTHER = "applications.carried_in.natural_person", "applications.carried_in.other_org"
EDITABLE = frozenset({State.DRAFT})


@pytest.fixture
def begun(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """A report started after last year's was published."""
    publish(county["yunxi-lyj"], OUT)
    return start_report(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)


def carried_in(report: Report) -> dict[str, str]:
    """The entries of the row that are not 0."""
    entries = entries_of(Report.objects.get(pk=report.pk), "applications")
    row = {str(cell): one.text for cell, one in entries.items() if cell.row == "carried_in"}
    return {cell: text for cell, text in row.items() if text != "0"}


def offered(report: Report) -> openings.Offer | None:
    """What is offered now."""
    opening = opening_of(report.agency, report.edition, previous_of(report.agency, 2022, scope="own"))
    return offer_of(entries_of(report, "applications"), opening, taken_over(report))


def take(report: Report, seen: str, by: User) -> None:
    """Press the button of an offer."""
    opening = opening_of(report.agency, report.edition, previous_of(report.agency, 2022, scope="own"))
    openings.take_over(report, opening, seen=seen, by=by, at=NOW, editable=EDITABLE)


def test_a_report_starts_with_what_last_years_left_over_by_column(begun: Report) -> None:
    assert carried_in(begun) == {NATURAL: "3", OTHER: "1"}
    opening = taken_over(begun)
    assert opening is not None
    assert opening.source == "2022 年度年报（第 1 版）的结转下年度"
    assert set(Section.objects.filter(report=begun).values_list("version", flat=True)) == {0}


def test_without_a_report_on_last_year_the_cells_are_blank(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    report = start_report(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)

    assert set(carried_in(report).values()) == {""}
    assert (taken_over(report), offered(report)) == (None, None)


def test_a_column_that_last_year_left_blank_stays_blank(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    publish(county["yunxi-lyj"], {**OUT, "applications.carried_out.other_org": None})

    report = start_report(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)

    assert carried_in(report) == {NATURAL: "3", OTHER: ""}


def test_last_years_report_that_comes_later_is_offered_and_never_taken_by_itself(
    draft: Report, cast: dict[str, User]
) -> None:
    publish(draft.agency, OUT)

    offer = offered(draft)

    assert offer is not None
    assert set(carried_in(draft).values()) == {""}
    take(draft, offer.mark, cast["clerk"])
    assert carried_in(draft) == {NATURAL: "3", OTHER: "1"}
    assert offered(draft) is None


def test_a_correction_is_offered_with_what_stands_there_now(begun: Report, cast: dict[str, User]) -> None:
    publish(begun.agency, {**OUT, "applications.carried_out.natural_person": 4}, note="更正结转数")

    offer = offered(begun)

    assert offer is not None
    assert offer.source == "2022 年度年报（第 2 版）的结转下年度"
    assert {str(cell): change for cell, change in offer.changes.items()} == {NATURAL: ("3", 4)}


def test_whoever_types_another_figure_is_not_asked_again(begun: Report, cast: dict[str, User]) -> None:
    type_in(begun, "applications", {NATURAL: "5"}, by=cast["clerk"])

    assert offered(begun) is None


def test_an_offer_that_is_no_longer_the_one_seen_is_not_taken(draft: Report, cast: dict[str, User]) -> None:
    publish(draft.agency, OUT)
    offer = offered(draft)
    assert offer is not None
    type_in(draft, "applications", {NATURAL: "9"}, by=cast["clerk"])

    with pytest.raises(OfferChanged):
        take(draft, offer.mark, cast["clerk"])

    assert carried_in(draft)[NATURAL] == "9"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({}, {}),
        ({"disputes.reconsideration.pending": 2}, {"disputes.reconsideration.total": 2}),
        ({"applications.carried_out.other_org": 1}, {OTHER: 1}),
    ],
)
def test_what_is_left_over_are_pending_disputes_too(
    figures: Mapping[str, Number], expected: Mapping[str, Number]
) -> None:
    found = left_over(edition("2021"), filled("2021", figures))

    assert {str(cell): number for cell, number in found.items() if number} == expected


def test_a_source_names_the_version_or_that_there_is_none_yet(county: dict[str, Agency]) -> None:
    content = replace(filled("2021"), year=2022)

    assert source_of(county["yunxi-lyj"], replace(content, version=2)) == "2022 年度年报（第 2 版）"
    assert source_of(county["yunxi-lyj"], content) == "2022 年度年报（已提交，尚未发布）"
