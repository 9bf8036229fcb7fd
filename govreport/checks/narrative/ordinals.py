"""Numbered items of a text: the marks that number them, and the series in which they belong together."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from govreport.checks.narrative.surroundings import places
from govreport.checks.narrative.text import Passage
from govreport.checks.narrative.widths import narrowed

_DIGITS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_TENS = ("", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十")

# The value of every numeral that may stand in a mark: 3, 三, 十三, ③.
_VALUES = (
    {str(value): value for value in range(1, 100)}
    | {_TENS[value // 10] + ("", *_DIGITS)[value % 10]: value for value in range(1, 100)}
    | {sign: value for value, sign in enumerate(_CIRCLED, start=1)}
)
_NUMERAL = f"[{_DIGITS}]{{1,3}}"

# Behind a number in brackets: it cites an article, 第（一）项. Not so （一）项目, （一）目录, （一）及时.
_CITED = r"(?!项(?!目)|款|条(?!例)|目(?![录标前的])|至|、|和(?!谐)|及(?!时)|\()"

# The marks as they stand in a text; what may stand before each is told below. The look at the first
# character saves most of the time.
_PATTERN = re.compile(
    rf"""
    (?= [{_DIGITS}(1-9{_CIRCLED}第] )
    (?: (?P<section>{_NUMERAL}) 、
    | (?P<first>{_NUMERAL}) 是 (?! (?P=first) )
    | (?P<want>{_NUMERAL}) 要
    | \( [ ]? (?P<aspect>{_NUMERAL}) [ ]? \) {_CITED}
    | \( (?P<bracket>[1-9][0-9]?) \) {_CITED}
    | (?P<point>[1-9][0-9]?) [.、] (?![0-9])
    | (?P<circled>[{_CIRCLED}])
    | 第 (?P<ordinal>{_NUMERAL}) [，,、：:] )
    """,
    re.VERBOSE,
)
# Characters before 一是 that make it something else: 统一是, 万一是, 之一是, 周一是, 第一是.
_NO_FIRST_AFTER = f"百千万亿零两{_DIGITS}之统唯专单同第周期高初大逐每任另划"
_BEFORE_SECTION, _BEFORE_WANT, _BEFORE_OTHERS = "\n", "\n，,。；;：:、", "\n。；;：:"
_SPACES, _MOST_SPACES = " \t\u3000", 20

# The styles of numbering from the highest to the lowest.
_STYLES = ("section", "aspect", "point", "bracket", "circled", "ordinal", "first")
_RANKS = {style: rank for rank, style in enumerate(_STYLES)}
_OPENS_PARAGRAPH = ("section", "aspect", "point", "bracket", "circled")
_LONGEST_HEADING = 30


class Mark(NamedTuple):
    """One mark, as in 二是 or （二）: its style, its number, and where it stands in the passage's text.

    `rank` is that of its style, 0 for the highest; what a higher one numbers may hold series of lower ones.
    """

    style: str
    number: int
    start: int
    end: int
    text: str
    rank: int


Series = list[Mark]


@lru_cache(maxsize=8)  # two checks read the same part
def marks(passage: Passage) -> tuple[Mark, ...]:
    """The marks of a passage in order."""
    return tuple(_marks(passage))


def _marks(passage: Passage) -> Iterator[Mark]:
    text = narrowed(passage.text)
    for found in places(_PATTERN, text):
        style = found.lastgroup or ""
        number = _VALUES.get(found[style])
        if number and _may_stand(style, text, found.start()):
            style = "first" if style == "want" else style
            words = passage.text[found.start() : found.end()].rstrip("，,、：:")
            yield Mark(style, number, found.start(), found.end(), words, _RANKS[style])


def _may_stand(style: str, text: str, place: int) -> bool:
    """Whether a mark of this style may begin here: a heading at the start of a line, an item after 。 too."""
    if style == "first":
        return text[place - 1 : place] not in _NO_FIRST_AFTER or place == 0
    allowed = {"section": _BEFORE_SECTION, "want": _BEFORE_WANT}.get(style, _BEFORE_OTHERS)
    before = text[max(0, place - _MOST_SPACES) : place].rstrip(_SPACES)
    return before[-1:] in allowed


def series(passage: Passage, found: Iterable[Mark]) -> list[Series]:
    """The marks sorted into series: a higher mark ends those below it, a number 1 begins a new one."""
    told: list[Series] = []
    running: list[Series] = []  # the highest first
    for mark in found:
        while running and running[-1][-1].rank > mark.rank:
            running.pop()
        if running and running[-1][-1].rank == mark.rank:
            if not _begins_anew(passage.text, running[-1][-1], mark):
                running[-1].append(mark)
                continue
            running.pop()
        running.append([mark])
        told.append(running[-1])
    return told


def is_whole(one: Series) -> bool:
    """Whether it counts 1, 2, 3 without a gap."""
    return [mark.number for mark in one] == list(range(1, len(one) + 1))


def _begins_anew(text: str, last: Mark, mark: Mark) -> bool:
    """A number 1 begins a new series, unless it follows a lone number 1 with nothing that parts them."""
    if mark.number != 1:
        return False
    if last.number != 1:
        return True
    between = text[last.end : mark.start]
    if mark.style not in _OPENS_PARAGRAPH:
        return any(sign in between for sign in "。！？\n")
    return any(_is_heading(line) for line in between.split("\n")[1:])


def _is_heading(line: str) -> bool:
    line = line.strip()
    return line.endswith("：") or (0 < len(line) <= _LONGEST_HEADING and line[-1] not in "。；;！？")
