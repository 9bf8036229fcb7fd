"""How a stored report is judged in these tests, and how one of its findings is looked up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from govreport.agencies.models import Agency
from govreport.checks.finding import Finding
from govreport.editions.cells import Scope
from govreport.editions.numbers import Number
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from govreport.reports.models import Report
from govreport.workflow.judging import Judgement, Standing, judge
from tests.contents import filled
from tests.drafts import NOW

DAY = date(2024, 1, 10)  # that of tests.drafts.NOW, three weeks before the deadline

FEES = "disclosure.administrative_fees.amount"
REASON = "确为全年征收的森林植被恢复费。"


def judged_now(report: Report, *, for_authority: bool = False) -> Judgement:
    """What the checks say of the report as it is stored now."""
    return judge(Report.objects.get(pk=report.pk), day=DAY, with_others=True, for_authority=for_authority)


def finding_of(report: Report, code: str) -> Finding:
    """The one finding of this code; ValueError when there are none or more."""
    (finding,) = [finding for finding in judged_now(report).findings if finding.code == code]
    return finding


def standing_of(report: Report, code: str) -> Standing:
    """How the one finding of this code stands."""
    return judged_now(report).standings[finding_of(report, code)]


def mark_of(report: Report, code: str) -> str:
    """The fingerprint of the one finding of this code."""
    return standing_of(report, code).fingerprint


def publish(
    agency: Agency,
    figures: Mapping[str, Number | None] | None = None,
    *,
    year: int = 2022,
    scope: Scope = "own",
    note: str = "",
) -> Publication:
    """The report of an agency as it was published for last year; once more is a correction."""
    content = replace(
        filled("2021", figures), agency_name=agency.name, agency_code=agency.code, year=year, scope=scope
    )
    return release(content, agency=agency, by=None, at=NOW, note=note)
