"""Numbers in a sentence: which there are, what they count, and which are none."""

from decimal import Decimal

import pytest

from govreport.checks.narrative.reading.numbers import counts, plain_digits


def read(text: str) -> list[tuple[str, str]]:
    return [(str(count.value), count.counter) for count in counts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到8件", ("8", "件")),
        ("收到８件", ("8", "件")),
        ("收到 8 件", ("8", "件")),
        ("收到八件", ("8", "件")),
        ("收到两件", ("2", "件")),
        ("收到十二宗", ("12", "宗")),
        ("收到一百零五份", ("105", "份")),
        ("收到一千二百三十四条", ("1234", "条")),
        ("收到1,234条", ("1234", "条")),
        ("收到1，204件", ("1204", "件")),
        ("浏览750,524次", ("750524", "次")),
        ("浏览1.2万次", ("12000.0", "次")),
        ("浏览三万次", ("30000", "次")),
        ("收费86.35万元", ("86.35", "万元")),
        ("收费2950元", ("2950", "元")),
        ("占33.9%", ("33.9", "%")),
        ("占３３．９％", ("33.9", "%")),
        ("提高2.3个百分点", ("2.3", "个百分点")),
        ("受理30件次", ("30", "件次")),
        ("均为0。", ("0", "")),
        ("均为零。", ("0", "")),
        ("被诉1起", ("1", "起")),
        ("无一起复议", ("1", "起")),
    ],
)
def test_a_number_is_read_with_its_counter(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "2023年12月31日",
        "20个工作日内",
        "第8条、第三项",
        "与各部门一起推进",
        "一次性告知",
        "三个月",
        "两个自然村",
        "一件事集成办",
        "一条例",
        "再三强调",
        "二〇二三",
        "上百件",
        "三五件",
        "12345热线",
        "9" * 17 + "件",
        "〔2021〕30号",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "30余件",
        "近20件",
        "约20件",
        "1万余次",
        "10多件",
        "数十件",
        "几十件",
        "超过20件",
        "20件以上",
        "20件左右",
        "至少20件",
    ],
)
def test_a_number_that_is_not_exact_is_vague(text: str) -> None:
    (count,) = counts(text)

    assert count.vague


@pytest.mark.parametrize("text", ["总数10件", "预约10件", "签约10件", "全年共10件"])
def test_a_number_behind_a_word_that_only_ends_alike_is_exact(text: str) -> None:
    (count,) = counts(text)

    assert not count.vague


@pytest.mark.parametrize(
    ("text", "step"), [("8件", "1"), ("1.2万件", "1000.0"), ("3万件", "10000"), ("86.35万元", "0.01")]
)
def test_a_number_knows_how_exactly_it_is_told(text: str, step: str) -> None:
    (count,) = counts(text)

    assert count.step == Decimal(step)


def test_places_are_those_in_the_text() -> None:
    text = "收到１２ 件，办结八件"

    assert [text[count.start : count.end] for count in counts(text)] == ["１２ 件", "八件"]


def test_full_width_digits_become_plain_one_by_one() -> None:
    assert plain_digits("１２．５％与3") == "12.5%与3"
