"""Words by which a report speaks of itself that are another kind of agency's: 我局 in a town's (N517)."""

import re
from collections.abc import Iterator

from govreport.checks.narrative.text import Passage, clause_at
from govreport.checks.subject import AgencyFacts

# 我局 and the like, by the unit that the agency must have in its name. Behind, what makes another word of it.
_SELVES = re.compile(
    "[我本](?:(?<=我)(?<!自我)(?P<unit>局(?!限|部|促|面)|镇(?!定|静|压)|乡(?!村|土|愁|亲|镇)|街道|办(?!事|实|理|好|成|证|结|公(?!开)|法)|委(?!托|派|屈|员|任)|厅)"
    "|(?<=本)(?<![根基成资样版剧书原]本)(?P<own>局(?!限|部|面|域|势)|镇(?!定|静)|街道))"
)
# 我县 and the like mean the area, unless they do what only one agency does: 我县收到政府信息公开申请8件.
_AREAS = re.compile(
    "[我本](?<![为对向在由从给].)(?P<unit>[县市区旗省])(?:政府)?"
    "(?:全年|本年度?|[0-9]{4}年度?|共计?|累计|总共|新|未|依法|主动)*"
    "(?:(?:收到|受理|办理|办结|答复)了?(?:各类|公民|书面|网上|政府信息公开|依申请公开|政务公开)*申请|公开[一-鿿]{0,6}?信息)"
    "[^，,。；;的\n]{0,6}[0-9０-９〇零一二三四五六七八九十]"
)
_QUOTED = re.compile(r"“[^“”\n]{0,200}”|《[^《》\n]{0,200}》")

# For governments and committees their offices write, and say 我办; such an office also speaks of the area.
_WRITE_AS_OFFICE = ("government", "management_committee")
_OFFICE_OF_GOVERNMENT = re.compile("政府办|政务公开")


def wrong_selves(part: Passage, agency: AgencyFacts) -> Iterator[tuple[str, Passage]]:
    """Each wrong word of a part once, with the first clause in which it stands."""
    unquoted = _QUOTED.sub(lambda found: "…" * len(found[0]), part.text)
    seen = set()
    for found, word in (*_of_another_kind(unquoted, agency), *_of_the_area(unquoted, agency)):
        if word not in seen:
            seen.add(word)
            yield word, clause_at(part, found)


def _of_another_kind(text: str, agency: AgencyFacts) -> Iterator[tuple[int, str]]:
    names = "".join((agency.name, *agency.names))
    for found in _SELVES.finditer(text):
        unit = found["unit"] or found["own"]
        if unit not in names and not (unit == "办" and agency.kind in _WRITE_AS_OFFICE):
            yield found.start(), found[0]


def _of_the_area(text: str, agency: AgencyFacts) -> Iterator[tuple[int, str]]:
    if agency.kind == "management_committee" or _OFFICE_OF_GOVERNMENT.search(agency.name):
        return
    for found in _AREAS.finditer(text):
        if agency.kind != "government" or found["unit"] not in agency.name:
            yield found.start(), found[0][:2]
