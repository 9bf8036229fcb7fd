"""Y401 to Y403: what a year takes over from the year before."""

from dataclasses import replace

import pytest

from govreport.checks.finding import Level
from govreport.editions.arithmetic_rules import STOCK_REASONS
from govreport.editions.cells import Address, Content
from tests.checks.by_code import only, reasons
from tests.contents import anchors, blank, filled, judged

LAST_YEAR_MISSING = "缺上一年度的年报"


@pytest.mark.parametrize("code", ["Y401", "Y402", "Y403"])
def test_without_last_year_a_code_is_not_assessable_once(code: str) -> None:
    result = judged(filled("2021"))

    assert anchors(result, code) == []
    assert reasons(result, code) == [LAST_YEAR_MISSING]


def _carried(row: str, number: int | None, column: str = "natural_person") -> dict[str, int | None]:
    return {f"applications.{row}.{column}": number}


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_Y401_finds_another_number_than_was_carried_out(key: str) -> None:
    result = judged(
        filled(key, _carried("carried_in", 3)), previous=filled("2019", _carried("carried_out", 5))
    )

    finding = only(result, "Y401")
    assert finding.message == "自然人列：上年结转填的是 3，上一年度年报的结转下年度是 5，相差 2"
    assert finding.level is Level.QUERY
    assert finding.cells == (Address("applications", "carried_in", "natural_person"),)
    assert finding.before == (Address("applications", "carried_out", "natural_person"),)


def test_Y401_finds_every_column_that_differs() -> None:
    left = _carried("carried_out", 1, "other_org") | _carried("carried_out", 1, "total")

    result = judged(filled("2021"), previous=filled("2021", left))

    assert anchors(result, "Y401") == ["applications.carried_in.other_org", "applications.carried_in.total"]


def test_Y401_passes_what_was_carried_out() -> None:
    result = judged(
        filled("2021", _carried("carried_in", 5)), previous=filled("2019", _carried("carried_out", 5))
    )

    assert (anchors(result, "Y401"), reasons(result, "Y401")) == ([], [])


@pytest.mark.parametrize(
    ("content", "previous", "reason"),
    [
        (filled("2021", _carried("carried_in", None)), filled("2021"), "自然人列上年结转没有填写"),
        (
            filled("2021"),
            filled("2021", _carried("carried_out", None)),
            "自然人列上一年度年报的结转下年度没有填写",
        ),
        (filled("2021"), blank(), "自然人列等 7 处上一年度年报的结转下年度没有填写"),
    ],
    ids=["this year", "last year", "the whole row"],
)
def test_Y401_at_the_edge_a_blank_is_not_judged(content: Content, previous: Content, reason: str) -> None:
    result = judged(content, previous=previous)

    assert (anchors(result, "Y401"), reasons(result, "Y401")) == ([], [reason])


@pytest.mark.parametrize(("left", "found"), [(1, []), (2, ["applications.carried_in.total"])])
def test_Y401_at_the_edge_a_blank_total_stands_for_the_sum_of_its_row(left: int, found: list[str]) -> None:
    row = _carried("carried_in", 1) | _carried("carried_in", None, "total")
    closing = _carried("carried_out", 1) | _carried("carried_out", left, "total")

    assert anchors(judged(filled("2021", row), previous=filled("2021", closing)), "Y401") == found


def _documents(issued: int | None, repealed: int | None, in_force: int | None) -> Content:
    row = "disclosure.normative_documents"
    return filled("2021", {f"{row}.issued": issued, f"{row}.repealed": repealed, f"{row}.in_force": in_force})


def test_Y402_finds_documents_in_force_that_do_not_follow() -> None:
    result = judged(_documents(5, 17, 159), previous=_documents(7, 25, 181))

    finding = only(result, "Y402")
    assert finding.message == (
        "行政规范性文件：上一年度现行有效件数 181 ＋ 本年制发件数 5 － 本年废止件数 17 ＝ 169，"
        "现行有效件数填的是 159，相差 10"
    )
    assert [str(cell) for cell in finding.cells] == [
        "disclosure.normative_documents.in_force",
        "disclosure.normative_documents.issued",
        "disclosure.normative_documents.repealed",
    ]
    assert finding.before == finding.cells[:1]


