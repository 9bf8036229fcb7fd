"""T201 to T205: the evaluators of the rules within one report.

A blank counts as 0 in a sum. A blank 总计 cell inside another sum stands for the sum of its row.
A relation whose own total is blank, and a column without any figure, are not assessed; a stock is judged
only with all its figures, since a blank among them is not a sum's 0.
"""

from collections.abc import Iterable

from govreport.checks.check import Missing, Remark
from govreport.checks.figures import gap, summand
from govreport.checks.subject import Subject
from govreport.editions.cells import Address
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import Relation


def row_sum(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a row: total = sum of the parts (T201, T204)."""
    (total,) = relation.left
    name = subject.edition.cells[total].row_name
    stated = subject.content.figure(total)
    if stated is None:
        return Missing(name, "总计没有填写")
    expected = _add(relation.right, subject)
    if stated == expected:
        return None
    message = f"{name}：各列合计 {plain(expected)}，总计填的是 {plain(stated)}，{gap(stated, expected)}"
    return Remark(message, "核对这一行各列和总计", (total, *relation.right))


def column_sum(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a column: total row = sum of the part rows (T202)."""
    (total,) = relation.left
    cell = subject.edition.cells[total]
    stated = subject.content.figure(total)
    if stated is None:
        return Missing(f"{cell.column_name}列", f"{cell.row_short}没有填写")
    expected = _add(relation.right, subject)
    if stated == expected:
        return None
    message = (
        f"{cell.column_name}列：各项办理结果合计 {plain(expected)}，"
        f"（七）总计填的是 {plain(stated)}，{gap(stated, expected)}"
    )
    return Remark(message, "核对这一列各项办理结果和（七）总计", (total, *relation.right))


def balance(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a column: the left rows add up to the right rows (T203)."""
    anchor = relation.left[0]
    name = subject.edition.cells[anchor].column_name
    if not _column_has_figures(anchor, subject):
        return Missing(f"{name}列", "整列没有数字")
    before, after = _add(relation.left, subject), _add(relation.right, subject)
    if before == after:
        return None
    message = (
        f"{name}列：{_sentence(relation.left, subject)} ＝ {plain(before)}，"
        f"{_sentence(relation.right, subject)} ＝ {plain(after)}，{gap(before, after)}"
    )
    hint = "新收加上年结转应等于办理结果总计加结转下年度，核对这一列的各项数字"
    return Remark(message, hint, (*relation.left, *relation.right))


def stock_floor(relation: Relation, subject: Subject) -> Remark | Missing | None:
    """In a row: the stock is at least what was added less what was taken away (T205)."""
    cells = (*relation.left, *relation.right)
    name = subject.edition.cells[cells[0]].row_short
    stock, added, removed = (subject.content.figure(address) for address in cells)
    if stock is None or added is None or removed is None:
        return Missing(name, "有没有填写的格")
    least = added - removed
    if stock >= least:
        return None
    stocks, adds, removes = (subject.edition.cells[address].column_name for address in cells)
    message = (
        f"{name}：{adds} {plain(added)} － {removes} {plain(removed)} ＝ {plain(least)}，"
        f"{stocks}只有 {plain(stock)}，{gap(stock, least)}"
    )
    hint = f"核对三个数字；当年制发的文件到年底仍然有效的，都应计入{stocks}"
    return Remark(message, hint, cells)


def _column_has_figures(anchor: Address, subject: Subject) -> bool:
    rows = subject.edition.table(anchor.table).rows
    return any(subject.content.figure(Address(anchor.table, row, anchor.column)) is not None for row in rows)


def _add(addresses: Iterable[Address], subject: Subject) -> Number:
    return add(summand(subject.content, address) for address in addresses)


def _sentence(addresses: Iterable[Address], subject: Subject) -> str:
    return " ＋ ".join(
        f"{subject.edition.cells[address].row_short} {plain(summand(subject.content, address))}"
        for address in addresses
    )
