"""Numbers with their counters in a sentence: 8件, ８ 件, 一百零五件, 1,234条, 1.2万元, 33.9%.

A number counts something when a counter stands behind it, or when it stands free (均为0，). A year, a date, a
term (20个工作日), an ordinal (第8条) and a word with 一 in it (一起推进, 一次性) count nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import cn2an

# Full-width forms become plain ones of the same length, so that places in the text stay right.
_FULL_WIDTH = re.compile("[０-９．％]")
_PLAIN = str.maketrans("０１２３４５６７８９．％", "0123456789.%")

_DIGIT = "[一二两三四五六七八九]"
_BELOW_MYRIAD = f"(?:{_DIGIT}千)?零?(?:{_DIGIT}百)?零?(?:{_DIGIT}?十)?零?{_DIGIT}?"
_WELL_FORMED = re.compile(f"(?:{_BELOW_MYRIAD}万)?{_BELOW_MYRIAD}|[零〇]")

# Longer ones first. A word that only begins like a counter is none: 项目, 一次性, 起诉, 条例, 一件事.
_COUNTERS = (
    "个百分点|百分点|[件人家场批户]次|"
    "件(?!事)|条(?![例款目线])|宗(?!旨)|起(?![诉草来到步点])|份(?!额)|项(?!目)|次(?![性要数年日月])|"
    "个(?!工作日|月|自然|别|体|人[信隐])|例(?![如外会])|[篇封部册张幅块台卷笔批]|期(?![间限])|场(?![所景])|"
    "处(?![理罚置室])|家(?![庭长])|户|名(?![单称录])|人(?![民员大社])|类(?![别似])|[万亿]?元|%"
)
# The look at the first character saves most of the time.
_NUMBER = re.compile(
    rf"""
    (?=[0-9零〇一二两三四五六七八九十百千万])
    (?P<digits>(?<![0-9.])[0-9]{{1,3}}(?:[,，][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?   # 1,234
        | [0-9]+(?:\.[0-9]+)?
        | [零〇一二两三四五六七八九十百千万]+)
    [ \u3000\xa0]{{0,3}}
    (?P<some>[余多来几])?
    (?P<times>[千万亿](?!元))?
    (?P<more>[余多])?
    [ \u3000\xa0]{{0,3}}
    (?P<counter>{_COUNTERS})?
    """,
    re.VERBOSE,
)
_ONE = Decimal(1)
_TIMES = {"千": 1_000, "万": 10_000, "亿": 100_000_000}

# A number without counter must stand free: 为0，; 2023年 or 20个工作日 are no counts.
_FREE = re.compile(r"[ \u3000\xa0]*(?:[、，,；;。：:）)（(和及与\n]|$)")

_VAGUE_BEFORE = re.compile(r"(?:近|(?<![预节签公违履])约|超|超过|逾|至少|不少于|不低于|接近|多于|少于|最多)$")
_ENDS_VAGUELY = frozenset("近约超过逾少于多")
_VAGUE_BEHIND = re.compile(r"[余多]|左右|上下|以上|以下|以内|不等")
_LOOK_BACK = 3

# Longer strings of digits are no figures of a report.
_LONGEST = 16


@dataclass(slots=True)
class Count:
    """A number in a text: it stands from `start` to `end`, its counter included; no counter is "".

    `step` is the smallest difference that it tells: 1 for 8件, 1000 for 1.2万件, 0.01 for 86.35万元.
    `vague` is one with 余, 近, 以上 and the like, of which the exact value is not known.
    """

    start: int
    end: int
    value: Decimal
    counter: str
    step: Decimal = Decimal(1)
    vague: bool = False


def plain_digits(text: str) -> str:
    """The text with full-width digits made plain, character by character."""
    return text.translate(_PLAIN) if _FULL_WIDTH.search(text) else text


def counts(text: str) -> Iterator[Count]:
    """The numbers that count something, in order; years, ordinals (第8条) and list numbers are left out."""
    text = plain_digits(text)
    for found in _NUMBER.finditer(text):
        count = _count(found, text)
        if count is not None:
            yield count


def _count(found: re.Match[str], text: str) -> Count | None:
    start, end = found.span()
    digits, some, times, more, counter = found.groups("")
    if text[start - 1 : start] == "第" or (digits == "一" and counter == "起" and _is_adverb(found, text)):
        return None
    if not counter and not (_stands_alone(found, text) and _FREE.match(text, end)):
        return None
    value = _value(digits)
    if value is None:
        return None
    step = _ONE
    if "." in digits:
        step = Decimal(10) ** int(value.as_tuple().exponent)
    if times:
        value, step = value * _TIMES[times], step * _TIMES[times]
    return Count(start, end, value, counter, step, bool(some or more) or _is_vague(found, text))


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """Whether it may do without a counter: 为0, 为零; but not 一, or the 三 of 再三."""
    digits = found["digits"]
    return digits[0].isascii() or (digits == "零" and text[found.start() - 1 : found.start()] == "为")


def _is_vague(found: re.Match[str], text: str) -> bool:
    """Whether the words around it say that it is not exact."""
    if _VAGUE_BEHIND.match(text, found.end()):
        return True
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()]
    if before[-1:] in ("数", "几") and found["digits"][0] == "十":
        return True  # 数十件, but not 总数10件
    return before[-1:] in _ENDS_VAGUELY and _VAGUE_BEFORE.search(before) is not None


def _is_adverb(found: re.Match[str], text: str) -> bool:
    """一起 that means together: 与各部门一起推进."""
    if text[found.start() - 1 : found.start()] == "无":
        return False
    return text[found.end() : found.end() + 1] not in ("", *"行复诉案，。；、）\n")


def _value(digits: str) -> Decimal | None:
    if len(digits) > _LONGEST:
        return None
    if digits[0].isascii():
        return Decimal(digits if digits.isdigit() else digits.replace(",", "").replace("，", ""))
    return _spelled(digits)


@lru_cache(maxsize=1024)
def _spelled(digits: str) -> Decimal | None:
    """The value of a number in characters, None when it is not well formed: 二〇二三, 三五."""
    if not _WELL_FORMED.fullmatch(digits):
        return None
    try:
        return Decimal(cn2an.cn2an(digits, "normal"))
    except ValueError:
        return None