def test_Y402_finds_it_for_rules_too_and_lists_the_reasons() -> None:
    result = judged(filled("2021"), previous=filled("2021", {"disclosure.government_rules.in_force": 1}))

    finding = only(result, "Y402")
    assert finding.anchor == "disclosure.government_rules.in_force"
    assert finding.choices == STOCK_REASONS == ("自然失效", "清理", "机构划转", "修订重发", "上年口径有误")


def test_Y402_passes_documents_in_force_that_follow() -> None:
    result = judged(_documents(5, 4, 26), previous=_documents(5, 2, 25))

    assert (anchors(result, "Y402"), reasons(result, "Y402")) == ([], [])


def test_Y402_at_the_edge_one_more_or_less_is_found() -> None:
    found = [
        anchors(judged(_documents(5, 4, n), previous=_documents(0, 0, 25)), "Y402") for n in (25, 26, 27)
    ]

    assert [bool(one) for one in found] == [True, False, True]


def test_Y402_at_the_edge_last_year_in_the_2019_edition_is_not_comparable() -> None:
    result = judged(_documents(5, 4, 26), previous=filled("2019"))

    assert anchors(result, "Y402") == []
    assert reasons(result, "Y402") == ["规章等 2 处两版格式不同，缺可比的上一年度数字"]


def test_Y402_at_the_edge_the_2019_edition_has_no_documents_in_force() -> None:
    result = judged(filled("2019"), previous=filled("2019"))

    assert (anchors(result, "Y402"), reasons(result, "Y402")) == ([], [])


@pytest.mark.parametrize(
    ("content", "previous"),
    [
        (_documents(5, 4, None), _documents(0, 0, 25)),
        (_documents(5, None, 26), _documents(0, 0, 25)),
        (_documents(None, 4, 26), _documents(0, 0, 25)),
        (_documents(5, 4, 26), _documents(0, 0, None)),
    ],
)
def test_Y402_at_the_edge_a_blank_is_not_judged(content: Content, previous: Content) -> None:
    result = judged(content, previous=previous)

    assert anchors(result, "Y402") == []
    assert reasons(result, "Y402") == ["行政规范性文件本年度或上一年度有没有填写的格"]


def _disputes(column: str, number: int | None, row: str = "reconsideration") -> Content:
    return filled("2021", {f"disputes.{row}.{column}": number})


def test_Y403_finds_fewer_cases_than_were_pending() -> None:
    result = judged(_disputes("total", 2), previous=_disputes("pending", 4))

    finding = only(result, "Y403")
    assert finding.message == "行政复议：上一年度尚未审结 4，总计只有 2，相差 2"
    assert finding.level is Level.NOTE
    assert finding.cells == (Address("disputes", "reconsideration", "total"),)
    assert finding.before == (Address("disputes", "reconsideration", "pending"),)


def test_Y403_passes_more_cases_than_were_pending() -> None:
    assert anchors(judged(_disputes("total", 5), previous=_disputes("pending", 4)), "Y403") == []


def test_Y403_at_the_edge_as_many_cases_as_were_pending_are_enough() -> None:
    assert anchors(judged(_disputes("total", 4), previous=_disputes("pending", 4)), "Y403") == []


def test_Y403_at_the_edge_a_block_is_compared_with_itself_alone() -> None:
    pending = _disputes("pending", 1, "litigation_after_reconsideration")

    result = judged(_disputes("total", 3), previous=pending)

    assert anchors(result, "Y403") == ["disputes.litigation_after_reconsideration.total"]


def test_Y403_at_the_edge_a_blank_is_not_judged() -> None:
    without_pending = judged(filled("2021"), previous=_disputes("pending", None))
    untouched = judged(replace(blank()), previous=filled("2021"))

    assert reasons(without_pending, "Y403") == ["行政复议上一年度年报的尚未审结没有填写"]
    assert reasons(untouched, "Y403") == ["行政复议等 3 处总计没有填写"]
