"""T201 to T204: the rules that the editions declare, one evaluator for each type of rule.

A blank counts as 0 in a sum. A blank 总计 cell inside another sum stands for the sum of its row.
A relation whose own total is blank, and a column without any figure, are not assessed.
"""

from collections.abc import Callable, Iterable, Iterator

from govreport.checks.finding import Finding, Level, Unassessed
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import Relation, row_parts
from govreport.editions.schema import Balance, ColumnSum, Edition, RowSum

Judged = Finding | Unassessed
Evaluator = Callable[[Relation, Content, Edition], Judged | None]


def row_sum(relation: Relation, content: Content, edition: Edition) -> Judged | None:
    """In a row: total = sum of the parts (T201, T204)."""
    (total,) = relation.left
    name = edition.cells[total].row_name
    stated = content.figure(total)
    if stated is None:
        return Unassessed(relation.rule.code, name, "总计没有填写")
    expected = add(content.figure(part) or 0 for part in relation.right)
    if stated == expected:
        return None
    message = f"{name}：各列合计 {plain(expected)}，总计填的是 {plain(stated)}，{_gap(stated, expected)}"
    return _error(relation, message, "核对这一行各列和总计")


def column_sum(relation: Relation, content: Content, edition: Edition) -> Judged | None:
    """In a column: total row = sum of the part rows (T202)."""
    (total,) = relation.left
    cell = edition.cells[total]
    stated = content.figure(total)
    if stated is None:
        return Unassessed(relation.rule.code, f"{cell.column_name}列", f"{cell.row_short}没有填写")
    expected = _add(relation.right, content, edition)
    if stated == expected:
        return None
    message = (
        f"{cell.column_name}列：各项办理结果合计 {plain(expected)}，"
        f"（七）总计填的是 {plain(stated)}，{_gap(stated, expected)}"
    )
    return _error(relation, message, "核对这一列各项办理结果和（七）总计")


def balance(relation: Relation, content: Content, edition: Edition) -> Judged | None:
    """In a column: the left rows add up to the right rows (T203)."""
    anchor = relation.left[0]
    name = edition.cells[anchor].column_name
    if not _column_has_figures(anchor, content, edition):
        return Unassessed(relation.rule.code, f"{name}列", "整列没有数字")
    before, after = _add(relation.left, content, edition), _add(relation.right, content, edition)
    if before == after:
        return None
    message = (
        f"{name}列：{_sentence(relation.left, content, edition)} ＝ {plain(before)}，"
        f"{_sentence(relation.right, content, edition)} ＝ {plain(after)}，{_gap(before, after)}"
    )
    return _error(relation, message, "新收加上年结转应等于办理结果总计加结转下年度，核对这一列的各项数字")


# The evaluator of each rule type; a rule without one raises KeyError, it never passes.
EVALUATORS: dict[type, Evaluator] = {RowSum: row_sum, ColumnSum: column_sum, Balance: balance}


def judge(relations: Iterable[Relation], content: Content, edition: Edition) -> Iterator[Judged]:
    """What the relations say about a content; those that hold say nothing."""
    for relation in relations:
        judged = EVALUATORS[type(relation.rule)](relation, content, edition)
        if judged is not None:
            yield judged


def _error(relation: Relation, message: str, hint: str) -> Finding:
    return Finding(relation.rule.code, Level.ERROR, message, hint, (*relation.left, *relation.right))


def _column_has_figures(anchor: Address, content: Content, edition: Edition) -> bool:
    rows = edition.table(anchor.table).rows
    return any(content.figure(Address(anchor.table, row, anchor.column)) is not None for row in rows)


def _add(addresses: Iterable[Address], content: Content, edition: Edition) -> Number:
    return add(_summand(address, content, edition) for address in addresses)


def _summand(address: Address, content: Content, edition: Edition) -> Number:
    """A cell inside a sum: its figure; for a blank 总计 the sum of its row; else 0."""
    stated = content.figure(address)
    if stated is not None:
        return stated
    return add(content.figure(part) or 0 for part in row_parts(edition).get(address, ()))


def _sentence(addresses: Iterable[Address], content: Content, edition: Edition) -> str:
    return " ＋ ".join(
        f"{edition.cells[address].row_short} {plain(_summand(address, content, edition))}"
        for address in addresses
    )


def _gap(one: Number, other: Number) -> str:
    gap = one - other
    return f"相差 {plain(gap if gap > 0 else -gap)}"
