"""REVIEW 7 · The actions: lock, role, state, conditions, change, audit, in one transaction each."""

from datetime import datetime

from django.db import transaction

from govreport.agencies.models import User
from govreport.audit.record import record
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from govreport.rendering.interchange import canonical, fingerprint
from govreport.reports.models import Report, State, Submission
from govreport.reports.saving import revision_of
from govreport.workflow.authors import authors_of
from govreport.workflow.conditions import Attempt, Refused
from govreport.workflow.judging import evidence_of
from govreport.workflow.permissions import may
from govreport.workflow.transitions import TRANSITIONS

RELATED = ("agency", "reporting_year__authority", "processing_fee", "signature")


class NotAllowed(Exception):
    """This person has no role in which the action could be done. Nothing was changed."""


class WrongState(Refused):
    """The report is in a state in which the action makes no sense. Nothing was changed."""


def submit(report: Report, *, by: User, at: datetime) -> None:
    """The clerk hands the report to review. Raises NotAllowed, WrongState, Refused with the findings.

    What it said and what it was judged by are kept as a submission.
    """
    with transaction.atomic():
        attempt = _begin("submit", report, by=by, at=at)
        content = attempt.judgement.subject.content
        Submission.objects.create(
            report=attempt.report,
            at=at,
            by=by,
            canonical=canonical(content).decode(),
            sha256=fingerprint(content),
            **evidence_of(attempt.judgement),
        )
        _finish("submit", attempt, opened_at=None)


def withdraw(report: Report, *, by: User, at: datetime) -> None:
    """The clerk takes the report back before a reviewer has opened it. Raises as submit."""
    with transaction.atomic():
        _finish("withdraw", _begin("withdraw", report, by=by, at=at))


def return_(report: Report, *, by: User, at: datetime, reason: str) -> None:
    """The supervisor sends the report back with a reason. Raises as submit."""
    with transaction.atomic():
        _finish("return", _begin("return", report, by=by, at=at, reason=reason))


def approve(report: Report, *, by: User, at: datetime, seen: int | None = None) -> None:
    """The supervisor signs the report. Raises as submit.

    `seen` is the revision that was looked at: what has changed since then is not signed unseen.
    """
    with transaction.atomic():
        attempt = _begin("approve", report, by=by, at=at)
        if seen is not None and seen != revision_of(attempt.report):
            raise Refused("您打开这一页之后内容有改动，请把现在的内容再看一遍")
        _finish("approve", attempt)


def publish(report: Report, *, by: User, at: datetime) -> Publication:
    """Release the approved report to the public. Raises as submit.

    When this returns, page and PDF can be read; when it raises, nothing of the publication exists.
    """
    with transaction.atomic():
        attempt = _begin("publish", report, by=by, at=at)
        publication = release(
            attempt.judgement.subject.content,
            agency=attempt.report.agency,
            by=by,
            at=at,
            note=attempt.report.correction_note,
            evidence=evidence_of(attempt.judgement),
        )
        _finish("publish", attempt, correction_note="", version=publication.version)
    return publication


def correct(report: Report, *, by: User, at: datetime, reason: str) -> None:
    """Open a published report again; the reason is printed with the next version. Raises as submit."""
    with transaction.atomic():
        attempt = _begin("correct", report, by=by, at=at, reason=reason)
        _finish("correct", attempt, correction_note=attempt.reason)


def open_review(report: Report, *, by: User, at: datetime) -> None:
    """Note that somebody who may approve has seen the submitted report; from then on it is not withdrawn."""
    if report.state != State.SUBMITTED or report.opened_at or not may(by, "approve", report):
        return
    if by.pk in authors_of(report):
        return
    with transaction.atomic():
        locked = Report.objects.select_for_update().get(pk=report.pk)
        if locked.state == State.SUBMITTED and locked.opened_at is None:
            Report.objects.filter(pk=report.pk).update(opened_at=at)
            record("report.opened", actor=by, agency=report.agency, subject=report.subject, at=at)


def lock(report: Report) -> Report:
    """The report as it is stored now, locked until the transaction ends.

    Two queries: rows that come with the locked one would be those from before the wait for the lock.
    """
    Report.objects.select_for_update().get(pk=report.pk)
    return Report.objects.select_related(*RELATED).get(pk=report.pk)


def _begin(name: str, report: Report, *, by: User, at: datetime, reason: str = "") -> Attempt:
    """Lock the report and see that the action is allowed and fits."""
    transition, locked = TRANSITIONS[name], lock(report)
    if not may(by, name, locked):
        raise NotAllowed(f"{by} may not {name} {locked.subject}")
    if State(locked.state) not in transition.sources:
        raise WrongState(f"年报现在是“{locked.get_state_display()}”，不能{transition.label}")
    attempt = Attempt(locked, by, at, reason.strip())
    for condition in transition.needs:
        condition(attempt)
    return attempt


def _finish(name: str, attempt: Attempt, *, version: int = 0, **fields: object) -> None:
    """Change the state, and only the fields that go with it, and record it."""
    transition, report = TRANSITIONS[name], attempt.report
    Report.objects.filter(pk=report.pk).update(state=transition.target, **fields)
    data = {"reason": attempt.reason, "version": version}
    stated = {key: value for key, value in data.items() if value}
    record(
        transition.done,
        actor=attempt.by,
        agency=report.agency,
        subject=report.subject,
        at=attempt.at,
        **stated,
    )
