"""Findings as they are listed: the blank cells of one row in one line, what could not be judged by reason."""

from collections.abc import Iterable
from dataclasses import replace

from govreport.checks.finding import Finding, Level, NotAssessable
from govreport.editions.schema import Edition


def gathered(findings: Iterable[Finding], edition: Edition) -> tuple[list[Finding], list[Finding]]:
    """The findings as they are; and those of blank cells (F101), one for each row, with all its cells."""
    others: list[Finding] = []
    blanks: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code == "F101" and finding.level is Level.ERROR:
            row = f"{finding.section}.{finding.cells[0].row}"
            blanks.setdefault(row, []).append(finding)
        else:
            others.append(finding)
    return others, [_one_for_all(row, edition) for row in blanks.values()]


def not_assessable_lines(items: Iterable[NotAssessable]) -> tuple[str, ...]:
    """What could not be judged, a line each; codes that lack the same stand in one."""
    codes: dict[str, list[str]] = {}
    for item in items:
        codes.setdefault(item.reason, []).append(item.code)
    return tuple(f"{'、'.join(dict.fromkeys(found))}：{reason}" for reason, found in codes.items())


def _one_for_all(findings: list[Finding], edition: Edition) -> Finding:
    first = findings[0]
    cells = tuple(cell for finding in findings for cell in finding.cells)
    name = edition.cells[cells[0]].row_name
    if len(findings) >= _entries_in_row(edition, first):
        message = f"{name}：整行没有填写" if len(findings) > 1 else first.message
    else:
        message = f"{name}：{'、'.join(edition.cells[cell].column_name for cell in cells)}没有填写"
    return replace(first, message=message, cells=cells)


def _entries_in_row(edition: Edition, finding: Finding) -> int:
    address = finding.cells[0]
    return sum(cell.address.row == address.row for cell in edition.entries(address.table))
