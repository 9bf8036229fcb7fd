"""What the database itself refuses in a figure's column, whoever writes to it; and the totals it computes."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.db import DatabaseError, DataError, IntegrityError, connection, models, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreport.agencies.models import Agency, User
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.editions.numbers import COUNT_LIMIT
from govreport.editions.relations import with_totals
from govreport.reports.drafts import start
from govreport.reports.models import (
    APPLICANT_COLUMNS,
    OUTCOME_COLUMNS,
    ApplicationOutcome,
    DisclosureCount,
    DisputeOutcome,
    ProcessingFee,
    Report,
)
from govreport.years.models import ReportingYear

pytestmark = pytest.mark.django_db

# The table's columns, and how the names of their constraints begin.
Column = tuple[type[models.Model], str, str]

COUNTS: list[Column] = [
    (DisclosureCount, "count", "reports_disclosure"),
    *((ApplicationOutcome, column, "reports_applications") for column in APPLICANT_COLUMNS),
    *((DisputeOutcome, column, "reports_disputes") for column in OUTCOME_COLUMNS),
    (ProcessingFee, "notices_issued", "reports_fee"),
]
AMOUNTS: list[Column] = [
    (DisclosureCount, "amount", "reports_disclosure"),
    (ProcessingFee, "notices_amount", "reports_fee"),
    (ProcessingFee, "collected_amount", "reports_fee"),
]
TOTALS: list[type[models.Model]] = [ApplicationOutcome, DisputeOutcome]

EDITION = edition("2021")
FIGURES = st.none() | st.integers(0, COUNT_LIMIT)


def named(columns: list[Column]) -> pytest.MarkDecorator:
    ids = [f"{model.__name__}.{column}" for model, column, _ in columns]
    return pytest.mark.parametrize(("model", "column", "prefix"), columns, ids=ids)


@pytest.fixture(autouse=True)
def report(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """A draft with one blank row in each table of figures."""
    report = start(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=timezone.now())
    report.disclosure.all().delete()
    DisclosureCount.objects.create(report=report, item="licenses", measure="decisions")
    ApplicationOutcome.objects.create(report=report, row="granted")
    DisputeOutcome.objects.create(report=report, channel="reconsideration")
    return report


def write(model: type[models.Model], **literals: str) -> None:
    """UPDATE every row of a table by SQL, past forms and models."""
    table = connection.ops.quote_name(model._meta.db_table)
    changes = ", ".join(f"{connection.ops.quote_name(name)} = {text}" for name, text in literals.items())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {changes}")  # noqa: S608  # literals of this module


def held(model: type[models.Model], column: str) -> object:
    """What stands in the column of the one row, as the engine has it."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {connection.ops.quote_name(column)} FROM {table}")  # noqa: S608  # the same
        (value,) = cursor.fetchone()
    return value


@named(COUNTS + AMOUNTS)
@pytest.mark.parametrize("literal", ["-1", "1000000000000000000"])
def test_a_figure_out_of_range_is_refused(
    model: type[models.Model], column: str, prefix: str, literal: str
) -> None:
    before = held(model, column)

    # PostgreSQL's numeric(15, 6) cannot even hold 10**18.
    with pytest.raises((IntegrityError, DataError), match=f"{prefix}_{column}|numeric field overflow"):
        write(model, **{column: literal})

    assert held(model, column) == before


@named(COUNTS + AMOUNTS)
@pytest.mark.parametrize("literal", ["'abc'", "''", "'NaN'", "'1 2'"])
def test_a_word_is_refused(model: type[models.Model], column: str, prefix: str, literal: str) -> None:
    before = held(model, column)

    # PostgreSQL cannot read it as a number; SQLite, which takes anything, has the constraint.
    with pytest.raises((IntegrityError, DataError), match=f"{prefix}_{column}|invalid input syntax"):
        write(model, **{column: literal})

    assert held(model, column) == before


@named(COUNTS)
def test_a_count_is_never_broken(model: type[models.Model], column: str, prefix: str) -> None:
    before = held(model, column)

    with pytest.raises((IntegrityError, DataError), match=f"{prefix}_{column}|invalid input syntax"):
        write(model, **{column: "'1.5'"})

    assert held(model, column) == before


