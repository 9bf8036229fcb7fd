"""EDIT 3 · One attempt to save a section from what was typed, and what came of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.forms import Form
from django.http import QueryDict

from govreport.agencies.models import User
from govreport.desk.editor import form_for
from govreport.desk.last_year_text import with_copied
from govreport.desk.text_fields import by_field
from govreport.reports.forms import EntryField
from govreport.reports.models import Section, State
from govreport.reports.saving import Change, NotEditable, StaleVersion, meanwhile, save_section
from govreport.workflow.permissions import editable_states

REMEMBERED = 60 * 60  # seconds in which the answer to a save can be lost and asked for again
MARK = re.compile(r"[0-9a-f-]{8,64}")
MOST_MARKS = 30


@dataclass(frozen=True)
class Saved:
    """It is stored as this version."""

    version: int


@dataclass(frozen=True)
class Invalid:
    """Nothing was stored: the form says what cannot be taken. `based_on` is the version it goes on from."""

    form: Form
    based_on: int


@dataclass(frozen=True)
class Stale:
    """Nothing was stored: others saved meanwhile."""

    form: Form
    changes: Mapping[str, Change]


@dataclass(frozen=True)
class Locked:
    """Nothing was stored: the report is in a state in which this person may not change it."""

    form: Form
    state: State


@dataclass(frozen=True)
class OtherPerson:
    """Nothing was stored: somebody else has signed in since the page was opened."""

    form: Form


Outcome = Saved | Invalid | Stale | Locked | OtherPerson


def attempt(section: Section, data: QueryDict, *, by: User, at: datetime) -> Outcome:
    """Save what was typed, with 0 in the blanks when `action` says fill_zero.

    `copy` asks for a paragraph of last year's text behind what was typed. `mark` names the attempt,
    `unanswered` those before whose answers never arrived: when one of them was stored after all, this one
    goes on from it. `writer` is whoever opened the page.
    """
    data = with_copied(section, data)
    typed = form_for(section, data)
    if not is_writer(data, by):
        return OtherPerson(typed)
    form = form_for(section, _with_zeros(typed, data)) if data.get("action") == "fill_zero" else typed
    based_on = version_in(data)
    if not typed.is_valid() or not form.is_valid():
        return Invalid(typed, based_on)
    based_on = _stored_unanswered(section, data, based_on, by)
    try:
        version = save_section(
            section,
            form.cleaned_data,
            based_on=based_on,
            by=by,
            at=at,
            editable=editable_states(by, section.report),
        )
    except StaleVersion:
        return _stale(section, data, meanwhile(section, since=based_on))
    except NotEditable as refusal:
        return Locked(typed, State(refusal.args[0]))
    _remember(section, data, version, by)
    return Saved(version)


def _stale(section: Section, data: QueryDict, saved: Mapping[str, Change]) -> Stale:
    """With a field for everything that others saved, also where the page of this person has none for it."""
    changes = by_field(form_for(section, data), saved)
    form = form_for(section, dict.fromkeys(changes, "") | data.dict())
    form.is_valid()
    return Stale(form, changes)


def is_writer(data: QueryDict, user: User) -> bool:
    """Whether the page was opened by this person; a form that does not say is taken at its word."""
    return data.get("writer", str(user.pk)) == str(user.pk)


def version_in(data: QueryDict) -> int:
    """The version the person saw; one that never was when the field was tampered with."""
    text = data.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def _with_zeros(form: Form, data: QueryDict) -> QueryDict:
    """What was typed, with 0 in every cell left blank."""
    filled = data.copy()
    for name, field in form.fields.items():
        if isinstance(field, EntryField) and not data.get(name, "").strip():
            filled[name] = "0"
    return filled


def _stored_unanswered(section: Section, data: QueryDict, based_on: int, by: User) -> int:
    """The version that unanswered attempts of this very page have made of `based_on`; else `based_on`."""
    marks = [mark for mark in data.get("unanswered", "").split(",") if MARK.fullmatch(mark)]
    keys = [_key(section, mark, by) for mark in marks[-MOST_MARKS:]]
    stored = cache.get_many(keys).values() if keys else ()
    return max((after for before, after in stored if before == based_on), default=based_on)


def _remember(section: Section, data: QueryDict, version: int, by: User) -> None:
    mark = data.get("mark", "")
    if MARK.fullmatch(mark):
        cache.set(_key(section, mark, by), (version_in(data), version), REMEMBERED)


def _key(section: Section, mark: str, by: User) -> str:
    return f"attempt:{section.pk}:{by.pk}:{mark}"
