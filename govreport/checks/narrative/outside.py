"""N520: matters outside the report counted among the applications."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.surroundings import places
from govreport.checks.narrative.text import parts
from govreport.checks.narrative.widths import narrowed
from govreport.checks.subject import Subject

_APPLICATION = r"(?:依申请公开|公开申请|公开书面申请)"
# 信访举报投诉类申请 is a row of table 三.
_OUTSIDE = (
    r"(?:12345|热线|信访(?!、?(?:举报|投诉))|来信|来访|网络问政|咨询|留言|(?:市长|县长|区长|领导|局长)信箱)"
)
_COUNT = r"(?:[0-9][0-9,]{0,9}|[一二三四五六七八九十百千]{1,6})\s?[余多]?\s?[件条宗起份]"
# A few words of the same clause, without another number.
_FEW, _HARDLY = r"[^，,；;。！？0-9\n]{0,12}", r"[^，,；;。！？0-9\n]{0,4}"

# 公开申请60件，其中12345热线转办52件: what follows 其中 in the same clause.
_AMONG = re.compile(
    rf"{_APPLICATION}{_FEW}{_COUNT}[，,；;（(\s]{{0,2}}(?:其中|含|包括|包含)(?P<items>[^，,；;。！？（()）\n]{{1,60}})"
)
_ITEM = re.compile("[^、和及]+")
_COUNTED_ITEM = re.compile(rf"{_OUTSIDE}[^0-9]*?{_COUNT}")
_ABOUT_APPLICATIONS = re.compile(r"申请|通过|经由|渠道|提交|提出|类")

# One number for both: 依申请公开及12345热线工单共52件, 热线工单和公开申请52件.
_JOINT = r"(?:以及|[及和与、暨]|[（(]?(?:含|包括|连同))"
_TOGETHER = (
    re.compile(rf"{_APPLICATION}{_HARDLY}{_JOINT}{_HARDLY}{_OUTSIDE}{_FEW}{_COUNT}"),
    re.compile(rf"{_OUTSIDE}{_HARDLY}{_JOINT}{_HARDLY}{_APPLICATION}{_FEW}{_COUNT}"),
)
# With these words it is a count of something else, or of each apart.
_APART = re.compile(r"分别|各|机制|联动|衔接|制度|栏目|渠道|窗口|培训|区分|指南|答复书|另|不属于|转为|引导")


@check(
    "N520",
    Level.NOTE,
    rule="12345热线、信访、来信来访、网络问政、咨询不是政府信息公开申请，不与申请合并计数",
    basis=Basis.OFFICIAL,
    source="《政府信息公开条例》第五十条；国办公开办函〔2021〕30号：内容不能遗漏，也不宜泛化",
    example="“依申请公开及12345热线工单共52件”把热线、信访等其他事项计入了申请",
)
def matters_outside(subject: Subject) -> Iterator[Remark]:
    """Calls, petitions or enquiries are counted together with the applications for information."""
    for part in parts(subject):
        for words in _told_mixed(part.text):
            yield Remark(
                f"“{words}”把热线、信访等其他事项计入了申请",
                "只写政府信息公开申请的件数，并与表三一致；其他事项不在本报告统计",
                part=part.part,
                passage=words,
            )


@lru_cache(maxsize=32)
def _told_mixed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_mixed(text)))


def _mixed(written: str) -> Iterator[str]:
    """The words that count applications and other matters in one number."""
    text = narrowed(written)
    for found in places(_AMONG, text):
        if any(_is_outside(item[0]) for item in _ITEM.finditer(found["items"])):
            yield written[found.start() : found.end()]
    for pattern in _TOGETHER:
        for found in places(pattern, text):
            if not _APART.search(found[0]):
                yield written[found.start() : found.end()]


def _is_outside(item: str) -> bool:
    """Whether an item behind 其中 counts calls or petitions; 通过热线提出的申请 are applications."""
    return bool(_COUNTED_ITEM.search(item)) and not _ABOUT_APPLICATIONS.search(item)
