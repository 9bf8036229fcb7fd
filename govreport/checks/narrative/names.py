"""An agency's own names, and whether a written name means it: in full, shortened, with more around it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from govreport.checks.subject import AgencyFacts

LONGEST_TITLE = 150  # in characters; what is longer is a text and no title
UNITS = "省州盟市县区旗镇乡"  # what the name of an area ends with; 街道 besides

_REMARK = re.compile(r"[（(][^（()）]*[)）]")
_AREA = re.compile(f"[一-鿿]{{2,}}?(?:[{UNITS}]|街道)")
_OFFICE = re.compile("(?:办公厅|办公室|办)$")


def bare(name: str) -> str:
    """A name without white space and remarks in brackets, 人民政府 as 政府."""
    return _REMARK.sub("", "".join(name.split())).replace("人民政府", "政府")


@dataclass(frozen=True)
class OwnNames:
    """What an agency is called, each name bare. `areas` are the places its names begin with."""

    names: tuple[str, ...]
    areas: tuple[str, ...]

    @classmethod
    def of(cls, names: Iterable[str], area: str = "") -> "OwnNames":
        """The names as they are written, the full one first, and the name of the area where it is known."""
        known = tuple(name for name in map(bare, names) if name)
        begun = [found[0] for found in map(_AREA.match, known) if found]
        return cls(known, tuple(dict.fromkeys(place for place in (bare(area), *begun) if place)))

    def mean(self, written: str) -> bool:
        """Whether a written name is one of these, a short form of one, or holds one."""
        text = bare(written)
        starts = [text.find(area) for area in self.areas]
        forms = {text, _OFFICE.sub("", text), *(text[start:] for start in starts if start >= 0)}
        return any(
            is_short_for(form, name) or is_short_for(form, area + name) or (_is_full(name) and name in form)
            for form in forms
            for name in self.names
            for area in ("", *self.areas)
        )


def own_names(agency: AgencyFacts) -> OwnNames:
    """The names of an agency as the master data know it."""
    return OwnNames.of((agency.name, *agency.names), agency.area)


def is_short_for(short: str, name: str) -> bool:
    """Whether all characters of one stand in the other in this order: 泽州县卫健局 in 泽州县卫生健康局."""
    rest = iter(name)
    return all(sign in rest for sign in short)


def _is_full(name: str) -> bool:
    """Whether a name says of which place it is: 县林业局 may be that of any county."""
    return name[0] not in UNITS


# What is left of a title when its year and the name of the document are taken out is the agency.
_TITLE_WORDS = re.compile(
    r"[0-9０-９〇○零一二三四五六七八九]{4}年?度?|政府信息(?:与政务)?公开|政务公开|信息公开|工作|年度|年报|报告|"
    r"^关于|的?(?:公告|公示|通知)$|[\s《》“”:：—\-]"
)
_AN_AGENCY = re.compile(
    rf"..+(?:局|委员会|厅|政府|镇|乡|街道|[县区])|..+(?:[{UNITS}]|街道)..+[局委厅会室办府处心院]"
)


def agency_named(written: str) -> str:
    """The agency that a title or signature names; "" when it names none, or only an office within one."""
    if len(written) > LONGEST_TITLE:
        return ""
    rest = _TITLE_WORDS.sub("", bare(written))
    return rest if _AN_AGENCY.fullmatch(rest) else ""
