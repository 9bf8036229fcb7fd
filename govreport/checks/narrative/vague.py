"""N515: a vague number where a count belongs."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.surroundings import places, sentence_around
from govreport.checks.narrative.text import parts
from govreport.checks.narrative.widths import narrowed
from govreport.checks.subject import Subject

_DIGIT, _NUMERAL = "[0-9]", "[一二三四五六七八九十百千万两]"
# A whole number, not the end of one.
_NUMBER = (
    rf"(?:(?<!{_DIGIT})(?<!{_DIGIT}[.,]){_DIGIT}[0-9,.]{{0,12}}\s?[十百千万]{{0,2}}"
    rf"|(?<!{_NUMERAL}){_NUMERAL}{{1,6}})"
)
# 近 and 逾 are vague only before a number of two digits: 近3次 are the last three.
_LARGE = r"(?:[0-9][0-9,.]{1,12}\s?[百千万]?|[一二三四五六七八九两]?[十百千万]{1,2})"
# What is counted in pieces; not years, months, hours, money, lengths or areas.
_COUNTER = (
    r"\s?(?:人次|件次|场次|批次|[件条份篇次场期项宗起部户家人名位册张幅批处例]"
    r"|个(?!多|半|月|年|小时|工作日|百分点|学时|课时|点))"
)
# Characters that make a word with 约 or 近: 预约12次, 公约2份, 最近20次.
_NO_WORD = r"(?<![预签违相邀特节制公合履失条契集续解毁简])"
_NOT_THE_LAST = r"(?<![最附邻就靠新远亲临接])"

_VAGUE = re.compile(
    rf"""
    (?= [约近逾数几上0-9一二三四五六七八九十百千万两] )  # saves most of the time
    (?: {_NO_WORD}约 \s? {_NUMBER} {_COUNTER}
    | {_NOT_THE_LAST}[近逾] \s? {_LARGE} {_COUNTER}
    | {_NUMBER} (?: [余多] 万? {_COUNTER} | {_COUNTER} 左右(?!两) )
    | [数几上] [十百千万] [余多]? {_COUNTER} )
    """,
    re.VERBOSE,
)

# Not of this year: plans, and sums over several years.
_NOT_OF_THE_YEAR = re.compile(r"计划|力争|预计|下一步|近[0-9一二三四五六七八九十]+年")
_SHOWN = 5


@check(
    "N515",
    Level.NOTE,
    rule="件数写确切的数字，不用“余”“多”“左右”“约”“近”",
    basis=Basis.PRACTICE,
    source="报送要求：数据精确、文字严谨、格式规范",
    example="件数不确切：“30余件”",
)
def vague_count(subject: Subject) -> Iterator[Remark]:
    """Counts are told with 余, 多, 左右, 约 or 近; all of a part in one finding."""
    for part in parts(subject):
        found = _told_vaguely(part.text)
        if found:
            more = f"等{len(found)}处" if len(found) > _SHOWN else ""
            yield Remark(
                f"件数不确切：{''.join(f'“{words}”' for words in found[:_SHOWN])}{more}",
                "写成确切的数字；表格里有的，与表格一致",
                part=part.part,
                passage=found[0],
            )


@lru_cache(maxsize=32)
def _told_vaguely(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_vague_in(text)))


def _vague_in(written: str) -> Iterator[str]:
    """The words of a text that count vaguely."""
    text = narrowed(written)
    for found in places(_VAGUE, text):
        if not _NOT_OF_THE_YEAR.search(sentence_around(text, found)):
            yield written[found.start() : found.end()]
