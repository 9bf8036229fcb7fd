"""A whole and its parts in a sentence.

    whole 其中 part、part              公开信息300条，其中网站200条、公众号100条
    whole：part、part   whole（part、part）
    whole，分别为 part、part
    whole noun，way noun part，…      咨询372次，现场咨询331次，电话咨询61次
    part、part，合计 whole

Parts have the counter of the whole. What stands in brackets is read by itself:

    网站600条（含公告380条、动态220条），公众号300条

A number that compares (较上年增加50条) is no part; a new verb (办结, 召开) ends the list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from itertools import accumulate, pairwise

from govreport.checks.narrative.reading.numbers import Count, counts

_BRACKET = re.compile("[（()）]")
_BRACKETED = re.compile("[（(][^（()）]*[)）]")

_AMONG = re.compile(r"[，,；;。：:、（(\s]*(?:其中|当中|包括|包含|含(?!义))")
_LIST = re.compile(r"\s*[（(：:]|[，,]分别[为是]")
_IN_ALL = re.compile("(?:(?:合计|总计|共计|总共|一共)[^，,；;。：:、0-9]{0,6}|[，,]共)$")
_AND_SO_ON = re.compile(r"\s*等")

# A number behind one of these is a difference, or of another year.
_COMPARED = re.compile("较|同比|环比|相比|比[上去前20]|增[加长至]|减少|下降|上升|提高|上年|去年|以来")
# What follows one of these begins something new and is no part of what stands before.
_NEW = re.compile(
    "收到|受理|新收|接到|办结|答复|回复|办理|结转|转入|召开|举[办行]|开展|组织|另|此外|同时|全年|累计|合计|总计|共计"
)
# Parts without 其中: the noun of the whole again, with a way of doing it and nothing else in front.
_WAYS = "现场|当面|窗口|来[访电]|电话|热线|网[络上站页]|[线在][上线]|线下|书面|信函|邮[寄件箱]|微[信博]|口头"
_WAY = re.compile(rf"[，,、；;]\s*(?:通过)?(?:{_WAYS})$")
_NOUN = 2
# A sentence without any of these tells no parts, and nor does one without two numbers. The look at the first
# character saves most of the time.
_ANNOUNCED = re.compile(
    "(?=[其当包含合总共一分，,（(：:现窗来电热网线在书信邮微口])"
    f"(?:其中|当中|包括|包含|含|合计|总计|共计|总共|一共|分别|[，,]共|[（(：:]|{_WAYS})"
)
_NUMBER_LIKE = re.compile("[0-9０-９]+|[一二两三四五六七八九十百千万][\u4e00-\u9fff]")
# A sentence with more numbers is a table that lost its cells; nobody could say what is part of what.
MOST_NUMBERS = 60
# 四个功能区分别为: the four are no part.
_NAMES_PARTS = re.compile("[^，,；;。：:、]{0,10}分别")
_BESIDES = ("%", "百分点", "个百分点")


class Trigger(Enum):
    """What says that numbers are the parts of another."""

    AMONG = auto()  # 其中
    LIST = auto()  # a colon, a bracket
    ALIKE = auto()  # the same noun: 咨询372次，现场咨询331次，电话咨询61次
    IN_ALL = auto()  # 合计 behind the parts


@dataclass(frozen=True)
class Whole:
    """A number with its parts, as the sentence tells them; `open_ended` when 等 closes the list."""

    count: Count
    parts: tuple[Count, ...]
    trigger: Trigger
    open_ended: bool = False

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or the first or last of them, make exactly the whole."""
        values = [part.value for part in self.parts]
        return self.count.value in {*accumulate(values), *accumulate(reversed(values))}

    @property
    def precise(self) -> bool:
        """Whether all numbers are told to the unit."""
        return not any(one.vague or one.step > 1 for one in (self.count, *self.parts))


def may_tell_wholes(text: str) -> bool:
    """Whether a sentence, or one of a paragraph, may tell a whole: a look that saves most of the time."""
    return _ANNOUNCED.search(text) is not None and len(_NUMBER_LIKE.findall(text)) > 1


