"""T201 to T205: the sums and balances that the form prints, and documents in force."""

from dataclasses import replace
from pathlib import Path

import pytest

from govreport.checks.finding import Level
from govreport.rendering.interchange import read
from tests.checks.by_code import only, reasons
from tests.contents import CORPUS, anchors, blank, codes, filled, judged, listed_failures


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_arithmetic_failures_of_published_reports_are_found_exactly(path: Path) -> None:
    result = judged(read(path.read_bytes()).content)

    found = [(finding.code, finding.anchor) for finding in result.findings if finding.code[0] == "T"]

    assert found == listed_failures(path)


def test_the_published_reports_hold_eight_failures_in_all() -> None:
    assert sum(len(listed_failures(path)) for path in CORPUS) == 8


def test_T201_finds_a_total_that_is_not_the_six_applicants() -> None:
    content = filled("2021", {"applications.granted.natural_person": 3, "applications.granted.total": 4})

    result = judged(content)

    assert anchors(result, "T201") == ["applications.granted.total"]
    finding = only(result, "T201")
    assert finding.message == "（一）予以公开：各列合计 3，总计填的是 4，相差 1"
    assert [cell.column for cell in finding.cells][:3] == ["total", "natural_person", "commercial_enterprise"]


def test_T201_passes_a_total_that_is_the_sum() -> None:
    content = filled("2021", {"applications.granted.natural_person": 3, "applications.granted.total": 3})

    assert anchors(judged(content), "T201") == []


def test_T201_at_the_edge_a_blank_applicant_is_0_and_a_blank_total_is_not_judged() -> None:
    content = filled("2021", {"applications.granted.other_org": None, "applications.carried_in.total": None})

    result = judged(content)

    assert anchors(result, "T201") == []
    assert reasons(result, "T201") == ["二、上年结转政府信息公开申请数量总计没有填写"]


@pytest.mark.parametrize(("key", "rows"), [("2021", 21), ("2019", 19)])
def test_T202_finds_a_total_that_is_not_all_result_rows(key: str, rows: int) -> None:
    content = filled(key, {"applications.results_total.commercial_enterprise": 1})

    result = judged(content)

    assert anchors(result, "T202") == ["applications.results_total.commercial_enterprise"]
    finding = only(result, "T202")
    assert len(finding.cells) == rows + 1
    assert finding.message == "商业企业列：各项办理结果合计 0，（七）总计填的是 1，相差 1"


def test_T202_passes_results_that_add_up() -> None:
    granted = {"applications.granted.other_org": 2, "applications.results_total.other_org": 2}

    assert anchors(judged(filled("2021", granted)), "T202") == []


def test_T202_at_the_edge_a_blank_total_cell_stands_for_the_sum_of_its_row() -> None:
    content = filled(
        "2021",
        {
            "applications.granted.natural_person": 2,
            "applications.granted.total": None,
            "applications.results_total.natural_person": 2,
            "applications.results_total.total": 2,
        },
    )

    assert anchors(judged(content), "T202") == []


def test_T202_at_the_edge_a_blank_total_is_not_judged() -> None:
    content = filled(
        "2021",
        {"applications.granted.natural_person": 2, "applications.results_total.natural_person": None},
    )

    result = judged(content)

    assert anchors(result, "T202") == []
    assert reasons(result, "T202") == ["自然人列办理结果总计没有填写"]


def test_T203_finds_new_and_carried_in_that_are_not_results_and_carried_out() -> None:
    content = filled(
        "2021",
        {
            "applications.new_received.natural_person": 10,
            "applications.new_received.total": 10,
            "applications.granted.natural_person": 9,
            "applications.granted.total": 9,
            "applications.results_total.natural_person": 9,
            "applications.results_total.total": 9,
        },
    )

    result = judged(content)

    assert codes(result) == {"T203"}
    assert anchors(result, "T203") == [
        "applications.new_received.natural_person",
        "applications.new_received.total",
    ]
    assert result.findings[0].message == (
        "自然人列：本年新收 10 ＋ 上年结转 0 ＝ 10，办理结果总计 9 ＋ 结转下年度 0 ＝ 9，相差 1"
    )
    assert [cell.row for cell in result.findings[0].cells] == [
        "new_received",
        "carried_in",
        "results_total",
        "carried_out",
    ]


def test_T203_passes_a_rest_that_is_carried_over() -> None:
    content = filled(
        "2021",
        {
            "applications.new_received.natural_person": 1,
            "applications.new_received.total": 1,
            "applications.carried_out.natural_person": 1,
            "applications.carried_out.total": 1,
        },
    )

    assert codes(judged(content)) == set()


def test_T203_at_the_edge_a_column_without_any_figure_is_not_judged() -> None:
    result = judged(blank())

    assert anchors(result, "T203") == []
    assert reasons(result, "T203") == ["自然人列等 7 处整列没有数字"]


def test_T204_finds_a_total_that_is_not_the_four_outcomes() -> None:
    content = filled("2021", {"disputes.direct_litigation.pending": 2, "disputes.direct_litigation.total": 1})

    result = judged(content)

    assert anchors(result, "T204") == ["disputes.direct_litigation.total"]
    assert result.findings[0].message == "行政诉讼 未经复议直接起诉：各列合计 2，总计填的是 1，相差 1"


def test_T204_passes_outcomes_that_add_up() -> None:
    content = filled("2019", {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": 2})

    assert codes(judged(content)) == set()


def test_T204_at_the_edge_a_blank_total_is_not_judged() -> None:
    content = filled("2021", {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": None})

    assert codes(judged(content)) == {"F101"}


def _documents(issued: int | None, repealed: int | None, in_force: int | None) -> dict[str, int | None]:
    row = "disclosure.normative_documents"
    return {f"{row}.issued": issued, f"{row}.repealed": repealed, f"{row}.in_force": in_force}


def test_T205_finds_fewer_documents_in_force_than_the_year_left() -> None:
    result = judged(filled("2021", _documents(5, 2, 2)))

    finding = only(result, "T205")
    assert finding.level is Level.QUERY
    assert finding.message == (
        "行政规范性文件：本年制发件数 5 － 本年废止件数 2 ＝ 3，现行有效件数只有 2，相差 1"
    )
    assert [cell.column for cell in finding.cells] == ["in_force", "issued", "repealed"]


@pytest.mark.parametrize(("issued", "repealed", "in_force"), [(5, 2, 40), (0, 9, 0), (0, 0, 0)])
def test_T205_passes_documents_of_earlier_years(issued: int, repealed: int, in_force: int) -> None:
    assert anchors(judged(filled("2021", _documents(issued, repealed, in_force))), "T205") == []


def test_T205_at_the_edge_as_many_as_the_year_left_are_enough() -> None:
    assert anchors(judged(filled("2021", _documents(5, 2, 3))), "T205") == []


@pytest.mark.parametrize("figures", [_documents(5, 2, None), _documents(None, 2, 3), _documents(5, None, 3)])
def test_T205_at_the_edge_a_blank_is_not_judged(figures: dict[str, int | None]) -> None:
    result = judged(filled("2021", figures))

    assert anchors(result, "T205") == []
    assert reasons(result, "T205") == ["行政规范性文件有没有填写的格"]


def test_T205_at_the_edge_the_2019_edition_has_no_documents_in_force() -> None:
    result = judged(filled("2019"))

    assert (anchors(result, "T205"), reasons(result, "T205")) == ([], [])


def test_a_content_of_no_edition_raises() -> None:
    with pytest.raises(LookupError, match="2014"):
        judged(replace(blank(), edition="2014"))
