"""What every test may ask for, and which tests run on which database engine."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from pytest_django import Settings

from govreport.agencies.models import Agency, User
from govreport.rendering import drafts
from govreport.rendering.interchange import fingerprint
from govreport.rendering.renderers import RENDERERS
from govreport.reports.drafts import start
from govreport.reports.models import Report
from govreport.years.models import ReportingYear
from tests import people
from tests.audit.flushing import flush_past_the_triggers
from tests.drafts import NOW

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}

# What would be slow, or would leave this process.
FOR_TESTS = {
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "WHITENOISE_AUTOREFRESH": True,  # nothing is collected
    "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run only what uses the database: the rest ran on SQLite."""
    if os.environ.get("GOVREPORT_TEST_ENGINE") != "postgresql":
        return
    kept = [item for item in items if _uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have counted, for whoever reads the log."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.line(f"{name}: {value}")


def _uses_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    marked = any(item.get_closest_marker(name) for name in ("django_db", "journey"))
    return marked or bool(fixtures & DATABASE_FIXTURES)


@pytest.fixture(scope="session", autouse=True)
def settings_for_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    artifacts = tmp_path_factory.mktemp("artifacts")
    with override_settings(**FOR_TESTS, ARTIFACTS_DIR=artifacts), flush_past_the_triggers():
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """The limits of sign-in count there."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A SQLite file of its own for each process: two runs in one checkout do not meet."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture
def county(db: None) -> dict[str, Agency]:
    """The agencies of 云溪县, and of 河口县 next to it, by code."""
    return people.make_county()


@pytest.fixture
def cast(county: dict[str, Agency]) -> dict[str, User]:
    """clerk, supervisor, stranger, authority, foreign_authority, admin."""
    return people.make_cast(county)


@pytest.fixture
def client_of(cast: dict[str, User]) -> Callable[[str], Client]:
    """A browser without script in which this person has signed in; "anonymous" is nobody."""

    def sign_in(person: str) -> Client:
        client = Client()
        if person != "anonymous":
            client.force_login(cast[person])
        return client

    return sign_in


@pytest.fixture
def reporting_year(county: dict[str, Agency]) -> ReportingYear:
    """The campaign of 云溪县 for the reports on 2023."""
    return people.make_reporting_year(county["yunxi-gov"])


@pytest.fixture
def draft(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """The report of 云溪县林业局 for 2023, just started by its clerk."""
    return start(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)


@pytest.fixture(autouse=True)
def artifact_store(tmp_path: Path, settings: Settings) -> Path:
    """An empty store for each test."""
    settings.ARTIFACTS_DIR = tmp_path / "artifacts"
    return tmp_path / "artifacts"


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that costs nothing: it holds only the fingerprint. Its look is tested in tests/rendering."""
    quick = replace(
        RENDERERS["pdf"],
        render=lambda content, mark="", /: b"%PDF-1.7 " + f"{fingerprint(content)}{mark}".encode(),
    )
    monkeypatch.setitem(RENDERERS, "pdf", quick)
    monkeypatch.setattr(drafts, "pdf", quick.render)
