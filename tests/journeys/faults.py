"""Faults on the way to the server, injected in the browser: what a clerk's connection really does."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Error, Page, Request, Route

from tests.journeys.tripwire import Tripwire

Handler = Callable[[Route], None]


def is_save(request: Request) -> bool:
    """The script's save, or its question how the section stands."""
    return request.headers.get("accept") == "application/json" and "/desk/reports/" in request.url


@contextmanager
def injected(page: Page, fault: Handler) -> Iterator[None]:
    """While this lasts, saves meet the fault; everything else goes through."""

    def handle(route: Route) -> None:
        if is_save(route.request):
            fault(route)
        else:
            route.fallback()

    page.route("**/desk/reports/**", handle)
    try:
        yield
    finally:
        with suppress(Error):  # the page may have crashed
            page.unroute("**/desk/reports/**", handle)


def gone(route: Route) -> None:
    """No server."""
    route.abort("connectionrefused")


def lost(route: Route) -> None:
    """The server does it, and its answer never arrives."""
    route.fetch()
    route.abort("connectionreset")


def hanging(route: Route) -> None:
    """The server takes it and says nothing; the page gives up by itself."""


def answering(tripwire: Tripwire, status: int, code: str = "", message: str = "") -> Handler:
    """The server, or something before it, answers with this status; `code` as our own refusals have one."""
    tripwire.inject(status)
    body = json.dumps({"code": code, "message": message}) if code else "<html>no</html>"
    kind = "application/json" if code else "text/html"

    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type=kind)

    return answer


def crash(page: Page) -> None:
    """The browser dies with the page: nothing more is sent, no script runs."""
    with suppress(Error):  # that it crashed
        page.goto("chrome://crash", timeout=5_000)
