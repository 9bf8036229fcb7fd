"""EDIT 1 · One section of a report: shown, and saved; to a page as HTML, to the script in it as JSON."""

from dataclasses import replace
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from govreport.agencies.models import User
from govreport.agencies.refusals import by_script
from govreport.desk.access import section_for, section_to_edit, signed_in
from govreport.desk.editor import editor_page, form_for, merged, stale_notice
from govreport.desk.editor_json import other_person_json, refused_json, saved_json, section_json
from govreport.desk.pages import EditorPage
from govreport.desk.presence import announce, others_in
from govreport.desk.section_saves import (
    Invalid,
    Locked,
    OtherPerson,
    Outcome,
    Saved,
    Stale,
    attempt,
    is_writer,
)
from govreport.reports.models import Section
from govreport.reports.text_forms import ProblemsForm
from govreport.workflow.permissions import may_edit

INVALID = "有填写不符合要求的地方，改好后再保存；填写的内容都还在"
STALE = "打开之后别人保存过这一部分，您填的内容还没有保存"
NOT_EDITABLE = "年报现在是“{}”，不能再修改；您填的内容没有保存，仍显示在下面"
OTHER_PERSON = "现在登录的是 {}，这一页是另一个人打开的；填的内容没有保存，仍显示在下面"


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, report_id: int, key: str) -> HttpResponse:
    """Show a section; on POST save it, or fill its blanks with 0 and save it."""
    user = cast(User, request.user)
    if request.method == "POST":
        if by_script(request) and not is_writer(request.POST, user):
            return other_person_json(user)
        return _save(request, section_to_edit(user, report_id, key), user)
    shown = section_for(user, report_id, key)
    if by_script(request):
        return section_json(shown, _others(shown, user, editing=may_edit(user, shown.report)))
    page = editor_page(shown, form_for(shown), user=user)
    return _answer(request, replace(page, others=_others(shown, user, editing=page.editable)))


def _others(section: Section, user: User, *, editing: bool) -> tuple[str, ...]:
    """Who else has the section open; whoever may change it is present from now on too."""
    now = timezone.now()
    if editing:
        announce(section, user, at=now)
    return others_in(section, user, at=now)


def _save(request: HttpRequest, section: Section, user: User) -> HttpResponse:
    outcome = attempt(section, request.POST, by=user, at=timezone.now())
    if not by_script(request) or isinstance(outcome, OtherPerson):
        return _as_page(request, section, outcome, user)
    section = section_for(user, section.report_id, section.key)
    if isinstance(outcome, Saved):
        return saved_json(request, section, outcome, user, _others(section, user, editing=True))
    return refused_json(section, outcome)


def _as_page(request: HttpRequest, section: Section, outcome: Outcome, user: User) -> HttpResponse:
    """The page that follows a save, or shows back what was typed and why it is not saved."""
    match outcome:
        case Saved():
            return _saved(request, section, user)
        case Invalid():
            page = editor_page(section, outcome.form, user=user, unsaved=INVALID, based_on=outcome.based_on)
            return _answer(request, page)
        case Stale():
            return _stale(request, section, outcome, user)
        case Locked():
            section = section_for(user, section.report_id, section.key)
            reason = NOT_EDITABLE.format(outcome.state.label)
        case OtherPerson():
            reason = OTHER_PERSON.format(user)
    page = editor_page(section, outcome.form, user=user, unsaved=reason)
    return _answer(request, page, status=HTTPStatus.FORBIDDEN)


def _stale(request: HttpRequest, section: Section, outcome: Stale, user: User) -> HttpResponse:
    """Nothing was saved: show what changed meanwhile, beside what was typed."""
    section = section_for(user, section.report_id, section.key)
    notice = stale_notice(section, outcome.form, outcome.changes)
    both = form_for(section, merged(outcome.form, outcome.changes))
    return _answer(request, editor_page(section, both, user=user, unsaved=STALE, stale=notice))


def _saved(request: HttpRequest, section: Section, user: User) -> HttpResponse:
    if request.POST.get("action") == "save_next":
        page = editor_page(section, form_for(section), user=user)
        messages.success(request, f"已保存“{page.heading}”")
        return redirect(page.onward)
    address = reverse("desk:section", args=[section.report_id, section.key])
    return redirect(f"{address}{_place(section, request)}")


def _place(section: Section, request: HttpRequest) -> str:
    """The blank pair at the end, for somebody who asked for one more."""
    form = form_for(section) if request.POST.get("action") == "add_pair" else None
    return f"#id_problem_{form.count}" if isinstance(form, ProblemsForm) else ""


def _answer(request: HttpRequest, page: EditorPage, *, status: int = HTTPStatus.OK) -> HttpResponse:
    return render(request, "desk/editor.html", {"page": page}, status=status)
