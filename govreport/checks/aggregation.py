"""A701, A703: an aggregate against the reports it adds up."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Check, Missing, Remark, check
from govreport.checks.figures import gap, main_cells, summand
from govreport.checks.finding import Level
from govreport.checks.subject import Child, Subject
from govreport.editions.cells import Address
from govreport.editions.numbers import Kind, Number, add, plain
from govreport.editions.schema import Cell

# Agencies that keep figures of the whole area, and the least figure that is worth asking about.
KEEPERS = ("司法", "财政", "行政审批")
WORTH_A_LOOK = 10


@check(
    "A701",
    Level.QUERY,
    rule="汇总年报的每一格等于纳入汇总的各单位之和，加上登记的调整数",
    basis=Basis.PRACTICE,
    source="汇总惯例：县级汇总所属部门和乡镇的年报",
    example="行政许可 · 本年处理决定数量：填的是 12，纳入汇总的 3 个单位合计 10，相差 2",
    scopes=("aggregate",),
    needs=("children",),
)
def not_the_sum(subject: Subject) -> Iterator[Remark | Missing]:
    """A cell of an aggregate is not the sum over what it aggregates; totals follow from their parts."""
    lacking = _lacking(subject)
    if lacking:
        yield Missing("", lacking)
        return
    for table in subject.edition.tables:
        for cell in subject.edition.entries(table.key):
            stated = subject.content.figure(cell.address)
            if stated is None:
                yield Missing(cell.name, "没有填写")
                continue
            adjusted = subject.adjustments.get(cell.address, 0)
            expected = _sum(subject, cell.address) + adjusted
            if stated != expected:
                yield _wrong_sum(subject, cell, stated, adjusted, expected)


def _wrong_sum(subject: Subject, cell: Cell, stated: Number, adjusted: Number, expected: Number) -> Remark:
    summed = f"纳入汇总的 {len(_children(subject))} 个单位合计 {plain(expected - adjusted)}"
    if adjusted:
        sign = "＋" if adjusted > 0 else "－"
        summed += f" {sign} 调整 {plain(max(adjusted, -adjusted))} ＝ {plain(expected)}"
    message = f"{cell.name}：填的是 {plain(stated)}，{summed}，{gap(stated, expected)}"
    hint = "核对有无漏报、重复统计，以及汇总后更正过的年报；确需增减的，登记调整数或写明原因"
    return Remark(message, hint, (cell.address,))


@check(
    "A703",
    Level.QUERY,
    rule="司法、财政、行政审批部门的数字占一行合计的一半以上（且不少于 10）的，核对它是否替全区域填报",
    basis=Basis.PRACTICE,
    source="公开的年报中有司法局按全县填报的",
    example="云溪县司法局的行政规范性文件：现行有效件数 40，占 3 个单位合计 52 的一半以上，"
    "可能是按全区域填报的",
    scopes=("aggregate",),
    needs=("children",),
)
def child_for_the_whole_area(subject: Subject) -> Iterator[Remark | Missing]:
    """A keeper of the area's figures has more than half of a row: it may have reported for all."""
    lacking = _lacking(subject)
    if lacking:
        yield Missing("", lacking)
        return
    keepers = [child for child in _children(subject) if any(word in child.agency for word in KEEPERS)]
    for cells in main_cells(subject.edition):
        counted = [cell for cell in cells if cell.kind is not Kind.CHANGE]
        for child in keepers:
            large = [cell for cell in counted if _more_than_half(child, cell.address, subject)]
            if large:
                yield _for_all(child, large, subject)


def _more_than_half(child: Child, address: Address, subject: Subject) -> bool:
    figure = summand(child.content, address)
    return figure >= WORTH_A_LOOK and 2 * figure > _sum(subject, address)


def _for_all(child: Child, cells: list[Cell], subject: Subject) -> Remark:
    count = len(_children(subject))
    figures = "；".join(
        f"{cell.column_name} {plain(summand(child.content, cell.address))}，"
        f"占 {count} 个单位合计 {plain(_sum(subject, cell.address))} 的一半以上"
        for cell in cells
    )
    message = f"{child.agency}的{cells[0].row_short}：{figures}，可能是按全区域填报的"
    hint = "向该单位核实填的是本单位的数字还是全区域的数字；确是本单位的，写明情况"
    return Remark(message, hint, tuple(cell.address for cell in cells))


def _children(subject: Subject) -> tuple[Child, ...]:
    return subject.children or ()


def _sum(subject: Subject, address: Address) -> Number:
    return add(summand(child.content, address) for child in _children(subject))


def _lacking(subject: Subject) -> str:
    """The reports without which the sum cannot be judged, by name; "" when nothing is missing."""
    if not subject.children:
        return "没有纳入汇总的单位"
    missing = [child.agency for child in subject.children if child.content is None]
    if missing:
        return f"缺{'、'.join(missing)}的年报"
    other = [
        child.agency
        for child in subject.children
        if child.content and child.content.edition != subject.content.edition
    ]
    return f"{'、'.join(other)}的年报用的是另一版格式" if other else ""


CHECKS: tuple[Check, ...] = (not_the_sum, child_for_the_whole_area)
