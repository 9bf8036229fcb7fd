"""What stands in a cell is a figure, a blank or unreadable, and what is odd about it is said."""

from decimal import Decimal

import pytest

from govreport.editions.numbers import Kind, Number
from govreport.importing.values import looks_like_figure, read_value

MONEY = "本年收费金额（单位：\n万元）"


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("0", Kind.COUNT, 0),
        ("\u3000 12\xa0", Kind.COUNT, 12),
        ("１，２３４", Kind.COUNT, 1234),
        ("5件", Kind.COUNT, 5),
        ("+81", Kind.CHANGE, 81),
        ("－59", Kind.CHANGE, -59),
        ("−3", Kind.CHANGE, -3),
        ("减4", Kind.CHANGE, -4),
        ("增加 12 项", Kind.CHANGE, 12),
        ("24252.311082", Kind.MONEY, Decimal("24252.311082")),
        ("43.788万元", Kind.MONEY, Decimal("43.788")),
    ],
)
def test_ways_of_writing_a_figure_are_understood(text: str, kind: Kind, number: Number) -> None:
    value = read_value(text, kind, header=MONEY)

    assert (value.number, value.doubt, value.unread) == (number, "", False)


@pytest.mark.parametrize("text", ["/", "／", "-", "—", "无", "\xa0", "\u3000", "*"])
def test_a_sign_for_nothing_is_a_blank_that_says_so(text: str) -> None:
    value = read_value(text, Kind.COUNT)

    assert (value.number, value.mark, value.unread) == (None, True, False)


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_cell_is_a_blank_without_any_mark(text: str) -> None:
    value = read_value(text, Kind.COUNT)

    assert (value.number, value.mark, value.unread) == (None, False, False)


@pytest.mark.parametrize(
    ("text", "note"), [("22（其中修订 16 件）", "（其中修订 16 件）"), ("5件(含失效2件)", "(含失效2件)")]
)
def test_a_note_behind_a_figure_is_kept_as_printed_and_doubted(text: str, note: str) -> None:
    value = read_value(text, Kind.COUNT)

    assert (value.number, value.note) == (int(text[: 2 if text[1].isdigit() else 1]), note)
    assert value.doubt


def test_a_lost_blank_beside_a_figure_is_doubted() -> None:
    value = read_value("? 0", Kind.COUNT)

    assert (value.number, bool(value.doubt)) == (0, True)


@pytest.mark.parametrize(
    ("text", "header", "named"),
    [
        ("251000元", "采购总金额", "元"),
        ("251000元", MONEY, "万元"),
        ("160.5万元", "采购总金额（元）", "万元"),
        ("52.15", "采购总金额", "没有印金额单位"),
        ("3件", MONEY, "件"),
    ],
)
def test_money_in_another_unit_stays_as_it_stands_and_the_unit_is_named(
    text: str, header: str, named: str
) -> None:
    value = read_value(text, Kind.MONEY, header=header)

    assert value.number == Decimal(text.rstrip("万元件"))
    assert named in value.doubt


def test_no_money_needs_no_unit() -> None:
    assert read_value("0", Kind.MONEY, header="采购总金额").doubt == ""


@pytest.mark.parametrize("text", ["约5件", "5²", "12.5", "-3", "3 3", "000", "007", "见附件", "5元", "三"])
def test_what_is_no_figure_is_unread_and_says_why(text: str) -> None:
    value = read_value(text, Kind.COUNT)

    assert (value.number, value.unread) == (None, True)
    assert value.doubt


def test_the_reason_leaves_what_was_seen_to_the_doubt() -> None:
    assert read_value("约5件", Kind.COUNT).doubt == "没有读成数字"


@pytest.mark.parametrize(
    ("text", "looks"),
    [("", True), ("/", True), ("0000", True), ("400268000810102", True), ("8件", True), ("规章", False)],
)
def test_a_figure_is_told_from_a_label(text: str, looks: bool) -> None:
    assert looks_like_figure(text) is looks
