"""What stands in a cell of a found table, as a figure, a blank, or an entry that nobody can read."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from govreport.editions.numbers import Kind, Number, Unreadable, read_number

# Signs that people write for "nothing", beside an empty cell.
_NOTHING = frozenset({"/", "／", "\\", "-", "－", "—", "——", "–", "--", "―", "无", "*"})
_COUNTERS = "件条宗起项份次个"
_UNITS = {"元": "元", "万元": "万元", "亿元": "亿元", "千元": "千元"}
_NUMBER = r"[+-]?\d[\d,]*(?:\.\d+)?"
_WITH_UNIT = re.compile(rf"({_NUMBER})\s*(万元|亿元|千元|元|件次|[{_COUNTERS}])?")
_WITH_NOTE = re.compile(rf"({_NUMBER})\s*[{_COUNTERS}]?\s*(\(.*\))", re.DOTALL)
_CHANGE_WORD = re.compile(r"(增加?|减少?)\s*(\d[\d,]*)\s*[件项]?")
_LOST_BLANK = re.compile(r"[?\ufffd]\s*(\d+)|(\d+)\s*[?\ufffd]")
_HEADER_UNIT = re.compile(r"(万元|亿元|千元|元)")
_LEADING_NOUGHT = re.compile(r"[+-]?0\d")
_NO_UNIT = "表头没有印金额单位，这一格也没有写，数字照原样采用"


@dataclass(frozen=True)
class Value:
    """A cell read: its number (None is blank), why it is doubtful, its printed note.

    `unread` says that something stands there which is no number; `mark` that a sign for nothing does.
    """

    number: Number | None = None
    doubt: str = ""
    note: str = ""
    unread: bool = False
    mark: bool = False


@lru_cache(maxsize=8192)
def looks_like_figure(text: str) -> bool:
    """Whether a cell may be one of figures: empty, a sign for nothing, digits, a number with a unit."""
    kinds = (Kind.CHANGE, Kind.MONEY)
    return _plain(text).isdecimal() or not all(read_value(text, kind).unread for kind in kinds)


def read_value(text: str, kind: Kind, *, header: str = "") -> Value:
    """Read a cell of this kind. `header` is its column's label as seen, which may print a unit of money."""
    plain = _plain(text)
    if not plain:
        return Value(mark=bool(text.strip(" \t\n")))
    if plain in _NOTHING:
        return Value(mark=True)
    if kind is Kind.CHANGE and (word := _CHANGE_WORD.fullmatch(plain)):
        sign = "-" if word[1].startswith("减") else ""
        return _number(sign + word[2], kind, text)
    if match := _WITH_NOTE.fullmatch(plain):
        found = _number(match[1], kind, text)
        return found if found.unread else Value(found.number, "数字后面的说明没有计入", note=_note(text))
    if match := _LOST_BLANK.fullmatch(plain):
        found = _number(match[1] or match[2], kind, text)
        return found if found.unread else Value(found.number, "数字旁边有无法识别的符号")
    if match := _WITH_UNIT.fullmatch(plain):
        return _with_unit(match[1], match[2] or "", kind, text, header)
    return _unread(text, "没有读成数字")


def _with_unit(digits: str, unit: str, kind: Kind, text: str, header: str) -> Value:
    found = _number(digits, kind, text)
    money = unit in _UNITS
    if found.unread or (not unit and kind is not Kind.MONEY):
        return found
    if kind is not Kind.MONEY:
        return _unread(text, f"这一格应为数量，写的是金额（{unit}）") if money else found
    printed = _HEADER_UNIT.search(_plain(header))
    expected = printed[1] if printed else ""
    if unit == expected and unit:
        return found
    if not unit:
        return found if expected or not found.number else Value(found.number, _NO_UNIT)
    if not money:
        return Value(found.number, f"这一格应为金额，写的单位是“{unit}”")
    stated = f"表头单位是“{expected}”" if expected else "表头没有印单位"
    return Value(found.number, f"金额写的单位是“{unit}”，{stated}，数字照原样采用，没有换算")


def _note(text: str) -> str:
    """What is printed behind a number, as it is printed."""
    return re.sub(r"^[^(（]*", "", text, count=1).strip()


def _number(digits: str, kind: Kind, text: str) -> Value:
    if _LEADING_NOUGHT.match(digits):
        return _unread(text, "数字以 0 开头，可能是几个数连在一起")
    try:
        return Value(read_number(digits, kind))
    except Unreadable as error:
        return _unread(text, str(error))


def _unread(text: str, reason: str) -> Value:
    return Value(doubt=reason, unread=True)


def _plain(text: str) -> str:
    """NFKC without the white space around it; superscripts stay what they are, for 5² is not 52."""
    if text.isascii():
        return text.strip()
    kept = "".join(
        sign if unicodedata.category(sign) == "No" else unicodedata.normalize("NFKC", sign)
        for sign in text
        if unicodedata.category(sign) != "Cf"
    )
    return kept.replace("−", "-").strip()
