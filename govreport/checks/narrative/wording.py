"""N515, N516, N518 to N520: vague, generic, stale, misspelt, and what does not belong here."""

import re
from collections.abc import Iterator, Mapping

from govreport.checks.check import Basis, Check, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative import citations, outside, vague
from govreport.checks.narrative.surroundings import clause_around, clause_before, places
from govreport.checks.narrative.text import Passage, parts
from govreport.checks.subject import Subject

# Not 个别 and 少数: who oversees others says so of single ones.
_SOME = "(?:一些|部分|大部分|多数|大多数|有些)"
_AREAS = re.compile(rf"{_SOME}(?:地区|地方)")
_AREAS_AND_BODIES = re.compile(rf"{_SOME}(?:地区|地方|(?:政府)?(?:部门|单位|机关))")

# What may stand before a subject in its clause; anything else makes 部分单位 an object, as in 督促部分单位.
_BEFORE_SUBJECT = re.compile(
    r"(?:[(（]?[一二三四五六七八九十0-9]{1,2}(?:是|[)）、.．])|但是?|而|且|目前|当前|仍然?|还|也|尚|存在|有"
    r"|由于|因为?|同时|此外|其中|主要是|表现[在为]|：|\s){0,5}"
)
# 部分单位和个人 apply; 部分地区群众 are no area.
_OTHER_PEOPLE = re.compile(r"[的和及、或]?(?:个人|申请人|群众|居民|企业|网民|市民|村民)")

# Wrong words and what to write instead. A word that stands for itself is right, whatever it holds:
# 局局 is wrong, 局局长 is not.
_RIGHT = "长 务 域 机关 领导 党 属 办 内 班子 直 网 门户 各 主 副"
WRONG_WORDS: Mapping[str, str] = {
    "行政法复议": "行政复议",
    "行政法诉讼": "行政诉讼",
    "行政复意": "行政复议",
    "行政复义": "行政复议",
    "行政诉颂": "行政诉讼",
    "政务信息公开申请": "政府信息公开申请",
    "政务信息公开条例": "政府信息公开条例",
    "政府信息公开条列": "政府信息公开条例",
    "政府信息公开公作": "政府信息公开工作",
    "依申请公公开": "依申请公开",
    "规范性文文件": "规范性文件",
    "局局": "局",
    "。。": "。",
    "，，": "，",
    "、、": "、",
    "；；": "；",
    "，。": "。",
    "；。": "。",
} | {f"局局{follows}": f"局局{follows}" for follows in _RIGHT.split()}


@check(
    "N516",
    Level.NOTE,
    rule="不用“一些地区”“部分地区”这类泛指的主语；只报告本单位情况的，也不用“多数部门”“部分单位”",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号“（四）明确责任”：内容雷同、敷衍塞责",
    example="“部分单位对公开工作重视不够”说的是“部分单位”，没有写明是谁",
)
def generic_subject(subject: Subject) -> Iterator[Remark]:
    """Some areas do this or that; or some bodies, which only a sum over many may say."""
    pattern = _AREAS_AND_BODIES if subject.content.scope == "own" else _AREAS
    for part in parts(subject):
        for found in places(pattern, part.text):
            if _is_subject(part.text, found):
                clause = clause_around(part.text, found).strip()
                yield Remark(
                    f"“{Passage(part.part, 0, clause).quoted}”说的是“{found[0]}”，没有写明是谁",
                    "写本单位自己的做法和问题；指下属单位或地区的，写明是哪些",
                    part=part.part,
                    passage=clause,
                )


def _is_subject(text: str, found: re.Match[str]) -> bool:
    """Whether the generic words are what their clause speaks of."""
    if _OTHER_PEOPLE.match(text, found.end()):
        return False
    return _BEFORE_SUBJECT.fullmatch(clause_before(text, found)) is not None


@check(
    "N519",
    Level.NOTE,
    rule="没有错别字、重复的字和标点，以及政务公开办列出的不规范用语",
    basis=Basis.PRACTICE,
    source="报送要求：数据精确、文字严谨、格式规范；政务公开办的用语清单",
    example="“行政法复议”应为“行政复议”",
)
def wrong_word(subject: Subject) -> Iterator[Remark]:
    """A word of the list that ships, or of the authority's own; each once a part."""
    words = {**WRONG_WORDS, **subject.settings.wrong_words}
    for part in parts(subject):
        for word in _wrong_in(part.text, words):
            instead = words[word]
            yield Remark(
                f"“{word}”应为“{instead}”" if instead else f"“{word}”不应出现在报告里",
                "改正后重新保存；引用原文的不必改",
                part=part.part,
                passage=word,
            )


def _wrong_in(text: str, words: Mapping[str, str]) -> list[str]:
    """The wrong words of a text in order. Longer words go first, so a right one covers what it holds."""
    right = {instead: instead for word, instead in words.items() if word in instead}
    known = {**right, **words}
    present = sorted((word for word in known if word.strip() and word in text), key=len, reverse=True)
    if not present:
        return []
    found = re.findall("|".join(map(re.escape, present)), text)
    return [word for word in dict.fromkeys(found) if known[word] != word]


CHECKS: tuple[Check, ...] = (
    vague.vague_count,
    generic_subject,
    citations.wrong_citation,
    wrong_word,
    outside.matters_outside,
)
