"""Cells that an agency cannot fill in: government rules, for whoever may not make any."""

from govreport.checks.across_tables import RULES_ROW
from govreport.editions.cells import Address
from govreport.reports.models import Report


def locked_cells(report: Report) -> frozenset[Address]:
    """The cells of a report that are 0 from its start and stay so (T206)."""
    if report.agency.rule_making_power:
        return frozenset()
    entries = report.edition.entries("disclosure")
    return frozenset(cell.address for cell in entries if cell.address.row == RULES_ROW)
