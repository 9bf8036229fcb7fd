"""F101 to F103: blank cells, unreadable entries, empty parts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.checks.finding import Level
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from tests.contents import NARRATIVE, anchors, blank, codes, filled, judged

GRANTED = Address("applications", "granted", "natural_person")


def test_F101_a_blank_cell_is_an_error() -> None:
    result = judged(filled("2021", {str(GRANTED): None}))

    assert anchors(result, "F101") == [str(GRANTED)]
    assert result.findings[0].message == "（一）予以公开 · 自然人：没有填写"
    assert result.findings[0].level is Level.ERROR


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_F101_names_every_blank_cell_of_an_untouched_form(key: str) -> None:
    assert len(anchors(judged(blank(key)), "F101")) == len(edition(key).cells)


def test_F101_accepts_0() -> None:
    assert codes(judged(filled("2021"))) == set()


def test_F101_does_not_ask_for_totals_that_are_computed() -> None:
    draft = replace(blank(), totals_stated=False)

    assert len(anchors(judged(draft), "F101")) == 10 + 24 * 6 + 12


def _with_unread(text: str, address: Address = GRANTED) -> Content:
    return replace(filled("2021", {str(address): None}), unread={address: text})


def test_F102_an_entry_that_is_no_number_is_shown_back() -> None:
    result = judged(_with_unread("12abc"))

    assert anchors(result, "F102") == [str(GRANTED)]
    assert anchors(result, "F101") == []
    message = next(finding.message for finding in result.findings if finding.code == "F102")
    assert message == "（一）予以公开 · 自然人：“12abc”不是数字，应为 0 至 99,999,999 的整数"


@pytest.mark.parametrize("number", [-1, Decimal("1.5"), 100_000_000])
def test_F102_a_count_must_be_whole_and_within_its_limits(number: int | Decimal) -> None:
    result = judged(filled("2021", {"disclosure.licenses.decisions": number}))

    assert anchors(result, "F102") == ["disclosure.licenses.decisions"]


@pytest.mark.parametrize("number", [0, 99_999_999])
def test_F102_accepts_the_limits_of_a_count(number: int) -> None:
    assert codes(judged(filled("2021", {"disclosure.licenses.decisions": number}))) == set()


@pytest.mark.parametrize("number", [Decimal("-0.1"), Decimal("0.1234567")])
def test_F102_money_is_not_negative_and_has_at_most_six_places(number: Decimal) -> None:
    result = judged(filled("2021", {"disclosure.administrative_fees.amount": number}))

    assert anchors(result, "F102") == ["disclosure.administrative_fees.amount"]


def test_F102_accepts_money_with_six_places() -> None:
    money = {"disclosure.administrative_fees.amount": Decimal("24252.311082")}

    assert codes(judged(filled("2021", money))) == set()


def test_F102_a_change_of_2019_may_be_negative_but_not_broken() -> None:
    result = judged(
        filled(
            "2019",
            {"disclosure.licenses.items_change": -19, "disclosure.penalties.items_change": Decimal("0.5")},
        )
    )

    assert anchors(result, "F102") == ["disclosure.penalties.items_change"]


@pytest.mark.parametrize("part", ["overview", "problems", "other_matters"])
def test_F103_an_empty_part_is_an_error(part: str) -> None:
    result = judged(replace(filled("2021"), narrative=NARRATIVE | {part: " \n　"}))

    assert anchors(result, "F103") == [part]
    assert result.findings[0].section == part


@pytest.mark.parametrize("text", ["无", "无。", "一二三四五六七八九"])
def test_F103_part_five_must_say_more_than_a_word(text: str) -> None:
    result = judged(replace(filled("2021"), narrative=NARRATIVE | {"problems": text}))

    assert anchors(result, "F103") == ["problems"]


def test_F103_ten_characters_are_enough_and_part_six_may_say_none() -> None:
    narrative = NARRATIVE | {"problems": "一二三四五六七八九十", "other_matters": "无"}

    assert codes(judged(replace(filled("2021"), narrative=narrative))) == set()
