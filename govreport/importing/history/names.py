"""Whose report a file is, by the names of the agencies that are known; nothing is guessed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from govreport.editions.numbers import shown
from govreport.importing.labels import bare, without_notes

# What may stand in a longer text before a name (山西省, 关于) and after it (2019年, 政府信息公开…).
_PLACES = re.compile(r"(?:[\u4e00-\u9fff]{1,8}?(?:省|自治区|市|自治州|地区|盟|州|县|区|旗))+")
_AFTER = re.compile(r"$|[^\u4e00-\u9fff]|政府信息公开|信息公开|依申请|关于|年|[〇一二三四五六七八九零]{4}年")
_HAN = re.compile(r"[\u4e00-\u9fff]*$")
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_AROUND_A_CODE = re.compile(r"^(?:20\d\d)?[-_ .]*|[-_ .]*(?:20\d\d)?$")


class Unrecognised(ValueError):
    """It cannot be said which agency is meant; the text is one sentence that says what was seen."""


@dataclass(frozen=True)
class Known:
    """An agency with the names it goes and went by."""

    id: int
    code: str
    name: str
    short_name: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """The agencies among which one is looked for."""

    agencies: tuple[Known, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Known]:
        """Every agency by its code."""
        return {agency.code: agency for agency in self.agencies}

    def whole(self, text: str) -> tuple[Known, ...]:
        """The agencies that a text names and nothing else: by full name, else by a former or short one."""
        for spelling in (bare(text), without_notes(text)):
            for names in (self._full, self._former, self._short):
                if spelling and spelling in names:
                    return names[spelling]
        return ()

    def inside(self, text: str) -> tuple[Known, ...]:
        """The agencies whose full or former name stands in a text; of names within names the longest."""
        plain = unicodedata.normalize("NFKC", "".join(text.split()))
        names = (*self._full.items(), *self._former.items())
        found = [(name, owners) for name, owners in names if _stands_in(name, plain)]
        longest = [
            owners for name, owners in found if not any(name != other and name in other for other, _ in found)
        ]
        return tuple({one.id: one for owners in longest for one in owners}.values())

    def hinted(self, name: str) -> tuple[Known, ...]:
        """The agency whose code or name a file or folder bears."""
        code = self.by_code.get(_AROUND_A_CODE.sub("", name.strip().lower()))
        return (code,) if code else self.whole(_YEAR.sub("", name)) or self.inside(name)

    @cached_property
    def _full(self) -> Mapping[str, tuple[Known, ...]]:
        return _by_name((agency.name, agency) for agency in self.agencies)

    @cached_property
    def _former(self) -> Mapping[str, tuple[Known, ...]]:
        return _by_name((name, agency) for agency in self.agencies for name in agency.former)

    @cached_property
    def _short(self) -> Mapping[str, tuple[Known, ...]]:
        return _by_name((agency.short_name, agency) for agency in self.agencies)


@dataclass(frozen=True)
class Signs:
    """What a file says about whose it is.

    `name` is what stands in the title as the agency, `texts` other places that may name it, `code` what the
    interchange form states; `places` are the names of the file and its folder, the nearer first.
    """

    name: str = ""
    texts: tuple[str, ...] = ()
    code: str = ""
    places: tuple[str, ...] = ()


def recognise(signs: Signs, register: Register) -> Known:
    """The one agency that a file is of. Raises Unrecognised.

    What the file says decides; the names of file and folder are asked only where it does not.
    """
    said = _said(signs, register)
    if len(said) == 1:
        return said[0]
    for place in signs.places:
        hinted = register.hinted(place)
        if len(hinted) == 1 and (not said or hinted[0] in said):
            return hinted[0]
    seen = shown(signs.name or " ".join(filter(None, signs.texts))).replace("\x00", "")
    if said:
        raise Unrecognised(f"“{seen}”可能是{'、'.join(one.name for one in said)}，分不清是哪一个")
    raise Unrecognised(f"没有叫“{seen}”的单位" if seen else "没有读出是哪个单位的年报")


def year_in(places: Iterable[str]) -> int | None:
    """The one year that the name of a file bears, else that of its folder."""
    for place in places:
        years = {int(year) for year in _YEAR.findall(place)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _said(signs: Signs, register: Register) -> tuple[Known, ...]:
    named = register.whole(signs.name) or register.inside(signs.name)
    if signs.code in register.by_code:
        coded = register.by_code[signs.code]
        return (coded,) if not named or coded in named else (coded, *named)
    if signs.name:
        return named
    found = [register.whole(text) or register.inside(text) for text in signs.texts]
    return tuple({one.id: one for owners in found for one in owners}.values())


def _by_name(pairs: Iterable[tuple[str, Known]]) -> Mapping[str, tuple[Known, ...]]:
    names: dict[str, tuple[Known, ...]] = {}
    for name, agency in pairs:
        key = bare(name)
        if key and agency not in names.get(key, ()):
            names[key] = (*names.get(key, ()), agency)
    return names


def _stands_in(name: str, text: str) -> bool:
    """Whether a text names this agency itself, not another one that begins or ends in the same words."""
    return any(
        _AFTER.match(text, found.end()) and _may_stand_before(_HAN.search(text[: found.start()]))
        for found in re.finditer(_tolerant(name), text)
    )


def _tolerant(name: str) -> str:
    """A bare name as a pattern; signs such as brackets may stand anywhere in it."""
    return r"[^\w]?".join(map(re.escape, name))


def _may_stand_before(before: re.Match[str] | None) -> bool:
    words = before[0] if before else ""
    return not words or words.endswith("关于") or bool(_PLACES.fullmatch(words))
