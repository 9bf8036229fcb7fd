"""Who is said to have written the report, or to answer for it: 由…编制, 请与…联系 (N503)."""

import re
from collections.abc import Iterator
from itertools import islice

from govreport.checks.narrative.names import UNITS, own_names
from govreport.checks.narrative.other_agencies import is_place
from govreport.checks.narrative.text import Passage, clause_at
from govreport.checks.subject import AgencyFacts

_BODY = "局|委员会|办公室|厅|政府|办事处|管委会|中心|[研学医法]院"
_ROLE = (
    r"(?:负责|组织|牵头)?(?:编制|编写|起草)|现将|现向|联系|[（(](?:联系|地址|电话)|[0-9]{4}年度?政府信息公开"
)
_AUTHOR = re.compile(rf"(?:{_BODY})(?={_ROLE})")
# 由…局按照《…》编制, and 请联系…局办公室 with nothing behind.
_AUTHOR_BY = re.compile(
    rf"由(?P<name>[一-鿿]{{2,28}}(?:{_BODY}))(?:负责)?(?:按照|依照|根据|依据)[^，,。；;由]{{0,80}}(?:编制|编写|起草)"
)
_ASKED = re.compile(r"(?:请|可|欢迎)(?:直接|与|同|向)?联系[：:]?\s?(?P<name>[一-鿿]{4,30})")
_OFFICE = re.compile(r"(?:联系|编制|发布)(?:单位|部门|机构)[：:]?\s?(?P<name>[一-鿿]{4,30})")
_LAST_RUN = re.compile(r"[一-鿿]*\Z")
_LEAD = re.compile(r".*(?:[由与向将]|根据|按照)(?=...)")
_PLACED = re.compile(rf"(?P<place>[一-鿿]{{2,5}}?)(?P<unit>[{UNITS}]|街道)[一-鿿]+")

# Whom anybody may name as well: governments above, and who keeps the platform for them.
_ABOVE = re.compile("政府|政务|大数据|行政审批")
_IN_A_TOWN = re.compile("[镇乡]|街道")
_HIGH = "省州盟市"
_LONGEST_NAME = 30
MOST_TOLD = 100  # a preamble tells of one or two


def other_authors(part: Passage, agency: AgencyFacts) -> Iterator[tuple[str, Passage]]:
    """Names told as author or contact that are another agency's, each once with its clause."""
    places: dict[str, int] = {}
    for place, name in islice(_told(part.text), MOST_TOLD):
        places.setdefault(name, place)
    for name, place in places.items():
        other = other_agency(name, agency)
        if other:
            yield other, clause_at(part, place)


def _told(text: str) -> Iterator[tuple[int, str]]:
    """What stands as author or contact, with its place."""
    for item in _AUTHOR.finditer(text):
        begin = max(0, item.end() - _LONGEST_NAME)
        run = _LAST_RUN.search(text[begin : item.end()])
        yield item.start(), run[0] if run else ""
    for pattern in (_OFFICE, _AUTHOR_BY, _ASKED):
        for item in pattern.finditer(text):
            yield item.start("name"), item["name"]


def other_agency(written: str, agency: AgencyFacts) -> str:
    """The other agency that a text ends with; "" when it is the own or one above, or tells no place."""
    run = _LAST_RUN.search(written[-_LONGEST_NAME:])
    name = _LEAD.sub("", run[0] if run else "")
    placed, own = _PLACED.fullmatch(name), own_names(agency)
    if placed is None or not is_place(placed["place"]) or own.mean(name):
        return ""
    within = any(area in name for area in own.areas)
    above = _ABOVE.search(name) is not None and not _IN_A_TOWN.search(name)
    if within:
        return "" if above or agency.kind == "government" else name
    same_level = agency.kind == "government" and own.areas[:1] and own.areas[0].endswith(placed["unit"])
    return "" if above and placed["unit"] in _HIGH and not same_level else name
