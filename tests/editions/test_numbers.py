"""How a typed entry is read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.editions.numbers import Kind, Number, Unreadable, plain, read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,234", 1234),
        (" 7 ", 7),
        ("　0", 0),
        ("+3", 3),
        ("007", 7),
        ("1，234", 1234),
    ],
)
def test_a_count_is_read_as_people_type_it(typed: str, number: int) -> None:
    assert read_number(typed, Kind.COUNT) == number


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0", "　"])
def test_an_empty_entry_is_blank_and_not_0(typed: str) -> None:
    assert read_number(typed, Kind.COUNT) is None


@pytest.mark.parametrize(
    "typed", ["12abc", "-1", "−1", "1.5", "100000000", "1 2", "1,23", "½", "②件", "①②", "5²", "1e3", "/"]
)
def test_what_is_no_count_is_refused_with_the_entry_in_the_sentence(typed: str) -> None:
    with pytest.raises(Unreadable, match="应为 0 至 99,999,999 的整数") as refusal:
        read_number(typed, Kind.COUNT)

    assert typed in str(refusal.value)


@pytest.mark.parametrize(
    ("typed", "number"), [("0.37", "0.37"), ("24,252.311082", "24252.311082"), ("5.", "5")]
)
def test_money_keeps_its_places(typed: str, number: str) -> None:
    assert read_number(typed, Kind.MONEY) == Decimal(number)


@pytest.mark.parametrize("typed", ["43.788万元", "-1", "0.1234567", "1000000000", "9" * 23, "0." + "1" * 37])
def test_money_refuses_units_negatives_and_what_cannot_be_stored(typed: str) -> None:
    with pytest.raises(Unreadable, match="小数不超过 6 位"):
        read_number(typed, Kind.MONEY)


@pytest.mark.parametrize("typed", ["-19", "－19", "+81"])
def test_a_change_may_be_negative(typed: str) -> None:
    assert read_number(typed, Kind.CHANGE) in {-19, 81}


@given(st.text(max_size=200), st.sampled_from(Kind))
def test_any_text_is_read_or_refused_but_never_raises_otherwise(typed: str, kind: Kind) -> None:
    try:
        number = read_number(typed, kind)
    except Unreadable:
        return
    assert number is None or read_number(plain(number), kind) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
        (Decimal("10"), "10"),
    ],
)
def test_a_number_is_written_as_short_as_can_be(number: Number, text: str) -> None:
    assert plain(number) == text
