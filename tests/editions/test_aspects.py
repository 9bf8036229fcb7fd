"""Part 一 by its aspects: taken apart and put together."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govreport.editions.aspects import FIVE, RESULTS, aspects_of, has_headings, join_overview, split_overview

ALL = (*FIVE, RESULTS)
LINES = st.sampled_from(
    [
        "",
        " ",
        "公开信息9件。",
        "1.机制",
        *(f"（{number}）{one.title}" for number in "一二三" for one in ALL),
        "（一）主动公开情况",
        "(二)依申请公开。收到申请9件。",
        "（三）组织领导",
        "（十九）监督保障",
    ]
)


def filled(text: str) -> dict[str, str]:
    """The boxes that say something."""
    return {name: box for name, box in split_overview(text, FIVE).items() if box}


@given(st.lists(LINES, max_size=9).map("\n".join))
@example("\n（一）主动公开\n甲")
@example("（一）主动公开\n（一）主动公开情况\n甲")
def test_any_lines_are_the_same_text_again(text: str) -> None:
    assert join_overview(split_overview(text, ALL), ALL) == text


@given(st.text())
def test_any_text_is_the_same_again(text: str) -> None:
    assert join_overview(split_overview(text, ALL), ALL) == text


def test_a_text_under_the_printed_headings_stands_in_its_boxes() -> None:
    text = "总说。\n（一）主动公开\n甲。\n乙。\n（二）政府信息管理\n丙。"

    assert filled(text) == {"text": "总说。", "proactive": "甲。\n乙。", "management": "丙。"}


def test_headings_are_numbered_without_a_gap() -> None:
    assert join_overview({"on_request": "甲。", "supervision": "乙。"}, FIVE) == (
        "（一）依申请公开\n甲。\n（二）监督保障\n乙。"
    )


@pytest.mark.parametrize(
    "heading", ["（一）主动公开情况", "(一) 主动公开政府信息", "（一）主动公开。公布9件。"]
)
def test_a_heading_worded_otherwise_stays_in_the_box_of_its_aspect(heading: str) -> None:
    assert filled(f"{heading}\n甲。") == {"proactive": f"{heading}\n甲。"}


def test_the_numbers_go_on_from_headings_of_another_kind() -> None:
    boxes = split_overview("（一）组织领导\n甲。", FIVE) | {"management": "乙。"}

    assert join_overview(boxes, FIVE) == "（一）组织领导\n甲。\n（二）政府信息管理\n乙。"


@pytest.mark.parametrize(
    "text", ["写了总体情况。", "（一）组织领导\n甲。", "一是主动公开。\n二是依申请公开。"]
)
def test_a_text_without_the_aspects_stands_whole_in_the_opening_box(text: str) -> None:
    assert filled(text) == {"text": text}


def test_an_aspect_that_comes_too_late_stays_where_it_stands() -> None:
    text = "（一）依申请公开\n甲。\n（二）主动公开\n乙。"

    assert filled(text) == {"on_request": "甲。\n（二）主动公开\n乙。"}


def test_a_government_tells_of_its_results_and_the_older_edition_of_no_aspects() -> None:
    assert aspects_of("2021", government=True) == ALL
    assert aspects_of("2021", government=False) == FIVE
    assert aspects_of("2019", government=True) == ()


def test_headings_are_seen_at_the_beginning_of_paragraphs_only() -> None:
    assert has_headings("甲。\n（二）乙")
    assert not has_headings("甲（二）乙。")
