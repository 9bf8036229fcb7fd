"""What an action needs besides role and state: each condition refuses with a sentence, or lets it pass."""

from dataclasses import dataclass

from govreport.agencies.models import User
from govreport.checks.finding import Finding, Level
from govreport.reports.findings import findings_of
from govreport.reports.models import Report
from govreport.workflow.authors import authors_of

SHORTEST_REASON = 2
LONGEST_REASON = 500


class Refused(Exception):
    """The action does not fit; the text is a sentence for the person who tried. Nothing was changed."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True)
class Attempt:
    """An action about to be done: the locked report, who does it, and why."""

    report: Report
    by: User
    reason: str


def no_errors(attempt: Attempt) -> None:
    """No finding of level error is left."""
    result = findings_of(attempt.report)
    errors = tuple(finding for finding in result.findings if finding.level is Level.ERROR)
    if errors:
        raise Refused(f"还有 {len(errors)} 处必须改正，暂不能继续", errors)


def a_reason(attempt: Attempt) -> None:
    """The person says why."""
    length = len(attempt.reason)
    if not SHORTEST_REASON <= length <= LONGEST_REASON:
        raise Refused(f"请写明理由（{SHORTEST_REASON} 至 {LONGEST_REASON} 个字），现在是 {length} 个字")


def not_the_author(attempt: Attempt) -> None:
    """Nobody approves a report that he or she wrote or submitted."""
    if attempt.by.pk in authors_of(attempt.report):
        raise Refused("填写或提交过这份年报的人不能审签，请由其他审核人审签")


def not_yet_opened_by_a_reviewer(attempt: Attempt) -> None:
    """A report that a reviewer has opened is no longer the clerk's to take back."""
    if attempt.report.opened_at is not None:
        raise Refused("审核人已经打开这份年报，不能撤回；需要修改请联系审核人退回")
