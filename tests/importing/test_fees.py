"""The information-processing fee is read where it is stated, and is zero only where a sentence says so."""

from decimal import Decimal

import pytest

from govreport.editions.cells import ProcessingFee
from govreport.importing.fees import fee_in, take_own_sentence
from govreport.rendering.document import fee_sentence


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        (
            "本年度发出收费通知的件数为2件，总金额为300元，实际收取的总金额为200元。",
            ProcessingFee(2, Decimal(300), Decimal(200)),
        ),
        ("依据办法，2023年全县实际收取信息处理费共计400元。", ProcessingFee(None, None, Decimal(400))),
        ("有1件申请收取信息处理费380元。", ProcessingFee(None, None, Decimal(380))),
        ("实际收取信息处理费1.25万元。", ProcessingFee(None, None, Decimal(12500))),
        ("收取信息处理费 1,200.50 元。", ProcessingFee(None, None, Decimal("1200.50"))),
        ("本年度未收取信息处理费。", ProcessingFee(None, None, Decimal(0))),
        ("本机关没有收取任何政府信息公开信息处理费", ProcessingFee(None, None, Decimal(0))),
        ("未发出收费通知，未收取信息处理费。", ProcessingFee(0, Decimal(0), Decimal(0))),
    ],
)
def test_a_fee_is_read_out_of_other_words(text: str, fee: ProcessingFee) -> None:
    assert fee_in([text], 2023) == fee


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "无其他需要报告的事项。",
        "（文字描述，收取信息处理费情况在此处报告。）",
        "2022年收取信息处理费400元。",
        "严格执行《政府信息公开信息处理费管理办法》。",
        "收取信息处理费400元；收取信息处理费500元。",
        "行政事业性收费总金额为300元。",
        f"收取信息处理费{'9' * 5000}元。",
        f"本年度收取信息处理费情况：发出收费通知{'9' * 5000}件。",
    ],
)
def test_what_states_no_fee_of_the_year_is_none(text: str) -> None:
    assert fee_in([text], 2023) is None


def test_our_own_sentence_is_taken_out_of_the_end_of_the_text() -> None:
    fee = ProcessingFee(3, Decimal("120.5"), Decimal(0))

    assert take_own_sentence(["无。", fee_sentence(fee)]) == (("无。",), fee)


@pytest.mark.parametrize(
    "end", ["另有情况。", "本年度收取信息处理费情况：。", "本年度收取信息处理费情况良好。"]
)
def test_a_text_that_ends_otherwise_is_left_alone(end: str) -> None:
    text = (fee_sentence(ProcessingFee(3)), end)

    assert take_own_sentence(text) == (text, None)


def test_a_sentence_by_somebody_else_stays_as_it_is_worded() -> None:
    text = ("本年度收取信息处理费情况：发出收费通知003件。",)

    assert take_own_sentence(text) == (text, None)
