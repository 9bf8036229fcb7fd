"""D801 to D803: the deadline, and the end of the year."""

from dataclasses import replace
from datetime import date

import pytest

from govreport.checks.finding import Level
from tests.checks.by_code import only, reasons
from tests.contents import codes, filled, judged

DUE = date(2024, 1, 31)  # for the year 2023, which `filled` tells of


def said(day: date, due: date | None = None) -> set[str]:
    """The codes of what is said of dates."""
    return {code for code in codes(judged(filled("2021"), day=day, due=due)) if code[0] == "D"}


def test_D801_finds_a_deadline_that_is_near() -> None:
    finding = only(judged(filled("2021"), day=date(2024, 1, 26), due=DUE), "D801")

    assert finding.message == "距截止日期 2024年1月31日 还有 5 天"
    assert (finding.level, finding.cells, finding.part) == (Level.NOTE, (), None)


def test_D801_passes_a_deadline_that_is_far() -> None:
    assert said(date(2024, 1, 2), DUE) == set()


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2024, 1, 20), set()),
        (date(2024, 1, 21), {"D801"}),
        (DUE, {"D801"}),
        (date(2024, 2, 1), {"D802"}),
    ],
)
def test_D801_at_the_edge_from_ten_days_before_to_the_day_itself(day: date, found: set[str]) -> None:
    assert said(day, DUE) == found


def test_D801_at_the_edge_the_day_itself_is_called_today() -> None:
    finding = only(judged(filled("2021"), day=DUE, due=DUE), "D801")

    assert finding.message == "距截止日期 2024年1月31日 就是今天"


@pytest.mark.parametrize("code", ["D801", "D802"])
def test_D801_at_the_edge_without_a_day_or_a_deadline_nothing_is_judged(code: str) -> None:
    assert reasons(judged(filled("2021"), due=DUE), code) == ["缺提交或发布的日期"]
    assert reasons(judged(filled("2021"), day=DUE), code) == ["没有设定截止日期"]


def test_D802_finds_a_deadline_that_has_passed() -> None:
    finding = only(judged(filled("2021"), day=date(2024, 2, 3), due=DUE), "D802")

    assert finding.message == "截止日期 2024年1月31日 已过 3 天"
    assert finding.level is Level.NOTE


def test_D802_passes_a_report_in_time() -> None:
    assert "D802" not in said(date(2024, 1, 30), DUE)


@pytest.mark.parametrize(("day", "found"), [(DUE, False), (date(2024, 2, 1), True)])
def test_D802_at_the_edge_the_last_day_is_in_time(day: date, found: bool) -> None:
    assert ("D802" in said(day, DUE)) is found


def test_D803_finds_a_report_before_its_year_is_over() -> None:
    finding = only(judged(filled("2021"), day=date(2023, 12, 30)), "D803")

    assert finding.message == "2023 年度还没有结束：年报在 2023年12月30日 不能提交和发布"
    assert finding.level is Level.ERROR


def test_D803_passes_a_report_of_last_year() -> None:
    assert said(date(2025, 6, 1)) == set()


@pytest.mark.parametrize(("day", "found"), [(date(2023, 12, 31), {"D803"}), (date(2024, 1, 1), set())])
def test_D803_at_the_edge_the_first_of_january_is_early_enough(day: date, found: set[str]) -> None:
    assert said(day) == found


def test_D803_at_the_edge_without_day_or_year_nothing_is_judged() -> None:
    without_year = replace(filled("2021"), year=None)

    assert reasons(judged(filled("2021")), "D803") == ["缺提交或发布的日期"]
    assert reasons(judged(without_year, day=DUE), "D803") == ["报告没有写明年度"]
