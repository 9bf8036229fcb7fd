"""Putting the editor's page together: the section's form or grid, its findings, the navigator."""

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.checks.finding import Finding
from govreport.checks.listing import not_assessable_lines
from govreport.checks.subject import Subject
from govreport.desk.finding_lines import finding_groups, listing, unplaced
from govreport.desk.finding_pages import Attempted
from govreport.desk.grids import grid_page
from govreport.desk.last_year import last_year_of
from govreport.desk.pages import EditorPage, GridPage, NavItem, ReportHeader, StaleChange, StaleNotice, Writer
from govreport.desk.writing import writing_of
from govreport.editions.cells import Address, Content
from govreport.reports.forms import (
    EntryField,
    NarrativeForm,
    OtherMattersForm,
    SignatureForm,
    TableForm,
    as_text,
)
from govreport.reports.locked import locked_cells
from govreport.reports.models import Report, Section, SectionKey, State
from govreport.reports.saving import TABLES, Change, stored
from govreport.workflow.judging import Judgement, judge
from govreport.workflow.subjects import COMPARED_PARTS
from govreport.years.campaign import deadline_of


def form_for(section: Section, data: Mapping[str, Any] | None = None) -> Form:
    """The form of a section: filled with what is stored, or bound to what was typed."""
    key = SectionKey(section.key)
    if key in TABLES:
        return TableForm(section.report.edition, key, data)
    initial = stored(section)
    if key == SectionKey.SIGNATURE:
        return SignatureForm(data, initial)
    kind = OtherMattersForm if key == SectionKey.OTHER_MATTERS else NarrativeForm
    return kind(key, data, initial)


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
    here = [finding for finding in judgement.findings if section.key in finding.sections]
    before, after = _neighbours(navigator := navigator_of(report, judgement, current=section.key))
    page = listing(report, judgement, user=user, back=section.key, attempted=attempted)
    return EditorPage(
        header=header_of(report, today=today, editable=page.explains),
        writer=Writer(user.pk, user.get_username(), str(user)),
        navigator=navigator,
        section=section.key,
        heading=SectionKey(section.key).label,
        version=section.version if based_on is None else based_on,
        editable=page.explains,
        grid=_grid(section, form, here, judgement.subject),
        form=None if isinstance(form, TableForm) else form,
        findings=finding_groups(page, here),
        not_assessable=not_assessable_lines(judgement.result.not_assessable),
        elsewhere=sum(finding not in here for finding in judgement.blocking),
        unplaced=unplaced(page),
        saved_at=section.changed_at,
        saved_by=str(section.changed_by or ""),
        stale=stale,
        unsaved=unsaved,
        previous=before,
        next=after,
        writing=writing_of(section.key, form, judgement.subject),
    )


def _grid(section: Section, form: Form, findings: list[Finding], subject: Subject) -> GridPage | None:
    """The table with its marks, which would speak of what is stored and not of what was typed."""
    if not isinstance(form, TableForm):
        return None
    shown = [] if form.is_bound else findings
    locked = locked_cells(section.report)
    entries, last_year = _entries(section, form), last_year_of(subject)
    return grid_page(section.report.edition, section.key, entries, shown, locked, last_year)


def _neighbours(navigator: tuple[NavItem, ...]) -> tuple[NavItem | None, NavItem | None]:
    """The sections before and behind the current one."""
    place = [item.current for item in navigator].index(True)
    following = navigator[place + 1] if place + 1 < len(navigator) else None
    return navigator[place - 1] if place else None, following


def _entries(section: Section, form: Form) -> dict[Address, Any]:
    values = form.cleaned_data if form.is_bound and form.is_valid() else stored(section)
    return {Address.parse(name): entry for name, entry in values.items()}


def stale_notice(section: Section, form: Form, changes: Mapping[str, Change]) -> StaleNotice | None:
    """What others saved since the person opened it, in the order of the form; None when nobody saved."""
    if section.changed_at is None:
        return None
    lines = tuple(stale_lines(section, form, changes).values())
    return StaleNotice(str(section.changed_by), section.changed_at, lines)


def stale_lines(section: Section, form: Form, changes: Mapping[str, Change]) -> dict[str, StaleChange]:
    """What others saved beside what was typed, by field, in the order of the form."""
    page = reverse("desk:section", args=[section.report_id, section.key])
    return {
        name: StaleChange(
            name=str(field.label),
            before=changes[name].before,
            now=changes[name].now,
            typed=as_text(form.cleaned_data.get(name)),
            conflict=not _untouched(form, name, changes[name]),
            href=f"{page}#{name if isinstance(field, EntryField) else f'id_{name}'}",
        )
        for name, field in form.fields.items()
        if name in changes
    }


def merged(data: QueryDict, form: Form, changes: Mapping[str, Change]) -> QueryDict:
    """What was typed, with what others saved in every field that was left as it had been."""
    result = data.copy()
    for name, change in changes.items():
        if name in form.fields and _untouched(form, name, change):
            result[name] = change.now
    return result


def _untouched(form: Form, name: str, change: Change) -> bool:
    return as_text(form.cleaned_data.get(name)) == change.before


def header_of(report: Report, *, today: date, editable: bool = False) -> ReportHeader:
    """What stands above every page of a report; `editable` for somebody who may change it now."""
    deadline = deadline_of(report.reporting_year, report.agency)
    due = deadline.submit_by if deadline else None
    return ReportHeader(
        agency=report.agency.name,
        year=report.reporting_year.year,
        state=report.get_state_display(),
        deadline=due,
        days_left=(due - today).days if due and report.state in (State.DRAFT, State.RETURNED) else None,
        href=reverse("desk:report", args=[report.pk]),
        review_href=reverse("desk:review", args=[report.pk]),
        review_label="预览与提交" if report.state in (State.DRAFT, State.RETURNED) else "预览与审核",
        import_href=reverse("desk:import", args=[report.pk]) if editable else "",
    )


def navigator_of(report: Report, judgement: Judgement, *, current: str = "") -> tuple[NavItem, ...]:
    """The sections with their states, and counts of what keeps the report from being submitted."""
    items = []
    locked = locked_cells(report)
    content = judgement.subject.content
    typed = frozenset(cell.table for cell in (*content.figures, *content.unread) if cell not in locked)
    for key in SectionKey:
        errors = [item for item in judgement.errors if item.section == key]
        queries = sum(item.section == key for item in judgement.unexplained)
        blanks = sum(item.code == "F101" for item in errors)
        begun = _is_begun(key, content, typed)
        items.append(
            NavItem(
                key=key,
                heading=key.label,
                href=reverse("desk:section", args=[report.pk, key]),
                current=key == current,
                state=_state(errors, queries, begun=begun),
                errors=len(errors) - blanks,
                blanks=blanks,
                queries=queries if begun else 0,
            )
        )
    return tuple(items)


def _state(errors: list[Finding], queries: int, *, begun: bool) -> str:
    if not begun:
        return "未填"
    if queries or any(finding.code != "F101" for finding in errors):
        return "有问题"
    return "填写中" if errors else "完成"


def _is_begun(key: SectionKey, content: Content, typed: Container[str]) -> bool:
    """Whether a section says something; `typed` are the tables in which somebody has filled in a cell."""
    if key in TABLES:
        return key in typed
    if key == SectionKey.SIGNATURE:
        signature = content.signature
        return bool(signature and signature.name and signature.date)
    return bool(content.part(key).strip())
