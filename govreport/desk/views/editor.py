"""EDIT 1 · One section of a report: shown, and saved."""

from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from govreport.agencies.models import User
from govreport.desk.access import section_for, section_to_edit
from govreport.desk.editor import editor_page, form_for, merged, stale_notice
from govreport.desk.pages import EditorPage
from govreport.reports.forms import EntryField
from govreport.reports.models import Section, State
from govreport.reports.saving import NotEditable, StaleVersion, meanwhile, save_section
from govreport.workflow.permissions import editable_states

INVALID = "有填写不符合要求的地方，改好后再保存；填写的内容都还在"
STALE = "打开之后别人保存过这一部分，您填的内容还没有保存"
NOT_EDITABLE = "年报现在是“{}”，不能再修改；您填的内容没有保存，仍显示在下面"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, report_id: int, key: str) -> HttpResponse:
    """Show a section; on POST save it, or fill its blanks with 0 and save it."""
    user = cast(User, request.user)
    if request.method == "POST":
        return _save(request, section_to_edit(user, report_id, key), user)
    shown = section_for(user, report_id, key)
    return _answer(request, editor_page(shown, form_for(shown), user=user))


def _save(request: HttpRequest, section: Section, user: User) -> HttpResponse:
    data, action = request.POST, request.POST.get("action", "save")
    typed = form_for(section, data)
    form = form_for(section, _with_zeros(typed, data)) if action == "fill_zero" else typed
    based_on = _version(data)
    if not typed.is_valid() or not form.is_valid():
        page = editor_page(section, typed, user=user, unsaved=INVALID, based_on=based_on)
        return _answer(request, page)
    try:
        save_section(
            section,
            form.cleaned_data,
            based_on=based_on,
            by=user,
            at=timezone.now(),
            editable=editable_states(user, section.report),
        )
    except StaleVersion:
        return _stale(request, section, typed, user, since=based_on)
    except NotEditable as refusal:
        section = section_for(user, section.report_id, section.key)
        reason = NOT_EDITABLE.format(State(refusal.args[0]).label)
        page = editor_page(section, typed, user=user, unsaved=reason)
        return _answer(request, page, status=HTTPStatus.FORBIDDEN)
    return _saved(request, section, user, action)


def _stale(request: HttpRequest, section: Section, form: Form, user: User, *, since: int) -> HttpResponse:
    """Nothing was saved: show what changed meanwhile, beside what was typed."""
    section = section_for(user, section.report_id, section.key)
    changes = meanwhile(section, since=since)
    notice = stale_notice(section, form, changes)
    both = form_for(section, merged(request.POST, form, changes))
    return _answer(request, editor_page(section, both, user=user, unsaved=STALE, stale=notice))


def _saved(request: HttpRequest, section: Section, user: User, action: str) -> HttpResponse:
    if action == "save_next":
        page = editor_page(section, form_for(section), user=user)
        messages.success(request, f"已保存“{page.heading}”")
        if page.next:
            return redirect(page.next.href)
    return redirect("desk:section", section.report_id, section.key)


def _with_zeros(form: Form, data: QueryDict) -> QueryDict:
    """What was typed, with 0 in every cell left blank."""
    filled = data.copy()
    for name, field in form.fields.items():
        if isinstance(field, EntryField) and not data.get(name, "").strip():
            filled[name] = "0"
    return filled


def _version(data: QueryDict) -> int:
    """The version the person saw; one that never was when the field was tampered with."""
    text = data.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


def _answer(request: HttpRequest, page: EditorPage, *, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "desk/editor.html", {"page": page}, status=status)
