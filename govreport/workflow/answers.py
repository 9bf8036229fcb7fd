"""What people say to findings: the agency explains a query, the authority lets an error pass."""

from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from govreport.agencies.memberships import agencies_of
from govreport.agencies.models import Role, User
from govreport.audit.record import record
from govreport.checks.finding import Finding, Level
from govreport.checks.run import DECLARATIONS
from govreport.reports.models import (
    LONGEST_EXPLANATION,
    SHORTEST_EXPLANATION,
    Explanation,
    Report,
    State,
    Waiver,
)
from govreport.workflow.actions import NotAllowed, lock
from govreport.workflow.conditions import LONGEST_REASON, SHORTEST_REASON, Refused
from govreport.workflow.judging import Judgement, judge
from govreport.workflow.permissions import acting_roles, editable_states, may_edit


def explain(
    report: Report, *, code: str, mark: str, choice: str, text: str, by: User, at: datetime
) -> Explanation:
    """Answer a query of this code with this fingerprint. Raises NotAllowed, Refused.

    Refused also when the finding is no longer there: then the data have changed meanwhile.
    """
    with transaction.atomic():
        locked = lock(report)
        if not editable_states(by, locked):
            raise NotAllowed(f"{by} may not explain {locked.subject}")
        if not may_edit(by, locked):
            raise Refused(f"年报现在是“{locked.get_state_display()}”，您现在不能写情况说明")
        finding = _found(judge(locked, day=timezone.localdate(at), with_others=True), code, mark, Level.QUERY)
        choice, text = choice.strip(), as_written(text)
        _see_that_it_says_something(finding, choice, text)
        answer = Explanation.objects.create(
            report=locked,
            code=code,
            anchor=finding.anchor,
            fingerprint=mark,
            choice=choice,
            text=text,
            given_by=by,
            given_at=at,
        )
        told = {"code": code, "anchor": finding.anchor, "reason": answer.words, "state": locked.state}
        _record("finding.explained", locked, by, at, **told)
    return answer


def may_ask(user: User, report: Report) -> bool:
    """Whether this person may ask the authority to let an error of the report pass."""
    return Role.SUPERVISOR in acting_roles(user, report) and report.state != State.PUBLISHED


def can_be_waived(finding: Finding) -> bool:
    """Whether an error may be let pass at all; what the form itself says may not."""
    return finding.level is Level.ERROR and not DECLARATIONS[finding.code].fixed


def ask(report: Report, *, code: str, mark: str, reason: str, by: User, at: datetime) -> Waiver:
    """Ask the authority to let one error pass. Raises NotAllowed, Refused."""
    with transaction.atomic():
        locked = lock(report)
        if not may_ask(by, locked):
            raise NotAllowed(f"{by} may not ask for {locked.subject}")
        reason = _reason(reason)
        judgement = judge(locked, day=timezone.localdate(at), with_others=True)
        finding = _found(judgement, code, mark, Level.ERROR)
        if not can_be_waived(finding):
            raise Refused(f"{code} 是统一格式本身的要求，不能申请豁免")
        if judgement.standings[finding].waived:
            raise Refused("这一处已经同意豁免，不需要再申请")
        waiver = _asked_once(
            lambda: Waiver.objects.create(
                report=locked,
                code=code,
                anchor=finding.anchor,
                fingerprint=mark,
                message=finding.message,
                reason=reason,
                asked_by=by,
                asked_at=at,
            )
        )
        _record("waiver.asked", locked, by, at, code=code, anchor=finding.anchor, reason=reason)
    return waiver


def waivers_for(user: User) -> QuerySet[Waiver]:
    """The requests that this person may decide as the authority of the campaign, newest first."""
    authorities = agencies_of(user, Role.AUTHORITY)
    found = Waiver.objects.filter(report__reporting_year__authority__in=authorities)
    return found.select_related(
        "report__agency", "report__reporting_year", "asked_by", "decided_by"
    ).order_by("-pk")


def decide(waiver: Waiver, *, grant: bool, answer: str, by: User, at: datetime) -> None:
    """Let the error pass, or not, with a reason. Raises NotAllowed, Refused when it is decided already."""
    with transaction.atomic():
        if not waivers_for(by).filter(pk=waiver.pk).exists():
            raise NotAllowed(f"{by} may not decide on waiver {waiver.pk}")
        report = lock(waiver.report)
        if waiver.asked_by_id == by.pk:
            raise Refused("申请人不能答复自己的申请，请由另一位同事答复")
        answer = _reason(answer)
        state = Waiver.State.GRANTED if grant else Waiver.State.REFUSED
        open_one = Waiver.objects.filter(pk=waiver.pk, state=Waiver.State.ASKED)
        if not open_one.update(state=state, answer=answer, decided_by=by, decided_at=at):
            raise Refused("这项申请已经答复过了")
        action = "waiver.granted" if grant else "waiver.refused"
        _record(action, report, by, at, code=waiver.code, anchor=waiver.anchor, reason=answer)


def _found(judgement: Judgement, code: str, mark: str, level: Level) -> Finding:
    for finding in judgement.of(level):
        if finding.code == code and judgement.standings[finding].fingerprint == mark:
            return finding
    raise Refused("数据或文字已经变了，这一条检查结果不再是原来的，请看新的检查结果")


def as_written(text: str) -> str:
    """What was typed, as a browser counts it: a line break is one character."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def visible(text: str) -> int:
    """How many characters of it can be seen."""
    return sum(sign.isprintable() and not sign.isspace() for sign in text)


def _see_that_it_says_something(finding: Finding, choice: str, text: str) -> None:
    if choice and choice not in finding.choices:
        raise Refused("请在列出的理由中选择")
    if text or not choice:
        length = len(text)
        if visible(text) < SHORTEST_EXPLANATION or length > LONGEST_EXPLANATION:
            within = f"{SHORTEST_EXPLANATION} 至 {LONGEST_EXPLANATION} 个字"
            raise Refused(f"情况说明请写 {within}，现在是 {length} 个字")


def _reason(text: str) -> str:
    reason = as_written(text)
    if visible(reason) < SHORTEST_REASON or len(reason) > LONGEST_REASON:
        within = f"{SHORTEST_REASON} 至 {LONGEST_REASON} 个字"
        raise Refused(f"请写明理由（{within}），现在是 {len(reason)} 个字")
    return reason


def _asked_once(create: Callable[[], Waiver]) -> Waiver:
    try:
        with transaction.atomic():
            return create()
    except IntegrityError:
        raise Refused("这一处已经申请过豁免，正在等政务公开办答复") from None


def _record(action: str, report: Report, by: User, at: datetime, **data: object) -> None:
    record(action, actor=by, agency=report.agency, subject=report.subject, at=at, **data)
