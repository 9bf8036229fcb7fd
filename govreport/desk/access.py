"""EDIT 1 · Who sees what: one accessor a thing. Strangers get 404; readers who would write get 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreport.agencies.memberships import agencies_of
from govreport.agencies.models import Agency, Role, User
from govreport.agencies.refusals import Refusal, by_script, refused
from govreport.agencies.tree import area_of
from govreport.importing.models import ImportBatch, ImportItem
from govreport.publishing.models import Origin, Publication
from govreport.reports.models import Report, Section, State, Waiver
from govreport.workflow.answers import waivers_for
from govreport.workflow.permissions import editable_states

# What an authority sees of its agencies: nothing before it is submitted.
FILED = (State.SUBMITTED, State.RETURNED, State.APPROVED, State.PUBLISHED)


class SignedInRequest(HttpRequest):
    """A request behind `login_required`."""

    user: User


View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """Lead whoever is not signed in to the sign-in page; a script is told and can ask the person in place."""
    page = login_required(view)

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if by_script(request) and not request.user.is_authenticated:
            return refused(Refusal.SIGNED_OUT)
        return page(request, *args, **kwargs)

    return asked


def visible_reports(user: User) -> QuerySet[Report]:
    """The reports a person may read: the own agencies' in every state, an authority's area once filed."""
    own = Q(agency__in=agencies_of(user, Role.CLERK, Role.SUPERVISOR, Role.AUTHORITY))
    overseen = Q()
    for authority in agencies_of(user, Role.AUTHORITY):
        overseen |= Q(agency__in=area_of(authority), state__in=FILED)
    return Report.objects.filter(own | overseen).select_related(
        "agency", "reporting_year__authority", "processing_fee", "signature"
    )


def report_for(user: User, report_id: int) -> Report:
    """The report, for somebody who may read it; else Http404."""
    return get_object_or_404(visible_reports(user), pk=report_id)


def section_for(user: User, report_id: int, key: str) -> Section:
    """A section of a report that this person may read; else Http404."""
    report = report_for(user, report_id)
    section = get_object_or_404(Section.objects.select_related("changed_by"), report=report, key=key)
    section.report = report
    return section


def report_to_edit(user: User, report_id: int) -> Report:
    """A report that this person may change, now or in another state; 404 and 403 as for a section."""
    report = report_for(user, report_id)
    if not editable_states(user, report):
        raise PermissionDenied("您只能查看这份年报")
    return report


def section_to_edit(user: User, report_id: int, key: str) -> Section:
    """A section that this person may change, now or in another state of the report.

    Http404 for strangers, PermissionDenied for those who only read. Whether it can be changed now is
    said by saving it, so that what was typed is not lost when the state has changed meanwhile.
    """
    section = section_for(user, report_id, key)
    if not editable_states(user, section.report):
        raise PermissionDenied("您只能查看这份年报")
    return section


def waivers_to_decide(user: User) -> QuerySet[Waiver]:
    """The requests of the agencies that this person oversees; Http404 for whoever is no authority."""
    if not agencies_of(user, Role.AUTHORITY).exists():
        raise Http404
    return waivers_for(user)


def authority_for(user: User, code: str) -> Agency:
    """An authority for which this person acts; else Http404."""
    return get_object_or_404(agencies_of(user, Role.AUTHORITY), code=code)


def authorities_of(user: User) -> QuerySet[Agency]:
    """The authorities for which this person acts; Http404 for whoever is none."""
    found = agencies_of(user, Role.AUTHORITY)
    if not found.exists():
        raise Http404
    return found


def batch_for(user: User, batch_id: int) -> ImportBatch:
    """The past reports uploaded together, for the authority they were uploaded for; else Http404."""
    batches = ImportBatch.objects.filter(authority__in=authorities_of(user)).select_related("authority")
    return get_object_or_404(batches, pk=batch_id)


def items_of(batch: ImportBatch) -> QuerySet[ImportItem]:
    """The files of a batch, without their bytes."""
    return batch.items.select_related("agency", "publication__agency").defer("data").order_by("pk")


def imported_by(user: User) -> QuerySet[Publication]:
    """The imported reports of the agencies that this person oversees; Http404 for whoever is no authority."""
    area = Q()
    for authority in authorities_of(user):
        area |= Q(agency__in=area_of(authority))
    return Publication.objects.filter(area, origin=Origin.IMPORTED).select_related("agency")


def agency_to_fill_in(user: User, code: str) -> Agency:
    """An agency for which this person is a clerk; else Http404."""
    agency = agencies_of(user, Role.CLERK).filter(code=code).first()
    if agency is None:
        raise Http404
    return agency
