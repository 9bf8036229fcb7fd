"""One agency: how to reach it, its reports by year, its key figures over the years."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreport.agencies.models import Agency
from govreport.portal.access import agency_for, newest_versions
from govreport.portal.figures import key_figures
from govreport.portal.pages import AgencyPage
from govreport.portal.reading import downloads, report_line


@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """The agency and all it has published."""
    return render(request, "portal/agency.html", {"page": _page(agency_for(code))})


def _page(agency: Agency) -> AgencyPage:
    found = newest_versions().filter(agency=agency).select_related("agency").prefetch_related("artifacts")
    publications = list(found.order_by("-year"))
    return AgencyPage(
        name=agency.name,
        contact=_contact(agency),
        reports=tuple(report_line(one, downloads=downloads(one, pinned=False)) for one in publications),
        figures=key_figures([one.content for one in publications]) if publications else None,
    )


def _contact(agency: Agency) -> tuple[tuple[str, str], ...]:
    lines = (
        ("公开工作机构", agency.office),
        ("办公地址", agency.address),
        ("邮政编码", agency.postcode),
        ("联系电话", agency.telephone),
        ("电子邮箱", agency.email),
    )
    return tuple((label, value) for label, value in lines if value)
