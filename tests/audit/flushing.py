"""Emptying the tables between transactional tests, although some tables refuse it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db.backends.base.operations import BaseDatabaseOperations

Flush = Callable[[BaseDatabaseOperations, Iterable[str]], None]

AS_IN_PRODUCTION: Flush = BaseDatabaseOperations.execute_sql_flush


@contextmanager
def flush_past_the_triggers() -> Iterator[None]:
    """Let Django's test flush empty append-only tables; nothing else can, in tests or in production.

    After a transactional test Django truncates or deletes from every table: one transaction, built by
    `execute_sql_flush`. Here that transaction sets the triggers aside first and puts them back at its end.
    """
    with patch.object(BaseDatabaseOperations, "execute_sql_flush", _flush_past_the_triggers):
        yield


def _flush_past_the_triggers(operations: BaseDatabaseOperations, statements: Iterable[str]) -> None:
    before, after = _ASIDE[operations.connection.vendor](operations)
    AS_IN_PRODUCTION(operations, [*before, *statements, *after])


def _on_postgresql(operations: BaseDatabaseOperations) -> tuple[list[str], list[str]]:
    # Triggers do not fire for a replica. LOCAL: until the end of this transaction.
    return ["SET LOCAL session_replication_role = replica"], []


def _on_sqlite(operations: BaseDatabaseOperations) -> tuple[list[str], list[str]]:
    with operations.connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'append_only_%'"
        )
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]


_ASIDE = {"postgresql": _on_postgresql, "sqlite": _on_sqlite}
