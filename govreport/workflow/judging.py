"""EDIT 4 · What the checks say about a draft, and how each finding stands: explained, waived, open."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from govreport.checks.finding import Finding, Level, Result
from govreport.checks.fingerprint import fingerprint
from govreport.checks.run import DECLARATIONS, run
from govreport.checks.subject import Subject
from govreport.reports.models import Explanation, Report, Waiver
from govreport.workflow.subjects import is_awaited, subject_of


@dataclass(frozen=True)
class Standing:
    """How one finding stands.

    `explanation` is the answer that is valid, `outdated` the newest one that was given for other data,
    `waiver` the newest request to let it pass.
    """

    fingerprint: str
    explanation: Explanation | None = None
    outdated: Explanation | None = None
    waiver: Waiver | None = None

    @property
    def waived(self) -> bool:
        """Whether the authority has let it pass."""
        return self.waiver is not None and self.waiver.state == Waiver.State.GRANTED


@dataclass(frozen=True)
class Judgement:
    """A report with its findings, and how each of them stands."""

    subject: Subject
    result: Result
    standings: Mapping[Finding, Standing]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found."""
        return self.result.findings

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be corrected: the errors that nobody has let pass."""
        return tuple(one for one in self.of(Level.ERROR) if not self.standings[one].waived)

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """The queries that have no valid answer."""
        return tuple(one for one in self.of(Level.QUERY) if self.standings[one].explanation is None)

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What keeps the report from being submitted."""
        return (*self.errors, *self.unexplained)

    def of(self, level: Level) -> tuple[Finding, ...]:
        """The findings of one level."""
        return tuple(finding for finding in self.findings if finding.level is level)


def judge(report: Report, *, day: date, with_others: bool = False, for_authority: bool = False) -> Judgement:
    """Judge a report as it is stored now, on this day; `with_others` and `for_authority` as in subject_of.

    What is left out on purpose (the others, a deadline that no longer matters) is not called missing.
    """
    subject = subject_of(report, day=day, with_others=with_others, for_authority=for_authority)
    result = run(subject)
    left_out = {"others": not with_others, "due": not is_awaited(report)}
    result = replace(
        result,
        not_assessable=tuple(
            item
            for item in result.not_assessable
            if not any(left_out.get(need) for need in DECLARATIONS[item.code].needs)
        ),
    )
    return Judgement(subject, result, _standings(report, subject, result.findings))


def _standings(report: Report, subject: Subject, findings: Iterable[Finding]) -> Mapping[Finding, Standing]:
    explanations = list(report.explanations.select_related("given_by").order_by("pk"))
    waivers = list(report.waivers.select_related("asked_by", "decided_by").order_by("pk"))
    waivers.sort(key=lambda one: one.state == Waiver.State.GRANTED)  # what was let pass stays so
    marks = {finding: fingerprint(finding, subject) for finding in findings}
    present = {(finding.code, mark) for finding, mark in marks.items()}
    valid = {(one.code, one.fingerprint): one for one in explanations}
    newest = {
        (one.code, one.anchor): one for one in explanations if (one.code, one.fingerprint) not in present
    }
    asked = {(one.code, one.fingerprint): one for one in waivers}
    standings = {}
    for finding, mark in marks.items():
        answer = valid.get((finding.code, mark))
        before = newest.get((finding.code, finding.anchor)) if answer is None else None
        standings[finding] = Standing(mark, answer, before, asked.get((finding.code, mark)))
    return standings


def evidence_of(judgement: Judgement) -> dict[str, object]:
    """The findings with what was said to them, as JSON can hold it: what a submission is kept with."""
    return {
        "findings": [_line(finding, judgement.standings[finding]) for finding in judgement.findings],
        "not_assessable": [asdict(item) for item in judgement.result.not_assessable],
    }


def _line(finding: Finding, standing: Standing) -> dict[str, object]:
    line: dict[str, object] = {
        "code": finding.code,
        "level": str(finding.level),
        "message": finding.message,
        "cells": [str(cell) for cell in finding.cells],
        "part": finding.part,
        "passage": finding.passage,
        "fingerprint": standing.fingerprint,
    }
    if standing.explanation is not None:
        line["explanation"] = _said(standing.explanation)
    if standing.waiver is not None and standing.waived:
        line["waiver"] = _waived(standing.waiver)
    return line


def _said(answer: Explanation) -> dict[str, str]:
    return {
        "choice": answer.choice,
        "text": answer.text,
        "by": answer.given_by.name,
        "at": answer.given_at.isoformat(),
    }


def _waived(waiver: Waiver) -> dict[str, str]:
    return {
        "reason": waiver.reason,
        "answer": waiver.answer,
        "asked_by": waiver.asked_by.name,
        "decided_by": waiver.decided_by.name if waiver.decided_by else "",
        "decided_at": waiver.decided_at.isoformat() if waiver.decided_at else "",
    }
