"""N511, N513, N514: problems and measures, the parts, enumerations."""

import re
from collections.abc import Iterator
from itertools import pairwise

from govreport.checks.check import Basis, Check, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative import named_parts
from govreport.checks.narrative.ordinals import Mark, Series, is_whole, marks, series
from govreport.checks.narrative.text import Passage, clauses, parts
from govreport.checks.subject import Subject
from govreport.editions.schema import Edition

# What the words before an enumeration say that it enumerates.
_PROBLEMS = re.compile(r"问题|不足|短板|差距|薄弱环节")
_MEASURES = re.compile(r"改进|整改|下一步|措施|打算|努力方向|今后|将")
_BOTH = re.compile(r"(?:问题|不足|差距)(?:以及|[及和与、])[^，。]{0,8}(?:改进|整改|措施)")
_END_OF_SENTENCE = re.compile(r"[。！？!?\n]")
_LONGEST_LEAD, _LONGEST_QUOTE = 60, 40

# How a row of table 三 is named after its number: 予以公开, 属于国家秘密.
_ROW_NAME = re.compile(r"(?:（[一二三四五六七]）|[1-9]\.)([^（ ]{4})")
_SHOWN = 12


@check(
    "N511",
    Level.NOTE,
    rule="第五部分分条列出问题和改进措施的，两边条数相同，逐条对应",
    basis=Basis.PRACTICE,
    source="评估和检查要求：针对问题逐条提出改进措施",
    example="存在的问题列了 3 条，改进措施列了 2 条",
)
def problems_without_measures(subject: Subject) -> Iterator[Remark]:
    """Part 五 enumerates problems and then measures, numbered alike, in unequal numbers."""
    for part in parts(subject, "problems"):
        told = [(kind, one) for kind, one in _by_lead(part) if kind]
        if [kind for kind, _ in told] != ["problems", "measures"]:
            continue
        problems, measures = told[0][1], told[1][1]
        alike = problems[0].style == measures[0].style and is_whole(problems) and is_whole(measures)
        if alike and len(problems) != len(measures):
            yield Remark(
                f"存在的问题列了 {len(problems)} 条，改进措施列了 {len(measures)} 条",
                "逐条对应：每个问题写明一条改进措施；一条措施针对几个问题的，在措施里说明",
                part=part.part,
            )


def _by_lead(part: Passage) -> Iterator[tuple[str, Series]]:
    """The enumerations of at least two items, each with what the sentence before it announces."""
    found = marks(part)
    ends = {mark: before.end for before, mark in pairwise(found)}
    for one in series(part, found):
        lead = part.text[max(ends.get(one[0], 0), one[0].start - _LONGEST_LEAD) : one[0].start]
        if len(one) > 1:
            yield _kind(_last_sentence(lead)), one


def _last_sentence(lead: str) -> str:
    return next((piece for piece in reversed(_END_OF_SENTENCE.split(lead)) if piece.strip()), "")


def _kind(lead: str) -> str:
    if _BOTH.search(lead):
        return ""
    if _MEASURES.search(lead):
        return "measures"
    return "problems" if _PROBLEMS.search(lead) else ""


@check(
    "N514",
    Level.NOTE,
    rule="列举的序号从一数起，不跳号、不重号",
    basis=Basis.PRACTICE,
    source="报送要求：数据精确、文字严谨、格式规范",
    example="列举的序号不连续：一是、三是、三是",
)
def broken_enumeration(subject: Subject) -> Iterator[Remark]:
    """An enumeration skips or repeats a number. One that does not begin with 1 is left alone."""
    for part in parts(subject):
        for told in series(part, marks(part)):
            broken = _break(told)
            if broken and not _tells_rows(part, told, subject.edition):
                names = "、".join(mark.text for mark in told[:_SHOWN]) + ("……" if told[_SHOWN:] else "")
                yield Remark(
                    f"列举的序号不连续：{names}",
                    "核对是漏了一条、重复了一条，还是序号写错",
                    part=part.part,
                    passage=_clause_at(part, broken),
                )


def _break(told: Series) -> Mark | None:
    """The first mark that does not follow the one before it; 一是甲，一是乙 alone names two of a kind."""
    if told[0].number != 1 or (told[0].style == "first" and all(mark.number == 1 for mark in told)):
        return None
    return next((mark for before, mark in pairwise(told) if mark.number != before.number + 1), None)


def _clause_at(part: Passage, mark: Mark) -> str:
    """The clause that a mark opens."""
    rest = Passage(part.part, mark.start, part.text[mark.start : mark.start + _LONGEST_QUOTE])
    return next(clauses(rest)).text


def _tells_rows(part: Passage, told: Series, edition: Edition) -> bool:
    """Whether it tells rows of table 三 by their numbers in the form, which enumerates nothing."""
    cells = edition.table("applications").cells
    rows = tuple({name for cell in cells for name in _ROW_NAME.findall(cell.row_name)})
    return any(part.text.startswith(rows, mark.end) for mark in told)


CHECKS: tuple[Check, ...] = (problems_without_measures, named_parts.parts_named_otherwise, broken_enumeration)
