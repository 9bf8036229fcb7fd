"""EDIT 4 · What the checks say about a draft."""

from govreport.checks.finding import Result
from govreport.checks.run import run
from govreport.checks.subject import Subject
from govreport.editions.cells import Content
from govreport.reports.content import content_of
from govreport.reports.models import Report


def findings_of(report: Report) -> Result:
    """Every finding over the whole report, as it is stored now."""
    return findings_in(content_of(report))


def findings_in(content: Content) -> Result:
    """Every finding over a draft's content."""
    return run(Subject(content))