@named(COUNTS)
def test_a_broken_number_is_refused_or_stored_whole(
    model: type[models.Model], column: str, prefix: str
) -> None:
    """PostgreSQL assigns the numeric literal 1.5 to a bigint as 2, before any constraint sees it."""
    kept = 2 if connection.vendor == "postgresql" else held(model, column)

    if connection.vendor == "postgresql":
        write(model, **{column: "1.5"})
    else:
        with pytest.raises(IntegrityError, match=f"{prefix}_{column}"):
            write(model, **{column: "1.5"})

    assert held(model, column) == kept


@named(COUNTS)
@pytest.mark.parametrize("literal", ["0", "99999999"])
def test_a_count_at_its_limits_is_stored(
    model: type[models.Model], column: str, prefix: str, literal: str
) -> None:
    write(model, **{column: literal})

    assert held(model, column) == int(literal)


@named([column for column in COUNTS + AMOUNTS if column[0] is not ProcessingFee])
def test_a_figure_may_be_blank(model: type[models.Model], column: str, prefix: str) -> None:
    write(model, **{column: "5"})

    write(model, **{column: "NULL"})

    assert held(model, column) is None


@named(COUNTS)
def test_a_count_over_its_limit_by_one_is_refused(
    model: type[models.Model], column: str, prefix: str
) -> None:
    with pytest.raises(IntegrityError, match=f"{prefix}_{column}"):
        write(model, **{column: str(COUNT_LIMIT + 1)})


@named(AMOUNTS)
@pytest.mark.parametrize("literal", ["1.5", "999999999.999999"])
def test_an_amount_has_decimals(model: type[models.Model], column: str, prefix: str, literal: str) -> None:
    write(model, **{column: literal})

    assert Decimal(str(held(model, column))) == Decimal(literal)


@named(AMOUNTS)
def test_an_amount_of_a_thousand_million_is_refused(
    model: type[models.Model], column: str, prefix: str
) -> None:
    with pytest.raises((IntegrityError, DataError), match=f"{prefix}_{column}|numeric field overflow"):
        write(model, **{column: "1000000000"})


def test_only_the_change_of_2019_may_be_negative() -> None:
    write(DisclosureCount, measure="'items_change'", count="-99999999")

    assert held(DisclosureCount, "count") == -COUNT_LIMIT
    with pytest.raises(IntegrityError, match="reports_disclosure_count"):
        write(DisclosureCount, count="-100000000")
    with pytest.raises(IntegrityError, match="reports_disclosure_count"):
        write(DisclosureCount, measure="'decisions'")


def test_a_cell_is_a_count_or_an_amount_not_both() -> None:
    with pytest.raises(IntegrityError, match="reports_disclosure_count_or_amount"):
        write(DisclosureCount, count="1", amount="1")


@pytest.mark.parametrize("model", TOTALS)
def test_a_total_cannot_be_written(model: type[models.Model]) -> None:
    with pytest.raises(DatabaseError, match="total"):
        write(model, total="7")

    assert held(model, "total") is None


@pytest.mark.parametrize("model", TOTALS)
def test_a_total_is_blank_again_when_its_cells_are(model: type[models.Model]) -> None:
    column = APPLICANT_COLUMNS[0] if model is ApplicationOutcome else OUTCOME_COLUMNS[0]
    write(model, **{column: "0"})
    assert held(model, "total") == 0

    write(model, **{column: "NULL"})

    assert held(model, "total") is None


@settings(max_examples=20, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.fixed_dictionaries(dict.fromkeys(APPLICANT_COLUMNS, FIGURES)))
def test_the_total_of_applications_is_the_edition_s(report: Report, cells: Mapping[str, int | None]) -> None:
    ApplicationOutcome.objects.filter(report=report).update(**cells)

    assert held(ApplicationOutcome, "total") == _computed("applications", "granted", cells)


@settings(max_examples=20, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.fixed_dictionaries(dict.fromkeys(OUTCOME_COLUMNS, FIGURES)))
def test_the_total_of_disputes_is_the_edition_s(report: Report, cells: Mapping[str, int | None]) -> None:
    DisputeOutcome.objects.filter(report=report).update(**cells)

    assert held(DisputeOutcome, "total") == _computed("disputes", "reconsideration", cells)


def _computed(table: str, row: str, cells: Mapping[str, int | None]) -> object:
    figures = {Address(table, row, column): cell for column, cell in cells.items() if cell is not None}
    return with_totals(figures, EDITION).get(Address(table, row, "total"))
