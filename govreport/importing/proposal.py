"""IMPORT 15 · A file read for a draft becomes a proposal; what is confirmed is saved like typed entries."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath

from django.db import transaction
from django.db.models import QuerySet, prefetch_related_objects

from govreport.agencies.models import User
from govreport.audit.record import record
from govreport.checks.finding import Result
from govreport.checks.run import run
from govreport.editions.cells import Content
from govreport.importing import kept
from govreport.importing.grid import Unreadable
from govreport.importing.labels import bare
from govreport.importing.limits import apart, read_safely
from govreport.importing.models import LONGEST_NAME, Proposal
from govreport.importing.offers import Fields, Offer, offers
from govreport.importing.reading import Reading
from govreport.importing.referring import with_references
from govreport.importing.workbooks import refuse_other, stamp_of
from govreport.rendering import interchange
from govreport.rendering.xlsx import TEMPLATE
from govreport.reports.forms import as_text
from govreport.reports.models import Report, Section
from govreport.reports.saving import Values, locked_for, save_section, stored
from govreport.workflow.permissions import editable_states
from govreport.workflow.subjects import facts_of, subject_of


class OpenMeanwhile(Exception):
    """A proposal is open that the person has not been told of. Nothing was stored."""


class NotOpen(Exception):
    """The proposal was confirmed, discarded or replaced meanwhile. Nothing was written."""


@dataclass(frozen=True)
class Upload:
    """A file as it was read for a report. `warnings` say in what it does not fit that report."""

    name: str
    sha256: str
    reading: Reading
    warnings: tuple[str, ...]


def examine(report: Report, name: str, data: bytes) -> Upload:
    """Read a file for a report; nothing is stored. Raises Unreadable, also for another report's template."""
    if PurePath(name).suffix.lower() == ".xlsx":
        _refuse_other_templates(report, data)
    found = read_safely(name, data)
    try:
        same = kept.from_json(kept.as_json(found))
    except interchange.Unreadable as error:
        raise Unreadable(f"文件中有格式不允许的内容（{error}）") from None
    shown = PurePath(name.replace("\\", "/")).name[-LONGEST_NAME:]
    digest = hashlib.sha256(data).hexdigest()
    return Upload(shown, digest, same, misfits(report, same.content))


def _refuse_other_templates(report: Report, data: bytes) -> None:
    """A template was made for one report; in another its figures would be last year's or somebody else's."""
    stamp = apart(stamp_of, data)
    if stamp is None or stamp.kind != TEMPLATE:
        return
    year, form = report.reporting_year.year, report.edition.key
    refusal = refuse_other(stamp, agency_code=report.agency.code, year=year, edition=form)
    if refusal:
        raise Unreadable(refusal)


def misfits(report: Report, content: Content) -> tuple[str, ...]:
    """In what a content is plainly not this report's: agency, year, edition; a sentence each."""
    return tuple(_misfits(report, content))


def _misfits(report: Report, content: Content) -> Iterator[str]:
    agency, year = report.agency, report.reporting_year.year
    if content.agency_name and not _is_called(content.agency_name, (agency.name, *facts_of(agency).names)):
        yield f"文件中的单位是“{content.agency_name}”，这份年报的单位是“{agency.name}”"
    if content.year and content.year != year:
        yield f"文件是 {content.year} 年的年报，这里填的是 {year} 年的年报"
    if content.edition != report.edition.key:
        yield (
            f"文件用的是 {content.edition} 年版格式，这份年报用 {report.edition.key} 年版格式，"
            "只能导入两种格式都有的格"
        )


def _is_called(seen: str, names: tuple[str, ...]) -> bool:
    """Whether a name is one of these, with or without the places above it: 山西省…泽州县自然资源局."""
    return any(bare(seen).endswith(bare(name)) or bare(name).endswith(bare(seen)) for name in names)


def open_proposals(report: Report) -> QuerySet[Proposal]:
    """The one proposal that waits for a decision, or none."""
    waiting = Proposal.objects.filter(report=report, state=Proposal.State.OPEN)
    return waiting.select_related("made_by")


