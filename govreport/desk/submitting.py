"""The pages on which a clerk submits and sees what happens next, and the one before a release."""

from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.checks.listing import not_assessable_lines
from govreport.desk.changed import changed_since
from govreport.desk.editor import header_of
from govreport.desk.finding_lines import finding_groups, listing, unplaced
from govreport.desk.finding_pages import Attempted
from govreport.desk.navigator import navigator_of
from govreport.desk.remarks import last_entry, last_return
from govreport.desk.review import key_figures_of, line_of
from govreport.desk.review_pages import (
    PublishPage,
    Recipients,
    SubmitPage,
    SubmittedPage,
)
from govreport.publishing.release import newest
from govreport.rendering.document import document
from govreport.reports.models import Report, State
from govreport.workflow.approvers import approvers_of
from govreport.workflow.judging import judge
from govreport.workflow.permissions import actions_open_to, may

SUBMIT = "submit"  # where the page is, among the keys of the sections

NOBODY = "本单位现在没有能审签的审核人，请联系政务公开办（{}{}）增设"


def submit_page(
    report: Report, *, user: User, refusal: str = "", attempted: Attempted | None = None
) -> SubmitPage | SubmittedPage | None:
    """What a clerk sees before submitting, or after; None for other people and in other states."""
    if not may(user, "submit", report):
        return None
    if report.state == State.SUBMITTED:
        return _submitted_page(report, user, refusal)
    if "submit" not in actions_open_to(user, report):
        return None
    today = timezone.localdate()
    judgement = judge(report, day=today, with_others=True)
    navigator = navigator_of(report, judgement)
    page = listing(report, judgement, user=user, back=SUBMIT, attempted=attempted)
    returned = last_return(report) if report.state == State.RETURNED else None
    return SubmitPage(
        header=header_of(report, today=today, editable=page.explains),
        navigator=navigator,
        refusal=refusal,
        remark=line_of(returned) if returned else None,
        changed=changed_since(report, returned) if returned else (),
        note=report.correction_note,
        errors=len(judgement.errors),
        queries=len(judgement.unexplained),
        findings=finding_groups(page, judgement.findings),
        not_assessable=not_assessable_lines(judgement.result.not_assessable),
        unplaced=unplaced(page),
        key_figures=key_figures_of(report, judgement.subject),
        recipients=_recipients(report, user),
        href=reverse("desk:action", args=[report.pk, "submit"]),
        pdf_href=reverse("desk:preview_pdf", args=[report.pk]),
        review_href=reverse("desk:review", args=[report.pk]),
    )


def publish_page(report: Report, *, user: User, refusal: str = "") -> PublishPage | None:
    """What is asked before a release; None for those who cannot release the report now."""
    if "publish" not in actions_open_to(user, report):
        return None
    today = timezone.localdate()
    judgement = judge(report, day=today, with_others=True)
    agency, year = report.agency, report.reporting_year.year
    before = newest(agency, year)
    return PublishPage(
        header=header_of(report, today=today),
        refusal=refusal,
        title=document(judgement.subject.content).name,
        version=before.version + 1 if before else 1,
        public_href=reverse("portal:report", args=[agency.code, year]),
        note=report.correction_note,
        errors=len(judgement.errors),
        key_figures=key_figures_of(report, judgement.subject),
        href=reverse("desk:action", args=[report.pk, "publish"]),
        pdf_href=reverse("desk:preview_pdf", args=[report.pk]),
        review_href=reverse("desk:review", args=[report.pk]),
    )


def _submitted_page(report: Report, user: User, refusal: str) -> SubmittedPage:
    today = timezone.localdate()
    submitted = last_entry(report, "report.submitted")
    opened = last_entry(report, "report.opened") if report.opened_at else None
    open_to = actions_open_to(user, report)
    return SubmittedPage(
        header=header_of(report, today=today),
        navigator=navigator_of(report, judge(report, day=today)),
        refusal=refusal,
        submitted=line_of(submitted) if submitted else None,
        opened=line_of(opened) if opened else None,
        recipients=_recipients(report),
        withdraw_href=reverse("desk:action", args=[report.pk, "withdraw"]) if "withdraw" in open_to else "",
        pdf_href=reverse("desk:preview_pdf", args=[report.pk]),
        review_href=reverse("desk:review", args=[report.pk]),
    )


def _recipients(report: Report, submitter: User | None = None) -> Recipients:
    """The people who may sign once this person has submitted the report."""
    found = approvers_of(report, writers=(submitter.pk,) if submitter else ())
    authority = report.reporting_year.authority
    telephone = f"，电话 {authority.telephone}" if authority.telephone else ""
    return Recipients(
        names=tuple(map(str, found.able)),
        barred=tuple(map(str, found.barred)),
        ask="" if found.able else NOBODY.format(authority.name, telephone),
    )
