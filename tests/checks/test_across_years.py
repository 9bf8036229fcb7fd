"""Y404, Y405: figures beside last year's."""

from decimal import Decimal

import pytest

from govreport.checks.finding import Level
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number
from tests.checks.by_code import only, reasons
from tests.contents import anchors, blank, filled, judged

PENALTIES = "disclosure.penalties.decisions"
DOCUMENTS = "disclosure.normative_documents"
NOT_COMPARABLE = "两版格式不同，缺可比的上一年度数字"

Figures = dict[str, Number | None]


def _penalties(number: int | None) -> Content:
    return filled("2021", {PENALTIES: number})


def test_Y404_finds_a_figure_that_grew_more_than_fivefold() -> None:
    finding = only(judged(_penalties(90), previous=_penalties(12)), "Y404")

    assert finding.message == "行政处罚：本年处理决定数量由上一年度的 12 变为 90，相差超过五倍"
    assert finding.level is Level.NOTE
    assert finding.cells == finding.before == (Address.parse(PENALTIES),)


@pytest.mark.parametrize(("before", "now"), [(51, 10), (42, 0), (0, 12)])
def test_Y404_finds_a_figure_that_fell_to_under_a_fifth_or_came_from_nothing(before: int, now: int) -> None:
    assert anchors(judged(_penalties(now), previous=_penalties(before)), "Y404") == [PENALTIES]


def test_Y404_finds_a_row_once_with_all_its_columns() -> None:
    now: Figures = {f"{DOCUMENTS}.issued": 30, f"{DOCUMENTS}.repealed": 2, f"{DOCUMENTS}.in_force": 90}
    before: Figures = {f"{DOCUMENTS}.issued": 2, f"{DOCUMENTS}.repealed": 1, f"{DOCUMENTS}.in_force": 10}

    result = judged(filled("2021", now), previous=filled("2021", before))

    finding = only(result, "Y404")
    assert finding.message == (
        "行政规范性文件：本年制发件数由上一年度的 2 变为 30，"
        "现行有效件数由上一年度的 10 变为 90，相差超过五倍"
    )
    assert [cell.column for cell in finding.cells] == ["issued", "in_force"]


def test_Y404_finds_table_three_by_its_totals_without_the_row_of_totals() -> None:
    rows = ("new_received", "granted", "results_total")
    columns = ("natural_person", "total")
    now: Figures = {f"applications.{row}.{column}": 40 for row in rows for column in columns}

    result = judged(filled("2021", now), previous=filled("2019"))

    assert anchors(result, "Y404") == ["applications.new_received.total", "applications.granted.total"]


def test_Y404_passes_figures_that_change_a_little_and_small_ones() -> None:
    small = judged(_penalties(9), previous=_penalties(0))
    usual = judged(_penalties(10690), previous=_penalties(2293))

    assert [anchors(result, "Y404") for result in (small, usual)] == [[], []]


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [(10, 50, False), (10, 51, True), (50, 10, False), (51, 10, True), (0, 9, False), (0, 10, True)],
)
def test_Y404_at_the_edge_more_than_fivefold_and_one_side_at_least_10(
    before: int, now: int, found: bool
) -> None:
    assert anchors(judged(_penalties(now), previous=_penalties(before)), "Y404") == [PENALTIES] * found


def test_Y404_at_the_edge_a_change_in_number_is_no_figure_of_its_own() -> None:
    change: Figures = {"disclosure.penalties.items_change": -19}

    assert anchors(judged(filled("2019", change), previous=filled("2019")), "Y404") == []


def test_Y404_at_the_edge_the_editions_are_compared_where_they_say_the_same() -> None:
    result = judged(filled("2021", {PENALTIES: 90}), previous=filled("2019", {PENALTIES: 12}))

    assert (anchors(result, "Y404"), reasons(result, "Y404")) == ([], [f"规章等 9 处{NOT_COMPARABLE}"])


@pytest.mark.parametrize(("now", "before"), [(None, 90), (90, None)])
def test_Y404_at_the_edge_a_blank_is_not_judged(now: int | None, before: int | None) -> None:
    result = judged(_penalties(now), previous=_penalties(before))

    assert (anchors(result, "Y404"), reasons(result, "Y404")) == ([], ["行政处罚本年度或上一年度没有填写"])


