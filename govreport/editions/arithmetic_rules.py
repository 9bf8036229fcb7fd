"""The arithmetic printed in the form, as rules over the tables of an edition."""

from govreport.editions.schema import Balance, Column, ColumnSum, RowSum, Rule, Table
from govreport.editions.shared_tables import APPLICANTS, DISPUTE_COLUMNS

_NOT_RESULTS = {"new_received", "carried_in", "results_total", "carried_out"}


def arithmetic(applications: Table) -> tuple[Rule, ...]:
    """T201 to T204 for an edition whose table 三 is `applications`."""
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
        RowSum("T204", "disputes", "total", _parts(DISPUTE_COLUMNS), "表四“总计”列的名称"),
    )


def _parts(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.key for column in columns if column.key != "total")
