"""The pages for what went wrong: one sentence each that says what to do now; a script gets a code."""

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from govreport.agencies.refusals import Refusal, by_script, refused


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400. The request may be nonsense throughout, so nothing of it is looked at but what it takes."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent) and by_script(request):
        return refused(Refusal.TOO_LARGE)
    return HttpResponse(render_to_string("portal/bad_request.html"), status=HTTPStatus.BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, but not for this."""
    if by_script(request):
        return refused(Refusal.NOT_ALLOWED)
    return render(request, "403.html", status=HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that was open too long, or a browser without cookies. `reason` is for developers."""
    if by_script(request):
        return refused(Refusal.CSRF)
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: not there, or not for this person."""
    if by_script(request):
        return refused(Refusal.NOT_FOUND)
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Made without the request: to ask who is signed in would use the database, which may be gone."""
    return HttpResponse(render_to_string("500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503: published, but the file cannot be read now."""
    response = render(request, "portal/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    add_never_cache_headers(response)
    return response
