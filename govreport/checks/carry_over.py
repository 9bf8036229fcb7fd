"""Y401 to Y403: the evaluators of the rules between last year's report and this one.

A figure that either report leaves blank is not judged; a blank 总计 is the sum of its row.
"""

from govreport.checks.check import Missing, Remark
from govreport.checks.figures import NOT_COMPARABLE, comparable, figure, gap
from govreport.checks.subject import Subject
from govreport.editions.numbers import plain
from govreport.editions.relations import Relation
from govreport.editions.schema import StockBalance


def carried_over(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a column: what the year opens with is what the year before closed with (Y401)."""
    (opening,), (closing,) = relation.left, relation.before
    cell, other = subject.edition.cells[opening], subject.edition.cells[closing]
    place = f"{cell.column_name}列"
    now, before = figure(subject.content, opening), figure(subject.previous, closing)
    if now is None:
        return Missing(place, f"{cell.row_short}没有填写")
    if before is None:
        return Missing(place, f"上一年度年报的{other.row_short}没有填写")
    if now == before:
        return None
    message = (
        f"{place}：{cell.row_short}填的是 {plain(now)}，"
        f"上一年度年报的{other.row_short}是 {plain(before)}，{gap(now, before)}"
    )
    hint = f"改成上一年度年报的{other.row_short}；因机构调整等确实不同的，写明原因"
    return Remark(message, hint, (opening,), before=(closing,))


def stock_balance(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a row: the stock is last year's, plus what was added, less what was taken away (Y402)."""
    cells = (*relation.left, *relation.right)
    stocks, adds, removes = (subject.edition.cells[address].column_name for address in cells)
    name = subject.edition.cells[cells[0]].row_short
    if not comparable(subject, subject.edition.cells[cells[0]]):
        return Missing(name, NOT_COMPARABLE)
    stock, added, removed = (subject.content.figure(address) for address in cells)
    before = figure(subject.previous, relation.before[0])
    if stock is None or added is None or removed is None or before is None:
        return Missing(name, "本年度或上一年度有没有填写的格")
    expected = before + added - removed
    if stock == expected:
        return None
    message = (
        f"{name}：上一年度{stocks} {plain(before)} ＋ {adds} {plain(added)} － {removes} {plain(removed)}"
        f" ＝ {plain(expected)}，{stocks}填的是 {plain(stock)}，{gap(stock, expected)}"
    )
    hint = "核对本年度和上一年度的数字；确有其他变动的，选择或写明原因"
    return Remark(message, hint, cells, before=relation.before, choices=_reasons(relation))


def _reasons(relation: Relation) -> tuple[str, ...]:
    return relation.rule.reasons if isinstance(relation.rule, StockBalance) else ()


def pending_floor(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a row: the total covers what was still pending the year before (Y403)."""
    (total,), (pending,) = relation.left, relation.before
    cell, other = subject.edition.cells[total], subject.edition.cells[pending]
    now, before = figure(subject.content, total), figure(subject.previous, pending)
    if now is None:
        return Missing(cell.row_name, f"{cell.column_name}没有填写")
    if before is None:
        return Missing(cell.row_name, f"上一年度年报的{other.column_name}没有填写")
    if now >= before:
        return None
    message = (
        f"{cell.row_name}：上一年度{other.column_name} {plain(before)}，"
        f"{cell.column_name}只有 {plain(now)}，{gap(now, before)}"
    )
    hint = (
        f"上一年度{other.column_name}的案件，本年度有了结果的计入结果，仍未审结的继续计入{other.column_name}"
    )
    return Remark(message, hint, (total,), before=(pending,))
