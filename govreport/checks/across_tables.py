"""T206, X301 to X305: what one table says against another, and against what the agency may do."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govreport.checks.check import NEEDS, Basis, Check, Missing, Remark, check
from govreport.checks.figures import figure
from govreport.checks.finding import Level
from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, add, plain

RULES_ROW = "government_rules"
UNPAID = Address("applications", "other_fee_unpaid", "total")
APPLICATIONS = tuple(Address("applications", row, "total") for row in ("new_received", "carried_in"))
DISPUTES = tuple(
    Address("disputes", row, "total")
    for row in ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
)
PENDING = tuple(Address("disputes", total.row, "pending") for total in DISPUTES)
DIRECT, DIRECT_PENDING = DISPUTES[1], PENDING[1]
FEES = Address("disclosure", "administrative_fees", "amount")

YUAN = 10_000  # in one 万元

# Since 1 January of this year a refusal to disclose goes to reconsideration before it goes to court.
RECONSIDERATION_FIRST_SINCE = 2024

# Fees of a year, in 万元, above which the figure is rather yuan; and how many times last year's.
SINGLE_AGENCY, COUNTY, CITY = 5_000, 100_000, 1_000_000
JUMP = 100

AREA_KINDS = ("government", "management_committee")
# Names of bodies that report on a whole area, for reports of which nothing else is known.
_AREA_NAME = re.compile(r"汇总|(?:[省市县区旗州盟](?:人民)?政府|管委会|(?<!监督)管理委员会)(?:[（(]|$)")


@check(
    "T206",
    Level.ERROR,
    rule="没有规章制定权的单位，表二“规章”各格都填 0",
    basis=Basis.LAW,
    source="《立法法》：规章由国务院部门、省级政府和设区的市、自治州政府制定",
    example="规章：本年制发件数 5、现行有效件数 5，但本单位没有规章制定权，应都是 0",
    needs=("agency",),
)
def rules_without_power(subject: Subject) -> Iterator[Remark | Missing]:
    """An agency that cannot make government rules reports some."""
    if subject.agency is None or subject.agency.rule_making_power:
        return
    row = [cell for address, cell in subject.edition.cells.items() if address.row == RULES_ROW]
    told = [(cell, subject.content.figure(cell.address)) for cell in row]
    stated = [(cell, number) for cell, number in told if number]
    if stated:
        figures = "、".join(f"{cell.column_name} {plain(number)}" for cell, number in stated)
        message = f"{row[0].row_name}：{figures}，但本单位没有规章制定权，应都是 0"
        hint = "本单位印发的文件属于行政规范性文件的，填到“行政规范性文件”一行；规章一行都填 0"
        yield Remark(message, hint, tuple(cell.address for cell, _ in stated))
    elif any(number is None for _, number in told):
        yield Missing(row[0].row_name, "有没有填写的格")


@check(
    "X301",
    Level.QUERY,
    rule="有“逾期未按收费通知要求缴纳费用”的，本年度或上一年度应发出过收费通知",
    basis=Basis.INFERRED,
    source="由表三（六）2 与第六部分信息处理费推定：先有收费通知，才有逾期未缴",
    example="申请人逾期未缴纳费用 1 件，但本年度和上一年度发出的收费通知都是 0 件",
    editions=("2021",),
)
def unpaid_without_notice(subject: Subject) -> Iterator[Remark | Missing]:
    """Applications were closed for an unpaid fee, but no fee notice was sent this year or last."""
    unpaid = figure(subject.content, UNPAID)
    if unpaid is None:
        yield Missing("申请人逾期未缴纳费用", "没有填写")
        return
    issued, issued_before = _notices(subject.content), _notices(subject.previous)
    if unpaid <= 0 or issued or issued_before:
        return
    if issued is None:
        yield Missing("", "本年度发出收费通知的件数没有写明")
    elif issued_before is None:
        known = subject.previous is not None
        yield Missing("", "上一年度发出收费通知的件数没有写明" if known else NEEDS["previous"])
    else:
        message = f"申请人逾期未缴纳费用 {plain(unpaid)} 件，但本年度和上一年度发出的收费通知都是 0 件"
        hint = "核对这一行是否填错，或者第六部分漏填了收费通知；以前年度发出的，写明情况"
        yield Remark(message, hint, (UNPAID,))


@check(
    "X302",
    Level.NOTE,
    rule="两年都没有公开申请、上一年度也没有未审结案件的，一般不会有复议和诉讼",
    basis=Basis.INFERRED,
    source="由表三、表四两年的数字推定",
    example="表四有复议、诉讼 2 件，但本年度和上一年度都没有公开申请，上一年度也没有未审结的案件",
)
def disputes_out_of_nothing(subject: Subject) -> Iterator[Remark | Missing]:
    """Disputes, but no application this year or last and nothing pending from last year."""
    disputes = {cell: figure(subject.content, cell) for cell in DISPUTES}
    now = [figure(subject.content, cell) for cell in APPLICATIONS]
    before = [figure(subject.previous, cell) for cell in (*APPLICATIONS, *PENDING)]
    if any(now) or any(before):
        return
    told = {cell: number for cell, number in disputes.items() if number}
    if not told:
        if None in disputes.values():
            yield Missing("表四", "有没有填写的格")
    elif None in now:
        yield Missing("", "本年新收或上年结转没有填写")
    elif subject.previous is None:
        yield Missing("", NEEDS["previous"])
    elif None in before:
        yield Missing("", "上一年度的申请数量或尚未审结没有填写")
    else:
        message = (
            f"表四有复议、诉讼 {plain(add(told.values()))} 件，"
            "但本年度和上一年度都没有公开申请，上一年度也没有未审结的案件"
        )
        hint = "核对是否漏填了申请，或者把与政府信息公开无关的案件填进了表四；因主动公开引起的可以保留"
        yield Remark(message, hint, (*told, *APPLICATIONS), before=(*APPLICATIONS, *PENDING))


@check(
    "X303",
    Level.NOTE,
    rule="2024 年度起，对不予公开不服的应当先申请行政复议，一般不会有未经复议直接起诉",
    basis=Basis.LAW,
    source="《行政复议法》第二十三条第（四）项，自2024年1月1日起施行",
    example="未经复议直接起诉 2 件，上一年度没有未审结的；2024 年起对不予公开不服的，应当先申请行政复议",
    scopes=("own",),
    needs=("year",),
)
def direct_litigation_since_2024(subject: Subject) -> Iterator[Remark | Missing]:
    """Direct litigation, though a refusal must go to reconsideration first."""
    if subject.year is None or subject.year < RECONSIDERATION_FIRST_SINCE:
        return
    direct, pending = figure(subject.content, DIRECT), figure(subject.previous, DIRECT_PENDING)
    if direct is None:
        yield Missing("未经复议直接起诉", "没有填写")
    elif direct <= 0 or pending:
        return
    elif subject.previous is None:
        yield Missing("", NEEDS["previous"])
    elif pending is None:
        yield Missing("", "上一年度未经复议直接起诉的尚未审结没有填写")
    else:
        message = (
            f"未经复议直接起诉 {plain(direct)} 件，上一年度没有未审结的；"
            f"{RECONSIDERATION_FIRST_SINCE} 年起对不予公开不服的，应当先申请行政复议"
        )
        hint = "核对是否应填在“复议后起诉”；不是因不予公开引起的，可以直接起诉"
        yield Remark(message, hint, (DIRECT,), before=(DIRECT_PENDING,))


@check(
    "X304",
    Level.QUERY,
    rule="行政事业性收费以万元计：不应是上一年度的 100 倍以上，"
    "单个单位不应超过 5000 万元，县级汇总不应超过 10 亿元，设区的市汇总不应超过 100 亿元",
    basis=Basis.PRACTICE,
    source="公开的年报中有把元填进万元格的（70487元）",
    example="行政事业性收费填的是 70487 万元，超过 5000 万元，像是以元计的数",
    editions=("2021",),
)
def yuan_for_ten_thousand(subject: Subject) -> Iterator[Remark | Missing]:
    """The fees look like yuan in a cell of 万元."""
    name = subject.edition.cells[FEES].row_name
    amount, before = figure(subject.content, FEES), figure(subject.previous, FEES)
    if amount is None:
        yield Missing(name, "没有填写")
        return
    sure, possible = _limits(subject)
    hint = "这一格的单位是万元：以元计的数要除以 10000；确实收了这么多的，写明情况"
    if amount > sure:
        message = f"{name}填的是 {plain(amount)} 万元，超过 {sure} 万元，像是以元计的数"
        yield Remark(message, hint, (FEES,))
    elif before is not None and 0 < JUMP * before <= amount:
        message = (
            f"{name}填的是 {plain(amount)} 万元，是上一年度 {plain(before)} 万元的 {JUMP} 倍以上，"
            "像是以元计的数"
        )
        yield Remark(message, hint, (FEES,), before=(FEES,))
    elif amount > possible:
        yield Missing("", NEEDS["agency"])
    elif amount > 0 and before is None:
        known = subject.previous is not None
        yield Missing("", "缺上一年度的收费金额" if known else NEEDS["previous"])


@check(
    "X305",
    Level.NOTE,
    rule="实际收取的信息处理费（元）折成万元，不多于表二行政事业性收费（万元）",
    basis=Basis.INFERRED,
    source="信息处理费属于行政事业性收费",
    example="实际收取信息处理费 400 元（0.04 万元），多于表二行政事业性收费 0 万元",
    editions=("2021",),
)
def fee_not_among_the_fees(subject: Subject) -> Iterator[Remark | Missing]:
    """More processing fee (in yuan) was collected than all fees (in 万元) come to."""
    fee, amount = subject.content.processing_fee, figure(subject.content, FEES)
    if fee is None or fee.collected_amount is None:
        yield Missing("", "实际收取的信息处理费没有写明")
    elif amount is None:
        yield Missing(subject.edition.cells[FEES].row_name, "没有填写")
    elif fee.collected_amount > amount * YUAN:
        collected = Decimal(fee.collected_amount)
        message = (
            f"实际收取信息处理费 {plain(collected)} 元（{plain(collected / YUAN)} 万元），"
            f"多于表二行政事业性收费 {plain(amount)} 万元"
        )
        yield Remark(message, "核对单位：信息处理费以元计，表二以万元计；表二是否漏了信息处理费", (FEES,))


def _notices(content: Content | None) -> int | None:
    """How many fee notices a report states."""
    return content.processing_fee.notices_issued if content and content.processing_fee else None


def _limits(subject: Subject) -> tuple[Number, Number]:
    """The fees, in 万元, above which they are surely too high, and above which they may be.

    The two differ for an area of which nobody has said whether it is a county or a city.
    """
    agency, content = subject.agency, subject.content
    if agency is None:
        area = content.scope == "aggregate" or _AREA_NAME.search(content.agency_name or "")
        return (CITY, COUNTY) if area else (SINGLE_AGENCY, SINGLE_AGENCY)
    if content.scope == "own" and agency.kind not in AREA_KINDS:
        return SINGLE_AGENCY, SINGLE_AGENCY
    limit = CITY if agency.rule_making_power else COUNTY
    return limit, limit


CHECKS: tuple[Check, ...] = (
    rules_without_power,
    unpaid_without_notice,
    disputes_out_of_nothing,
    direct_litigation_since_2024,
    yuan_for_ten_thousand,
    fee_not_among_the_fees,
)
