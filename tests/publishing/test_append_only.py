"""What is published can be neither changed nor removed by any statement."""

import pytest
from django.db import IntegrityError, connection, transaction

from govreport.agencies.models import Agency
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from tests.contents import filled
from tests.drafts import NOW

pytestmark = pytest.mark.usefixtures("quick_pdf")

TABLES = {
    "publishing_publication": "title",
    "publishing_artifact": "sha256",
    "publishing_figure": "column",
}
STATEMENTS = ["UPDATE {table} SET \"{column}\" = 'forged'", "DELETE FROM {table}"]
OF_ITS_OWN = {
    "sqlite": [
        "REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "UPDATE OR REPLACE {table} SET \"{column}\" = 'forged'",
    ],
    "postgresql": ["TRUNCATE {table} CASCADE"],
}


@pytest.fixture
def publication(county: dict[str, Agency]) -> Publication:
    content = filled("2021", {"applications.granted.natural_person": 8})
    published = release(content, agency=county["yunxi-lyj"], by=None, at=NOW)
    connection.check_constraints()  # PostgreSQL truncates nothing that still waits to be checked
    return published


def rows(table: str) -> list[tuple[object, ...]]:
    """All rows of a table as they stand."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name from this file
        return list(cursor.fetchall())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", [*STATEMENTS, *OF_ITS_OWN[connection.vendor]])
def test_a_published_row_cannot_be_changed_replaced_or_removed(
    publication: Publication, table: str, statement: str
) -> None:
    before = rows(table)

    with (
        pytest.raises(IntegrityError, match="is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table=table, column=TABLES[table]))

    assert before
    assert rows(table) == before


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has REPLACE")
def test_a_version_cannot_be_replaced_by_another_with_its_number(publication: Publication) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE other AS SELECT * FROM publishing_publication")
        cursor.execute("UPDATE other SET id = id + 1, title = 'forged'")

        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            cursor.execute("REPLACE INTO publishing_publication SELECT * FROM other")

    assert Publication.objects.get().title == publication.title
