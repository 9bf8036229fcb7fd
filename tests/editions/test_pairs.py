"""Problems and measures in pairs: taken apart and put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.editions.pairs import join_problems, split_problems, without_number

LINES = st.sampled_from(
    [
        "",
        "甲。",
        "1.甲",
        "2.乙",
        "3.丙",
        "（一）存在的主要问题",
        "（二）改进情况",
        "（一）改进情况",
        "2.1甲",
        "（二）乙",
    ]
)
TWO = "（一）存在的主要问题\n1.甲。\n2.乙。\n（二）改进情况\n1.丙。\n2.丁。"


@given(st.lists(LINES, max_size=10).map("\n".join))
def test_any_lines_are_the_same_text_again(text: str) -> None:
    assert join_problems(*split_problems(text)) == text


@given(st.text())
def test_any_text_is_the_same_again(text: str) -> None:
    assert join_problems(*split_problems(text)) == text


def test_pairs_are_printed_as_two_numbered_lists() -> None:
    assert join_problems("", [("甲。", "丙。"), ("", ""), ("乙。", "丁。")]) == TWO
    assert split_problems(TWO) == ("", (("甲。", "丙。"), ("乙。", "丁。")))


def test_a_lone_pair_has_no_number() -> None:
    text = join_problems("", [("更新不及时。", "每周核对。")])

    assert text == "（一）存在的主要问题\n更新不及时。\n（二）改进情况\n每周核对。"
    assert split_problems(text) == ("", (("更新不及时。", "每周核对。"),))


@pytest.mark.parametrize(
    "pairs",
    [
        (("甲。", ""),),
        (("", "丙。"),),
        (("甲。", "丙。"), ("乙。", "")),
        (("甲。", ""), ("乙。", "丁。")),
        (("", "丙。"), ("乙。", "丁。"), ("戊。", "")),
        (("甲。\n又一段。", "丙。\n2.又一段。"), ("乙。", "丁。")),
    ],
)
def test_what_is_not_written_yet_leaves_the_others_in_their_pairs(pairs: tuple[tuple[str, str], ...]) -> None:
    opening, found = split_problems(join_problems("总说。", pairs))

    assert opening == "总说。"
    assert [any(pair) for pair in found] == [True] * len(found)
    assert [entry for pair in found for entry in pair if entry][:1] == [next(filter(None, pairs[0]))]


@pytest.mark.parametrize("text", ["主要问题是更新不及时。", "（一）存在的问题\n1.甲", "（一）存在的主要问题"])
def test_a_text_that_is_no_pairs_stands_before_them(text: str) -> None:
    assert split_problems(text) == (text, ())


@pytest.mark.parametrize(
    ("entry", "number", "rest"),
    [("1.更新", 1, "更新"), ("１、更新", 1, "更新"), ("2.更新", 1, "2.更新"), ("1.5万件", 1, "1.5万件")],
)
def test_a_number_typed_before_an_entry_is_printed_once(entry: str, number: int, rest: str) -> None:
    assert without_number(entry, number) == rest