def _decisions(**more: Number) -> Figures:
    figures: Figures = {
        "disclosure.licenses.decisions": 10,
        "disclosure.penalties.decisions": 30,
        "disclosure.administrative_fees.amount": Decimal("0.5"),
    }
    return figures | {f"{DOCUMENTS}.{column}": number for column, number in more.items()}


def test_Y405_finds_a_table_with_the_figures_of_last_year() -> None:
    content, previous = filled("2021", _decisions(in_force=9)), filled("2021", _decisions(in_force=8))

    finding = only(judged(content, previous=previous), "Y405")
    assert finding.message == (
        "“二、主动公开政府信息情况”当年发生的数字与上一年度全部相同，其中不是 0 的有 3 个"
    )
    assert finding.level is Level.QUERY
    assert finding.cells == finding.before == tuple(Address.parse(cell) for cell in _decisions())


def test_Y405_finds_table_three_of_either_edition() -> None:
    rows = ("granted", "denied_state_secret", "unable_not_held")
    figures: Figures = {f"applications.{row}.natural_person": 1 for row in rows}

    result = judged(filled("2019", figures), previous=filled("2019", figures))

    assert anchors(result, "Y405") == ["applications.granted.natural_person"]


def test_Y405_passes_a_table_in_which_one_figure_differs() -> None:
    result = judged(filled("2021", _decisions(issued=1)), previous=filled("2021", _decisions()))

    assert (anchors(result, "Y405"), reasons(result, "Y405")) == ([], [])


@pytest.mark.parametrize(("licenses", "found"), [(0, []), (1, ["disclosure.licenses.decisions"])])
def test_Y405_at_the_edge_three_figures_must_not_be_0(licenses: int, found: list[str]) -> None:
    content = filled("2021", _decisions() | {"disclosure.licenses.decisions": licenses})

    assert anchors(judged(content, previous=content), "Y405") == found


def test_Y405_at_the_edge_totals_do_not_count_as_figures() -> None:
    total: Figures = {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.pending": 1}
    content = filled("2021", total | {"disputes.reconsideration.total": 3})

    assert anchors(judged(content, previous=content), "Y405") == []


@pytest.mark.parametrize(
    ("column", "stays"), [("items_last_year", True), ("disclosed_total", True), ("items_change", False)]
)
def test_Y405_at_the_edge_what_stays_from_year_to_year_is_no_flow(column: str, stays: bool) -> None:
    row = "normative_documents" if column == "disclosed_total" else "licenses"
    decisions: Figures = {f"disclosure.{name}.decisions": 5 for name in ("licenses", "penalties")}
    decisions |= {"disclosure.centralized_procurement.projects": 5}
    content = filled("2019", decisions | {f"disclosure.{row}.{column}": 7})

    found = anchors(judged(content, previous=filled("2019", decisions)), "Y405")

    assert bool(found) is stays


def test_Y405_at_the_edge_a_blank_is_not_judged_unless_another_figure_differs() -> None:
    blanked = filled("2021", _decisions() | {f"{DOCUMENTS}.issued": None})
    same = judged(blanked, previous=filled("2021", _decisions()))
    other = judged(blanked, previous=filled("2021", _decisions() | {PENALTIES: 31}))

    missing = "“二、主动公开政府信息情况”本年度或上一年度有没有填写的格"
    assert (anchors(same, "Y405"), reasons(same, "Y405")) == ([], [missing])
    assert (anchors(other, "Y405"), reasons(other, "Y405")) == ([], [])


def test_Y405_at_the_edge_two_editions_are_not_comparable() -> None:
    result = judged(filled("2021"), previous=filled("2019"))

    assert reasons(result, "Y405") == [f"“二、主动公开政府信息情况”等 2 处{NOT_COMPARABLE}"]


@pytest.mark.parametrize("code", ["Y404", "Y405"])
def test_without_last_year_a_code_is_not_assessable(code: str) -> None:
    assert reasons(judged(blank()), code) == ["缺上一年度的年报"]
