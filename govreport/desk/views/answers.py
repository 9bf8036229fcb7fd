"""What is said to findings: explaining a query, asking to let an error pass, deciding on that."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from govreport.agencies.models import User
from govreport.desk.access import report_for, section_for, waivers_to_decide
from govreport.desk.editor import editor_page, form_for
from govreport.desk.finding_pages import Attempted
from govreport.desk.review import review_page
from govreport.desk.review_pages import SubmitPage
from govreport.desk.submitting import SUBMIT, submit_page
from govreport.desk.waiver_pages import waivers_page
from govreport.reports.models import Report, SectionKey
from govreport.workflow import answers
from govreport.workflow.actions import NotAllowed
from govreport.workflow.conditions import Refused


@login_required
@require_http_methods(["GET", "POST"])
def explain(request: HttpRequest, report_id: int) -> HttpResponse:
    """Answer a query, and go back to where it was read."""

    def say(report: Report, said: dict[str, str], user: User) -> object:
        return answers.explain(report, **said, by=user, at=timezone.now())

    return _say(request, report_id, say, ("code", "mark", "choice", "text"), "情况说明已保存")


@login_required
@require_http_methods(["GET", "POST"])
def waive(request: HttpRequest, report_id: int) -> HttpResponse:
    """Ask the authority to let an error pass, and go back to where it was read."""

    def say(report: Report, said: dict[str, str], user: User) -> object:
        reason = said.pop("text")
        return answers.ask(report, **said, reason=reason, by=user, at=timezone.now())

    return _say(request, report_id, say, ("code", "mark", "text"), "已向政务公开办申请豁免")


def _say(
    request: HttpRequest,
    report_id: int,
    say: Callable[[Report, dict[str, str], User], object],
    fields: tuple[str, ...],
    done: str,
) -> HttpResponse:
    user = cast(User, request.user)
    report = report_for(user, report_id)
    if request.method == "GET":  # signed in again, or the address kept
        return redirect("desk:review", report_id)
    said = {name: request.POST.get(name, "").replace("\x00", "") for name in fields}
    try:
        say(report, dict(said), user)
    except NotAllowed as refusal:
        raise PermissionDenied("您不能在这里填写说明") from refusal
    except Refused as refusal:
        typed = Attempted(said["mark"], said.get("choice", ""), said["text"], str(refusal))
        messages.error(request, f"没有保存：{refusal}")
        return _shown_again(request, report_id, user, typed)
    messages.success(request, done)
    key = request.POST.get("back", "")
    return redirect(f"{_back(report_id, key)}#findings")


def _back(report_id: int, key: str) -> str:
    """The page on which the finding was read."""
    if key in SectionKey.values:
        return reverse("desk:section", args=[report_id, key])
    if key == SUBMIT:
        return reverse("desk:action", args=[report_id, SUBMIT])
    return reverse("desk:review", args=[report_id])


def _shown_again(request: HttpRequest, report_id: int, user: User, typed: Attempted) -> HttpResponse:
    """The page with what was typed, at the finding it was typed for."""
    key = request.POST.get("back", "")
    if key in SectionKey.values:
        section = section_for(user, report_id, key)
        page = editor_page(section, form_for(section), user=user, attempted=typed)
        return render(request, "desk/editor.html", {"page": page})
    report = report_for(user, report_id)
    submitting = submit_page(report, user=user, attempted=typed) if key == SUBMIT else None
    if isinstance(submitting, SubmitPage):
        return render(request, submitting.template, {"page": submitting})
    review = review_page(report, user=user, attempted=typed)
    return render(request, "desk/review.html", {"page": review})


@login_required
@require_GET
def waivers(request: HttpRequest) -> HttpResponse:
    """The requests of an authority's agencies."""
    found = waivers_to_decide(cast(User, request.user))
    return render(request, "desk/waivers.html", {"page": waivers_page(found)})


@login_required
@require_POST
def decide(request: HttpRequest, waiver_id: int) -> HttpResponse:
    """Let an error pass, or not."""
    user = cast(User, request.user)
    found = waivers_to_decide(user)
    waiver = get_object_or_404(found, pk=waiver_id)
    answer = request.POST.get("answer", "").replace("\x00", "")
    decision = request.POST.get("decision")
    grant = decision == "grant"
    try:
        if decision not in ("grant", "refuse"):
            raise Refused("请选择“同意豁免”或者“不同意”")
        answers.decide(waiver, grant=grant, answer=answer, by=user, at=timezone.now())
    except Refused as refusal:
        page = waivers_page(found, refused=waiver.pk, refusal=str(refusal), typed=answer)
        return render(request, "desk/waivers.html", {"page": page})
    messages.success(request, "已同意豁免" if grant else "已答复：不同意豁免")
    return redirect("desk:waivers")
