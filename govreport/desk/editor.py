"""Putting the editor's page together: the section's form or grid, its findings, the navigator."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.checks.finding import Finding, Level, Result
from govreport.desk.finding_lines import finding_groups
from govreport.desk.grids import grid_page
from govreport.desk.pages import EditorPage, NavItem, ReportHeader, StaleChange, StaleNotice
from govreport.editions.cells import Address, Content
from govreport.reports.content import content_of
from govreport.reports.findings import findings_in
from govreport.reports.forms import (
    EntryField,
    NarrativeForm,
    OtherMattersForm,
    SignatureForm,
    TableForm,
    as_text,
)
from govreport.reports.models import Report, Section, SectionKey, State
from govreport.reports.saving import TABLES, Change, stored
from govreport.workflow.permissions import may_edit
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
    based_on: int | None = None,
) -> EditorPage:
    """The page of one section. A bound form shows what was typed, an unbound one what is stored.

    `based_on` is the version that what was typed goes on from, when that is not the stored one.
    """
    report = section.report
    content = content_of(report)
    result = findings_in(content)
    here = [finding for finding in result.findings if finding.section == section.key]
    shown = [] if form.is_bound else here  # marks would speak of what is stored, not of what was typed
    navigator = navigator_of(report, content, result, current=section.key)
    place = [item.current for item in navigator].index(True)
    grid = isinstance(form, TableForm)
    return EditorPage(
        header=header_of(report, today=timezone.localdate()),
        navigator=navigator,
        section=section.key,
        heading=SectionKey(section.key).label,
        version=section.version if based_on is None else based_on,
        editable=may_edit(user, report),
        grid=grid_page(report.edition, section.key, _entries(section, form), shown) if grid else None,
        form=None if grid else form,
        findings=finding_groups(report, here),
        elsewhere=sum(_is_error(finding) and finding not in here for finding in result.findings),
        saved_at=section.changed_at,
        saved_by=str(section.changed_by or ""),
        stale=stale,
        unsaved=unsaved,
        previous=navigator[place - 1] if place else None,
        next=navigator[place + 1] if place + 1 < len(navigator) else None,
    )


def _entries(section: Section, form: Form) -> dict[Address, Any]:
    values = form.cleaned_data if form.is_bound and form.is_valid() else stored(section)
    return {Address.parse(name): entry for name, entry in values.items()}


def stale_notice(section: Section, form: Form, changes: Mapping[str, Change]) -> StaleNotice | None:
    """What others saved since the person opened it, in the order of the form; None when nobody saved."""
    if section.changed_at is None:
        return None
    page = reverse("desk:section", args=[section.report_id, section.key])
    lines = tuple(
        StaleChange(
            name=str(field.label),
            before=changes[name].before,
            now=changes[name].now,
            typed=as_text(form.cleaned_data.get(name)),
            conflict=not _untouched(form, name, changes[name]),
            href=f"{page}#{name if isinstance(field, EntryField) else f'id_{name}'}",
        )
        for name, field in form.fields.items()
        if name in changes
    )
    return StaleNotice(str(section.changed_by), section.changed_at, lines)


def merged(data: QueryDict, form: Form, changes: Mapping[str, Change]) -> QueryDict:
    """What was typed, with what others saved in every field that was left as it had been."""
    result = data.copy()
    for name, change in changes.items():
        if name in form.fields and _untouched(form, name, change):
            result[name] = change.now
    return result


def _untouched(form: Form, name: str, change: Change) -> bool:
    return as_text(form.cleaned_data.get(name)) == change.before


def header_of(report: Report, *, today: date) -> ReportHeader:
    """What stands above every page of a report."""
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
    )


def navigator_of(
    report: Report, content: Content, result: Result, *, current: str = ""
) -> tuple[NavItem, ...]:
    """The sections with their states and counts of errors."""
    items = []
    for key in SectionKey:
        found = [item for item in result.findings if item.section == key and _is_error(item)]
        blanks = sum(item.code == "F101" for item in found)
        items.append(
            NavItem(
                key=key,
                heading=key.label,
                href=reverse("desk:section", args=[report.pk, key]),
                current=key == current,
                state=_state(key, content, found),
                errors=len(found) - blanks,
                blanks=blanks,
            )
        )
    return tuple(items)


def _state(key: SectionKey, content: Content, errors: list[Finding]) -> str:
    if not _has_something(key, content):
        return "未填"
    if any(finding.code != "F101" for finding in errors):
        return "有问题"
    return "填写中" if errors else "完成"


def _has_something(key: SectionKey, content: Content) -> bool:
    if key in TABLES:
        return any(address.table == key for address in (*content.figures, *content.unread))
    if key == SectionKey.SIGNATURE:
        signature = content.signature
        return bool(signature and signature.name and signature.date)
    return bool(content.part(key).strip())


def _is_error(finding: Finding) -> bool:
    return finding.level is Level.ERROR
