"""Which cells a fact may mean, by edition."""

import pytest

from govreport.checks.narrative.reading.items import FITTING, Item
from govreport.checks.narrative.reading.meanings import readings, together
from govreport.editions.lookup import edition


def cells(item: Item, key: str = "2021") -> list[list[str]]:
    """The cells of each reading, without their table."""
    found = readings(item, edition(key))
    return [[f"{cell.row}.{cell.column}" for cell in reading.cells] for reading in found]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            Item("applications", "received"),
            [["new_received.total"], ["new_received.total", "carried_in.total"]],
        ),
        (Item("applications", "finished"), [["results_total.total"]]),
        (Item("applications", "carried"), [["carried_in.total"], ["carried_out.total"]]),
        (Item("applications", "granted_or_partly"), [["granted.total", "partially_granted.total"]]),
        (Item("applications", "granted", "natural_person"), [["granted.natural_person"]]),
        (
            Item("litigation", ""),
            [["direct_litigation.total", "litigation_after_reconsideration.total"]],
        ),
        (Item("reconsideration", "upheld"), [["reconsideration.upheld"]]),
        (Item("normative_documents", "kept"), [["normative_documents.in_force"]]),
        (Item("licenses", ""), [["licenses.decisions"]]),
        (Item("administrative_fees", ""), [["administrative_fees.amount"]]),
    ],
)
def test_an_item_means_these_cells(item: Item, expected: list[list[str]]) -> None:
    assert cells(item) == expected


@pytest.mark.parametrize(("role", "rows"), [("denied", 8), ("unable", 3), ("unprocessed", 5), ("other", 3)])
def test_a_group_of_results_is_the_sum_of_its_rows(role: str, rows: int) -> None:
    (found,) = cells(Item("applications", role))

    assert len(found) == rows
    assert {cell.split(".")[1] for cell in found} == {"total"}


def test_organisations_are_five_columns() -> None:
    assert [len(found) for found in cells(Item("applications", "", "organisations"))] == [5, 10, 5]


def test_the_2019_edition_has_its_own_columns_and_lacks_others() -> None:
    assert cells(Item("normative_documents", "issued"), "2019") == [["normative_documents.created"]]
    assert cells(Item("normative_documents", "repealed"), "2019") == []
    assert cells(Item("applications", "other"), "2019") == [["other.total"]]


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_whatever_fits_can_be_read_without_an_error(key: str) -> None:
    for topic, roles in FITTING.items():
        for role in roles:
            assert all(reading.words for reading in readings(Item(topic, role), edition(key)))


def test_a_sum_over_two_facts_means_the_cells_of_both() -> None:
    both = [readings(Item(topic, ""), edition("2021")) for topic in ("licenses", "penalties")]

    (reading,) = together(both)

    assert [cell.row for cell in reading.cells] == ["licenses", "penalties"]
    assert reading.words.count("＋") == 1
