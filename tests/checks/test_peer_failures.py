"""What the nearest comparable system lets pass: here each is reported under its code."""

import json
from dataclasses import replace

import pytest

from govreport.checks.finding import Level, Result
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.rendering.interchange import read
from tests.checks.by_code import reasons
from tests.contents import anchors, blank, codes, filled, judged

GRANTED = "applications.granted.natural_person"
PARTS = ["overview", "problems", "other_matters"]


def of_file(seen: object) -> Result:
    """What is said of a file with zeros everywhere and this in one cell."""
    tables: dict[str, dict[str, dict[str, object]]] = {}
    for address in edition("2021").cells:
        tables.setdefault(address.table, {}).setdefault(address.row, {})[address.column] = 0
    tables["applications"]["granted"]["natural_person"] = seen
    document = {"edition": "2021", "agency": {"name": "云溪县林业局"}, "year": 2023, "tables": tables}
    return judged(read(json.dumps(document).encode()).content)


def test_an_untouched_blank_form_is_refused() -> None:
    result = judged(replace(blank(), narrative={}, totals_stated=False))

    entries = [cell for table in edition("2021").tables for cell in edition("2021").entries(table.key)]
    assert result.has_errors
    assert len(anchors(result, "F101")) == len(entries)
    assert anchors(result, "F103") == PARTS


def test_all_zeros_without_narrative_are_refused() -> None:
    result = judged(replace(filled("2021"), narrative={}))

    assert result.has_errors
    assert anchors(result, "F103") == PARTS
    assert anchors(result, "F101") == []


@pytest.mark.parametrize("typed", ["-5", "1.5", "12abc"])
def test_a_typed_entry_that_is_no_count_is_refused(typed: str) -> None:
    content = replace(filled("2021", {GRANTED: None}), unread={Address.parse(GRANTED): typed})

    result = judged(content)

    assert anchors(result, "F102") == [GRANTED]
    assert typed in next(finding.message for finding in result.findings if finding.code == "F102")
    assert result.has_errors


@pytest.mark.parametrize("stated", [-5, 1.5, "-5", "1.5", "12abc"])
def test_an_entry_of_a_file_that_is_no_count_is_refused(stated: object) -> None:
    result = of_file(stated)

    assert anchors(result, "F102") == [GRANTED]
    assert result.has_errors


def test_an_empty_column_is_refused_and_not_taken_for_one_that_balances() -> None:
    column = {str(cell): None for cell in edition("2021").cells if cell.column == "research_institution"}

    result = judged(filled("2021", column))

    assert anchors(result, "F101") == list(column)
    assert reasons(result, "T202") == ["科研机构列办理结果总计没有填写"]
    assert reasons(result, "T203") == ["科研机构列整列没有数字"]


def test_a_blank_total_in_a_file_is_refused_and_not_taken_for_one_that_agrees() -> None:
    result = judged(filled("2021", {GRANTED: 3, "applications.granted.total": None}))

    assert anchors(result, "F101") == ["applications.granted.total"]
    assert reasons(result, "T201") == ["（一）予以公开总计没有填写"]
    assert {finding.level for finding in result.findings if finding.code == "F101"} == {Level.ERROR}


def test_the_blank_total_itself_is_none_of_the_wrong_sums() -> None:
    result = judged(filled("2021", {"disputes.reconsideration.total": None}))

    assert codes(result) & {"T201", "T202", "T203", "T204"} == set()
    assert reasons(result, "T204") == ["行政复议总计没有填写"]