def wholes(sentence: str) -> Iterator[Whole]:
    """Every whole that a sentence tells together with its parts."""
    if not may_tell_wholes(sentence):
        return
    numbers = [count for count in counts(sentence) if count.counter]
    if not 2 <= len(numbers) <= MOST_NUMBERS:
        return
    depths = _depths(sentence, numbers)
    for place in range(len(numbers)):
        whole = _forward(sentence, numbers, depths, place) or _backward(sentence, numbers, depths, place)
        if whole and whole.precise:
            yield whole


def _depths(sentence: str, numbers: Sequence[Count]) -> list[int]:
    """How many brackets are open at each number."""
    depths, depth, brackets = [], 0, list(_BRACKET.finditer(sentence))[::-1]
    for number in numbers:
        while brackets and brackets[-1].start() < number.start:
            depth = max(0, depth + (1 if brackets.pop()[0] in "（(" else -1))
        depths.append(depth)
    return depths


def _forward(sentence: str, numbers: Sequence[Count], depths: Sequence[int], place: int) -> Whole | None:
    """The number with the parts behind it."""
    whole = numbers[place]
    inside = place + 1 < len(numbers) and depths[place + 1] == depths[place] + 1
    inside = inside and sentence[whole.end : whole.end + 1] in ("（", "(")
    row = [whole, *_siblings(numbers, depths, place, depths[place] + inside)]
    if len(row) < 2:
        return None
    trigger = _trigger(sentence[whole.end : row[1].start])
    if sentence[whole.end] == "。" and whole.counter in {one.counter for one in numbers[:place]}:
        return None  # two numbers before 。其中: which of them is the whole?
    noun = sentence[whole.start - _NOUN : whole.start]
    parts: list[Count] = []
    for before, number in pairwise(row):
        gap = _BRACKETED.sub("", sentence[before.end : number.start])
        if number.counter in _BESIDES or _COMPARED.search(gap) or _NAMES_PARTS.match(sentence, number.end):
            continue
        alike = len(noun) == _NOUN and gap.endswith(noun) and _WAY.match(gap.removesuffix(noun))
        new = bool(parts) and (_AMONG.match(gap) or _NEW.search(gap))
        if number.counter != whole.counter or new or (trigger is Trigger.ALIKE and not alike):
            break
        parts.append(number)
    if not parts:
        return None
    return Whole(whole, tuple(parts), trigger, _AND_SO_ON.match(sentence, parts[-1].end) is not None)


def _siblings(numbers: Sequence[Count], depths: Sequence[int], place: int, depth: int) -> Iterator[Count]:
    """The numbers behind a place that stand in the same bracket."""
    for number, deep in zip(numbers[place + 1 :], depths[place + 1 :], strict=True):
        if deep < depth:
            return
        if deep == depth:
            yield number


def _trigger(gap: str) -> Trigger:
    if _AMONG.match(gap):
        return Trigger.AMONG
    return Trigger.LIST if _LIST.match(gap) else Trigger.ALIKE


def _backward(sentence: str, numbers: Sequence[Count], depths: Sequence[int], place: int) -> Whole | None:
    """The number with the parts before it, when 合计 says that it adds them up."""
    whole = numbers[place]
    if not _IN_ALL.search(sentence, max(0, whole.start - 9), whole.start):
        return None
    parts: list[Count] = []
    following = whole
    for number, depth in zip(numbers[:place][::-1], depths[:place][::-1], strict=True):
        if depth > depths[place]:
            continue
        gap = sentence[number.end : following.start]
        if number.counter != whole.counter or depth < depths[place] or _AMONG.match(gap) or "。" in gap:
            break
        if following is not whole and (_NEW.search(gap) or _COMPARED.search(gap)):
            break
        parts.insert(0, number)
        following = number
    return Whole(whole, tuple(parts), Trigger.IN_ALL) if len(parts) > 1 else None
