"""N502, N503, N517: the text speaks of another year, another agency, or another self."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.authors import other_agency, other_authors
from govreport.checks.narrative.last_year import told_of_last_year
from govreport.checks.narrative.names import agency_named, own_names
from govreport.checks.narrative.other_agencies import named_elsewhere, sort_of
from govreport.checks.narrative.text import Passage, parts
from govreport.checks.narrative.wrong_self import wrong_selves
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.numbers import shown

Named = tuple[str, Passage]


@check(
    "N502",
    Level.QUERY,
    rule="正文里有数字的工作、统计期限和报告名称，说的应是报告年度，不是上一年",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号“明确责任”指出的内容雷同；评估中见到照抄上年文字而没有改年份的",
    example="“2022年，我局主动公开信息652条。”说的是 2022 年，本报告是 2023 年度的",
    needs=("year",),
)
def told_of_the_year_before(subject: Subject) -> Iterator[Remark]:
    """Work with a figure, the period or the report itself is told of the year before, as copied text does."""
    year = subject.content.year
    if year is None:
        return
    for part in parts(subject):
        for told in told_of_last_year(part, year):
            yield Remark(
                f"“{told.quoted}”说的是 {year - 1} 年，本报告是 {year} 年度的",
                "核对年份和数字；确是上一年的情况的，在说明里写明为什么写进本年度报告",
                part=told.part,
                passage=told.text,
            )


@check(
    "N503",
    Level.QUERY,
    rule="标题、前言、落款、联系方式和正文里，不应出现别的地方的同类单位或者别的编制单位",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号“明确责任”指出的内容雷同；评估中见到照抄其他地区年报的",
    example="“河口县林业局收到申请5件”写的是“河口县林业局”，本单位是“云溪县林业局”",
    needs=("agency",),
)
def names_another_agency(subject: Subject) -> Iterator[Remark]:
    """Another agency's name in title, preamble, signature, contact, or a body of the same sort elsewhere."""
    agency = subject.agency
    if agency is None:
        return
    for place, part, name in _at_fixed_places(subject, agency):
        yield _another(f"{place}写的是“{shown(name)}”", agency, part=part)
    for name, clause in _in_the_text(subject, agency):
        told = f"“{clause.quoted}”写的是“{shown(name)}”"
        yield _another(told, agency, part=clause.part, passage=clause.text)


def _another(told: str, agency: AgencyFacts, *, part: str, passage: str = "") -> Remark:
    hint = "改成本单位的名称；确是说别的单位的，在说明里写明"
    return Remark(f"{told}，本单位是“{agency.name}”", hint, part=part, passage=passage)


def _at_fixed_places(subject: Subject, agency: AgencyFacts) -> Iterator[tuple[str, str, str]]:
    """Where outside the text, the section in which it is mended, and the other agency's name."""
    content, own = subject.content, own_names(agency)
    signed = content.signature.name if content.signature else None
    for place, section, written in (("标题", "preamble", content.title), ("落款", "signature", signed)):
        name = agency_named(written or "")
        if name and not own.mean(name):
            yield place, section, name
    office = other_agency((content.contact and content.contact.office) or "", agency)
    if office:
        yield "联系方式", "preamble", office


def _in_the_text(subject: Subject, agency: AgencyFacts) -> Iterator[Named]:
    """Each other name once a part, with the first clause in which it stands."""
    sort = sort_of(agency)
    for part in parts(subject):
        told: list[Named] = list(named_elsewhere(part, sort)) if sort else []
        if part.part == "preamble":
            told += other_authors(part, agency)
        seen: set[str] = set()
        for name, clause in told:
            if name not in seen and not any(name in known or known in name for known in seen):
                seen.add(name)
                yield name, clause


@check(
    "N517",
    Level.QUERY,
    rule="自称要和本单位相符：乡镇不说“我局”，部门不说“我镇”；“我县”只指本地区，不指本单位",
    basis=Basis.PRACTICE,
    source="国办公开办函〔2021〕30号“明确责任”指出的内容雷同；评估中见到照抄其他单位年报的",
    example="“我局收到申请5件”里的“我局”不是“云溪县白石镇人民政府”的自称",
    needs=("agency",),
)
def speaks_as_another(subject: Subject) -> Iterator[Remark]:
    """The text says 我局, 我镇, 我县 … for itself and the agency is none."""
    agency = subject.agency
    if agency is None:
        return
    for part in parts(subject):
        for word, clause in wrong_selves(part, agency):
            yield Remark(
                f"“{clause.quoted}”里的“{word}”不是“{agency.name}”的自称",
                "改成本单位的自称；是引用别的单位的话的，加上引号",
                part=clause.part,
                passage=clause.text,
            )


CHECKS = (told_of_the_year_before, names_another_agency, speaks_as_another)
