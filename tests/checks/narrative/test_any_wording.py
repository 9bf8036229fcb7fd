"""The checks of wording, structure and privacy on any text: they never raise, and end in time."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.checks import privacy
from govreport.checks.finding import Finding, Unassessed
from govreport.checks.narrative import structure, wording
from govreport.checks.subject import Subject
from govreport.editions.cells import NARRATIVE_PARTS
from tests.contents import filled

CHECKS = (*structure.CHECKS, *wording.CHECKS, *privacy.CHECKS)

MARKS = (
    "一是",
    "二是",
    "（一）",
    "（三）",
    "1.",
    "2、",
    "①",
    "第一，",
    "一要",
    "\n",
    "：",
    "；",
    "。",
    "，",
    "、",
)
WORDS = (
    "问题",
    "改进",
    "总体情况",
    "主动公开",
    "申请",
    "复议",
    "其他",
    "六部分",
    "等",
    "由",
    "部分单位",
    "一些地区",
)
COUNTS = ("约", "近", "30", "３", "余", "多", "件", "次左右", "其中", "公开申请", "12345", "信访", "及", "共")
NUMBERS = (
    "令第",
    "号",
    "〔2021",
    "〕30号",
    "国办公开办函",
    "13800138000",
    "6217000000000000012",
    "11010519491231002X",
)
TROUBLE = ("\0", "\u202e", "\ufeff", "\ud800", "\U0001f600", "e\u0301", "²", "٣", "\u3000", "局局", "。。")
PIECES = (*MARKS, *WORDS, *COUNTS, *NUMBERS, *TROUBLE)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join)


def said(part: str, text: str, year: int | None = 2023) -> list[Finding | Unassessed]:
    subject = Subject(replace(filled("2021"), narrative={part: text}, year=year, agency_name=None))
    return [item for check in CHECKS for item in check(subject)]


@pytest.mark.parametrize("part", NARRATIVE_PARTS)
@settings(derandomize=True, database=None, deadline=None)
@given(text=texts)
def test_no_text_makes_a_check_raise_and_what_it_quotes_stands_there(part: str, text: str) -> None:
    for item in (*said(part, text), *said(part, text, year=None)):
        assert isinstance(item, Finding)
        assert item.part == part
        assert item.passage in text


@pytest.mark.parametrize(
    "piece", [*PIECES, "一是甲。", "问题：一是甲；二是乙。", "联系。", "收到30余件，", "令第492号"]
)
@pytest.mark.parametrize("part", ["preamble", "problems"])
def test_200_000_characters_of_anything_end_in_time(part: str, piece: str) -> None:
    text = (piece * 200_000)[:200_000]
    begin = time.process_time()

    said(part, text)

    assert time.process_time() - begin < 1
