"""What the settings promise: headers, cookies, a deployment without warnings, and a key before serving."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

KEY = {"SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run our Python in a process of its own, with these settings in the environment."""
    clean = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "govreport.settings", **environment}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=clean, capture_output=True, text=True, check=False
    )


def test_every_page_carries_the_strict_policy(client: Client) -> None:
    headers = client.get("/accounts/login/").headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "unsafe" not in policy
    assert (headers["X-Frame-Options"], headers["Referrer-Policy"]) == ("DENY", "same-origin")


def test_a_deployment_over_https_has_nothing_to_complain_about() -> None:
    checked = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", HTTPS="1", **KEY)

    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(("environment", "starts"), [({}, False), (KEY, True)])
def test_serving_needs_a_key_of_its_own(environment: dict[str, str], starts: bool) -> None:
    started = python("-c", "import govreport.wsgi", **environment)

    assert (started.returncode == 0) == starts
    assert starts or "SECRET_KEY" in started.stderr


def test_migrate_alone_makes_the_table_of_the_cache(db: None) -> None:
    assert "cache" in connection.introspection.table_names()


def test_the_models_are_as_the_migrations_say(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
