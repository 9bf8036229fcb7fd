"""Anyone uploads a report file and reads what was found in it. Nothing is stored, nothing is logged."""

from http import HTTPStatus

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from govreport.importing.limits import LARGEST_FILE
from govreport.portal.check_form import CheckForm, InMemory
from govreport.portal.checking import Refused, check_file

LARGEST_REQUEST = 2 * LARGEST_FILE + 1024 * 1024
_TAKEN = 1024 * 1024


@csrf_exempt  # the token is asked for below, when it is settled what becomes of the files
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form; with a file the page of what was found. Size and rate are judged before the body is read."""
    if request.method == "POST":
        if _announced(request) > LARGEST_REQUEST:
            return _too_large(request)
        if not ratelimit.consume(request, action="check"):
            return render(request, "portal/too_many.html", status=HTTPStatus.TOO_MANY_REQUESTS)
        request.upload_handlers = [InMemory(request)]
    return _answer(request)


@csrf_protect
def _answer(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST, request.FILES) if request.method == "POST" else CheckForm()
    if form.is_valid():
        try:
            page = check_file(form.cleaned_data["report"], previous=form.cleaned_data["previous"])
        except Refused as refused:
            form.add_error(refused.field, str(refused))
        else:
            return render(request, "portal/checked.html", {"page": page})
    return render(request, "portal/check.html", {"form": form})


def _too_large(request: HttpRequest) -> HttpResponse:
    """413. Somewhat too much is taken and thrown away: a browser that cannot send on shows no answer."""
    left = min(_announced(request), 4 * LARGEST_REQUEST)
    while left > 0 and (taken := len(request.read(_TAKEN))):
        left -= taken
    return render(request, "portal/too_large.html", status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _announced(request: HttpRequest) -> int:
    """The length of the body by its header; a body without one is not read at all."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0
