"""N501, N504 and N505 on any text: they never raise, quote what stands there, and end in time."""

import time
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.checks.finding import Finding, Unassessed
from govreport.checks.narrative import facts, wholes
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.cells import Content, Scope
from tests.checks.narrative.telling import content

# Pieces of which the sentences are made that the three checks look at, and what could break them.
PIECES = (
    *(
        "收到",
        "办结",
        "结转下年度",
        "政府信息公开申请",
        "申请",
        "予以公开",
        "不予公开",
        "无法提供",
        "行政复议",
    ),
    *(
        "行政诉讼",
        "规范性文件",
        "行政许可",
        "行政事业性收费",
        "自然人",
        "其中",
        "均为",
        "分别为",
        "合计",
        "各",
    ),
    *(
        "未",
        "没有",
        "无",
        "零",
        "上年",
        "2022年",
        "2023年",
        "截至",
        "累计",
        "较",
        "全县",
        "县本级",
        "我局",
        "县公安局",
    ),
    *(
        "8件",
        "８",
        "1,234",
        "1，",
        "二十件",
        "万",
        "千",
        "余",
        "0",
        "33.9%",
        "％",
        "占",
        "增长",
        "86.35万元",
        "元",
    ),
    *("、", "，", "；", "。", "：", "（", "）", "(", "《", "》", "和", "等", "的", "\n", " ", "\u3000"),
    *("\x00", "\u202e", "\ufeff", "\U0001f600", "²", "٣", "Ⅷ", "\ud800", "e\u0301", "第", "."),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)
CHECKS = (*facts.CHECKS, *wholes.CHECKS)


def said(known: Content) -> list[Finding | Unassessed]:
    subject = Subject(known, agency=AgencyFacts("云溪县林业局", "department"))
    return [item for check in CHECKS for item in check(subject)]


@given(TEXTS, st.sampled_from(get_args(Scope)))
def test_no_text_makes_a_check_raise_and_what_it_quotes_stands_there(text: str, scope: Scope) -> None:
    for item in said(content(text, scope=scope)):
        assert isinstance(item, Unassessed) or (item.passage and item.passage in text)


@given(TEXTS)
def test_no_text_makes_a_check_raise_without_year_and_figures(text: str) -> None:
    said(replace(content(text), year=None, figures={}, agency_name=""))


@pytest.mark.parametrize(
    "piece",
    [
        "收到政府信息公开申请8件，办结7件，结转下年度1件。",
        "收到申请8件，",
        "其中8件、",
        "8件（8件",
        "8件，占9%，",
        "8件、合计",
        "1,234,",
        "行政复议、",
        "一百零",
        "（",
        "《",
        "未",
        "1",
        "\n",
        " ",
    ],
)
def test_200_000_characters_of_anything_end_in_time(piece: str) -> None:
    known = content((piece * 200_000)[:200_000])
    begin = time.process_time()

    said(known)

    assert time.process_time() - begin < 1
