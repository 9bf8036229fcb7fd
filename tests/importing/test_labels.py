"""Labels are compared as a reader of the form compares them."""

import pytest

from govreport.importing.labels import bare, best
from govreport.importing.tables import column_labels, row_labels


@pytest.mark.parametrize(
    "text", ["1、属于 国家秘密", "１．属于国家\n秘密", "(1)属于国家秘密", "属于国家秘密"]
)
def test_notation_is_no_part_of_a_label(text: str) -> None:
    assert bare(text) == "属于国家秘密"


@pytest.mark.parametrize(
    ("seen", "key"),
    [
        ("2.其他法律行政止公开", "denied_prohibited_by_law"),
        ("（二）部分公开", "partially_granted"),
        ("4.无正当理由大量反复 申请", "unprocessed_excessive"),
        ("（三）不予公开 1.属于国家秘密", "denied_state_secret"),
        ("重新出具已获取信息", "unprocessed_confirm_reissue"),
        ("3.其他", "other_misc"),
        ("（七）总计", "results_total"),
        ("（三）不予公开", ""),
        ("本年新收", "new_received"),
        ("小计", None),
        ("政务新媒体粉丝数", None),
        ("公开" * 120, None),
        ("12", None),
        ("", None),
    ],
)
def test_a_torn_or_mistyped_row_label_is_known_and_a_strange_one_is_not(seen: str, key: str | None) -> None:
    assert best(seen, row_labels("applications")) == key


def test_a_piece_that_fits_two_labels_is_neither() -> None:
    assert best("数量", column_labels("disclosure")) is None
    assert best("结果", column_labels("disputes")) is None
