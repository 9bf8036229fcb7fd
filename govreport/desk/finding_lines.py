"""Findings as lines of a list: each with the link to where it is mended; blanks of one row in one line."""

from collections.abc import Iterable

from django.urls import reverse

from govreport.checks.finding import Finding, Level
from govreport.desk.pages import FindingGroup, FindingLine, grouped
from govreport.editions.schema import Edition
from govreport.reports.models import Report


def finding_groups(report: Report, findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """The findings grouped by level, in the order in which they were found."""
    lines: list[FindingLine] = []
    blanks: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code != "F101":
            lines.append(_line(report, finding))
            continue
        row = f"{finding.section}.{finding.cells[0].row}"
        blanks.setdefault(row, []).append(finding)
    lines += [_blank_line(report, row) for row in blanks.values()]
    return grouped(lines)


def href(report: Report, finding: Finding) -> str:
    """Where a finding is mended: the section's page, at the cell or the text."""
    page = reverse("desk:section", args=[report.pk, finding.section])
    return f"{page}#{finding.cells[0] if finding.cells else 'id_text'}"


def _line(report: Report, finding: Finding) -> FindingLine:
    return FindingLine(finding.code, finding.level, finding.message, finding.hint, href(report, finding))


def _blank_line(report: Report, findings: list[Finding]) -> FindingLine:
    """All blank cells of one row, linked to the first."""
    first = findings[0]
    name = report.edition.cells[first.cells[0]].row_name
    if len(findings) == _entries_in_row(report.edition, first):
        message = f"{name}：整行没有填写" if len(findings) > 1 else first.message
    else:
        columns = "、".join(report.edition.cells[finding.cells[0]].column_name for finding in findings)
        message = f"{name}：{columns}没有填写"
    return FindingLine(first.code, Level.ERROR, message, first.hint, href(report, first))


def _entries_in_row(edition: Edition, finding: Finding) -> int:
    address = finding.cells[0]
    return sum(cell.address.row == address.row for cell in edition.entries(address.table))
