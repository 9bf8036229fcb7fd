"""The rules of the checks as an authority has set them: read, and changed with a record of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from govreport.agencies.models import Agency, User
from govreport.audit.record import record
from govreport.checks.catalogue import levels_open_to
from govreport.checks.finding import Level
from govreport.checks.run import DECLARATIONS
from govreport.checks.subject import CheckSettings
from govreport.years.models import CheckRules

CHANGED = "check_rules.changed"


class NotOpen(ValueError):
    """A level that this code cannot have. Nothing was changed."""


class StaleRules(Exception):
    """Somebody changed the rules since they were opened. Nothing was changed."""


@dataclass(frozen=True)
class Rules:
    """The settings with the version that a change is based on."""

    settings: CheckSettings
    version: int


def rules_of(authority: Agency) -> Rules:
    """The rules for the agencies of an authority; as declared where it has set none."""
    rules = CheckRules.objects.filter(authority=authority).first()
    if rules is None:
        return Rules(CheckSettings(), version=0)
    levels = {code: Level(level) for code, level in rules.levels.items() if code in DECLARATIONS}
    return Rules(CheckSettings(levels, rules.overview_limit, rules.wrong_words), rules.version)


def change(authority: Agency, settings: CheckSettings, *, based_on: int, by: User, at: datetime) -> None:
    """Set the rules. Levels equal to the declared ones are left out. Raises NotOpen, StaleRules."""
    levels = _levels(settings.levels)
    values = {
        "levels": levels,
        "overview_limit": settings.overview_limit,
        "wrong_words": dict(settings.wrong_words),
    }
    with transaction.atomic():
        before = _values(rules_of(authority).settings)
        changed = {name: [before[name], value] for name, value in values.items() if before[name] != value}
        if not changed:
            return
        CheckRules.objects.get_or_create(authority=authority)
        rows = CheckRules.objects.filter(authority=authority, version=based_on)
        if not rows.update(version=F("version") + 1, **values):
            raise StaleRules
        record(CHANGED, actor=by, agency=authority, subject=f"check_rules:{authority.code}", at=at, **changed)


def _levels(chosen: Mapping[str, Level]) -> dict[str, str]:
    for code, level in chosen.items():
        if code not in DECLARATIONS or level not in levels_open_to(DECLARATIONS[code]):
            raise NotOpen(f"{code} 不能设为“{level}”")
    return {code: str(level) for code, level in chosen.items() if level is not DECLARATIONS[code].level}


def _values(settings: CheckSettings) -> dict[str, object]:
    return {
        "levels": {code: str(level) for code, level in settings.levels.items()},
        "overview_limit": settings.overview_limit,
        "wrong_words": dict(settings.wrong_words),
    }
