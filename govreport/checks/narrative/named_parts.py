"""N513: how many parts the preamble says the report has, and what it calls them."""

import re
from collections.abc import Iterator
from itertools import islice

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.surroundings import MOST_PLACES
from govreport.checks.narrative.text import parts, sentences
from govreport.checks.narrative.widths import narrowed
from govreport.checks.subject import Subject

# 六部分, 共五个部分; not 第五部分, not 一部分. Beside a list of the parts 方面 and 项 mean them too.
_NUMERAL = r"(?<![第0-9一二三四五六七八九十几])(?P<number>[两二三四五六七八九十]|[1-9][0-9]?)\s?"
_COUNT = re.compile(_NUMERAL + r"个?大?(?:部分|部份|板块|章)")
_COUNT_BESIDE_LIST = re.compile(_NUMERAL + r"(?:个?大?(?:部分|部份|板块|章|方面)|大?项)")
_WHOLE_REPORT = re.compile(r"报告|全文|年报")
_SIX = ("六", "6")

# By these words a name in the list is known to mean a section, however it is put.
_KEYS = {
    "overview": re.compile(r"总体|概述|概况|基本情况"),
    "disclosure": re.compile(r"主动公开"),
    "applications": re.compile(r"申请(?!行政复议|复议)"),
    "disputes": re.compile(r"复议|诉讼"),
    "problems": re.compile(r"问题|不足|改进|整改"),
    "other_matters": re.compile(r"其[他它]|需要报告"),
}
# So many of them in a sentence are a list of the parts; fewer will do where it says that they make up
# the report and does not end with 等.
_FEWEST, _FEWEST_AS_PARTS = 5, 3
_AS_PARTS = re.compile(r"部[分份]|组成|构成")
_OPEN = re.compile(r"等(?!级)")

_NAME = re.compile(r"(?:(?!以及)[^、，,；;。])+")
_BEFORE_NAME = re.compile(r"^.*(?:由|包括|包含|分为|涵盖|分别[为是]|具体为|内容[为有]|[:：])")
_NUMBERING = re.compile(r"^(?:以及|[\s“\"《(])*(?:[一二三四五六1-6][)、.．])?[\s“\"《]*")
_BEHIND_NAME = re.compile(r"(?:等|共|这|[两一二三四五六七八九十0-9]{1,3}\s?个?大?部|组成|构成).*$")
_NOT_OF_THE_NAME = re.compile(r"以及|[、，,；;和及与的\s“”\"《》]")


@check(
    "N513",
    Level.NOTE,
    rule="前言写明报告由几部分组成的，应为六个部分；列出各部分名称的，与统一格式的标题一致",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号统一格式的六个部分",
    example="前言所列部分与统一格式不一致：“主要问题及改进措施”应为“存在的主要问题及改进情况”",
)
def parts_named_otherwise(subject: Subject) -> Iterator[Remark]:
    """The preamble counts other than six parts, or calls them otherwise than the official headings."""
    headings = {section.key: section.heading.partition("、")[2] for section in subject.edition.sections}
    for part in parts(subject, "preamble"):
        for sentence in islice(sentences(part), MOST_PLACES):
            listed = _lists_parts(sentence.text)
            told = [*_counted(sentence.text, listed), *(_renamed(sentence.text, headings) if listed else ())]
            if told:
                yield Remark(
                    f"前言所列部分与统一格式不一致：{'；'.join(message for message, _ in told)}",
                    "照正文的六个标题写",
                    part=sentence.part,
                    passage=told[0][1],
                )


def _lists_parts(text: str) -> bool:
    fewest = _FEWEST_AS_PARTS if _AS_PARTS.search(text) and not _OPEN.search(text) else _FEWEST
    return sum(bool(known.search(text)) for known in _KEYS.values()) >= fewest


def _counted(text: str, listed: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with the number of parts, and the words that tell it."""
    found = (_COUNT_BESIDE_LIST if listed else _COUNT).search(narrowed(text))
    if found and found["number"] not in _SIX and (listed or _WHOLE_REPORT.search(text)):
        words = text[found.start() : found.end()]
        yield f"写的是“{words}”，应为六个部分", words


def _renamed(text: str, headings: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with each name that is not the heading, and the words concerned."""
    bare = _bare(text)
    pieces = [found[0] for found in _NAME.finditer(text)]
    for key, known in _KEYS.items():
        heading = headings[key]
        if _bare(heading) in bare:
            continue
        name = _trimmed(next((piece for piece in pieces if known.search(piece)), ""))
        yield (f"“{name}”应为“{heading}”", name) if name else (f"没有列出“{heading}”", text)


def _bare(name: str) -> str:
    """A name without what joins its words: 、 and 及 and 和 say the same, 的 may be left out."""
    return _NOT_OF_THE_NAME.sub("", name)


def _trimmed(piece: str) -> str:
    """The name alone: without 本报告由 before it and 六部分组成 behind it."""
    for around in (_BEFORE_NAME, _NUMBERING, _BEHIND_NAME):
        piece = around.sub("", piece)
    return piece.strip(' ”"》')
