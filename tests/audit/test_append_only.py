"""Rows of an append-only table can be neither changed nor removed, whatever the statement."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.migrations.state import ProjectState

from govreport.audit.append_only import AppendOnly
from govreport.audit.models import Entry
from tests.audit.entries import AT
from tests.audit.flushing import AS_IN_PRODUCTION

pytestmark = pytest.mark.django_db

STATEMENTS = [
    "UPDATE audit_entry SET action = 'forged'",
    "UPDATE audit_entry SET data = data",
    "DELETE FROM audit_entry",
]
COPY = "SELECT id, at, 'forged', subject, data FROM audit_entry"
OF_ITS_OWN = {
    "sqlite": [
        f"REPLACE INTO audit_entry (id, at, action, subject, data) {COPY}",
        f"INSERT OR REPLACE INTO audit_entry (id, at, action, subject, data) {COPY}",
        "UPDATE OR REPLACE audit_entry SET action = 'forged'",
        f"INSERT INTO audit_entry (id, at, action, subject, data) {COPY} WHERE true"
        " ON CONFLICT DO UPDATE SET action = 'forged'",
    ],
    "postgresql": [
        "TRUNCATE audit_entry",
        "TRUNCATE agencies_user CASCADE",
        f"INSERT INTO audit_entry (id, at, action, subject, data) OVERRIDING SYSTEM VALUE {COPY}"
        " ON CONFLICT (id) DO UPDATE SET action = 'forged'",
    ],
}


@pytest.fixture
def entry() -> Entry:
    entry = Entry.objects.create(at=AT, action="submit", subject="report:1", data={"version": 3})
    connection.check_constraints()  # PostgreSQL truncates nothing that still waits to be checked
    return entry


@pytest.mark.parametrize("statement", [*STATEMENTS, *OF_ITS_OWN[connection.vendor]])
def test_a_row_cannot_be_changed_replaced_or_removed(statement: str, entry: Entry) -> None:
    with (
        pytest.raises(IntegrityError, match="audit_entry is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert Entry.objects.values_list("pk", "action").get() == (entry.pk, "submit")


def test_rows_can_be_added(entry: Entry) -> None:
    Entry.objects.create(at=AT, action="approve", subject="report:1")

    assert Entry.objects.count() == 2


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def scratch(transactional_db: None) -> Iterator[str]:
    """A table with a unique pair of columns besides its key."""
    run("CREATE TABLE scratch (id integer PRIMARY KEY, a integer, b integer, c integer, UNIQUE (a, b))")
    run("INSERT INTO scratch VALUES (1, 1, 1, 1)")
    yield "scratch"
    run("DROP TABLE scratch")


def migrate(operation: AppendOnly, *, backwards: bool = False) -> None:
    apply = operation.database_backwards if backwards else operation.database_forwards
    with connection.schema_editor() as editor:
        apply("audit", editor, ProjectState(), ProjectState())


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite replaces rows unasked by the triggers on DELETE"
)
def test_a_row_cannot_be_replaced_by_another_unique_key(scratch: str) -> None:
    migrate(AppendOnly(scratch, unique=[("a", "b")]))

    with pytest.raises(IntegrityError, match="scratch is append-only"):
        run("REPLACE INTO scratch VALUES (2, 1, 1, 9)")
    run("INSERT INTO scratch VALUES (2, 1, 2, 9)")


def test_the_operation_can_be_repeated_and_taken_back(scratch: str) -> None:
    operation = AppendOnly(scratch)
    migrate(operation)
    migrate(operation)
    with pytest.raises(IntegrityError):
        run("DELETE FROM scratch")

    migrate(operation, backwards=True)

    run("DELETE FROM scratch")


@pytest.mark.django_db(transaction=True)
def test_only_the_flush_of_the_tests_empties_the_table(entry: Entry) -> None:
    with (
        patch.object(BaseDatabaseOperations, "execute_sql_flush", AS_IN_PRODUCTION),
        pytest.raises(CommandError),
    ):
        call_command("flush", interactive=False, inhibit_post_migrate=True)
    assert Entry.objects.count() == 1

    call_command("flush", interactive=False, inhibit_post_migrate=True)

    again = Entry.objects.create(at=AT, action="submit", subject="report:1")
    with pytest.raises(IntegrityError):
        again.delete()
