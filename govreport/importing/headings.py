"""The headings of the six parts, however they are written, and the official wording they stand for."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from govreport.checks.layout import Wording
from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Edition
from govreport.importing.labels import bare

_LOOKED_AT = 210  # characters of a line, white space among them
LONGEST = 70  # characters of a heading without white space
HAN = "一二三四五六七八九十"

_NUMBER = re.compile(
    rf"[#*>·•●◆■【\[_]*"
    rf"(?:第(?P<part>[{HAN}])部分[、.:,]?|(?P<han>[{HAN}])[、.:,]|(?P<digit>\d{{1,2}})[、.:]|"
    rf"\(?(?P<bracket>[{HAN}]|\d{{1,2}})\)[、.]?)?[*_]*"
)
_YEAR = "(?:(?:20[0-9]{2}|二[〇○零0][〇○零一二三四五六七八九]{2})年?度?|本年度|全年)?"
_WHO = "(?:(?:我|本)(?:局|委|厅|办|镇|乡|县|市|区|院|街道|单位|机关|部门)|全[省市县区镇乡])?"
_WHAT = "(?:开展|推进)?(?:政府信息与政务公开|(?:政府|政务)(?:信息)?公开|信息公开)?(?:工作)?(?:中)?的?"
_END = "(?:情况|措施|举措|打算|方向|思路|建议|对策|计划|安排|意见|办法|工作|改进|整改)"
# What stands behind the number; longest first, since the first that fits is taken.
_CORES: dict[str, str] = {
    "overview": (
        f"{_WHAT}(?:(?:总体|基本|整体|主要)(?:工作)?(?:推进|开展|进展|落实|执行|完成)?"
        "(?:情况|概况|概述|综述)(?:概述|综述|介绍)?|概述|概况|综述|总述)"
    ),
    "disclosure": (
        f"(?:行政机关|各级行政机关)?{_WHAT}主动公开(?:政府|政务)?(?:信息)?(?:工作)?(?:开展)?的?(?:情况)?"
    ),
    "applications": (
        f"{_WHAT}(?:(?:收到|受理|接收|办理)(?:和|及|与|、|并)?(?:处理|办理|答复)?的?(?:政府)?(?:信息)?(?:公开)?的?"
        "申请(?:公开)?(?:政府信息)?的?(?:处理|办理)?的?情况|"
        "依申请公开(?:政府)?(?:信息)?(?:工作)?(?:办理|处理|受理|答复)?的?情况|"
        "申请(?:收到和?)?(?:及|和)?(?:办理|处理|受理)的?情况)"
    ),
    "disputes": (
        "[^,。;:]{0,24}?复议[^。;:]{0,24}?情况(?:[、和及与][^。;:,]{0,14}?情况)?|"
        "[^,。;:]{0,24}?复议[、和及与,]{0,1}(?:提起)?(?:行政)?诉讼"
    ),
    "problems": (
        f"{_WHAT}(?:存在|现存|面临)?(?:的|着)?(?:主要|突出)?(?:的)?(?:问题|不足|困难)(?:[和与及、](?:困难|不足|问题))?"
        f"(?:(?:以及|及其|及|和|与|、)[^,。;:]{{2,14}}?{_END}{{1,2}})?"
    ),
    "other_matters": (
        f"{_WHAT}(?:其他|其它)(?:需要?|应当?|须)?(?:说明|报告)?(?:和|及|、)?(?:报告|说明|公开)?的?"
        "(?:有关|重要)?(?:事项|情况|问题|内容)|需要?(?:报告|说明)的(?:其他|其它)?(?:事项|情况)"
    ),
}
_PATTERNS = {key: re.compile(f"{_YEAR}{_WHO}(?:{core})") for key, core in _CORES.items()}
# What every heading has, white space aside; most lines are told from headings by it at once.
_KEYWORD = re.compile(
    r"情\s*[况況]|措\s*施|[概综总]\s*[述况]|公\s*[开開]|[诉訴]\s*[讼訟]|[问問]\s*[题題]|不\s*足|困\s*难|事\s*[项項]|内\s*容"
)
# What may follow a heading on its line: closing marks, or dots and a page number in a table of contents.
_TAIL = re.compile(r"[*#_】\])]*[:。]?[*_]*(?P<page>[.·]+\d{0,3})?")
_REMARK = re.compile(r"[*_】]*(\([^()]{1,60}\))")
# The characters of the headings as copies in traditional script write them.
_SIMPLE = str.maketrans(
    "總體況開報題處訟復複議進關務項說辦機構與訴請問", "总体况开报题处讼复复议进关务项说办机构与诉请问"
)
_GOES_ON = "、,;和及与等的是已较良有进"
_ALONE = frozenset({"问题", "不足", "困难", "存在问题", "存在的问题", "主要问题", "主动公开"})


@dataclass(frozen=True)
class Heading:
    """A line that reads like the heading of a part: as seen, what follows it on the line, how it is numbered.

    `style` is one of han (一、), digit (1.), bracket (（一）) and "" (no number). `is_listed`: with dots and
    a page behind it, as a table of contents has it. `lines` is how many lines it takes.
    """

    key: str
    seen: str
    rest: str
    number: str
    style: str
    is_listed: bool = False
    lines: int = 1

    @property
    def is_numbered(self) -> bool:
        """Whether it has the kind of number that parts have."""
        return self.style == "han"

    @property
    def is_official(self) -> bool:
        """Whether it is worded as an edition words it, its number aside."""
        return bare(self.seen) in _official(self.key)


def heading(line: str) -> Heading | None:
    """The heading that a line is or begins with, None when it is text."""
    found = _beginning(line[:_LOOKED_AT])
    further = line[_LOOKED_AT:]
    if found is None or not further.strip():
        return found
    return replace(found, rest=(found.rest + further).strip()) if found.is_numbered else None


@lru_cache(maxsize=1024)
def _beginning(line: str) -> Heading | None:
    if not _KEYWORD.search(line):
        return None
    sign_places = [
        (sign, place)
        for place, written in enumerate(line)
        for sign in unicodedata.normalize("NFKC", written)
        if not sign.isspace()
    ][: LONGEST + 1]
    text = "".join(sign for sign, _ in sign_places).translate(_SIMPLE)
    numbered = _NUMBER.match(text)
    start = numbered.end() if numbered else 0
    for key, pattern in _PATTERNS.items():
        found = pattern.match(text, start)
        if found is None or found.end() == start:
            continue
        style, number = _numbering(numbered)
        tail = _TAIL.fullmatch(text, found.end())
        cut = sign_places[found.end() - 1][1] + 1
        seen, rest = _trimmed(line[:cut]), line[cut:].lstrip(" \u3000\xa0\t：:。.*_】]")
        if tail and len(text) <= LONGEST:
            if style in ("", "digit") and found[0] in _ALONE:
                return None
            return Heading(key, seen, "", number, style, is_listed=bool(tail["page"]))
        if style == "han" and (_ends_here(line, cut, found[0]) or _REMARK.fullmatch(text, found.end())):
            return Heading(key, seen, rest, number, style)
    return None


def _numbering(found: re.Match[str] | None) -> tuple[str, str]:
    for style in ("han", "part", "digit", "bracket"):
        if found and found[style]:
            return ("han" if style == "part" else style), found[style]
    return "", ""


def _ends_here(line: str, cut: int, core: str) -> bool:
    """Whether a numbered heading ends there although text follows it on the same line."""
    after = unicodedata.normalize("NFKC", line[cut : cut + 1])
    if after.isspace():
        following = unicodedata.normalize("NFKC", line[cut:].lstrip()[:1])
        return following not in _GOES_ON
    return after in ":。】" or (core.endswith(("情况", "措施", "事项", "概述")) and after not in _GOES_ON)


def _trimmed(seen: str) -> str:
    return seen.strip(" \u3000\xa0\t#*_>·•●◆■【】[]")


@cache
def _official(key: str) -> frozenset[str]:
    return frozenset(
        bare(section.heading)
        for edition in EDITIONS.values()
        for section in edition.sections
        if section.key == key
    )


def wordings(headings: Mapping[str, str], edition: Edition) -> Iterator[Wording]:
    """The headings seen, by part, that an edition words or numbers otherwise; notation aside."""
    for section in edition.sections:
        seen = headings.get(section.key)
        if seen is not None and _told(seen) != _told(section.heading):
            yield Wording(section.key, seen, section.heading)


def _told(text: str) -> tuple[str, str]:
    squeezed = "".join(unicodedata.normalize("NFKC", text).split())
    return _numbering(_NUMBER.match(squeezed))[1], bare(text)
