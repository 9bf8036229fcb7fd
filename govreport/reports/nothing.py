"""本年度无申请、无复议诉讼: zeros in 三 and 四, a sentence in 一, in one step; can be taken back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.audit.record import record
from govreport.editions.aspects import FIVE, Aspect, has_headings, join_overview, split_overview
from govreport.editions.cells import Address
from govreport.editions.numbers import Number, plain
from govreport.editions.schema import Edition
from govreport.reports.aspects import aspects_in
from govreport.reports.entries import Entries, Entry, entries_of
from govreport.reports.forms import TableForm
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import SAVED, TABLES, locked_for, save_section, stored

SENTENCE = "本年度未收到政府信息公开申请，没有因政府信息公开工作被申请行政复议、提起行政诉讼。"
BOX = "on_request"  # the aspect of part 一 that speaks of applications
EMPTY_TABLES = (SectionKey.APPLICATIONS, SectionKey.DISPUTES)
SECTIONS = (SectionKey.OVERVIEW, *EMPTY_TABLES)
DECLARED, TAKEN_BACK = "nothing.declared", "nothing.taken_back"


@dataclass(frozen=True)
class Obstacle:
    """A cell that speaks against it: what stands there, or what last year left over for it."""

    cell: Address
    name: str
    text: str
    from_last_year: bool = False


class SomethingToReport(Exception):
    """There is something to report after all; the obstacles say what. Nothing was written."""

    def __init__(self, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(len(obstacles))
        self.obstacles = obstacles


class NotToBeUndone(Exception):
    """One of the three sections was changed since, or nothing was declared. Nothing was written."""


def obstacles(form: Edition, entries: Entries, left_over: Mapping[Address, Number]) -> tuple[Obstacle, ...]:
    """What last year left over (`left_over`, by the cells of this year), and which entries are not 0."""
    cells = form.cells
    before = {cell: number for cell, number in left_over.items() if number and not _is_sum(cell, left_over)}
    last = [
        Obstacle(cell, f"{cells[cell].row_short} · {cells[cell].column_name}", plain(number), True)
        for cell, number in before.items()
    ]
    typed = [
        Obstacle(cell, cells[cell].name, entry.text)
        for cell, entry in entries.items()
        if entry.text not in ("", "0") and cell not in before
    ]
    return (*last, *typed)


def _is_sum(cell: Address, figures: Mapping[Address, Number]) -> bool:
    """Whether a total only adds up what other cells of its row say already."""
    others = (one for one in figures if (one.table, one.row) == (cell.table, cell.row) and one != cell)
    return cell.column == "total" and any(figures[one] for one in others)


def declare(
    report: Report,
    *,
    left_over: Mapping[Address, Number],
    by: User,
    at: datetime,
    editable: Collection[str],
) -> None:
    """Fill the blanks of tables 三 and 四 with 0 and see to the sentence in part 一, all or nothing.

    What stands anywhere is left as it is. Raises NotEditable, SomethingToReport.
    """
    with transaction.atomic():
        report = locked_for(report.pk, editable)
        entries = {cell: one for table in EMPTY_TABLES for cell, one in entries_of(report, table).items()}
        found = obstacles(report.edition, entries, left_over)
        if found:
            raise SomethingToReport(found)
        versions, saved = {}, []
        for key, section in _sections(report).items():
            values = _declared(section)
            versions[key] = save_section(
                section, values, based_on=section.version, by=by, at=at, editable=editable
            )
            if versions[key] != section.version:
                saved.append(key)
        if saved:
            _record(DECLARED, report, by, at, versions=versions, saved=saved)


def declaration(report: Report) -> AuditEntry | None:
    """The step that can be taken back: none of the three sections was changed since."""
    steps = AuditEntry.objects.filter(subject=report.subject, action__in=(DECLARED, TAKEN_BACK))
    step = steps.select_related("actor").order_by("-pk").first()
    if step is None or step.action == TAKEN_BACK:
        return None
    now = Section.objects.filter(report=report, key__in=SECTIONS).values_list("key", "version")
    return step if dict(now) == step.data["versions"] else None


def take_back(report: Report, *, by: User, at: datetime, editable: Collection[str]) -> None:
    """Restore exactly what stood there before. Raises NotEditable, NotToBeUndone."""
    with transaction.atomic():
        report = locked_for(report.pk, editable)
        step = declaration(report)
        if step is None:
            raise NotToBeUndone
        for key, section in _sections(report).items():
            if key in step.data["saved"]:
                values = stored(section) | _before(section)
                save_section(section, values, based_on=section.version, by=by, at=at, editable=editable)
        _record(TAKEN_BACK, report, by, at, declared=step.pk)


def with_sentence(text: str, aspects: Sequence[Aspect]) -> str:
    """The text of part 一 with the sentence under the heading of applications, which it gets if it has none.

    What stands in the box of that aspect under a heading of its own, （三）政策解读, comes behind it.
    """
    if SENTENCE in text:
        return text
    boxes = split_overview(text, aspects)
    lines = boxes[BOX].split("\n") if boxes[BOX] else []
    end = next((place for place, line in enumerate(lines) if place and has_headings(line)), len(lines))
    return join_overview(boxes | {BOX: "\n".join([*lines[:end], SENTENCE, *lines[end:]])}, aspects)


def _sections(report: Report) -> dict[str, Section]:
    sections = Section.objects.filter(report=report, key__in=SECTIONS).order_by("pk")
    for section in sections:
        section.report = report
    return {section.key: section for section in sections}


def _declared(section: Section) -> dict[str, Any]:
    values = stored(section)
    if section.key not in TABLES:
        return values | {"text": with_sentence(values["text"], aspects_in(section.report) or FIVE)}
    return {name: Entry(0) if entry == Entry() else entry for name, entry in values.items()}


def _before(section: Section) -> dict[str, Any]:
    """What the newest save of a section replaced, as values."""
    saves = AuditEntry.objects.filter(
        subject=section.report.subject, action=SAVED, data__section=section.key, data__version=section.version
    )
    texts = {name: before for name, (before, _) in saves.get().data["changes"].items()}
    if section.key not in TABLES:
        return texts
    form = TableForm(section.report.edition, section.key, texts)
    return {name: form.fields[name].clean(text) for name, text in texts.items()}


def _record(action: str, report: Report, by: User, at: datetime, **data: object) -> None:
    told = {"state": report.state, **data}
    record(action, actor=by, agency=report.agency, subject=report.subject, at=at, **told)
