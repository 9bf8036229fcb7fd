"""A migration operation that makes the rows of a table final: triggers refuse to change or remove them."""

from collections.abc import Iterable, Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class AppendOnly(Operation):
    """Install triggers on `table` that refuse UPDATE and DELETE; on PostgreSQL TRUNCATE too.

    SQLite replaces rows (INSERT OR REPLACE) without firing the triggers on DELETE: there an INSERT is
    refused that repeats the key, or one of the sets of columns in `unique`.

    SQLite drops the triggers when a migration rebuilds the table: every later migration that alters
    the table ends with this operation again. It may be repeated.
    """

    reduces_to_sql = False
    reversible = True

    def __init__(self, table: str, unique: Iterable[Sequence[str]] = (), key: str = "id") -> None:
        self.table = table
        self.unique = [list(columns) for columns in unique]
        self.key = key

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Triggers are no part of the models."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Install the triggers, in the place of those that are there."""
        vendor = schema_editor.connection.vendor
        for statement in [*self._removal(vendor), *INSTALL[vendor](self)]:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the triggers."""
        for statement in self._removal(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        """One line for the output of `migrate`."""
        return f"Refuse to change or remove rows of {self.table}"

    @property
    def migration_name_fragment(self) -> str:
        """What `makemigrations` would call a migration of this."""
        return f"append_only_{self.table}"

    def trigger(self, event: str) -> str:
        """The name of the trigger on one kind of statement."""
        return f"append_only_{self.table}_{event.lower()}"

    def _removal(self, vendor: str) -> list[str]:
        if vendor == "sqlite":
            return [f'DROP TRIGGER IF EXISTS "{self.trigger(event)}"' for event in SQLITE_EVENTS]
        return [
            *(
                f'DROP TRIGGER IF EXISTS "{self.trigger(event)}" ON "{self.table}"'
                for event in POSTGRESQL_EVENTS
            ),
            f'DROP FUNCTION IF EXISTS "{self.trigger("refuse")}"()',
        ]


SQLITE_EVENTS = ("UPDATE", "DELETE", "INSERT")
POSTGRESQL_EVENTS = ("UPDATE", "DELETE", "TRUNCATE")


def _for_sqlite(operation: AppendOnly) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{operation.table} is append-only'); END"
    table = f'"{operation.table}"'
    repeated = " OR ".join(_exists(table, columns) for columns in [[operation.key], *operation.unique])
    conditions = {"UPDATE": "", "DELETE": "", "INSERT": f"WHEN {repeated} "}
    return [
        f'CREATE TRIGGER "{operation.trigger(event)}" BEFORE {event} ON {table} {conditions[event]}{refuse}'
        for event in SQLITE_EVENTS
    ]


def _exists(table: str, columns: list[str]) -> str:
    same = " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)
    return f"EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - names out of a migration


def _for_postgresql(operation: AppendOnly) -> list[str]:
    function = f'"{operation.trigger("refuse")}"'
    # restrict_violation: Django raises IntegrityError, as on SQLite.
    return [
        f"""CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{operation.table} is append-only' USING ERRCODE = 'restrict_violation';
        END $$""",
        *(
            f'CREATE TRIGGER "{operation.trigger(event)}" BEFORE {event} ON "{operation.table}" '
            f"FOR EACH {'STATEMENT' if event == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION {function}()"
            for event in POSTGRESQL_EVENTS
        ),
    ]


INSTALL = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}
