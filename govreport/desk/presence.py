"""Who has a section open for editing now: names with when they were last seen, in the cache, for a minute."""

from datetime import datetime

from django.core.cache import cache

from govreport.agencies.models import User
from govreport.reports.models import Section

GONE_AFTER = 60  # seconds; the page says every 20 that it is still open


def announce(section: Section, user: User, *, at: datetime) -> None:
    """Say that this person has the section open.

    Of two who say so in the same instant one may be forgotten; the next time, 20 seconds later, mends it.
    """
    seen = _seen(section, at)
    seen[user.pk] = (str(user), at.timestamp())
    cache.set(_key(section), seen, GONE_AFTER)


def others_in(section: Section, user: User, *, at: datetime) -> tuple[str, ...]:
    """The names of everybody else who has the section open."""
    return tuple(sorted(name for pk, (name, _) in _seen(section, at).items() if pk != user.pk))


def _seen(section: Section, at: datetime) -> dict[int, tuple[str, float]]:
    seen: dict[int, tuple[str, float]] = cache.get(_key(section)) or {}
    return {pk: item for pk, item in seen.items() if item[1] > at.timestamp() - GONE_AFTER}


def _key(section: Section) -> str:
    return f"presence:{section.pk}"
