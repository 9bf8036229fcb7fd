"""The moment at which the entries of these tests are made."""

from datetime import UTC, datetime

AT = datetime(2024, 1, 15, 2, 30, tzinfo=UTC)
