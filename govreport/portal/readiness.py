"""Whether the site could do its work now: database, migrations, artifact store. Says yes or no, not why."""

import logging
from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from govreport.publishing import storage

logger = logging.getLogger(__name__)


def readiness() -> dict[str, bool]:
    """Each part by name, True when it can be used. The reason of a failure goes to the log only."""
    return {name: _passes(name, probe) for name, probe in PROBES.items()}


def _passes(name: str, probe: Callable[[], bool]) -> bool:
    try:
        ready = probe()
    except (Error, OSError) as error:
        logger.error("not ready: %s (%s)", name, type(error).__name__)
        return False
    if not ready:
        logger.error("not ready: %s", name)
    return ready


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() is not None


def _migrations() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


PROBES: dict[str, Callable[[], bool]] = {
    "database": _database,
    "migrations": _migrations,
    "storage": storage.is_ready,
}
