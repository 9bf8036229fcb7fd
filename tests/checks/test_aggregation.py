"""A701, A703: an aggregate and the reports it adds up."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from govreport.checks.finding import Level, Result
from govreport.checks.subject import Child
from govreport.editions.cells import Address, Content, Scope
from govreport.editions.numbers import Number
from tests.checks.by_code import only, reasons
from tests.contents import anchors, filled, judged

LICENSES = "disclosure.licenses.decisions"
FEES = "disclosure.administrative_fees.amount"
IN_FORCE = "disclosure.normative_documents.in_force"

Figures = dict[str, Number | None]


def aggregated(figures: Figures, children: dict[str, Figures | None], **known: Any) -> Result:
    """What is said of an aggregate with these figures over children with theirs (None: no report)."""
    below = tuple(
        Child(agency, None if told is None else filled("2021", told)) for agency, told in children.items()
    )
    return judged(replace(filled("2021", figures), scope="aggregate"), children=below, **known)


def test_A701_finds_a_cell_that_is_not_the_sum() -> None:
    result = aggregated({LICENSES: 12}, {"云溪县林业局": {LICENSES: 4}, "云溪县水利局": {LICENSES: 6}})

    finding = only(result, "A701")
    assert finding.message == ("行政许可 · 本年处理决定数量：填的是 12，纳入汇总的 2 个单位合计 10，相差 2")
    assert (finding.level, finding.anchor) == (Level.QUERY, LICENSES)


@pytest.mark.parametrize(
    ("adjusted", "told"), [(1, "＋ 调整 1 ＝ 11，相差 1"), (-1, "－ 调整 1 ＝ 9，相差 3")]
)
def test_A701_finds_what_an_adjustment_does_not_make_good(adjusted: int, told: str) -> None:
    adjustments = {Address.parse(LICENSES): adjusted}

    result = aggregated({LICENSES: 12}, {"云溪县林业局": {LICENSES: 10}}, adjustments=adjustments)

    assert only(result, "A701").message.endswith(f"纳入汇总的 1 个单位合计 10 {told}")


def test_A701_passes_the_sum_with_named_adjustments() -> None:
    children: dict[str, Figures | None] = {
        "云溪县林业局": {LICENSES: 4, FEES: Decimal("0.1")},
        "云溪县水利局": {LICENSES: 6, FEES: Decimal("0.2")},
    }

    figures: Figures = {LICENSES: 12, FEES: Decimal("0.3")}
    result = aggregated(figures, children, adjustments={Address.parse(LICENSES): 2})

    assert (anchors(result, "A701"), reasons(result, "A701")) == ([], [])


@pytest.mark.parametrize(("stated", "found"), [(9, [LICENSES]), (10, []), (11, [LICENSES])])
def test_A701_at_the_edge_one_more_or_less_is_found(stated: int, found: list[str]) -> None:
    result = aggregated({LICENSES: stated}, {"云溪县林业局": {LICENSES: 10}})

    assert anchors(result, "A701") == found


@pytest.mark.parametrize("code", ["A701", "A703"])
def test_A701_at_the_edge_every_report_that_is_missing_is_named(code: str) -> None:
    result = aggregated({LICENSES: 9}, {"云溪县林业局": None, "云溪县司法局": {LICENSES: 11}, "石桥镇": None})

    assert (anchors(result, code), reasons(result, code)) == ([], ["缺云溪县林业局、石桥镇的年报"])


def test_A701_at_the_edge_a_report_in_another_edition_is_named() -> None:
    other = Child("石桥镇", filled("2019"))

    result = judged(replace(filled("2021"), scope="aggregate"), children=(other,))

    assert reasons(result, "A701") == ["石桥镇的年报用的是另一版格式"]


@pytest.mark.parametrize(
    ("children", "reason"), [(None, "缺纳入汇总的各单位年报"), ((), "没有纳入汇总的单位")]
)
def test_A701_at_the_edge_without_children_nothing_is_judged(
    children: tuple[Child, ...] | None, reason: str
) -> None:
    result = judged(replace(filled("2021"), scope="aggregate"), children=children)

    assert (anchors(result, "A701"), reasons(result, "A701")) == ([], [reason])


def test_A701_at_the_edge_a_blank_child_counts_as_0_and_a_blank_sum_is_not_judged() -> None:
    children: dict[str, Figures | None] = {"云溪县林业局": {LICENSES: None}, "云溪县水利局": {LICENSES: 3}}

    assert anchors(aggregated({LICENSES: 3}, children), "A701") == []
    assert reasons(aggregated({LICENSES: None}, children), "A701") == ["行政许可 · 本年处理决定数量没有填写"]


def test_A701_at_the_edge_totals_follow_from_their_parts() -> None:
    figures: Figures = {"applications.granted.natural_person": 1, "applications.granted.total": 1}

    result = aggregated(figures, {"云溪县林业局": {}})

    assert anchors(result, "A701") == ["applications.granted.natural_person"]


@pytest.mark.parametrize("scope", ["own", "aggregate"])
def test_A701_at_the_edge_an_own_report_is_no_sum(scope: Scope) -> None:
    content = replace(filled("2021", {LICENSES: 1}), scope=scope)

    found = anchors(judged(content, children=(Child("石桥镇", filled("2021")),)), "A701")

    assert found == ([LICENSES] if scope == "aggregate" else [])


def test_A703_finds_a_justice_bureau_with_more_than_half_of_a_row() -> None:
    result = aggregated(
        {IN_FORCE: 52}, {"云溪县司法局": {IN_FORCE: 40}, "石桥镇": {IN_FORCE: 12}, "白塔镇": {}}
    )

    finding = only(result, "A703")
    assert finding.message == (
        "云溪县司法局的行政规范性文件：现行有效件数 40，占 3 个单位合计 52 的一半以上，可能是按全区域填报的"
    )
    assert (finding.level, finding.anchor) == (Level.QUERY, IN_FORCE)


def test_A703_finds_a_row_once_with_all_its_columns() -> None:
    issued = "disclosure.normative_documents.issued"

    result = aggregated(
        {}, {"云溪县司法局": {IN_FORCE: 40, issued: 11}, "石桥镇": {IN_FORCE: 12, issued: 10}}
    )

    assert only(result, "A703").cells == (Address.parse(issued), Address.parse(IN_FORCE))


@pytest.mark.parametrize("agency", ["云溪县财政局", "云溪县行政审批服务管理局"])
def test_A703_finds_the_other_keepers_of_the_area_s_figures(agency: str) -> None:
    row: Figures = {"applications.granted.other_org": 20, "applications.granted.total": 20}

    assert anchors(aggregated({}, {agency: row}), "A703") == ["applications.granted.total"]


def test_A703_passes_other_agencies_and_a_keeper_with_its_share() -> None:
    children: dict[str, Figures | None] = {
        "云溪县农业农村局": {LICENSES: 900, FEES: 60},
        "云溪县财政局": {LICENSES: 30, FEES: 50},
    }

    assert anchors(aggregated({}, children), "A703") == []


@pytest.mark.parametrize(
    ("own", "rest", "found"), [(20, 20, []), (21, 20, [LICENSES]), (9, 0, []), (10, 0, [LICENSES])]
)
def test_A703_at_the_edge_more_than_half_and_at_least_10(own: int, rest: int, found: list[str]) -> None:
    result = aggregated({}, {"云溪县司法局": {LICENSES: own}, "石桥镇": {LICENSES: rest}})

    assert anchors(result, "A703") == found


def test_A703_at_the_edge_an_own_report_is_not_asked() -> None:
    child: Content = filled("2021", {LICENSES: 20})

    assert anchors(judged(filled("2021"), children=(Child("云溪县司法局", child),)), "A703") == []
