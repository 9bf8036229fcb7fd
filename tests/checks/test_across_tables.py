"""T206, X301 to X303: one table against another, and against what the agency may do."""

from dataclasses import replace

import pytest

from govreport.checks.finding import Level
from govreport.checks.subject import AgencyFacts
from govreport.editions.cells import Address, Content, ProcessingFee, Scope
from govreport.editions.numbers import Number
from tests.checks.by_code import only, reasons
from tests.contents import anchors, blank, filled, judged

TOWN = AgencyFacts("云溪县石桥镇人民政府", "town")
COUNTY = AgencyFacts("云溪县人民政府", "government")
CITY = AgencyFacts("云溪市人民政府", "government", rule_making_power=True)

RULES = "disclosure.government_rules"
UNPAID = "applications.other_fee_unpaid.total"
DIRECT = "disputes.direct_litigation"


@pytest.mark.parametrize(("issued", "in_force"), [(5, 5), (0, 6)])
def test_T206_finds_rules_of_a_town(issued: int, in_force: int) -> None:
    figures: dict[str, Number | None] = {f"{RULES}.issued": issued, f"{RULES}.in_force": in_force}

    finding = only(judged(filled("2021", figures), agency=TOWN), "T206")

    told = f"本年制发件数 {issued}、现行有效件数 {in_force}" if issued else f"现行有效件数 {in_force}"
    assert finding.message == f"规章：{told}，但本单位没有规章制定权，应都是 0"
    assert finding.level is Level.ERROR
    assert finding.cells[-1] == Address.parse(f"{RULES}.in_force")


def test_T206_finds_rules_in_the_2019_edition_and_in_a_county_aggregate() -> None:
    content = replace(filled("2019", {f"{RULES}.disclosed_total": 1}), scope="aggregate")

    assert anchors(judged(content, agency=COUNTY), "T206") == [f"{RULES}.disclosed_total"]


def test_T206_passes_zeros_and_whoever_may_make_rules() -> None:
    zeros = judged(filled("2021"), agency=TOWN)

    assert (anchors(zeros, "T206"), reasons(zeros, "T206")) == ([], [])
    assert anchors(judged(filled("2021", {f"{RULES}.in_force": 11}), agency=CITY), "T206") == []


def test_T206_at_the_edge_an_unknown_agency_is_not_judged() -> None:
    result = judged(filled("2021", {f"{RULES}.issued": 1, f"{RULES}.in_force": 1}))

    assert (anchors(result, "T206"), reasons(result, "T206")) == ([], ["缺单位的基本信息"])


def test_T206_at_the_edge_a_blank_is_no_pass_but_one_rule_beside_it_is_found() -> None:
    untouched = judged(filled("2021", {f"{RULES}.issued": None}), agency=TOWN)
    one = judged(filled("2021", {f"{RULES}.issued": None, f"{RULES}.in_force": 1}), agency=TOWN)

    assert (anchors(untouched, "T206"), reasons(untouched, "T206")) == ([], ["规章有没有填写的格"])
    assert anchors(one, "T206") == [f"{RULES}.in_force"]


def _unpaid(unpaid: int | None, notices: int | None) -> Content:
    figures: dict[str, Number | None] = {
        UNPAID: unpaid,
        "applications.other_fee_unpaid.natural_person": unpaid,
    }
    return replace(filled("2021", figures), processing_fee=ProcessingFee(notices_issued=notices))


def test_X301_finds_an_unpaid_fee_without_a_notice() -> None:
    result = judged(_unpaid(1, 0), previous=_unpaid(0, 0))

    finding = only(result, "X301")
    assert finding.message == "申请人逾期未缴纳费用 1 件，但本年度和上一年度发出的收费通知都是 0 件"
    assert (finding.level, finding.anchor) == (Level.QUERY, UNPAID)


@pytest.mark.parametrize(("issued", "before"), [(1, 0), (0, 1), (1, None), (None, 1)])
def test_X301_passes_a_notice_of_this_year_or_last(issued: int | None, before: int | None) -> None:
    result = judged(_unpaid(1, issued), previous=_unpaid(0, before))

    assert (anchors(result, "X301"), reasons(result, "X301")) == ([], [])


def test_X301_passes_a_report_without_unpaid_fees() -> None:
    result = judged(_unpaid(0, None))

    assert (anchors(result, "X301"), reasons(result, "X301")) == ([], [])


@pytest.mark.parametrize(
    ("content", "previous", "reason"),
    [
        (_unpaid(1, None), _unpaid(0, 0), "本年度发出收费通知的件数没有写明"),
        (_unpaid(1, 0), _unpaid(0, None), "上一年度发出收费通知的件数没有写明"),
        (_unpaid(1, 0), replace(filled("2019"), processing_fee=None), "上一年度发出收费通知的件数没有写明"),
        (_unpaid(1, 0), None, "缺上一年度的年报"),
    ],
)
def test_X301_at_the_edge_what_is_not_stated_is_not_judged(
    content: Content, previous: Content | None, reason: str
) -> None:
    result = judged(content, previous=previous)

    assert (anchors(result, "X301"), reasons(result, "X301")) == ([], [reason])


