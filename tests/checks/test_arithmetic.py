"""T201 to T204: the sums and balances that the form prints."""

from dataclasses import replace
from pathlib import Path

import pytest

from govreport.rendering.interchange import read
from tests.contents import CORPUS, anchors, blank, codes, filled, judged, listed_failures


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_arithmetic_failures_of_published_reports_are_found_exactly(path: Path) -> None:
    result = judged(read(path.read_bytes()).content)

    found = [(finding.code, finding.anchor) for finding in result.findings if finding.code[0] == "T"]

    assert found == listed_failures(path)


def test_the_published_reports_hold_eight_failures_in_all() -> None:
    assert sum(len(listed_failures(path)) for path in CORPUS) == 8


def test_T201_total_must_equal_the_six_applicants() -> None:
    content = filled("2021", {"applications.granted.natural_person": 3, "applications.granted.total": 4})

    result = judged(content)

    assert anchors(result, "T201") == ["applications.granted.total"]
    (finding,) = [finding for finding in result.findings if finding.code == "T201"]
    assert finding.message == "（一）予以公开：各列合计 3，总计填的是 4，相差 1"
    assert [cell.column for cell in finding.cells][:3] == ["total", "natural_person", "commercial_enterprise"]


def test_T201_passes_when_the_total_is_the_sum() -> None:
    content = filled("2021", {"applications.granted.natural_person": 3, "applications.granted.total": 3})

    assert anchors(judged(content), "T201") == []


def test_T201_takes_a_blank_applicant_for_0_but_does_not_judge_a_blank_total() -> None:
    content = filled("2021", {"applications.granted.other_org": None, "applications.carried_in.total": None})

    result = judged(content)

    assert anchors(result, "T201") == []
    reasons = [item.reason for item in result.not_assessable if item.code == "T201"]
    assert reasons == ["二、上年结转政府信息公开申请数量总计没有填写"]


@pytest.mark.parametrize(("key", "rows"), [("2021", 21), ("2019", 19)])
def test_T202_total_must_equal_all_result_rows(key: str, rows: int) -> None:
    content = filled(key, {"applications.results_total.commercial_enterprise": 1})

    result = judged(content)

    assert anchors(result, "T202") == ["applications.results_total.commercial_enterprise"]
    (finding,) = [finding for finding in result.findings if finding.code == "T202"]
    assert len(finding.cells) == rows + 1
    assert finding.message == "商业企业列：各项办理结果合计 0，（七）总计填的是 1，相差 1"


def test_T202_passes_when_results_add_up() -> None:
    granted = {"applications.granted.other_org": 2, "applications.results_total.other_org": 2}

    assert anchors(judged(filled("2021", granted)), "T202") == []


def test_T202_replaces_a_blank_total_cell_by_the_sum_of_its_row() -> None:
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


def test_T202_does_not_judge_a_blank_total() -> None:
    content = filled(
        "2021",
        {"applications.granted.natural_person": 2, "applications.results_total.natural_person": None},
    )

    assert anchors(judged(content), "T202") == []
    assert [item.reason for item in judged(content).not_assessable] == ["自然人列办理结果总计没有填写"]


def test_T203_new_and_carried_in_must_equal_results_and_carried_out() -> None:
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


def test_T203_passes_when_the_rest_is_carried_over() -> None:
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


def test_T203_does_not_judge_a_column_without_any_figure() -> None:
    result = judged(blank())

    assert anchors(result, "T203") == []
    assert [item.reason for item in result.not_assessable if item.code == "T203"] == [
        "自然人列等 7 处整列没有数字"
    ]


def test_T204_total_must_equal_the_four_outcomes() -> None:
    content = filled("2021", {"disputes.direct_litigation.pending": 2, "disputes.direct_litigation.total": 1})

    result = judged(content)

    assert anchors(result, "T204") == ["disputes.direct_litigation.total"]
    assert result.findings[0].message == "行政诉讼 未经复议直接起诉：各列合计 2，总计填的是 1，相差 1"


def test_T204_passes_when_the_outcomes_add_up() -> None:
    content = filled("2019", {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": 2})

    assert codes(judged(content)) == set()


def test_T204_does_not_judge_a_blank_total() -> None:
    content = filled("2021", {"disputes.reconsideration.upheld": 2, "disputes.reconsideration.total": None})

    assert codes(judged(content)) == {"F101"}


def test_a_content_of_no_edition_raises() -> None:
    with pytest.raises(LookupError, match="2014"):
        judged(replace(blank(), edition="2014"))
