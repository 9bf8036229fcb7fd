"""The desk's home: the reports of one person, and those still to be started."""

from datetime import date
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from govreport.agencies.memberships import agencies_of, roles_of
from govreport.agencies.models import Role, User
from govreport.desk.access import agency_to_fill_in, report_for, visible_reports
from govreport.desk.editor import header_of
from govreport.desk.navigator import navigator_of
from govreport.desk.pages import AuthorityCard, HomePage, Progress, ReportCard, StartCard
from govreport.desk.remarks import reopened
from govreport.reports.models import Report, Waiver
from govreport.workflow.answers import waivers_for
from govreport.workflow.judging import judge
from govreport.workflow.permissions import actions_open_to, may_edit, years_taken_over
from govreport.workflow.starting import start_report as begin
from govreport.years.campaign import deadline_of, years_for

BUTTONS = {"submit": "继续填报", "approve": "去审核", "publish": "去发布"}
LOOK = "查看"
TAKEN_OVER = "{} 年度的年报已作为历史数据导入，不再填报；需要更正的，请由政务公开办重新导入"


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this person has to do."""
    user, today = cast(User, request.user), timezone.localdate()
    page = HomePage(
        name=user.name,
        to_start=_to_start(user, today),
        reports=tuple(_card(report, user, today) for report in _reports(user)),
        overseen=_overseen(user),
        is_administrator=user.is_staff,
    )
    return render(request, "desk/home.html", {"page": page})


@login_required
@require_POST
def start_report(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Start the report of an agency for a year, or go on with it."""
    user = cast(User, request.user)
    agency = agency_to_fill_in(user, code)
    reporting_year = years_for(agency).filter(year=year, opens_on__lte=timezone.localdate()).first()
    if reporting_year is None:
        raise Http404
    if year in years_taken_over(agency):
        messages.warning(request, TAKEN_OVER.format(year))
        return redirect("desk:home")
    report = begin(agency, reporting_year, by=user, at=timezone.now())
    return redirect("desk:report", report.pk)


@login_required
@require_safe
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Go to the first section that is not complete; who cannot edit goes to the whole report."""
    user = cast(User, request.user)
    shown = report_for(user, report_id)
    if Role.CLERK not in roles_of(user, shown.agency) or not may_edit(user, shown):
        return redirect("desk:review", shown.pk)
    navigator = navigator_of(shown, judge(shown, day=timezone.localdate()))
    first = next((item for item in navigator if item.state != "完成"), None)
    return redirect(first.href) if first else redirect("desk:action", shown.pk, "submit")


def _reports(user: User) -> list[Report]:
    return list(visible_reports(user).order_by("-reporting_year__year", "agency__path", "pk"))


def _overseen(user: User) -> tuple[AuthorityCard, ...]:
    authorities = agencies_of(user, Role.AUTHORITY)
    waiting = waivers_for(user).filter(state=Waiver.State.ASKED)
    return tuple(
        AuthorityCard(
            name=authority.name,
            waiting=waiting.filter(report__reporting_year__authority=authority).count(),
            rules_href=reverse("desk:check_rules", args=[authority.code]),
        )
        for authority in authorities
    )


def _card(report: Report, user: User, today: date) -> ReportCard:
    open_to = actions_open_to(user, report)
    button = next((label for action, label in BUTTONS.items() if action in open_to), LOOK)
    header = header_of(report, today=today, editable="submit" in open_to)
    return ReportCard(
        agency=header.agency,
        year=header.year,
        scope=report.get_scope_display(),
        state=header.state,
        deadline=header.deadline,
        days_left=header.days_left,
        progress=_progress(report, today) if button != LOOK else None,
        href=header.href,
        button=button,
        import_href=header.import_href,
        reopened=reopened(report),
    )


def _progress(report: Report, today: date) -> Progress:
    return Progress.of(navigator_of(report, judge(report, day=today)))


def _to_start(user: User, today: date) -> tuple[StartCard, ...]:
    cards = []
    for agency in agencies_of(user, Role.CLERK):
        started = set(Report.objects.filter(agency=agency).values_list("reporting_year__year", flat=True))
        started |= years_taken_over(agency)
        for reporting_year in years_for(agency).filter(opens_on__lte=today):
            if reporting_year.year in started:
                continue
            started.add(reporting_year.year)  # of several authorities the nearest asks
            deadline = deadline_of(reporting_year, agency)
            due = deadline.submit_by if deadline else None
            cards.append(
                StartCard(
                    agency=agency.name,
                    year=reporting_year.year,
                    deadline=due,
                    days_left=(due - today).days if due else None,
                    href=reverse("desk:start", args=[agency.code, reporting_year.year]),
                )
            )
    return tuple(cards)
