"""Where the benchmarks play: a folder that goes away, with database, artifacts, collected static files."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connections

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "GOVREPORT_BENCHMARK_FOLDER"
OURS = (
    "DEBUG",
    "GOVREPORT_DEMO",
    "HTTPS",
    "SECRET_KEY_FILE",
    "CSRF_TRUSTED_ORIGINS",
    "ALLAUTH_TRUSTED_PROXY_COUNT",
    "GUNICORN_CMD_ARGS",
    "WEB_CONCURRENCY",
)


@contextmanager
def stage() -> Iterator[Path]:
    """The folder, with Django set up on it, also for the processes started from here."""
    with tempfile.TemporaryDirectory(prefix="govreport-benchmark-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _set_environment(folder)
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        try:
            yield folder
        finally:
            connections.close_all()


def _set_environment(folder: Path) -> None:
    """The same for everybody who measures, whatever the caller has set."""
    for name in OURS:
        os.environ.pop(name, None)
    os.environ |= {
        FOLDER: str(folder),
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'benchmark.sqlite3'}",
        "ARTIFACTS_DIR": str(folder / "artifacts"),
        "SECRET_KEY": "only-for-this-benchmark-" * 3,
        "ALLOWED_HOSTS": "127.0.0.1",
        "LOG_LEVEL": "WARNING",
    }
