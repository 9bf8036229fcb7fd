"""The rules spelled out cell by cell, and totals computed by them."""

import pytest

from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.editions.relations import relations, with_totals


@pytest.mark.parametrize(("key", "rows"), [("2021", 25), ("2019", 23)])
def test_table_three_has_a_sum_a_row_and_three_relations_a_column(key: str, rows: int) -> None:
    assert len(relations(edition(key), "applications")) == rows + 7 + 7 + 7
    assert len(relations(edition(key), "disputes")) == 3 + 3


def test_only_the_2021_edition_has_documents_in_force() -> None:
    codes = [relation.rule.code for relation in relations(edition("2021"), "disclosure")]

    assert codes == ["T205", "T205", "Y402", "Y402"]
    assert relations(edition("2019"), "disclosure") == ()


def test_a_relation_with_last_year_names_the_cells_of_both_years() -> None:
    carried = [item for item in relations(edition("2021"), "applications") if item.rule.code == "Y401"]

    assert carried[0].left == (Address("applications", "carried_in", "natural_person"),)
    assert carried[0].before == (Address("applications", "carried_out", "natural_person"),)


def totals(figures: dict[str, Number]) -> dict[str, Number]:
    """What is computed from the given figures of the 2021 edition."""
    given = {Address.parse(text): number for text, number in figures.items()}
    return {str(address): number for address, number in with_totals(given, edition("2021")).items()}


def test_totals_are_computed_down_and_across() -> None:
    computed = totals(
        {"applications.granted.natural_person": 8, "applications.denied_state_secret.other_org": 2}
    )

    assert computed["applications.granted.total"] == 8
    assert computed["applications.results_total.other_org"] == 2
    assert computed["applications.results_total.total"] == 10


def test_a_total_is_blank_when_all_its_parts_are() -> None:
    computed = totals({"applications.granted.natural_person": 0})

    assert computed["applications.results_total.natural_person"] == 0
    assert "applications.results_total.other_org" not in computed
    assert "applications.carried_in.total" not in computed


def test_a_stated_total_is_not_taken_over() -> None:
    computed = totals({"disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 9})

    assert computed["disputes.reconsideration.total"] == 1
