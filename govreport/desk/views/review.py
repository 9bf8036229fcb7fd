"""REVIEW 7 · The whole report: looked at before it is submitted, decided on, published."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from govreport.agencies.models import User
from govreport.desk.access import report_for
from govreport.desk.reason_form import ReasonForm
from govreport.desk.review import review_page
from govreport.desk.review_pages import PublishPage, SubmitPage, SubmittedPage
from govreport.desk.submitting import publish_page, submit_page
from govreport.reports.models import Report
from govreport.workflow import actions
from govreport.workflow.conditions import Refused

Act = Callable[[Report, User, datetime, str, int], object]

ACTIONS: dict[str, Act] = {
    "submit": lambda report, by, at, reason, seen: actions.submit(report, by=by, at=at),
    "withdraw": lambda report, by, at, reason, seen: actions.withdraw(report, by=by, at=at),
    "return": lambda report, by, at, reason, seen: actions.return_(report, by=by, at=at, reason=reason),
    "approve": lambda report, by, at, reason, seen: actions.approve(report, by=by, at=at, seen=seen),
    "publish": lambda report, by, at, reason, seen: actions.publish(report, by=by, at=at),
    "correct": lambda report, by, at, reason, seen: actions.correct(report, by=by, at=at, reason=reason),
}

DONE = {
    "submit": "已提交审核",
    "withdraw": "已撤回，可以继续修改",
    "return": "已退回填报人修改",
    "approve": "已审签，可以发布",
    "publish": "已发布，网页和 PDF 现在就能看到",
    "correct": "已重新打开，改好后按原来的步骤提交、审签、发布",
}

CLERKS = ("submit", "withdraw")  # these have the clerk's page, the others the reviewer's


@login_required
@require_safe
def review(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show the whole report. The first look of somebody who may approve it is noted."""
    user = cast(User, request.user)
    report = report_for(user, report_id)
    if request.method == "GET":
        actions.open_review(report, by=user, at=timezone.now())
    return render(request, "desk/review.html", {"page": review_page(report, user=user)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, report_id: int, action: str) -> HttpResponse:
    """Do one action of the workflow, or say why it does not go.

    Whoever comes by a link (after signing in again, say) gets the page with the button.
    """
    user = cast(User, request.user)
    report = report_for(user, report_id)
    if request.method != "POST":
        return _asked_first(request, report, action, user) or redirect("desk:review", report_id)
    form = ReasonForm(action, request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        ACTIONS[action](report, user, timezone.now(), reason, _seen(request))
    except actions.NotAllowed as refusal:
        raise PermissionDenied("您不能对这份年报做这一步") from refusal
    except Refused as refusal:
        shown = report_for(user, report_id)
        asked = _asked_first(request, shown, action, user, refusal=str(refusal))
        if asked is not None:
            return asked
        page = review_page(shown, user=user, refusal=str(refusal), action=action, form=form)
        return render(request, "desk/review.html", {"page": page})
    messages.success(request, DONE[action])
    if action in CLERKS:
        return redirect("desk:action", report_id, "submit")
    return redirect("desk:review", report_id)


def _asked_first(
    request: HttpRequest, report: Report, action: str, user: User, *, refusal: str = ""
) -> HttpResponse | None:
    """The page on which an action is confirmed; None where there is none for this person now."""
    page: SubmitPage | SubmittedPage | PublishPage | None = None
    if action in CLERKS:
        page = submit_page(report, user=user, refusal=refusal)
    elif action == "publish":
        page = publish_page(report, user=user, refusal=refusal)
    return render(request, page.template, {"page": page}) if page else None


def _seen(request: HttpRequest) -> int:
    """The revision that the person had before the eyes; one that never was when the page did not say."""
    text = request.POST.get("seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
