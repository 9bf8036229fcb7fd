"""Whether a number speaks of the report's own year, and of everybody that the table counts.

Words of time and of persons hold for what follows until another of them comes:

    2022年收到15件，2023年收到 | 9件        15 is silent, 9 is told
    全县收到150件，县本级 | 31件            31 is partial in an aggregate
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreport.checks.narrative.reading.items import CARRIED
from govreport.checks.narrative.reading.kinds import Kind
from govreport.checks.narrative.reading.tokens import Token
from govreport.checks.subject import Subject

# Those whose area is their own matter: 全县 in their report means themselves.
_AREA_WIDE = {"government", "town", "sub_district", "management_committee"}
_AREA_WIDE_NAME = re.compile("(?:[县市区省州旗盟]|政府|管委会|管理委员会|街道办事处|镇|乡)$")

# 县公安局 in front of a verb: somebody who did it. 向县档案局 or 经市司法局 did not.
_ORGAN = re.compile(
    r"(?!通过|[向经在与报从给为按据根各该])[\u4e00-\u9fff]{1,20}"
    r"(?:局|委员会|委|办公室|[府委局厅县市区政]办|厅|中心|镇|乡|街道|部门|单位|政府|公司|学校|医院|所|站)"
)
_AREA_PREFIX = re.compile("^[县市区省州旗盟镇乡]")
_ORGAN_ENDS = frozenset("局会委室办厅心镇乡道门位府司校院所站")
_STOP, _TEXT = Kind.STOP, Kind.TEXT  # members of an enum are slow to look up
_SPEAKING = {Kind.NUMBER, Kind.NONE}
_OF_TIME = {
    Kind.COMPARED,
    Kind.YEAR,
    Kind.THIS_YEAR,
    Kind.WITHIN_YEAR,
    Kind.UNTIL,
    Kind.OTHER_TIME,
    Kind.CUMULATIVE,
}
_OF_WHOM = {Kind.SELF, Kind.PART, Kind.ON_BEHALF, Kind.WHOLE}
_SUBJECT_FOLLOWS = {
    Kind.ROLE,
    Kind.TOPIC,
    Kind.APPLICANT,
    Kind.FILL,
    Kind.DISCLOSURE,
    Kind.THIS_YEAR,
    Kind.WITHIN_YEAR,
    Kind.YEAR,
    Kind.NUMBER,
    Kind.NONE,
}


@dataclass(frozen=True)
class Speaker:
    """Whose report it is: its year, its names, whether it adds up others or its area is its own."""

    year: int | None
    names: tuple[str, ...]
    aggregate: bool
    area_wide: bool

    def is_meant_by(self, organ: str) -> bool:
        """Whether a name is one of the agency's own, shortened as people do: 县发改局."""
        short = _AREA_PREFIX.sub("", organ)
        return any(_is_shortened(short, name) for name in self.names)


def speaker(subject: Subject) -> Speaker:
    """Who speaks in the report of a subject."""
    content, agency = subject.content, subject.agency
    known = (content.agency_name, *((agency.name, *agency.names) if agency else ()))
    names = tuple(name for name in known if name)
    aggregate = content.scope == "aggregate"
    by_name = any(_AREA_WIDE_NAME.search(name) for name in names)
    area_wide = aggregate or by_name or not names or (agency is not None and agency.kind in _AREA_WIDE)
    return Speaker(content.year, names, aggregate, area_wide)


class Standing(NamedTuple):
    """The places of numbers and negations that say nothing (`silent`), or only of a part (`partial`)."""

    silent: frozenset[int]
    partial: frozenset[int]


@dataclass(slots=True)
class _Sight:
    """What the words so far have set: another time, a comparison, somebody else."""

    other_time: bool = False
    within_year: bool = False
    until: bool = False
    compared: bool = False
    part: bool = False


def with_selves(row: Iterable[Token], who: Speaker) -> list[Token]:
    """The words with the agency's own name, in full or short, as 我局 is."""
    return [
        token.as_kind(Kind.SELF)
        if token.kind is _TEXT and _is_organ(token) and who.is_meant_by(token.text)
        else token
        for token in row
    ]


def _is_organ(token: Token) -> bool:
    """Whether a piece of plain text is the name of an organ."""
    text = token.text
    return text[-1] in _ORGAN_ENDS and _ORGAN.fullmatch(text) is not None


def standing(row: Sequence[Token], who: Speaker) -> Standing:
    """Go through the words of a sentence in order; what one of them sets holds until another resets it."""
    sight = _Sight()
    silent, partial = set(), set()
    for place, token in enumerate(row):
        kind = token.kind
        if kind in _SPEAKING:
            if sight.other_time or sight.compared:
                silent.add(token.start)
            if sight.part:
                partial.add(token.start)
        elif kind is _STOP:
            sight.compared = False
        elif kind in _OF_TIME or token.name in CARRIED:
            _see_time(token, sight, who.year)
        elif kind in _OF_WHOM or (kind is _TEXT and _is_organ(token)):
            _see_whose(row, place, sight, who)
    return Standing(frozenset(silent), frozenset(partial))


def _see_time(token: Token, sight: _Sight, year: int | None) -> None:
    kind = token.kind
    if kind is Kind.COMPARED:
        sight.compared = True
    elif kind is Kind.YEAR:
        sight.other_time = int(token.text[:4]) != year
        sight.within_year = not sight.other_time
    elif kind is Kind.THIS_YEAR:
        sight.other_time, sight.within_year = False, True
    elif kind is Kind.WITHIN_YEAR:
        sight.within_year = True
    elif kind is Kind.UNTIL:
        sight.until = True
    elif kind is Kind.OTHER_TIME:
        sight.other_time = True
    elif kind is Kind.CUMULATIVE:
        sight.other_time |= sight.until or not sight.within_year
    elif kind is Kind.ROLE:
        sight.other_time |= _carries_from_elsewhere(token, year)


def _carries_from_elsewhere(token: Token, year: int | None) -> bool:
    """结转 from or to a year that is not the neighbouring one."""
    told = re.search("20[0-9]{2}", token.text)
    if told is None or year is None:
        return told is not None
    return int(told[0]) != (year - 1 if token.name == "carried_in" else year + 1)


def _see_whose(row: Sequence[Token], place: int, sight: _Sight, who: Speaker) -> None:
    token = row[place]
    kind = token.kind
    if kind is Kind.SELF or (kind is Kind.PART and _completes(row[max(0, place - 2) : place])):
        sight.part = False
    elif kind is Kind.ON_BEHALF or (kind is Kind.PART and (who.aggregate or not token.text.endswith("本级"))):
        sight.part = True
    elif not any(one.kind in _SUBJECT_FOLLOWS for one in row[place + 1 : place + 2]):
        return
    elif kind is Kind.WHOLE:
        sight.part = not who.area_wide
    elif kind is Kind.TEXT:
        sight.part = True


def _completes(before: Sequence[Token]) -> bool:
    """全县各乡镇, 县本级及各部门: with what stands before it this part is everybody."""
    kinds = [token.kind for token in before]
    parts = (Kind.PART, Kind.WHOLE)
    return bool(kinds) and (kinds[-1] in parts or (kinds[-1] is Kind.JOIN and kinds[0] in parts))


def _is_shortened(short: str, name: str) -> bool:
    """Whether the characters of the short name stand in the name in this order: 发改局, 发展和改革局."""
    rest = iter(name)
    return len(short) > 1 and all(character in rest for character in short)
