"""F101 to F103: blank cells, unreadable entries, empty parts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.checks.finding import Level
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from tests.contents import NARRATIVE, anchors, blank, codes, filled, judged

GRANTED = Address("applications", "granted", "natural_person")


def test_F101_finds_a_blank_cell() -> None:
    result = judged(filled("2021", {str(GRANTED): None}))

    assert anchors(result, "F101") == [str(GRANTED)]
    assert result.findings[0].message == "（一）予以公开 · 自然人：没有填写"
    assert result.findings[0].level is Level.ERROR


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_F101_finds_every_blank_cell_of_an_untouched_form(key: str) -> None:
    assert len(anchors(judged(blank(key)), "F101")) == len(edition(key).cells)


def test_F101_passes_0() -> None:
    assert codes(judged(filled("2021"))) == set()


def test_F101_at_the_edge_totals_that_are_computed_are_not_asked_for() -> None:
    draft = replace(blank(), totals_stated=False)

    assert len(anchors(judged(draft), "F101")) == 10 + 24 * 6 + 12


def _with_unread(text: str, address: Address = GRANTED) -> Content:
    return replace(filled("2021", {str(address): None}), unread={address: text})


def test_F102_finds_a_number_that_was_not_read_as_one() -> None:
    (finding,) = (one for one in judged(_with_unread("8")).findings if one.code == "F102")

    assert finding.message == "（一）予以公开 · 自然人：“8”没有读成数字，应为 0 至 99,999,999 的整数"


def test_F102_finds_an_entry_that_is_no_number_and_shows_it_back() -> None:
    result = judged(_with_unread("12abc"))

    assert anchors(result, "F102") == [str(GRANTED)]
    assert anchors(result, "F101") == []
    message = next(finding.message for finding in result.findings if finding.code == "F102")
    assert message == "（一）予以公开 · 自然人：“12abc”不是数字，应为 0 至 99,999,999 的整数"


@pytest.mark.parametrize("number", [-1, Decimal("1.5"), 100_000_000])
def test_F102_finds_a_count_that_is_not_whole_or_beyond_its_limits(number: int | Decimal) -> None:
    result = judged(filled("2021", {"disclosure.licenses.decisions": number}))

    assert anchors(result, "F102") == ["disclosure.licenses.decisions"]


@pytest.mark.parametrize("number", [0, 99_999_999])
def test_F102_at_the_edge_a_count_may_be_at_its_limits(number: int) -> None:
    assert codes(judged(filled("2021", {"disclosure.licenses.decisions": number}))) == set()


@pytest.mark.parametrize("number", [Decimal("-0.1"), Decimal("0.1234567")])
def test_F102_finds_money_that_is_negative_or_has_more_than_six_places(number: Decimal) -> None:
    result = judged(filled("2021", {"disclosure.administrative_fees.amount": number}))

    assert anchors(result, "F102") == ["disclosure.administrative_fees.amount"]


def test_F102_passes_money_with_six_places() -> None:
    money = {"disclosure.administrative_fees.amount": Decimal("24252.311082")}

    assert anchors(judged(filled("2021", money)), "F102") == []


def test_F102_at_the_edge_a_change_of_2019_may_be_negative_but_not_broken() -> None:
    result = judged(
        filled(
            "2019",
            {"disclosure.licenses.items_change": -19, "disclosure.penalties.items_change": Decimal("0.5")},
        )
    )

    assert anchors(result, "F102") == ["disclosure.penalties.items_change"]


@pytest.mark.parametrize("part", ["overview", "problems", "other_matters"])
def test_F103_finds_an_empty_part(part: str) -> None:
    result = judged(replace(filled("2021"), narrative=NARRATIVE | {part: " \n　"}))

    (finding,) = (one for one in result.findings if one.code == "F103")
    assert (finding.anchor, finding.section) == (part, part)
    assert ("无其他需要报告的事项" in finding.hint) is (part == "other_matters")


@pytest.mark.parametrize("text", ["无", "无。", "一二三四五六七八九"])
def test_F103_finds_a_part_five_that_says_no_more_than_a_word(text: str) -> None:
    result = judged(replace(filled("2021"), narrative=NARRATIVE | {"problems": text}))

    assert anchors(result, "F103") == ["problems"]


def test_F103_passes_parts_that_say_something() -> None:
    assert anchors(judged(filled("2021")), "F103") == []


def test_F103_at_the_edge_ten_characters_are_enough_and_part_six_may_say_none() -> None:
    narrative = NARRATIVE | {"problems": "一二三四五六七八九十", "other_matters": "无"}

    assert anchors(judged(replace(filled("2021"), narrative=narrative)), "F103") == []