def test_X301_at_the_edge_a_blank_row_is_not_judged_and_a_blank_total_is_its_sum() -> None:
    one = filled("2021", {UNPAID: None, "applications.other_fee_unpaid.other_org": 1})
    one = replace(one, processing_fee=ProcessingFee(notices_issued=0))

    assert reasons(judged(blank()), "X301") == ["申请人逾期未缴纳费用没有填写"]
    assert anchors(judged(one, previous=_unpaid(0, 0)), "X301") == [UNPAID]


def test_X302_finds_disputes_where_nobody_applied() -> None:
    content = filled("2021", {f"{DIRECT}.upheld": 2, f"{DIRECT}.total": 2})

    finding = only(judged(content, previous=filled("2019")), "X302")

    assert finding.message == (
        "表四有复议、诉讼 2 件，但本年度和上一年度都没有公开申请，上一年度也没有未审结的案件"
    )
    assert (finding.level, finding.anchor) == (Level.NOTE, f"{DIRECT}.total")


@pytest.mark.parametrize(
    ("this_year", "last_year"),
    [
        ("applications.new_received.total", None),
        ("applications.carried_in.total", None),
        (None, "applications.new_received.total"),
        (None, "applications.carried_in.total"),
        (None, "disputes.reconsideration.pending"),
        (None, "disputes.litigation_after_reconsideration.pending"),
    ],
)
def test_X302_passes_disputes_with_something_behind_them(
    this_year: str | None, last_year: str | None
) -> None:
    content = filled("2021", {f"{DIRECT}.total": 1} | ({this_year: 1} if this_year else {}))
    previous = filled("2021", {last_year: 1} if last_year else {})

    assert anchors(judged(content, previous=previous), "X302") == []


def test_X302_passes_a_report_without_disputes() -> None:
    result = judged(filled("2021"))

    assert (anchors(result, "X302"), reasons(result, "X302")) == ([], [])


@pytest.mark.parametrize(
    ("content", "previous", "reason"),
    [
        (filled("2021", {f"{DIRECT}.total": 1}), None, "缺上一年度的年报"),
        (filled("2021", {f"{DIRECT}.total": 1}), blank(), "上一年度的申请数量或尚未审结没有填写"),
        (
            replace(blank(), figures={Address.parse(f"{DIRECT}.total"): 1}),
            filled("2021"),
            "本年新收或上年结转没有填写",
        ),
        (blank(), filled("2021"), "表四有没有填写的格"),
    ],
)
def test_X302_at_the_edge_what_is_blank_is_not_judged(
    content: Content, previous: Content | None, reason: str
) -> None:
    result = judged(content, previous=previous)

    assert (anchors(result, "X302"), reasons(result, "X302")) == ([], [reason])


def _direct(year: int | None, scope: Scope = "own", total: int | None = 2) -> Content:
    return replace(filled("2021", {f"{DIRECT}.total": total}), year=year, scope=scope)


def test_X303_finds_direct_litigation_since_2024() -> None:
    result = judged(_direct(2024), previous=filled("2021"))

    finding = only(result, "X303")
    assert finding.message == (
        "未经复议直接起诉 2 件，上一年度没有未审结的；2024 年起对不予公开不服的，应当先申请行政复议"
    )
    assert (finding.level, finding.anchor) == (Level.NOTE, f"{DIRECT}.total")
    assert finding.before == (Address.parse(f"{DIRECT}.pending"),)


def test_X303_passes_what_was_pending_and_an_aggregate() -> None:
    pending = filled("2021", {f"{DIRECT}.pending": 1})

    assert anchors(judged(_direct(2024), previous=pending), "X303") == []
    assert anchors(judged(_direct(2024, "aggregate"), previous=filled("2021")), "X303") == []


@pytest.mark.parametrize(("total", "found"), [(0, []), (1, [f"{DIRECT}.total"])])
def test_X303_at_the_edge_one_case_is_enough(total: int, found: list[str]) -> None:
    content = _direct(2024, total=total)

    assert anchors(judged(content, previous=filled("2021")), "X303") == found
    assert bool(reasons(judged(content), "X303")) is bool(found)


@pytest.mark.parametrize(("year", "found"), [(2023, []), (2024, [f"{DIRECT}.total"])])
def test_X303_at_the_edge_the_law_is_in_force_since_2024(year: int, found: list[str]) -> None:
    assert anchors(judged(_direct(year), previous=filled("2021")), "X303") == found


@pytest.mark.parametrize(
    ("content", "previous", "reason"),
    [
        (_direct(2024), None, "缺上一年度的年报"),
        (
            _direct(2024),
            filled("2021", {f"{DIRECT}.pending": None}),
            "上一年度未经复议直接起诉的尚未审结没有填写",
        ),
        (_direct(None), filled("2021"), "报告没有写明年度"),
        (replace(blank(), year=2024), filled("2021"), "未经复议直接起诉没有填写"),
    ],
)
def test_X303_at_the_edge_what_is_not_known_is_not_judged(
    content: Content, previous: Content | None, reason: str
) -> None:
    result = judged(content, previous=previous)

    assert (anchors(result, "X303"), reasons(result, "X303")) == ([], [reason])
