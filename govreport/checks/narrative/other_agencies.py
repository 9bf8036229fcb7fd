"""Bodies of the same sort elsewhere that a text names as if they were the own (N503).

Of 云溪县林业局 the sort is 林业局 and the place 云溪: 河口县林业局 is such a body. Bodies above
(市林业局), other departments beside it, and bodies that one visits, asks or works with are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from govreport.checks.narrative.last_year import FIGURE, WORK
from govreport.checks.narrative.names import OwnNames, bare, own_names
from govreport.checks.narrative.text import Passage, clauses, sentences
from govreport.checks.subject import AgencyFacts

# Places of the same level, among which copies go round. Of a 市 nobody can tell its level by its name.
COUNTIES, TOWNS = ("县", "区", "旗"), ("镇", "乡", "街道")
PEERS = {"省": ("省",), **dict.fromkeys(COUNTIES, COUNTIES), **dict.fromkeys(TOWNS, TOWNS)}
# Places whose report work, told as the own, is a copy.
SUBJECTS = PEERS | {"市": ("市",)} | dict.fromkeys(COUNTIES, (*COUNTIES, "市"))

LONGEST_HEAD = 40  # of a clause before its subject, in characters
TOWN_BODIES = ("政府", "办事处")
SHORTENED = (("管理委员会", "管委会"), ("委员会", "委"), ("办公室", "办"))

_TOWN = re.compile(r"(?:.*[县区旗市](?=..))?(?P<place>..+?)(?P<unit>镇|乡|街道).*")
_AREA = re.compile(r"(?:.*[省州盟市](?=..))?(?P<place>.+)(?P<unit>[省市县区旗])")

# What is no name of a place although it stands before 县 or 镇: 我县林业局, 依托县林业局, 督促镇政府, 高新区.
_NO_PLACE = re.compile(
    "(?:[我本各全该某外邻跨原几两等并前后县市区旗乡镇新园景地社校矿辖强善动展进促导督求让使令派托助查持实会委和同及与"
    "小返由向从被把将对在于]|中心|建制|送[一-鿿]?下|"
    "自治|开发|示范|试验|实验|保税|管理|功能|度假|保护|配合|组织|责成|指定|支持|要求|根据|依据|[参依按]照|[利使]用|通知|建议|更新|公开|公布|发布|[制修]订|"
    "[同上下各]级|周边|附近|邻近|基层)$"
)
_RUN_BEFORE = re.compile(r"[一-鿿]{0,12}\Z")
# Where in the run before 县 or 镇 its name begins: after a word that a noun follows, or after the area above.
_BEGINS = re.compile(r".*(?:[由与向被到从照据]|(?P<above>[一-鿿]{2}[省州盟市县区旗]))(?P<place>[一-鿿]{2,3})")
_AT_HEAD = re.compile(
    r"(?:[0-9年度本全今其中一二三四五六七八九十是、（）()\s.]*[年度中是])?(?P<place>[一-鿿]{2,4})"
)

# Sentences in which others are named for what they are: visited, asked, worked with, competent.
_BESIDE = re.compile(
    "学习|考察|交流|借鉴|参观|经验|做法|联[合动]|会同|协[作助查同]|共同|合作|调研|对接|跨|互|移[送交]|转[送交办由]|函|赴|"
    "告知|咨询|征[求询]|邀请|来我|被告|不服|第三人|不属于|职[责权]|提出|合并|并入|划转|撤销|区划|挂职|签[订署]"
)
# What follows the agency that a report tells of: how it works, or what it did with a figure.
_WORKS = re.compile(
    "高度重视|认真|严格|深入|积极|不断|切实|始终|坚持|全面|持续|进一步|[按依]照|根据|紧[紧扣]|围绕|及时|成立|明确|加强|健全"
)
_OWN_WORK = re.compile(
    "(?:办公室)?[，,]?(?:20[0-9]{2}年度?|本年度?|今年|全年|[共新]|累计|共计|总共)*"
    "(?:主动公开[^，,。；;]{0,15}[信文]|(?:未?收到|受理|办理|办结)[^，,。；;]{0,15}申请|制发[^，,。；;]{0,15}文件|编[制写])"
    "(?<!复议申请)(?<!许可申请)"
)
# 全年召开新闻发布会12场: counted work of any sort.
_COUNTED_WORK = re.compile(
    f"(?:20[0-9]{{2}}年度?|本年度?|今年|全年|[共新]|累计|共计|总共){{1,3}}(?:{WORK})[^，,。；;]{{0,15}}?{FIGURE}"
)
_TELLS = re.compile("|".join(one.pattern for one in (_OWN_WORK, _WORKS, _COUNTED_WORK)))


@dataclass(frozen=True)
class Sort:
    """What sort of body an agency is, and where. `bodies` is a pattern for its name without the place."""

    own: OwnNames
    place: str
    unit: str
    bodies: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds a place's unit with such a body behind it, or, for governments and towns, without."""
        units = "|".join(SUBJECTS[self.unit])
        bodies = self.bodies.replace("政府", "(?:人民)?政府")
        optional = "?" if "政府" in self.bodies.split("|") else ""
        return re.compile(f"(?P<unit>{units})(?P<body>{bodies}){optional}")


