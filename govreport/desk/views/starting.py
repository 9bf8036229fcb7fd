"""What a section offers to begin with, done: nothing to report, last year's remainder, the preamble."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from govreport.agencies.models import User
from govreport.desk.access import report_to_edit, section_for
from govreport.desk.editor import editor_page, form_for
from govreport.desk.start_pages import NothingPanel
from govreport.desk.starting import obstacle_lines
from govreport.reports import drafts, nothing, openings
from govreport.reports.models import Report, SectionKey, State
from govreport.reports.saving import NotEditable
from govreport.workflow.last_year import report_before
from govreport.workflow.permissions import editable_states
from govreport.workflow.starting import left_over, opening_of

DECLARED = "三、四两张表的空格已填 0，“一、总体情况”中已写明没有申请和复议诉讼；可以撤销"
TAKEN_BACK = "已撤销“本年度无申请、无复议诉讼”，三个部分恢复原样"
OPENED = "上年结转已按上年年报填好"
PREAMBLE = "开头说明已生成，请核对后修改"
NOT_EDITABLE = "年报现在是“{}”，不能再修改，没有改动任何内容"
CHANGED_SINCE = "这三个部分后来又有改动，不能整体撤销；需要修改的请直接在格内修改"
OFFER_CHANGED = "打开之后上年结转或上年年报又有变化，没有改动；请看现在的数字再决定"
WRITTEN = "前言已有内容，没有改动；需要重新生成的，请先清空并保存"

Do = Callable[[Report, User, str], str]


def _declare(report: Report, user: User, seen: str) -> str:
    left = left_over(report.edition, report_before(report))
    nothing.declare(
        report, left_over=left, by=user, at=timezone.now(), editable=editable_states(user, report)
    )
    return DECLARED


def _take_back(report: Report, user: User, seen: str) -> str:
    nothing.take_back(report, by=user, at=timezone.now(), editable=editable_states(user, report))
    return TAKEN_BACK


def _open(report: Report, user: User, seen: str) -> str:
    opening = opening_of(report.agency, report.edition, report_before(report))
    states = editable_states(user, report)
    openings.take_over(report, opening, seen=seen, by=user, at=timezone.now(), editable=states)
    return OPENED


def _write_preamble(report: Report, user: User, seen: str) -> str:
    drafts.write_preamble(report, by=user, at=timezone.now(), editable=editable_states(user, report))
    return PREAMBLE


STEPS: dict[str, Do] = {
    "nothing": _declare,
    "take_back": _take_back,
    "opening": _open,
    "preamble": _write_preamble,
}

REFUSALS: dict[type[Exception], str] = {
    nothing.NotToBeUndone: CHANGED_SINCE,
    openings.OfferChanged: OFFER_CHANGED,
    drafts.AlreadyWritten: WRITTEN,
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def starting(request: HttpRequest, report_id: int) -> HttpResponse:
    """Do one of the steps, and go back to the section with its button."""
    user = cast(User, request.user)
    report = report_to_edit(user, report_id)
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:  # also signed in again, or the address kept
        return redirect("desk:report", report_id)
    key = request.POST.get("back", "")
    back = key if key in SectionKey.values else SectionKey.APPLICATIONS
    try:
        messages.success(request, step(report, user, request.POST.get("seen", "")))
    except nothing.SomethingToReport as refusal:
        return _with_obstacles(request, report_id, back, refusal.obstacles)
    except NotEditable as refusal:
        messages.error(request, NOT_EDITABLE.format(State(refusal.args[0]).label))
    except tuple(REFUSALS) as refusal:
        messages.error(request, REFUSALS[type(refusal)])
    return redirect("desk:section", report_id, back)


def _with_obstacles(
    request: HttpRequest, report_id: int, key: str, found: tuple[nothing.Obstacle, ...]
) -> HttpResponse:
    """The section again, with the cells that speak against it."""
    user = cast(User, request.user)
    section = section_for(user, report_id, key)
    page = editor_page(section, form_for(section), user=user)
    if page.start is not None:
        refused = obstacle_lines(section.report, (one for one in found if not one.from_last_year))
        left = obstacle_lines(section.report, (one for one in found if one.from_last_year))
        panel = replace(page.start.nothing or NothingPanel(), left_over=left, refused=refused)
        page = replace(page, start=replace(page.start, nothing=panel))
    return render(request, "desk/editor.html", {"page": page})
