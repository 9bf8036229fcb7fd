"""T201 to T205, Y401 to Y403: the rules that the editions declare, one evaluator for each type of rule."""

from collections.abc import Callable, Iterator
from itertools import groupby

from govreport.checks.carry_over import carried_over, pending_floor, stock_balance
from govreport.checks.check import Basis, Check, Declaration, Judged, Missing, Remark
from govreport.checks.finding import Level, Unassessed
from govreport.checks.subject import Subject
from govreport.checks.sums import balance, column_sum, row_sum, stock_floor
from govreport.editions.relations import Relation, relations
from govreport.editions.schema import (
    Balance,
    CarriedOver,
    ColumnSum,
    PendingFloor,
    RowSum,
    StockBalance,
    StockFloor,
)

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
        Declaration(
            "T205",
            Level.QUERY,
            rule="表二规章和行政规范性文件：现行有效件数不少于本年制发件数减本年废止件数",
            basis=Basis.INFERRED,
            source="由表二“本年制发”“本年废止”“现行有效”三列的名称推定",
            example="行政规范性文件：本年制发件数 5 － 本年废止件数 2 ＝ 3，现行有效件数只有 2，相差 1",
            editions=("2021",),
        ),
        Declaration(
            "Y401",
            Level.QUERY,
            rule="表三每一列：上年结转等于上一年度年报的结转下年度",
            basis=Basis.PRACTICE,
            source="填报惯例：上年结转即上一年度年报的结转下年度",
            example="自然人列：上年结转填的是 3，上一年度年报的结转下年度是 5，相差 2",
            needs=("previous",),
        ),
        Declaration(
            "Y402",
            Level.QUERY,
            rule="表二规章和行政规范性文件：现行有效件数等于上一年度的现行有效件数加本年制发减本年废止；"
            "两年都用 2021 年版格式时核对",
            basis=Basis.PRACTICE,
            source="填报惯例：现行有效件数逐年结转",
            example="行政规范性文件：上一年度现行有效件数 181 ＋ 本年制发件数 5 － 本年废止件数 17 ＝ 169，"
            "现行有效件数填的是 159，相差 10",
            editions=("2021",),
            needs=("previous",),
        ),
        Declaration(
            "Y403",
            Level.NOTE,
            rule="表四每一组：总计不少于上一年度年报的尚未审结",
            basis=Basis.INFERRED,
            source="由表四“尚未审结”“总计”两列的名称推定",
            example="行政复议：上一年度尚未审结 4，总计只有 2，相差 2",
            needs=("previous",),
        ),
    )
}

Evaluator = Callable[[Relation, Subject], Remark | Missing | None]

# The evaluator of each rule type; a rule without one raises KeyError, it never passes.
EVALUATORS: dict[type, Evaluator] = {
    RowSum: row_sum,
    ColumnSum: column_sum,
    Balance: balance,
    StockFloor: stock_floor,
    StockBalance: stock_balance,
    CarriedOver: carried_over,
    PendingFloor: pending_floor,
}


def judge(subject: Subject) -> Iterator[Judged]:
    """What the relations of the edition say about a report; those that hold say nothing."""
    edition = subject.edition
    for table in edition.tables:
        for code, group in groupby(relations(edition, table.key), key=_code):
            told = DECLARATIONS[code]
            missing = told.lacks(subject)
            if missing:
                yield Unassessed(code, "", missing)
            else:
                yield from Check(told, _judged_by(tuple(group)))(subject)


def _code(relation: Relation) -> str:
    return relation.rule.code


def _judged_by(group: tuple[Relation, ...]) -> Callable[[Subject], Iterator[Remark | Missing]]:
    def each(subject: Subject) -> Iterator[Remark | Missing]:
        for relation in group:
            judged = EVALUATORS[type(relation.rule)](relation, subject)
            if judged is not None:
                yield judged

    return each
