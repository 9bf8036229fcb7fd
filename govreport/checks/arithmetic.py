"""T201 to T204: the rules that the editions declare, one evaluator for each type of rule.

A blank counts as 0 in a sum. A blank 总计 cell inside another sum stands for the sum of its row.
A relation whose own total is blank, and a column without any figure, are not assessed.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from govreport.checks.finding import Finding, Level, Unassessed
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, add, plain
from govreport.editions.schema import Balance, ColumnSum, Edition, RowSum, Table

Judged = Finding | Unassessed


def row_sum(rule: RowSum, content: Content, edition: Edition) -> Iterator[Judged]:
    """In each row: total = sum of the parts (T201, T204)."""
    for row in edition.table(rule.table).rows:
        total = Address(rule.table, row, rule.total)
        parts = [Address(rule.table, row, column) for column in rule.parts]
        name = edition.cells[total].row_name
        stated = content.figure(total)
        if stated is None:
            yield Unassessed(rule.code, name, "总计没有填写")
            continue
        expected = add(content.figure(part) or 0 for part in parts)
        if stated != expected:
            message = (
                f"{name}：各列合计 {plain(expected)}，总计填的是 {plain(stated)}，{_gap(stated, expected)}"
            )
            yield Finding(rule.code, Level.ERROR, message, "核对这一行各列和总计", (total, *parts))


def column_sum(rule: ColumnSum, content: Content, edition: Edition) -> Iterator[Judged]:
    """In each column: total row = sum of the part rows (T202)."""
    table = edition.table(rule.table)
    for column in table.columns:
        total = Address(rule.table, rule.total, column)
        parts = [Address(rule.table, row, column) for row in rule.parts]
        cell = edition.cells[total]
        stated = content.figure(total)
        if stated is None:
            yield Unassessed(rule.code, f"{cell.column_name}列", f"{cell.row_short}没有填写")
            continue
        expected = _add(parts, content, edition)
        if stated != expected:
            message = (
                f"{cell.column_name}列：各项办理结果合计 {plain(expected)}，"
                f"（七）总计填的是 {plain(stated)}，{_gap(stated, expected)}"
            )
            yield Finding(
                rule.code, Level.ERROR, message, "核对这一列各项办理结果和（七）总计", (total, *parts)
            )


def balance(rule: Balance, content: Content, edition: Edition) -> Iterator[Judged]:
    """In each column: the left rows add up to the right rows (T203)."""
    table = edition.table(rule.table)
    for column in table.columns:
        left = [Address(rule.table, row, column) for row in rule.left]
        right = [Address(rule.table, row, column) for row in rule.right]
        name = edition.cells[left[0]].column_name
        if not _has_figures(table, column, content):
            yield Unassessed(rule.code, f"{name}列", "整列没有数字")
            continue
        before, after = _add(left, content, edition), _add(right, content, edition)
        if before != after:
            message = (
                f"{name}列：{_sentence(left, content, edition)} ＝ {plain(before)}，"
                f"{_sentence(right, content, edition)} ＝ {plain(after)}，{_gap(before, after)}"
            )
            hint = "新收加上年结转应等于办理结果总计加结转下年度，核对这一列的各项数字"
            yield Finding(rule.code, Level.ERROR, message, hint, (*left, *right))


# The evaluator of each rule type; a rule without one raises KeyError, it never passes.
EVALUATORS: dict[type, Callable[[Any, Content, Edition], Iterator[Judged]]] = {
    RowSum: row_sum,
    ColumnSum: column_sum,
    Balance: balance,
}


def _has_figures(table: Table, column: str, content: Content) -> bool:
    return any(content.figure(Address(table.key, row, column)) is not None for row in table.rows)


def _add(addresses: Sequence[Address], content: Content, edition: Edition) -> Number:
    return add(_summand(address, content, edition) for address in addresses)


def _summand(address: Address, content: Content, edition: Edition) -> Number:
    """A cell inside a sum: its figure; for a blank 总计 the sum of its row; else 0."""
    stated = content.figure(address)
    if stated is not None:
        return stated
    for rule in edition.rules:
        if isinstance(rule, RowSum) and (rule.table, rule.total) == (address.table, address.column):
            return add(content.figure(Address(address.table, address.row, part)) or 0 for part in rule.parts)
    return 0


def _sentence(addresses: Sequence[Address], content: Content, edition: Edition) -> str:
    return " ＋ ".join(
        f"{edition.cells[address].row_short} {plain(_summand(address, content, edition))}"
        for address in addresses
    )


def _gap(one: Number, other: Number) -> str:
    gap = one - other
    return f"相差 {plain(gap if gap > 0 else -gap)}"
