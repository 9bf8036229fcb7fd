"""PUBLIC 11 · A published report as a page: the frozen content in the official form, with its files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreport.portal.access import publication_for
from govreport.portal.reading import report_page


@require_safe
def report(request: HttpRequest, code: str, year: int, version: int | None = None) -> HttpResponse:
    """The newest version, or the one asked for."""
    publication = publication_for(code, year, version=version)
    page = report_page(publication, pinned=version is not None)
    canonical = request.build_absolute_uri(page.canonical_href)
    return render(request, "portal/report.html", {"page": page, "canonical": canonical})
