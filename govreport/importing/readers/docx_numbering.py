"""Automatic numbering of Word paragraphs: 一、（一）1. as they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.readers.docx_styles import Style, Styles, W, child, numbering_of, value, whole

_LEVELS = 9
_LONGEST_PATTERN = 50
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class Level:
    """A level of a list: how its number is written, and where it begins."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass
class _List:
    """A list that paragraphs share, with how far each level has counted."""

    levels: dict[int, Level]
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass
class _Number:
    """A list as one number of the document uses it: `starts` are the levels it has yet to begin afresh."""

    levels: dict[int, Level]
    counts: list[int | None]
    starts: dict[int, int]

    def begin(self, depth: int) -> None:
        """Begin afresh, once, where this number says so."""
        for level in [level for level in self.starts if level <= depth]:
            self.counts[level] = self.starts.pop(level) - 1


class Numbering:
    """The lists of a document; counts on as it is asked for one paragraph after the other."""

    def __init__(self, root: "etree._Element | None", styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nodes: dict[str, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, _Number] = {}
        if root is not None:
            self._abstract = {value(node, "abstractNumId"): node for node in root.findall(f"{W}abstractNum")}
            self._nodes = {value(node, "numId"): node for node in root.findall(f"{W}num")}

    def label(self, properties: "etree._Element | None", key: str) -> str:
        """The number printed before a paragraph of these properties and this style; empty when none is."""
        style = self._styles.style(key)
        number, level = numbering_of(properties)
        numbered = self._number((style.number if number is None else number) or "")
        if numbered is None:
            return ""
        depth = _level(level, key, style, numbered.levels)
        own = numbered.levels.get(depth)
        if own is None:
            return ""
        numbered.begin(depth)
        self._count(numbered.counts, numbered.levels, depth)
        return _written(own, numbered.levels, numbered.counts)

    def _number(self, number: str) -> "_Number | None":
        """A number of the document; None when there is none such."""
        node = self._nodes.get(number)
        if number not in self._numbers and node is not None:
            shared = self._list(child(node, "abstractNumId"))
            overrides = node.findall(f"{W}lvlOverride")
            own = {depth: level for override in overrides for depth, level in _levels(override).items()}
            starts = {
                whole(value(override, "ilvl")): whole(child(override, "startOverride"), 1)
                for override in overrides
                if override.find(f"{W}startOverride") is not None
            }
            self._numbers[number] = _Number({**shared.levels, **own}, shared.counts, starts)
        return self._numbers.get(number)

    def _list(self, key: str) -> _List:
        """The list of an abstract number, or the one that its style refers to."""
        linked = child(self._abstract.get(key), "numStyleLink")
        if linked:
            other = self._nodes.get(self._styles.style(linked).number or "")
            key = child(other, "abstractNumId") or key
        if key not in self._lists:
            abstract = self._abstract.get(key)
            self._lists[key] = _List({} if abstract is None else _levels(abstract))
        return self._lists[key]

    @staticmethod
    def _count(counts: list[int | None], levels: dict[int, Level], depth: int) -> None:
        for upper in range(depth):
            if counts[upper] is None:
                counts[upper] = levels.get(upper, Level()).start
        count = counts[depth]
        counts[depth] = levels[depth].start if count is None else count + 1
        for lower in range(depth + 1, _LEVELS):
            if levels.get(lower, Level()).restarts:
                counts[lower] = None


def _level(stated: int | None, key: str, style: Style, levels: dict[int, Level]) -> int:
    """The level of a paragraph: its own, that of the list tied to its style, its style's."""
    if stated is not None:
        return min(stated, _LEVELS - 1)
    tied = [depth for depth, level in levels.items() if key and level.style == key]
    return min(tied[0] if tied else style.level or 0, _LEVELS - 1)


def _levels(node: "etree._Element") -> dict[int, Level]:
    found = {}
    for level in node.findall(f"{W}lvl"):
        legal = level.find(f"{W}isLgl")
        found[min(whole(value(level, "ilvl")), _LEVELS - 1)] = Level(
            whole(child(level, "start"), 0 if level.find(f"{W}start") is None else 1),
            child(level, "numFmt") or "decimal",
            child(level, "lvlText")[:_LONGEST_PATTERN],
            legal is not None and value(legal) not in ("0", "false"),
            child(level, "lvlRestart") != "0",
            child(level, "pStyle"),
        )
    return found


def _written(own: Level, levels: dict[int, Level], counts: list[int | None]) -> str:
    """A number as its level's pattern has it; bullets are no numbers."""
    if own.format in ("bullet", "none"):
        return ""

    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        form = "decimal" if own.legal else levels.get(depth, Level()).format
        return FORMATS.get(form, str)(counts[depth] or 0)

    text = _PLACE.sub(one, own.text)
    return f"{text} " if text[-1:].isalnum() else text


def chinese(number: int) -> str:
    """A number below ten thousand as it is counted: 十二, 一百零三."""
    if not 0 < number < 10_000:
        return str(number)
    signs, gap = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            signs += ("零" if gap and signs else "") + _DIGITS[digit] + _UNITS[power]
            gap = False
        else:
            gap = True
    return signs.removeprefix("一") if signs.startswith("一十") else signs


def _roman(number: int) -> str:
    if not 0 < number < 400:
        return str(number)
    signs = ""
    for amount, sign in _ROMAN:
        signs += sign * (number // amount)
        number %= amount
    return signs


def _letter(number: int) -> str:
    return chr(96 + (number - 1) % 26 + 1) * ((number - 1) // 26 + 1) if 0 < number < 200 else str(number)


def _row(first: str, last: int, otherwise: Callable[[int], str] = str) -> Callable[[int], str]:
    """Signs that follow each other from the first on: ① to ⑳."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else otherwise(number)


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else str(number)


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(sign)] for sign in str(number))


def _full_width(number: int) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in str(number))


FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "koreanDigital2": chinese,
    "ideographDigital": _digital,
    "taiwaneseDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "chineseLegalSimplified": lambda number: chinese(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: chinese(number).translate(_LEGAL),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
}
