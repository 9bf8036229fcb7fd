"""Findings as they are listed."""

from govreport.checks.finding import NotAssessable
from govreport.checks.listing import gathered, not_assessable_lines
from govreport.editions.lookup import edition
from tests.contents import blank, filled, judged

FORM = edition("2021")


def test_the_blank_cells_of_a_row_are_one_finding_with_all_its_cells() -> None:
    _, rows = gathered(judged(blank()).findings, FORM)

    granted = next(row for row in rows if row.message.startswith("（一）予以公开"))
    assert granted.message.endswith("：整行没有填写")
    assert len(granted.cells) == 7
    assert len(rows) < 50


def test_some_blank_cells_of_a_row_are_named_by_their_columns() -> None:
    cells = ("applications.granted.natural_person", "applications.granted.total")
    content = filled("2021", dict.fromkeys(cells))

    _, (row,) = gathered(judged(content).findings, FORM)

    assert row.message == "（一）予以公开：自然人、总计没有填写"
    assert [str(cell) for cell in row.cells] == list(cells)


def test_other_findings_stay_as_they_are_in_their_order() -> None:
    content = filled("2021", {"applications.new_received.natural_person": 3})
    found = judged(content).findings

    others, rows = gathered(found, FORM)

    assert (tuple(others), rows) == (found, [])


def test_what_lacks_the_same_stands_in_one_line() -> None:
    lines = not_assessable_lines(
        NotAssessable(code, reason) for code, reason in (("Y401", "缺甲"), ("T206", "缺乙"), ("Y402", "缺甲"))
    )

    assert lines == ("Y401、Y402：缺甲", "T206：缺乙")
