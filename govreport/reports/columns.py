"""Column types of figures: what the database itself refuses, and the totals it computes."""

from collections.abc import Sequence
from functools import reduce
from operator import add, and_

from django.db import models
from django.db.models import Case, CheckConstraint, F, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from govreport.editions.numbers import COUNT_LIMIT


def count_check(column: str, name: str, *, negative: Q | None = None) -> CheckConstraint:
    """A whole number from 0 to 99,999,999, or blank; below 0 only where `negative` holds.

    The cast is for SQLite, whose columns would take 1.5 and 'abc'.
    """
    whole = Q(**{column: Cast(F(column), models.BigIntegerField())})
    within = Q(**{f"{column}__gte": 0, f"{column}__lte": COUNT_LIMIT})
    if negative is not None:
        within |= negative & Q(**{f"{column}__gte": -COUNT_LIMIT, f"{column}__lte": COUNT_LIMIT})
    return CheckConstraint(condition=Q(**{column: None}) | (whole & within), name=name)


def amount_check(column: str, name: str) -> CheckConstraint:
    """A decimal number from 0 below a thousand million, or blank.

    The cast is for SQLite, whose columns would take 'abc'.
    """
    number = Q(**{column: Cast(F(column), models.DecimalField(max_digits=15, decimal_places=6))})
    within = Q(**{f"{column}__gte": 0, f"{column}__lt": 1_000_000_000})
    return CheckConstraint(condition=Q(**{column: None}) | (number & within), name=name)


def sum_of(columns: Sequence[str]) -> models.GeneratedField:
    """The sum of columns, computed by the database; blank when all of them are blank."""
    all_blank = reduce(and_, (Q(**{column: None}) for column in columns))
    parts: list[Combinable] = [Coalesce(F(column), Value(0)) for column in columns]
    added = reduce(add, parts)
    return models.GeneratedField(
        expression=Case(When(all_blank, then=None), default=added),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
