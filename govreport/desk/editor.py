"""Putting the editor's page together: the section's form or grid, its findings, the navigator."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.checks.finding import Finding
from govreport.checks.listing import not_assessable_lines
from govreport.checks.subject import Subject
from govreport.desk.finding_lines import finding_groups, listing, unplaced
from govreport.desk.finding_pages import Attempted
from govreport.desk.grid_notes import grid_notes, with_notes
from govreport.desk.grid_pages import GridPage
from govreport.desk.grids import grid_page
from govreport.desk.last_year import last_year_of
from govreport.desk.navigator import navigator_of
from govreport.desk.pages import EditorPage, ReportHeader, StaleChange, StaleNotice, Writer
from govreport.desk.remarks import reopened
from govreport.desk.starting import sourced, start_panels
from govreport.desk.text_fields import text_form, typed_in
from govreport.desk.text_pages import text_page
from govreport.desk.writing import writing_of
from govreport.editions.cells import Address
from govreport.reports.entries import Entry, entries_of
from govreport.reports.forms import EntryField, SignatureForm, TableForm, as_text
from govreport.reports.locked import locked_cells
from govreport.reports.models import Report, Section, SectionKey, State
from govreport.reports.notes import stored_notes
from govreport.reports.saving import TABLES, Change, stored
from govreport.workflow.judging import judge
from govreport.workflow.subjects import COMPARED_PARTS, is_awaited
from govreport.years.campaign import deadline_of


def form_for(section: Section, data: Mapping[str, Any] | None = None) -> Form:
    """The form of a section: filled with what is stored, or bound to what was typed."""
    key = SectionKey(section.key)
    if key in TABLES:
        return TableForm(section.report.edition, key, data, notes=stored_notes(section))
    initial = stored(section)
    if key == SectionKey.SIGNATURE:
        return SignatureForm(data, initial)
    return text_form(section.report, key, data, initial)


def editor_page(
    section: Section,
    form: Form,
    *,
    user: User,
    unsaved: str = "",
    stale: StaleNotice | None = None,
    attempted: Attempted | None = None,
    based_on: int | None = None,
) -> EditorPage:
    """The page of one section: of what was typed in a bound form, on `based_on`, else of what is stored."""
    report, today = section.report, timezone.localdate()
    judgement = judge(report, day=today, with_others=section.key in COMPARED_PARTS)
    here = tuple(finding for finding in judgement.findings if section.key in finding.sections)
    page = listing(report, judgement, user=user, back=section.key, attempted=attempted)
    return EditorPage(
        header=header_of(report, today=today, editable=page.explains),
        writer=Writer(user.pk, user.get_username(), str(user)),
        navigator=navigator_of(report, judgement, current=section.key),
        section=section.key,
        heading=SectionKey(section.key).label,
        version=section.version if based_on is None else based_on,
        editable=page.explains,
        grid=_grid(section, form, here, judgement.subject),
        form=None if isinstance(form, TableForm) else form,
        text=text_page(section, form, judgement.subject),
        findings=finding_groups(page, here),
        not_assessable=not_assessable_lines(judgement.result.not_assessable),
        elsewhere=len(frozenset(judgement.blocking) - frozenset(here)),
        unplaced=unplaced(page),
        saved_at=section.changed_at,
        saved_by=str(section.changed_by or ""),
        stale=stale,
        unsaved=unsaved,
        start=start_panels(section, judgement.subject) if page.explains else None,
        writing=writing_of(section.key, form, judgement.subject),
        reopened=reopened(report) if page.explains else "",
    )


def _grid(section: Section, form: Form, findings: tuple[Finding, ...], subject: Subject) -> GridPage | None:
    """The table with its marks, which would speak of what is stored and not of what was typed."""
    if not isinstance(form, TableForm):
        return None
    shown = () if form.is_bound else findings
    locked = locked_cells(section.report)
    entries, last_year = _entries(section, form), last_year_of(subject)
    grid = grid_page(section.report.edition, section.key, entries, shown, locked, last_year)
    noted = with_notes(grid, grid_notes(section.report.edition.table(section.key), form))
    return sourced(noted, section.report)


def _entries(section: Section, form: Form) -> dict[Address, Entry]:
    """The cells as typed, also where a note beside them was refused; else as stored."""
    if not form.is_bound:
        return entries_of(section.report, section.key)
    form.is_valid()
    typed = form.cleaned_data.items()
    return {Address.parse(name): entry for name, entry in typed if isinstance(entry, Entry)}


def stale_notice(section: Section, form: Form, changes: Mapping[str, Change]) -> StaleNotice | None:
    """What others saved since the person opened it, in the order of the form; None when nobody saved."""
    if section.changed_at is None:
        return None
    lines = tuple(stale_lines(section, form, changes).values())
    return StaleNotice(str(section.changed_by), section.changed_at, lines)


def stale_lines(section: Section, form: Form, changes: Mapping[str, Change]) -> dict[str, StaleChange]:
    """What others saved beside what was typed, by field, in the order of the form."""
    return {
        name: StaleChange(
            name=str(field.label),
            before=changes[name].before,
            now=changes[name].now,
            typed=as_text(typed_in(form).get(name)),
            conflict=not _untouched(form, name, changes[name]),
            href=field_href(section, form, name),
        )
        for name, field in form.fields.items()
        if name in changes
    }


def field_href(section: Section, form: Form, name: str) -> str:
    """Where a field of a section is filled in; the section where its form has no such field any more."""
    page = reverse("desk:section", args=[section.report_id, section.key])
    field = form.fields.get(name)
    if field is None:
        return page
    return f"{page}#{name if isinstance(field, EntryField) else f'id_{name}'}"


def merged(form: Form, changes: Mapping[str, Change]) -> dict[str, Any]:
    """What was typed, with what others saved in every field that was left as it had been."""
    result = {name: form.data[name] for name in form.data}
    for name, change in changes.items():
        if name in form.fields and _untouched(form, name, change):
            result[name] = change.now
    return result


def _untouched(form: Form, name: str, change: Change) -> bool:
    return as_text(typed_in(form).get(name)) == change.before


def header_of(report: Report, *, today: date, editable: bool = False) -> ReportHeader:
    """What stands above every page of a report; `editable` for somebody who may change it now."""
    deadline = deadline_of(report.reporting_year, report.agency)
    due = deadline.submit_by if deadline else None
    submits = editable and report.state in (State.DRAFT, State.RETURNED)
    return ReportHeader(
        agency=report.agency.name,
        year=report.reporting_year.year,
        state=report.get_state_display(),
        deadline=due,
        days_left=(due - today).days if due and is_awaited(report) else None,
        href=reverse("desk:report", args=[report.pk]),
        review_href=reverse("desk:action", args=[report.pk, "submit"])
        if submits
        else reverse("desk:review", args=[report.pk]),
        review_label="核对与提交" if submits else "查看与审核",
        import_href=reverse("desk:import", args=[report.pk]) if editable else "",
        preview_href="" if report.state == State.PUBLISHED else reverse("desk:preview", args=[report.pk]),
    )
