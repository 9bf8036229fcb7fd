"""Part 一 by its aspects: one plain text comes apart into boxes, and together again without a loss.

A box of an aspect holds what stands under its heading. The heading itself is left out where it is the one
that the form prints, （二）依申请公开, and stays where somebody worded it otherwise.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

OPENING = "text"  # the box of whatever stands before the first aspect, or of a text without them

_NUMERALS = ("", *"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"))
_ORDINAL = re.compile(r"[ \t\u3000]*[（(] ?([一二三四五六七八九十]{1,2}) ?[)）][ \t\u3000]*")
_WORDS = re.compile(r"[^。：:，,；;]{1,20}(?=[。：:，,；;]|$)")


@dataclass(frozen=True)
class Aspect:
    """One aspect: its heading, and the words by which a heading worded otherwise is known to mean it."""

    key: str
    title: str
    known: re.Pattern[str]


# 国办公开办函〔2021〕30号（一）
FIVE = (
    Aspect("proactive", "主动公开", re.compile("主动公开")),
    Aspect("on_request", "依申请公开", re.compile("依申请|依法申请")),
    Aspect("management", "政府信息管理", re.compile("信息(?:资源)?管理")),
    Aspect("platforms", "政府信息公开平台建设", re.compile("平台")),
    Aspect("supervision", "监督保障", re.compile("监督|保障")),
)
# 《政府信息公开条例》第五十条第（四）项
RESULTS = Aspect("results", "工作考核、社会评议和责任追究结果", re.compile("考核|评议|责任追究"))

_OF_EDITIONS: Mapping[str, tuple[Aspect, ...]] = {"2021": FIVE}


def aspects_of(edition: str, *, government: bool) -> tuple[Aspect, ...]:
    """The aspects that part 一 has in this edition; none where the edition asks for none."""
    aspects = _OF_EDITIONS.get(edition, ())
    return (*aspects, RESULTS) if aspects and government else aspects


def split_overview(text: str, aspects: Sequence[Aspect]) -> dict[str, str]:
    """The text by box, all boxes in order; what cannot be put together again stays whole in the opening."""
    lines = text.split("\n")
    starts = list(_starts(lines, aspects))
    ends = [*(line for _, line in starts), len(lines)]
    boxes = dict.fromkeys((OPENING, *(aspect.key for aspect in aspects)), "")
    whole = boxes | {OPENING: text}
    boxes[OPENING] = "\n".join(lines[: ends[0]])
    number = _last_number(boxes[OPENING])
    for (aspect, begin), end in zip(starts, ends[1:], strict=True):
        head, body = lines[begin], "\n".join(lines[begin + 1 : end])
        printed = head == _heading(aspect, number + 1) and body and not _own_number(aspect, body)
        boxes[aspect.key] = body if printed else "\n".join(lines[begin:end])
        number = _number(head)
    return boxes if join_overview(boxes, aspects) == text else whole


def join_overview(boxes: Mapping[str, str], aspects: Sequence[Aspect]) -> str:
    """The text of the boxes; each that says something under its heading, numbered without a gap."""
    opening = boxes.get(OPENING, "")
    pieces = [opening] if opening else []
    number = _last_number(opening)
    for aspect in aspects:
        box = boxes.get(aspect.key, "")
        if box:
            own = _own_number(aspect, box)
            number = own or number + 1
            pieces.append(box if own else f"{_heading(aspect, number)}\n{box}")
    return "\n".join(pieces)


def has_headings(text: str) -> bool:
    """Whether paragraphs of it begin with （一）, （二）."""
    return _last_number(text) > 0


def _starts(lines: Sequence[str], aspects: Sequence[Aspect]) -> Iterator[tuple[Aspect, int]]:
    """Where each aspect begins, in their order; one that comes too late stays where it stands."""
    left = list(aspects)
    for place, line in enumerate(lines):
        found = next((aspect for aspect in left if _own_number(aspect, line)), None)
        if found:
            left = left[left.index(found) + 1 :]
            yield found, place


def _heading(aspect: Aspect, number: int) -> str:
    return f"（{_NUMERALS[min(number, len(_NUMERALS) - 1)]}）{aspect.title}"


def _own_number(aspect: Aspect, text: str) -> int:
    """The number of the heading of this aspect with which a text begins, 0 when it begins with none."""
    line = text.partition("\n")[0]
    ordinal = _ORDINAL.match(line)
    words = ordinal and _WORDS.match(line, ordinal.end())
    return _number(line) if words and aspect.known.search(words[0]) else 0


def _number(line: str) -> int:
    """The number in brackets with which a line begins, 0 when there is none."""
    found = _ORDINAL.match(line)
    return _NUMERALS.index(found[1]) if found and found[1] in _NUMERALS else 0


def _last_number(text: str) -> int:
    return next((number for line in reversed(text.split("\n")) if (number := _number(line))), 0)
