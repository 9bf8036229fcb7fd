"""Figures that ran together are parted only when one way alone is possible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.importing.splitting import any_fit, apart, sums_hold


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["3000003"], "3 0 0 0 0 0 3"),
        (["100000010"], "10 0 0 0 0 0 10"),
        (["12", "00000", "12"], "12 0 0 0 0 0 12"),
    ],
)
def test_the_sum_may_leave_one_way(texts: list[str], numbers: str) -> None:
    assert apart(texts, 7, sums_hold(7)) == numbers.split()


@pytest.mark.parametrize(
    "texts",
    [
        ["120001013"],  # 12 and 1 are 13; 1, 2 and 10 are, too
        ["3000004"],  # no way
        ["3", "3"],  # nothing ran together: cells are missing
        ["25", "1000", "1025"],
        ["3x00003"],
        ["9" * 80],
        [],
    ],
)
def test_none_or_several_ways_are_no_way(texts: list[str]) -> None:
    assert apart(texts, 7, sums_hold(7)) is None


def test_without_a_sum_noughts_may_leave_one_way() -> None:
    assert apart(["002"], 3, any_fit) == ["0", "0", "2"]


def test_fifteen_figures_are_parted_by_three_sums() -> None:
    found = apart(["400268000810102"], 15, sums_hold(5))

    assert found == list("400268000810102")


def test_a_number_of_ways_beyond_counting_is_given_up() -> None:
    assert apart(["1" * 60], 40, sums_hold(40)) is None


@settings(deadline=None)
@given(st.lists(st.integers(0, 300), min_size=6, max_size=6))
def test_what_is_parted_is_what_was_put_together_or_nothing(parts: list[int]) -> None:
    numbers = [str(one) for one in (*parts, sum(parts))]

    found = apart(["".join(numbers)], 7, sums_hold(7))

    assert found is None or found == numbers
