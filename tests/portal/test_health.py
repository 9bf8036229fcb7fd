"""Alive and ready."""

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from govreport.portal import readiness

READY = {"database": True, "migrations": True, "storage": True}


def test_alive_asks_no_database(
    client: Client, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_ready_names_every_part(client: Client, db: None) -> None:
    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, READY)
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_store_that_cannot_be_made_is_not_ready(
    client: Client, db: None, tmp_path: Path, settings: Settings
) -> None:
    (tmp_path / "file").write_text("no folder")
    settings.ARTIFACTS_DIR = tmp_path / "file" / "artifacts"

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, READY | {"storage": False})


def test_migrations_to_be_run_are_not_ready(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *arguments: [("a migration", False)])

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, READY | {"migrations": False})


def test_a_database_that_is_gone_is_not_ready_and_tells_nothing(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: Any) -> bool:
        raise OperationalError("password of db.internal is wrong")

    monkeypatch.setitem(readiness.PROBES, "database", refuse)

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, READY | {"database": False})
