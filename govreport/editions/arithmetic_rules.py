"""The arithmetic of the form, within a report and from one year to the next, as rules over its tables."""

from govreport.editions.schema import (
    Balance,
    CarriedOver,
    Column,
    ColumnSum,
    PendingFloor,
    RowSum,
    Rule,
    StockBalance,
    StockFloor,
    Table,
)
from govreport.editions.shared_tables import APPLICANTS, DISPUTE_COLUMNS

# Why documents in force may be another number than last year's and this year's figures make.
STOCK_REASONS = ("自然失效", "清理", "机构划转", "修订重发", "上年口径有误")

_NOT_RESULTS = {"new_received", "carried_in", "results_total", "carried_out"}


def arithmetic(applications: Table) -> tuple[Rule, ...]:
    """T201 to T204, Y401 and Y403 for an edition whose table 三 is `applications`."""
    results = tuple(row for row in applications.rows if row not in _NOT_RESULTS)
    return (
        RowSum("T201", "applications", "total", _parts(APPLICANTS), "表三“总计”列的名称"),
        ColumnSum("T202", "applications", "results_total", results, "表三“（七）总计”行的名称"),
        Balance(
            "T203",
            "applications",
            left=("new_received", "carried_in"),
            right=("results_total", "carried_out"),
            source="表三左上角注",
        ),
        CarriedOver(
            "Y401",
            "applications",
            opening="carried_in",
            closing="carried_out",
            source="填报惯例：上年结转即上一年度年报的结转下年度",
        ),
        RowSum("T204", "disputes", "total", _parts(DISPUTE_COLUMNS), "表四“总计”列的名称"),
        PendingFloor(
            "Y403",
            "disputes",
            total="total",
            pending="pending",
            source="由表四“尚未审结”“总计”两列的名称推定",
        ),
    )


def stocks(rows: tuple[str, ...]) -> tuple[Rule, ...]:
    """T205 and Y402 for an edition whose table 二 tells of documents in force in these rows."""
    return (
        StockFloor(
            "T205",
            "disclosure",
            rows,
            stock="in_force",
            added="issued",
            removed="repealed",
            source="由表二“本年制发”“本年废止”“现行有效”三列的名称推定",
        ),
        StockBalance(
            "Y402",
            "disclosure",
            rows,
            stock="in_force",
            added="issued",
            removed="repealed",
            reasons=STOCK_REASONS,
            source="填报惯例：现行有效件数逐年结转",
        ),
    )


def _parts(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.key for column in columns if column.key != "total")
