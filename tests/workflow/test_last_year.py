"""Last year's report: the agency's own, else the sum of its predecessors' by share."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.agencies.models import Agency, Predecessor, User
from govreport.editions.cells import Address, Content, ProcessingFee
from govreport.editions.numbers import Number
from govreport.publishing.release import release
from govreport.reports.drafts import start
from govreport.reports.models import Report, State
from govreport.workflow.last_year import previous_of
from govreport.workflow.subjects import subject_of
from tests.contents import filled
from tests.drafts import NOW, type_in
from tests.people import make_reporting_year
from tests.workflow.findings import DAY, FEES, publish

pytestmark = pytest.mark.usefixtures("quick_pdf")

County = dict[str, Agency]
Cast = dict[str, User]

CARRIED, CARRIED_BY_FIRMS, CARRIED_TOTAL = (
    f"applications.carried_out.{column}" for column in ("natural_person", "commercial_enterprise", "total")
)


def figure(content: Content | None, cell: str) -> Number | None:
    assert content is not None
    return content.figure(Address.parse(cell))


def previous(agency: Agency) -> Content | None:
    return previous_of(agency, 2022, scope="own")


def comes_from(agency: Agency, *origins: Agency, share: str = "1", year: int = 2023) -> None:
    for origin in origins:
        Predecessor.objects.create(agency=agency, predecessor=origin, year=year, share=Decimal(share))


@pytest.fixture
def drafted(county: County, cast: Cast) -> Report:
    """The draft of 云溪县林业局 for 2022, with 3 carried out."""
    report = start(
        county["yunxi-lyj"], make_reporting_year(county["yunxi-gov"], 2022), by=cast["clerk"], at=NOW
    )
    type_in(report, "applications", {CARRIED: "3"}, by=cast["clerk"])
    return report


def test_a_report_is_compared_with_the_one_on_the_year_before(draft: Report, county: County) -> None:
    publish(county["yunxi-lyj"], {CARRIED: 4}, year=2022)
    publish(county["yunxi-lyj"], {CARRIED: 5}, year=2021)

    assert figure(subject_of(draft, day=DAY).previous, CARRIED) == 4


def test_without_any_report_there_is_none(draft: Report) -> None:
    assert subject_of(draft, day=DAY).previous is None


def test_what_was_submitted_counts_and_a_draft_is_nobody_s_word_yet(drafted: Report, county: County) -> None:
    assert previous(county["yunxi-lyj"]) is None

    Report.objects.filter(pk=drafted.pk).update(state=State.SUBMITTED)

    assert figure(previous(county["yunxi-lyj"]), CARRIED) == 3


def test_what_was_published_counts_before_what_stands_in_the_draft(drafted: Report, county: County) -> None:
    publish(county["yunxi-lyj"], {CARRIED: 4})

    assert figure(previous(county["yunxi-lyj"]), CARRIED) == 4


def test_the_newest_version_counts(county: County) -> None:
    publish(county["yunxi-lyj"], {CARRIED: 4})
    publish(county["yunxi-lyj"], {CARRIED: 6}, note="更正一处")

    assert figure(previous(county["yunxi-lyj"]), CARRIED) == 6


def test_a_publication_of_another_scope_is_not_compared(county: County) -> None:
    publish(county["yunxi-lyj"], scope="aggregate")

    assert previous_of(county["yunxi-lyj"], 2022, scope="own") is None
    assert previous_of(county["yunxi-lyj"], 2022, scope="aggregate") is not None


def test_a_draft_of_another_scope_is_not_compared(drafted: Report, county: County) -> None:
    assert previous_of(county["yunxi-lyj"], 2022, scope="aggregate") is None


def test_a_merged_agency_has_the_sum_of_its_predecessors(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"])
    publish(county["yunxi-lyj"], {CARRIED: 3, FEES: Decimal("0.37")})
    publish(county["yunxi-jtj"], {CARRIED: 4, CARRIED_BY_FIRMS: 1, FEES: Decimal("1.5")})

    merged = previous(county["yunxi-gov"])

    assert figure(merged, CARRIED) == 7
    assert figure(merged, CARRIED_TOTAL) == 8
    assert figure(merged, FEES) == Decimal("1.87")


def test_a_sum_bears_the_new_name_and_none_of_the_texts(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"])
    publish(county["yunxi-lyj"])
    publish(county["yunxi-jtj"])

    merged = previous(county["yunxi-gov"])

    assert merged is not None
    assert (merged.agency_name, merged.agency_code) == ("云溪县人民政府办公室", "yunxi-gov")
    assert (merged.edition, merged.year, merged.narrative) == ("2021", 2022, {})


def test_what_is_blank_in_one_of_them_is_not_known(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"])
    publish(county["yunxi-lyj"], {CARRIED: None, CARRIED_BY_FIRMS: None})
    publish(county["yunxi-jtj"], {CARRIED: 4, CARRIED_BY_FIRMS: None})

    merged = previous(county["yunxi-gov"])

    assert (figure(merged, CARRIED), figure(merged, CARRIED_BY_FIRMS)) == (None, None)


@pytest.mark.parametrize(
    ("share", "number", "part"),
    [("0.5", 5, 3), ("0.5", 4, 2), ("0.3333", 10, 3), ("0.6667", 10, 7), ("0.0001", 4999, 0), ("1", 5, 5)],
)
def test_a_split_takes_its_share_in_whole_numbers(county: County, share: str, number: int, part: int) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], share=share)
    publish(county["yunxi-lyj"], {CARRIED: number})

    taken = figure(previous(county["yunxi-gov"]), CARRIED)

    assert (taken, type(taken)) == (part, int)


def test_money_is_shared_to_the_last_digit(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], share="0.5")
    publish(county["yunxi-lyj"], {FEES: Decimal("0.37")})

    assert figure(previous(county["yunxi-gov"]), FEES) == Decimal("0.185")


def test_shares_are_added_up_before_they_are_rounded(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"], share="0.5")
    publish(county["yunxi-lyj"], {CARRIED: 1})
    publish(county["yunxi-jtj"], {CARRIED: 1})

    assert figure(previous(county["yunxi-gov"]), CARRIED) == 1


def test_the_total_is_the_sum_of_what_was_rounded(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], share="0.5")
    publish(county["yunxi-lyj"], {CARRIED: 1, CARRIED_BY_FIRMS: 1, CARRIED_TOTAL: 2})

    assert figure(previous(county["yunxi-gov"]), CARRIED_TOTAL) == 2


def test_while_a_predecessor_s_report_is_missing_there_is_none(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"])
    publish(county["yunxi-lyj"])

    assert previous(county["yunxi-gov"]) is None


@pytest.mark.parametrize("state", State.values)
def test_a_predecessor_s_draft_is_nobody_else_s_business(drafted: Report, county: County, state: str) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"])
    Report.objects.filter(pk=drafted.pk).update(state=state)

    assert previous(county["yunxi-gov"]) is None


def test_who_takes_another_over_goes_on_from_both(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"])
    publish(county["yunxi-lyj"], {CARRIED: 4})
    publish(county["yunxi-gov"], {CARRIED: 9})

    assert figure(previous(county["yunxi-gov"]), CARRIED) == 13


def test_who_gives_a_part_away_goes_on_from_the_rest(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], share="0.25")
    publish(county["yunxi-lyj"], {CARRIED: 8})

    assert figure(previous(county["yunxi-lyj"]), CARRIED) == 6
    assert figure(previous(county["yunxi-gov"]), CARRIED) == 2


def test_reports_of_two_editions_are_not_added_up(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], county["yunxi-jtj"])
    publish(county["yunxi-lyj"])
    old = replace(filled("2019"), agency_name="云溪县交通运输局", year=2022)
    release(old, agency=county["yunxi-jtj"], by=None, at=NOW)

    assert previous(county["yunxi-gov"]) is None


@pytest.mark.parametrize("year", [2022, 2024])
def test_a_link_holds_for_the_first_report_after_it(county: County, year: int) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"], year=year)
    publish(county["yunxi-lyj"])

    assert previous(county["yunxi-gov"]) is None


def test_the_predecessor_itself_does_not_inherit(county: County) -> None:
    comes_from(county["yunxi-gov"], county["yunxi-lyj"])
    publish(county["yunxi-gov"])

    assert previous(county["yunxi-lyj"]) is None


def test_the_fee_notices_of_all_predecessors_are_added_up(county: dict[str, Agency]) -> None:
    for code, issued in (("yunxi-jtj", 0), ("yunxi-gov", 5)):
        Predecessor.objects.create(agency=county["yunxi-lyj"], predecessor=county[code], year=2023)
        fee = ProcessingFee(issued, Decimal("1.5"), Decimal("0.5"))
        content = replace(filled("2021"), agency_name=code, year=2022, processing_fee=fee)
        release(content, agency=county[code], by=None, at=NOW)

    merged = previous_of(county["yunxi-lyj"], 2022, scope="own")

    assert merged is not None
    assert merged.processing_fee == ProcessingFee(5, Decimal("3.0"), Decimal("1.0"))
