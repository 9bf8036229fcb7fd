"""EDIT 3 · Saving a section: by its version, with its audit entry, in one transaction; else StaleVersion."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Sum

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.audit.record import record
from govreport.checks.shingles import RECIPE, Shingles
from govreport.editions.cells import Address
from govreport.editions.references import addressed, without_values, worded
from govreport.reports.entries import entries_of, write_entries
from govreport.reports.forms import as_text
from govreport.reports.models import Narrative, ProcessingFee, Report, Section, SectionKey, Signature, State
from govreport.reports.notes import place_of, stored_notes, write_notes

TABLES = {SectionKey.DISCLOSURE, SectionKey.APPLICATIONS, SectionKey.DISPUTES}

Values = Mapping[str, Any]


class StaleVersion(Exception):
    """Somebody saved the section since it was opened. Nothing was written."""


class NotEditable(Exception):
    """The report is in a state in which this person may not change it. Nothing was written."""


@dataclass(frozen=True)
class Change:
    """What one field held before and holds now, as text."""

    before: str
    now: str


def save_section(
    section: Section, values: Values, *, based_on: int, by: User, at: datetime, editable: Collection[str]
) -> int:
    """Store the cleaned values of a section and return its version.

    `based_on` is the version the person saw, `editable` the states in which this person may change the
    report. Values equal to what is stored are no change: the version stays, nobody is told of a conflict.
    Raises NotEditable, StaleVersion.
    """
    with transaction.atomic():
        locked_for(section.report_id, editable)
        section = Section.objects.select_related("report__reporting_year", "report__agency").get(
            pk=section.pk
        )
        before, values = stored(section), _as_read(section, values)
        changes = _changes(before, values)
        # Of what the page did not have, somebody may have added something that this person has not seen.
        if not changes and (based_on == section.version or before.keys() <= values.keys()):
            return section.version
        saved = Section.objects.filter(pk=section.pk, version=based_on).update(
            version=F("version") + 1, changed_at=at, changed_by=by
        )
        if not saved:
            raise StaleVersion
        WRITERS[section.key](section, values)
        _record(section, based_on + 1, changes, by=by, at=at)
    return based_on + 1


def _as_read(section: Section, values: Values) -> Values:
    """The values with every reference in their text by its name, also one that was typed by its address."""
    return {**values, "text": worded(values["text"], section.report.edition)} if "text" in values else values


def locked_for(report_id: int, editable: Collection[str]) -> Report:
    """The report under its row lock, for somebody who may change it in these states. Raises NotEditable."""
    rows = Report.objects.select_for_update(of=("self",)).select_related("agency", "reporting_year")
    report = rows.get(pk=report_id)
    if State(report.state) not in editable:
        raise NotEditable(report.state)
    return report


def revision_of(report: Report) -> int:
    """A number that grows with every save of any section of the report."""
    versions = Section.objects.filter(report=report).aggregate(total=Sum("version"))
    return int(versions["total"] or 0)


def stored(section: Section) -> dict[str, Any]:
    """The values of a section as they are stored, by field name; the initial values of its form.

    In a text the references to figures stand as people read them, here and in everything that is saved:
    form, comparison and audit trail know no other words.
    """
    report = section.report
    if section.key in TABLES:
        entries = entries_of(report, section.key)
        return {str(address): entry for address, entry in entries.items()} | stored_notes(section)
    if section.key == SectionKey.SIGNATURE:
        return {"name": report.signature.name, "date": report.signature.date}
    text = Narrative.objects.filter(report=report, part=section.key).values_list("text", flat=True).first()
    fee = report.processing_fee if section.key == SectionKey.OTHER_MATTERS else None
    return {"text": worded(text or "", report.edition)} | (
        {name: getattr(fee, name) for name in FEE_FIELDS} if fee else {}
    )


def meanwhile(section: Section, *, since: int) -> dict[str, Change]:
    """What was saved in a section after the version `since`, by field: first before, last now."""
    entries = AuditEntry.objects.filter(
        subject=section.report.subject, action=SAVED, data__section=section.key, data__version__gt=since
    ).order_by("pk")
    return first_and_last(entries)


def first_and_last(entries: Iterable[AuditEntry]) -> dict[str, Change]:
    """What the fields held before the first of these saves and hold since the last, where that differs."""
    changes: dict[str, Change] = {}
    for entry in entries:
        for name, (before, now) in entry.data["changes"].items():
            first = changes[name].before if name in changes else before
            changes[name] = Change(first, now)
    return {name: change for name, change in changes.items() if change.before != change.now}


SAVED = "section.saved"
FEE_FIELDS = ("notices_issued", "notices_amount", "collected_amount")


def _changes(before: Values, now: Values) -> dict[str, Change]:
    changes = {name: Change(as_text(before.get(name)), as_text(value)) for name, value in now.items()}
    return {name: change for name, change in changes.items() if change.before != change.now}


def _record(section: Section, version: int, changes: Mapping[str, Change], *, by: User, at: datetime) -> None:
    record(
        SAVED,
        actor=by,
        agency=section.report.agency,
        subject=section.report.subject,
        at=at,
        state=section.report.state,
        section=section.key,
        version=version,
        changes={name: [change.before, change.now] for name, change in changes.items()},
    )


def _write_table(section: Section, values: Values) -> None:
    entries = {name: entry for name, entry in values.items() if not place_of(name)}
    write_entries(section, {Address.parse(name): entry for name, entry in entries.items()})
    write_notes(section, values)


def _write_narrative(section: Section, values: Values) -> None:
    text = addressed(values["text"], section.report.edition)
    sample = Shingles.of(without_values(text)).packed
    Narrative.objects.update_or_create(
        report=section.report,
        part=section.key,
        defaults={"text": text, "shingles": sample, "recipe": RECIPE},
    )


def _write_other_matters(section: Section, values: Values) -> None:
    _write_narrative(section, values)
    ProcessingFee.objects.filter(report=section.report).update(**{name: values[name] for name in FEE_FIELDS})


def _write_signature(section: Section, values: Values) -> None:
    Signature.objects.filter(report=section.report).update(name=values["name"], date=values["date"])


WRITERS: dict[str, Callable[[Section, Values], None]] = {
    SectionKey.PREAMBLE: _write_narrative,
    SectionKey.OVERVIEW: _write_narrative,
    SectionKey.PROBLEMS: _write_narrative,
    SectionKey.OTHER_MATTERS: _write_other_matters,
    SectionKey.SIGNATURE: _write_signature,
    SectionKey.DISCLOSURE: _write_table,
    SectionKey.APPLICATIONS: _write_table,
    SectionKey.DISPUTES: _write_table,
}
