"""The front page of the portal: search, newest reports, agencies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreport.portal.listing import home_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The lists, or with `?q=` what was found."""
    return render(request, "portal/home.html", {"page": home_page(request.GET.get("q", ""))})