def sort_of(agency: AgencyFacts) -> Sort | None:
    """The place and sort of an agency; None where its names do not tell them."""
    name, own = bare(agency.name), own_names(agency)
    if agency.kind in ("town", "sub_district"):
        told, bodies = _TOWN.fullmatch(name), set(TOWN_BODIES)
    else:
        told = next(filter(None, map(_AREA.fullmatch, own.areas)), None)
        places = f"^(?:.*{re.escape(told[0])}|{re.escape(told['place'])}|[省市县区旗])" if told else "^"
        bodies = {re.sub(places, "", known) for known in own.names}
    if told is None:
        return None
    for long, short in SHORTENED:
        bodies |= {body.replace(long, short) for body in bodies}
    longest_first = sorted((re.escape(body) for body in bodies if len(body) > 1), key=len, reverse=True)
    return Sort(own, told["place"], told["unit"], "|".join(longest_first)) if longest_first else None


def named_elsewhere(part: Passage, sort: Sort) -> Iterator[tuple[str, Passage]]:
    """Names of bodies of this sort elsewhere, told as if they were the own, each with its clause."""
    pattern = sort.pattern
    if not _tells_of_others(part, pattern):  # cutting sentences takes long
        return
    for sentence in sentences(part):
        if _tells_of_others(sentence, pattern):
            beside = _BESIDE.search(sentence.text) is not None
            for clause in clauses(sentence):
                for found in pattern.finditer(clause.text):
                    place = _place_told(found, sort, beside=beside)
                    if place and _is_elsewhere(place, found[0], sort):
                        yield place + found[0], clause


def _tells_of_others(passage: Passage, pattern: re.Pattern[str]) -> bool:
    """Whether a body of its own name is in it, or a place or government with what tells work behind."""
    return any(
        _has_own_name(found) or _TELLS.match(passage.text, found.end())
        for found in pattern.finditer(passage.text)
    )


def _has_own_name(found: re.Match[str]) -> bool:
    """Whether it says more than a place and its government."""
    return bool(found["body"]) and not found["body"].endswith("政府")


def is_place(name: str) -> bool:
    """Whether the characters before 县, 镇 … may be the name of a place."""
    return len(name) > 1 and not _NO_PLACE.search(name)


def _place_told(found: re.Match[str], sort: Sort, *, beside: bool) -> str:
    """The place of a body where the sentence shows that it names one and tells of it as the own, else ""."""
    place = _place_at_head(found, sort, beside=beside) if found.start() <= LONGEST_HEAD else ""
    peer = found["unit"] in PEERS.get(sort.unit, ())
    return _place_within(found) if peer and _has_own_name(found) and not beside and not place else place


def _place_at_head(found: re.Match[str], sort: Sort, *, beside: bool) -> str:
    """The place of a body that a clause begins with and tells the work of."""
    clause, unit = found.string, found["unit"]
    subject = _AT_HEAD.fullmatch(clause, 0, found.start())
    if subject is None or _OWN_WORK.match(clause, found.end()):
        return subject["place"] if subject else ""
    works = _WORKS.match(clause, found.end()) or _COUNTED_WORK.match(clause, found.end())
    told = found["body"] or (unit in TOWNS and not subject["place"].endswith("城"))  # 新型城镇 is no town
    return subject["place"] if works and told and not beside and unit in PEERS.get(sort.unit, ()) else ""


def _place_within(found: re.Match[str]) -> str:
    """The place of a body in the midst of a clause where a word before it, or its area, shows its begin."""
    run = _RUN_BEFORE.search(found.string[max(0, found.start() - 12) : found.start()])
    begun = _BEGINS.fullmatch(run[0]) if run else None
    known = begun and (not begun["above"] or is_place(begun["above"][:-1]))
    return begun["place"] if begun and known else ""


@lru_cache(maxsize=256)
def _is_elsewhere(place: str, body: str, sort: Sort) -> bool:
    own = place.endswith(sort.place) or sort.place.endswith(place) or sort.own.mean(place + body)
    return is_place(place) and not own
