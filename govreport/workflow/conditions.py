"""What an action needs besides role and state: each condition refuses with a sentence, or lets it pass."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from govreport.agencies.models import User
from govreport.checks.finding import Finding
from govreport.publishing.models import Publication
from govreport.reports.models import Report
from govreport.workflow.authors import authors_of
from govreport.workflow.judging import Judgement, judge

SHORTEST_REASON = 2
LONGEST_REASON = 500


class Refused(Exception):
    """The action does not fit; the text is a sentence for the person who tried. Nothing was changed."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True)
class Attempt:
    """An action about to be done: the locked report, who does it, when and why."""

    report: Report
    by: User
    at: datetime
    reason: str

    @cached_property
    def judgement(self) -> Judgement:
        """What the checks say of the report; judged once, and only when an action asks."""
        return judge(self.report, day=timezone.localdate(self.at), with_others=True)


def no_errors(attempt: Attempt) -> None:
    """No error is left that nobody has let pass."""
    errors = attempt.judgement.errors
    if errors:
        raise Refused(f"还有 {len(errors)} 处必须改正，暂不能继续", errors)


def no_errors_and_queries_explained(attempt: Attempt) -> None:
    """No error is left, and every query has an answer that is valid."""
    errors, unexplained = attempt.judgement.errors, attempt.judgement.unexplained
    counts = [f"{len(errors)} 处必须改正"] if errors else []
    counts += [f"{len(unexplained)} 处需要改正或写情况说明"] if unexplained else []
    if counts:
        raise Refused(f"还有 {'、'.join(counts)}，暂不能继续", attempt.judgement.blocking)


def a_reason(attempt: Attempt) -> None:
    """The person says why."""
    length = len(attempt.reason)
    if not SHORTEST_REASON <= length <= LONGEST_REASON:
        raise Refused(f"请写明理由（{SHORTEST_REASON} 至 {LONGEST_REASON} 个字），现在是 {length} 个字")


def a_note_where_published_before(attempt: Attempt) -> None:
    """What takes the place of a published report says why, also where that was taken over as filed."""
    agency, year = attempt.report.agency, attempt.report.reporting_year.year
    if not attempt.report.correction_note and Publication.objects.filter(agency=agency, year=year).exists():
        raise Refused(f"{year} 年度已有公开的年报，再发布要有更正说明；历史数据请由政务公开办重新导入来更正")


def not_the_author(attempt: Attempt) -> None:
    """Nobody approves a report that he or she wrote or submitted."""
    if attempt.by.pk in authors_of(attempt.report):
        raise Refused("填写或提交过这份年报的人不能审签，请由其他审核人审签")


def not_yet_opened_by_a_reviewer(attempt: Attempt) -> None:
    """A report that a reviewer has opened is no longer the clerk's to take back."""
    if attempt.report.opened_at is not None:
        raise Refused("审核人已经打开这份年报，不能撤回；需要修改请联系审核人退回")