def propose(
    report: Report, upload: Upload, *, by: User, at: datetime, replacing: int | None = None
) -> Proposal:
    """Keep what was read as the report's open proposal.

    `replacing` is the open proposal that the person was told of. Raises NotEditable, OpenMeanwhile.
    """
    with transaction.atomic():
        locked = locked_for(report.pk, editable_states(by, report))
        earlier = open_proposals(locked).first()
        if earlier is not None:
            if earlier.pk != replacing:
                raise OpenMeanwhile
            _decide(earlier, Proposal.State.DISCARDED, "proposal.replaced", by=by, at=at)
        made = Proposal.objects.create(
            report=locked,
            file_name=upload.name,
            sha256=upload.sha256,
            kept=kept.as_json(upload.reading),
            made_by=by,
            made_at=at,
        )
        _record("proposal.made", made, by=by, at=at)
    return made


def discard(proposal: Proposal, *, by: User, at: datetime) -> None:
    """Leave the draft as it is. Raises NotEditable, NotOpen."""
    with transaction.atomic():
        locked_for(proposal.report_id, editable_states(by, proposal.report))
        _decide(proposal, Proposal.State.DISCARDED, "proposal.discarded", by=by, at=at)


def confirm(
    proposal: Proposal,
    choices: Mapping[str, Values],
    *,
    by: User,
    at: datetime,
    based_on: Mapping[str, int],
) -> None:
    """Save what was chosen into the draft, all sections or none.

    `choices` are the cleaned values of whole sections, by key; `based_on` the versions that the person saw.
    Raises NotEditable, NotOpen, StaleVersion; then nothing was written and the proposal is still open.
    """
    with transaction.atomic():
        report = locked_for(proposal.report_id, editable_states(by, proposal.report))
        _decide(proposal, Proposal.State.CONFIRMED, "proposal.confirmed", by=by, at=at, saved=sorted(choices))
        for section in Section.objects.filter(report=report, key__in=choices).order_by("pk"):
            values, version = choices[section.key], based_on.get(section.key, -1)
            states = editable_states(by, report)
            save_section(section, values, based_on=version, by=by, at=at, editable=states)


def findings_of(report: Report, found: Reading, *, day: date) -> Result:
    """What the checks say of the file itself, wrong totals included, as if it were this report.

    A file made for figures alone (our template) is not asked for texts.
    """
    subject = subject_of(report, day=day, with_others=True)
    result = run(replace(subject, content=found.content, layout=found.layout))
    if found.layout is not None or found.content.narrative:
        return result
    return replace(result, findings=tuple(finding for finding in result.findings if finding.cells))


def offers_to(report: Report, found: Reading) -> tuple[Offer, ...]:
    """What a reading offers to the draft as it is stored now."""
    return offers(report.edition, fields_of(report), with_references(found, report))


def fields_of(report: Report) -> Fields:
    """What stands in the fields of a draft, as text, by section."""
    prefetch_related_objects([report], "disclosure", "applications", "disputes")
    fields = {}
    for section in Section.objects.filter(report=report).order_by("pk"):
        section.report = report
        fields[section.key] = {name: as_text(value) for name, value in stored(section).items()}
    return fields


def _decide(proposal: Proposal, state: str, action: str, *, by: User, at: datetime, **data: object) -> None:
    """Close an open proposal; of what was read only the audit trail and the draft keep anything."""
    waiting = Proposal.objects.filter(pk=proposal.pk, state=Proposal.State.OPEN)
    if not waiting.update(state=state, decided_by=by, decided_at=at, kept={}):
        raise NotOpen
    _record(action, proposal, by=by, at=at, **data)


def _record(action: str, proposal: Proposal, *, by: User, at: datetime, **data: object) -> None:
    report = proposal.report
    record(
        action,
        actor=by,
        agency=report.agency,
        subject=report.subject,
        at=at,
        state=report.state,
        file=proposal.file_name,
        sha256=proposal.sha256,
        **data,
    )
