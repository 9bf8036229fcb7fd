"""A real browser on a live server: the windows of these tests, and the wire that nothing may trip."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.reports.drafts import start
from govreport.reports.models import Report
from govreport.years.models import ReportingYear
from tests.browser import launched
from tests.journeys.tripwire import Tripwire
from tests.journeys.windows import DESKTOP, Size, Window

NewWindow = Callable[..., Window]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them drive a browser, against a server that reads what the test has committed."""
    for item in items:
        if item.path.is_relative_to(os.path.dirname(__file__)):
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all journeys; closed after them, for other tests start one of their own."""
    with pytest.MonkeyPatch.context() as patch:
        # Playwright runs an event loop in this thread, although nothing here is asynchronous;
        # Django would refuse every query of a test because of it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with sync_playwright() as playwright:
            browser = launched(playwright)
            yield browser
            browser.close()


@pytest.fixture(autouse=True)
def tripwire() -> Iterator[Tripwire]:
    """Fails the test on anything that may happen on no page. `tripwire.allow(404)` expects one."""
    wire = Tripwire()
    yield wire
    assert wire.tripped == []


@pytest.fixture
def new_window(
    browser: Browser, live_server: LiveServer, tripwire: Tripwire, cast: dict[str, User]
) -> Iterator[NewWindow]:
    """Opens a window of a fresh browser, signed in as one of the cast; each has its own cookies."""
    contexts: list[BrowserContext] = []

    def open_window(person: str = "anonymous", *, size: Size = DESKTOP, script: bool = True) -> Window:
        context = browser.new_context(
            viewport=size, java_script_enabled=script, base_url=live_server.url, locale="zh-CN"
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        if person != "anonymous":
            sign_in_by_cookie(context, cast[person], live_server.url)
        page = context.new_page()
        tripwire.watch(page)
        return Window(page)

    yield open_window
    for context in contexts:
        context.close()


def sign_in_by_cookie(context: BrowserContext, user: User, url: str) -> None:
    """Give the browser a session, as if this person had signed in."""
    client = Client()
    client.force_login(user)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


@pytest.fixture
def page(new_window: NewWindow) -> Page:
    """A window in which nobody has signed in."""
    return new_window().page


@pytest.fixture
def bureau(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Agency:
    """泽州县自然资源局, with two clerks (clerk, stranger) and a supervisor; it has no report yet."""
    bureau: Agency = Agency.objects.add_child(
        county["yunxi"],
        instance=Agency(code="zezhou-zrzyj", name="泽州县自然资源局", kind=Agency.Kind.DEPARTMENT),
    )
    roles = {"clerk": Role.CLERK, "stranger": Role.CLERK, "supervisor": Role.SUPERVISOR}
    Membership.objects.filter(user__in=[cast[person] for person in roles]).delete()
    Membership.objects.bulk_create(
        Membership(user=cast[person], agency=bureau, role=role) for person, role in roles.items()
    )
    return bureau


@pytest.fixture
def report(bureau: Agency, cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """The draft of the bureau for 2023, as it is when it was just started."""
    return start(bureau, reporting_year, by=cast["clerk"], at=timezone.now())
