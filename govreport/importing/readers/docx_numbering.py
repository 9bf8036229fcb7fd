"""Automatic numbering of Word paragraphs: 一、（一）1. as they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from govreport.importing.readers.docx_styles import Style, Styles, W, child, numbering_of, value, whole

_LEVELS = 9
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


class Numbering:
    """The lists of a document; counts on as it is asked for one paragraph after the other."""

    def __init__(self, root: "etree._Element | None", styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._abstract = {value(node, "abstractNumId"): node for node in root.findall(f"{W}abstractNum")}
            self._numbers = {value(node, "numId"): node for node in root.findall(f"{W}num")}

    def label(self, properties: "etree._Element | None", key: str) -> str:
        """The number printed before a paragraph of these properties and this style; empty when none is."""
        style = self._styles.style(key)
        number, level = numbering_of(properties)
        number = style.number if number is None else number
        node = self._numbers.get(number or "")
        if node is None:
            return ""
        shared, levels = self._list(node)
        depth = _level(level, key, style, levels)
        own = levels.get(depth)
        if own is None:
            return ""
        self._begin(node, number or "", shared, depth)
        self._count(shared, levels, depth)
        return _written(own, levels, shared.counts)

    def _list(self, node: "etree._Element") -> tuple[_List, dict[int, Level]]:
        """The list that a number counts in, and its levels as this number changes them."""
        key = child(node, "abstractNumId")
        abstract = self._abstract.get(key)
        linked = child(abstract, "numStyleLink")
        if linked:
            other = self._numbers.get(self._styles.style(linked).number or "")
            key = child(other, "abstractNumId") or key
            abstract = self._abstract.get(key)
        if key not in self._lists:
            self._lists[key] = _List({} if abstract is None else _levels(abstract))
        shared = self._lists[key]
        overrides = node.findall(f"{W}lvlOverride")
        own = {depth: level for override in overrides for depth, level in _levels(override).items()}
        return shared, {**shared.levels, **own}

    def _begin(self, node: "etree._Element", number: str, shared: _List, depth: int) -> None:
        """Start afresh where a number that is used for the first time says so."""
        for override in node.findall(f"{W}lvlOverride"):
            start = child(override, "startOverride")
            level = whole(value(override, "ilvl"), _LEVELS)
            if start and level < _LEVELS and f"{number}.{level}" not in self._begun and level <= depth:
                self._begun.add(f"{number}.{level}")
                shared.counts[level] = whole(start, 1) - 1

    def _count(self, shared: _List, levels: dict[int, Level], depth: int) -> None:
        counts = shared.counts
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
            child(level, "lvlText"),
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
