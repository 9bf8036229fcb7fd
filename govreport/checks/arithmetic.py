"""T201 to T204: the rules that the editions declare, one evaluator for each type of rule.

A blank counts as 0 in a sum. A blank 总计 cell inside another sum stands for the sum of its row.
A relation whose own total is blank, and a column without any figure, are not assessed.
"""

from collections.abc import Callable, Iterable, Iterator

from govreport.checks.check import Basis, Declaration, Judged
from govreport.checks.finding import Finding, Level, Unassessed
from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import Relation, relations, row_parts
from govreport.editions.schema import Balance, ColumnSum, Edition, RowSum

# What is told of the rules by their codes; the rules themselves stand in the editions.
DECLARATIONS: dict[str, Declaration] = {
    told.code: told
    for told in (
        Declaration(
            "T201",
            Level.ERROR,
            rule="表三每一行：总计等于六类申请人之和",
            basis=Basis.OFFICIAL,
            source="表三“总计”列的名称",
            example="（一）予以公开：各列合计 3，总计填的是 4，相差 1",
            fixed=True,
        ),
        Declaration(
            "T202",
            Level.ERROR,
            rule="表三每一列：（七）总计等于各项办理结果之和",
            basis=Basis.OFFICIAL,
            source="表三“（七）总计”行的名称",
            example="自然人列：各项办理结果合计 8，（七）总计填的是 0，相差 8",
            fixed=True,
        ),
        Declaration(
            "T203",
            Level.ERROR,
            rule="表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度",
            basis=Basis.OFFICIAL,
            source="表三左上角注",
            example="自然人列：本年新收 8 ＋ 上年结转 0 ＝ 8，办理结果总计 0 ＋ 结转下年度 0 ＝ 0，相差 8",
            fixed=True,
        ),
        Declaration(
            "T204",
            Level.ERROR,
            rule="表四每一组：总计等于结果维持、结果纠正、其他结果、尚未审结之和",
            basis=Basis.OFFICIAL,
            source="表四“总计”列的名称",
            example="行政复议：各列合计 11，总计填的是 0，相差 11",
            fixed=True,
        ),
    )
}

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


def judge(subject: Subject) -> Iterator[Judged]:
    """What the relations of the edition say about a report; those that hold say nothing."""
    edition = subject.edition
    for table in edition.tables:
        for relation in relations(edition, table.key):
            judged = EVALUATORS[type(relation.rule)](relation, subject.content, edition)
            if judged is not None:
                yield judged


def _error(relation: Relation, message: str, hint: str) -> Finding:
    code = relation.rule.code
    return Finding(code, DECLARATIONS[code].level, message, hint, (*relation.left, *relation.right))


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
