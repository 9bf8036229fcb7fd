"""F104, F105, F110: what every report must name, what must not be left in it, title and signature."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from govreport.checks.check import Basis, Missing, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.names import OwnNames, agency_named, own_names
from govreport.checks.narrative.residue import residues
from govreport.checks.narrative.text import clause_at, parts
from govreport.checks.narrative.years import years_in
from govreport.checks.subject import Subject
from govreport.editions.numbers import shown

# What preamble or part 一 must name, each with a pattern of the words in which reports do so.
TO_NAME: Mapping[str, str] = {
    "编制依据": "条例|年度报告格式|公开办函|[0-9]{3}号令|第[0-9]{3}号",
    "统计期限": (
        "统计(?:期限|时限|时间|周期|期间|区间|时段|范围|口径)|数据时限|报告期|12月3[01]日|十二月三十一日|"
        "1月(?:1日|份)?起?[至到—–~～-]{1,2}(?:[0-9]{4}年)?12月|1[至到—–~～-]{1,2}12月|"
        "一月(?:一日|份)?起?[至到—–~～-]{1,2}十二月"
    ),
    "联系方式": (
        "联系(?:方式|电话|地址|人|单位|部门|我|本)|[与和同向][^，,。；;]{1,25}(?:联系|咨询)|"
        "(?:请|可|欢迎)[^，,。；;]{0,10}联系|电话[：:为]|邮箱|邮编|邮政编码|@|传真|地[址点][：:]|"
        "[0-9]{3,4}[—–-][0-9]{7,8}|1[0-9]{10}"
    ),
}
_WIDE = str.maketrans("０１２３４５６７８９－＠", "0123456789-@")


@check(
    "F104",
    Level.QUERY,
    rule="前言或者总体情况要写明编制依据、统计期限和联系方式",
    basis=Basis.PRACTICE,
    source="填报惯例：绝大多数年报的前言写明依据、期限和联系方式",
    example="前言和总体情况都没有写明：统计期限、联系方式",
)
def basis_period_or_contact_not_named(subject: Subject) -> Iterator[Remark]:
    """Neither the preamble nor part 一 names legal basis, statistics period or contact."""
    content = subject.content
    text = "".join(f"{content.part('preamble')}。{content.part('overview')}".split()).translate(_WIDE)
    lacking = [name for name, words in TO_NAME.items() if not re.search(words, text)]
    if len(text) > 1 and lacking:  # of a text that is not there F103 speaks
        message = f"前言和总体情况都没有写明：{'、'.join(lacking)}"
        yield Remark(message, "在前言里补写；统计期限写“1月1日至12月31日”即可", part="preamble")


@check(
    "F105",
    Level.ERROR,
    rule="不留模板和草稿的痕迹：[bookmark、XX、××、待补充、TODO、请填写、编写说明、没有换成数字的 {…}",
    basis=Basis.PRACTICE,
    source="填报惯例；见过公开的年报里留有这类文字的",
    example="“一、总体情况”里还留有“XX”（2 处）",
)
def residue_left(subject: Subject) -> Iterator[Remark]:
    """Something stands in the text that a template or a draft has left there."""
    headings = {section.key: section.heading for section in subject.edition.sections}
    for part in parts(subject):
        heading = headings.get(part.part, "前言")
        for words, places in residues(part.text).items():
            times = f"（{len(places)} 处）" if len(places) > 1 else ""
            message = f"“{heading}”里还留有“{shown(words)}”{times}"
            first = clause_at(part, places[0])
            yield Remark(message, "换成实际内容，或者删去", part=part.part, passage=first.text)


@check(
    "F110",
    Level.QUERY,
    rule="标题和落款写本年度、本单位；落款写明日期，在报告年度的下一年",
    basis=Basis.LAW,
    source="《政府信息公开条例》第四十九条：在次年公布上一年度的年度报告",
    example="落款的日期是 2023年12月29日，应在 2024 年",
    needs=("year",),
)
def title_or_signature_of_another(subject: Subject) -> Iterator[Remark | Missing]:
    """Title or signature names another year or agency, or the date is missing or not in the next year."""
    content, year = subject.content, subject.content.year
    if year is None:
        return
    named = years_in(content.title or "")
    if named and year not in named:
        told = "、".join(map(str, sorted(named)))
        yield Remark(f"标题写的是 {told} 年，本报告是 {year} 年度的", "改正标题里的年份", part="preamble")
    yield from _other_name("标题", "preamble", content.title, subject)
    if content.signature is None:
        yield Missing("落款", "没有写出")
        return
    yield from _other_name("落款", "signature", content.signature.name, subject)
    yield from _wrong_day(content.signature.date, year + 1)


def _other_name(place: str, section: str, written: str | None, subject: Subject) -> Iterator[Remark]:
    agency = subject.agency
    own = own_names(agency) if agency else OwnNames.of([subject.content.agency_name or ""])
    name = agency_named(written or "")
    if name and own.names and not own.mean(name):
        called = agency.name if agency else subject.content.agency_name
        yield Remark(f"{place}写的是“{shown(name)}”，本单位是“{called}”", "改成本单位的名称", part=section)


def _wrong_day(day: date | None, year: int) -> Iterator[Remark]:
    if day is None:
        yield Remark("落款没有写明日期", f"写明 {year} 年里公布报告的日期", part="signature")
    elif day.year != year:
        told = f"{day.year}年{day.month}月{day.day}日"
        yield Remark(f"落款的日期是 {told}，应在 {year} 年", "核对日期和报告年度", part="signature")


CHECKS = (basis_period_or_contact_not_named, residue_left, title_or_signature_of_another)
