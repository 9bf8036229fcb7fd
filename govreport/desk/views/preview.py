"""EDIT 5 · The draft as it would be published: the page, alone or beside the form, and the PDF."""

from typing import cast

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from govreport.agencies.models import User
from govreport.desk.access import report_for
from govreport.desk.editor import header_of
from govreport.desk.review_pages import PreviewPage
from govreport.publishing.release import newest
from govreport.rendering import drafts
from govreport.rendering.document import document
from govreport.reports.models import Report, State
from govreport.workflow.permissions import may_edit
from govreport.workflow.subjects import subject_of


@login_required
@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]  # for views without arguments only
def preview(request: HttpRequest, report_id: int) -> HttpResponse:
    """The page; with `?beside` the report alone, which our own pages may frame beside a form.

    What is published already is read where the public reads it.
    """
    user = cast(User, request.user)
    report = report_for(user, report_id)
    if _is_public(report):
        return redirect("portal:report", report.agency.code, report.reporting_year.year)
    today = timezone.localdate()
    page = PreviewPage(
        header=header_of(report, today=today, editable=may_edit(user, report)),
        pdf_href=reverse("desk:preview_pdf", args=[report.pk]),
        beside="beside" in request.GET,
        article=drafts.page(subject_of(report, day=today).content, _mark(report)),
    )
    return render(request, "desk/preview.html", {"page": page})


@login_required
@require_safe
def pdf(request: HttpRequest, report_id: int) -> HttpResponse:
    """The PDF of the draft, made when it is asked for."""
    report = report_for(cast(User, request.user), report_id)
    if _is_public(report):
        return redirect("portal:artifact", report.agency.code, report.reporting_year.year, "pdf")
    content = subject_of(report, day=timezone.localdate()).content
    response = HttpResponse(drafts.pdf(content, _mark(report)), content_type="application/pdf")
    name = f"{document(content).name}（草稿）.pdf"
    disposition = content_disposition_header(as_attachment=False, filename=name)
    response.headers["Content-Disposition"] = disposition or "inline"
    return response


def _is_public(report: Report) -> bool:
    published = report.state == State.PUBLISHED
    return published and newest(report.agency, report.reporting_year.year) is not None


def _mark(report: Report) -> str:
    """That it is a draft, how it stands, and as of when: prints of several days lie on one desk."""
    now = timezone.localtime()
    at = f"{now.year}年{now.month}月{now.day}日 {now:%H:%M}"
    return f"草稿（{report.get_state_display()}，{at}），不是正式文本"
