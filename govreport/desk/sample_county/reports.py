"""The reports of the sample county, made as people make them: typed in, submitted, approved, published."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from govreport.agencies.models import Agency, Role, User
from govreport.desk.sample_county.entries import entries_for, type_in
from govreport.desk.sample_county.places import AUTHORITY
from govreport.desk.sample_county.stories import Story, chapter
from govreport.reports.models import Report, State
from govreport.workflow import actions
from govreport.workflow.answers import explain
from govreport.workflow.judging import judge
from govreport.workflow.starting import start_report
from govreport.years.models import ReportingYear

WRITTEN, SUBMITTED = -9, -2  # days from the date under the report


@dataclass(frozen=True)
class Course:
    """The report that is being made, who makes it, and what is told of it."""

    report: Report
    clerk: User
    supervisor: User
    told: Story

    def at(self, hour: int, *, days: int = 0) -> datetime:
        """An hour of a day counted from the date under the report."""
        return _moment(self.told, hour, days=days)


def make_report(code: str, year: int) -> Report:
    """Make the report of an agency and year and take it to its state, in one transaction.

    Raises ValueError when nothing is told of it.
    """
    told = chapter(code, year)
    if told is None:
        raise ValueError(f"nothing is told of {code} {year}")
    with transaction.atomic():
        course = _begin(code, year, told)
        correction = told.get("correction")
        typed = entries_for(course.report, told, first=bool(correction))
        type_in(course.report, typed, by=course.clerk, at=course.at(9, days=WRITTEN))
        STEPS[told.get("state", State.PUBLISHED)](course)
        if correction:
            _correct(course, correction["reason"], days=correction["days"])
        return _now(course)


def _begin(code: str, year: int, told: Story) -> Course:
    agency = Agency.objects.get(code=code)
    reporting_year = ReportingYear.objects.get(authority__code=AUTHORITY, year=year)
    clerk = _person(agency, Role.CLERK)
    report = start_report(agency, reporting_year, by=clerk, at=_moment(told, 9, days=WRITTEN))
    return Course(report, clerk, _person(agency, Role.SUPERVISOR), told)


def _moment(told: Story, hour: int, *, days: int) -> datetime:
    day = date.fromisoformat(told["signed"]) + timedelta(days=days)
    return datetime.combine(day, time(hour, 5), ZoneInfo(settings.TIME_ZONE))


def _person(agency: Agency, role: Role) -> User:
    return User.objects.get(memberships__agency=agency, memberships__role=role)


def _now(course: Course) -> Report:
    return Report.objects.select_related("agency", "reporting_year").get(pk=course.report.pk)


def _leave(course: Course) -> None:
    """The clerk has not finished."""


def _explain(course: Course) -> None:
    """Answer the queries of which the story tells."""
    at = course.at(15, days=SUBMITTED)
    for code, said in course.told.get("explanations", {}).items():
        judgement = judge(course.report, day=at.date())
        (finding,) = (one for one in judgement.unexplained if one.code == code)
        mark = judgement.standings[finding].fingerprint
        explain(course.report, code=code, mark=mark, **said, by=course.clerk, at=at)


def _submit(course: Course) -> None:
    _explain(course)
    actions.submit(course.report, by=course.clerk, at=course.at(16, days=SUBMITTED))


def _return(course: Course) -> None:
    _submit(course)
    actions.open_review(_now(course), by=course.supervisor, at=course.at(9))
    actions.return_(course.report, by=course.supervisor, at=course.at(11), reason=course.told["reason"])


def _approve(course: Course) -> None:
    _submit(course)
    actions.open_review(_now(course), by=course.supervisor, at=course.at(9))
    actions.approve(course.report, by=course.supervisor, at=course.at(10))


def _publish(course: Course) -> None:
    _approve(course)
    actions.publish(course.report, by=course.supervisor, at=course.at(16))


# How a report comes to the state in which the story leaves it.
STEPS = {
    State.DRAFT: _leave,
    State.SUBMITTED: _submit,
    State.RETURNED: _return,
    State.APPROVED: _approve,
    State.PUBLISHED: _publish,
}


def _correct(course: Course, reason: str, *, days: int) -> None:
    """Open the published report again, put right what was wrong, and publish the next version."""
    report, clerk, supervisor = course.report, course.clerk, course.supervisor
    actions.correct(report, by=supervisor, at=course.at(9, days=days), reason=reason)
    type_in(report, entries_for(report, course.told), by=clerk, at=course.at(10, days=days))
    actions.submit(report, by=clerk, at=course.at(15, days=days))
    actions.open_review(_now(course), by=supervisor, at=course.at(16, days=days))
    actions.approve(report, by=supervisor, at=course.at(16, days=days))
    actions.publish(report, by=supervisor, at=course.at(17, days=days))
