"""IMPORT 15 · A file for a draft: chosen, tried or proposed; then confirmed or discarded."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from govreport.agencies.models import User
from govreport.desk.access import report_to_edit
from govreport.desk.editor import form_for
from govreport.desk.navigator import navigator_of
from govreport.desk.proposal_choices import Choices, changed_fields
from govreport.desk.proposal_pages import Posted, import_page, proposal_page
from govreport.importing import proposal as proposals
from govreport.importing.grid import Unreadable
from govreport.importing.limits import LARGEST_FILE
from govreport.importing.models import Proposal
from govreport.importing.proposal import NotOpen, OpenMeanwhile, Upload
from govreport.rendering.xlsx_template import template
from govreport.reports.content import content_of
from govreport.reports.models import Report, Section, SectionKey, State
from govreport.reports.saving import NotEditable, StaleVersion, Values
from govreport.workflow.judging import judge
from govreport.workflow.last_year import report_before

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

NO_FILE = "请先选择一个文件"
EMPTY = "这个文件是空的"
TOO_LARGE = f"文件超过 {LARGEST_FILE // 1024 // 1024} MB，没有读取"
NOT_EDITABLE = "年报现在是“{}”，不能导入"
OPEN_MEANWHILE = "刚有人为这份年报导入了另一份文件，请先看下面的提示；您选的文件没有保存"
GONE = "这份导入已经被确认、放弃或替换，没有改动任何内容"
STALE = "打开之后有人保存过年报；请看下面列出的改动，核对后再确认，您的选择都还在"
NOT_SURE = "文件和这份年报不相符，请先勾选“已经核对，仍要导入”"


class Refusal(Exception):
    """What was chosen cannot be saved as it is; the text is one sentence that says why."""


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, report_id: int) -> HttpResponse:
    """Choose a file; on POST try it, or keep what was read as a proposal."""
    user = cast(User, request.user)
    report = report_to_edit(user, report_id)
    if request.method != "POST":
        return _import(request, report)
    try:
        read = _examined(request, report)
        if request.POST.get("action") == "try":
            return _import(request, report, tried=read)
        replacing = _number(request.POST, "replacing")
        proposals.propose(report, read, by=user, at=timezone.now(), replacing=replacing)
    except Unreadable as error:
        return _import(
            request, report, refusal=str(error), refused=getattr(request.FILES.get("file"), "name", "")
        )
    except OpenMeanwhile:
        return _import(request, report, refusal=OPEN_MEANWHILE)
    except NotEditable as error:
        reason = NOT_EDITABLE.format(State(error.args[0]).label)
        return _import(request, report, refusal=reason, status=HTTPStatus.FORBIDDEN)
    return redirect("desk:proposal", report.pk)


@login_required
@require_safe
def template_file(request: HttpRequest, report_id: int) -> HttpResponse:
    """The workbook to fill in, with the figures of the draft and those of last year."""
    report = report_to_edit(cast(User, request.user), report_id)
    year = report.reporting_year.year
    previous = report_before(report)
    answer = HttpResponse(
        template(content_of(report, last_year=lambda: previous), previous=previous), content_type=WORKBOOK
    )
    name = quote(f"{report.agency.name}{year}年报填报模板.xlsx")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return answer


def _import(
    request: HttpRequest, report: Report, *, status: int = HTTPStatus.OK, **shown: Any
) -> HttpResponse:
    page = import_page(report, user=cast(User, request.user), **shown)
    return render(request, "desk/import.html", {"page": page}, status=status)


def _examined(request: HttpRequest, report: Report) -> Upload:
    file = request.FILES.get("file")
    if file is None or file.name is None:
        raise Unreadable(NO_FILE)
    if not file.size:
        raise Unreadable(EMPTY)
    if file.size > LARGEST_FILE:
        raise Unreadable(TOO_LARGE)
    return proposals.examine(report, file.name, file.read())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, report_id: int) -> HttpResponse:
    """Show what was read beside the draft; on POST confirm what was chosen, or discard it."""
    user = cast(User, request.user)
    report = report_to_edit(user, report_id)
    found = proposals.open_proposals(report).first()
    if found is None:
        if request.method == "POST":
            messages.warning(request, GONE)
        return redirect("desk:import", report.pk)
    found.report = report
    if request.method != "POST":
        return _proposal(request, report, found, Posted())
    try:
        if _number(request.POST, "proposal") != found.pk:
            raise NotOpen
        if request.POST.get("action") == "discard":
            proposals.discard(found, by=user, at=timezone.now())
            messages.success(request, f"已放弃导入“{found.file_name}”，年报没有改动")
            return redirect("desk:import", report.pk)
        return _confirm(request, report, found)
    except NotOpen:
        messages.warning(request, GONE)
        return redirect("desk:proposal", report.pk)


def _proposal(
    request: HttpRequest, report: Report, found: Proposal, posted: Posted, status: int = HTTPStatus.OK
) -> HttpResponse:
    page = proposal_page(report, found, user=cast(User, request.user), posted=posted)
    return render(request, "desk/proposal.html", {"page": page}, status=status)


def _confirm(request: HttpRequest, report: Report, found: Proposal) -> HttpResponse:
    choices, based_on, user = Choices(request.POST), _versions(request.POST), cast(User, request.user)
    status = HTTPStatus.OK
    try:
        chosen = _chosen(report, found, choices)
        proposals.confirm(found, chosen, by=user, at=timezone.now(), based_on=based_on)
    except Refusal as error:
        refusal = str(error)
    except StaleVersion:
        refusal = STALE
    except NotEditable as error:
        refusal, status = NOT_EDITABLE.format(State(error.args[0]).label), HTTPStatus.FORBIDDEN
    else:
        return _imported(request, report, found, chosen)
    report = report_to_edit(user, report.pk)
    return _proposal(request, report, found, Posted(choices, based_on, refusal), status)


def _chosen(report: Report, found: Proposal, choices: Choices) -> Mapping[str, Values]:
    """The values of the sections that change, cleaned as the editor cleans them. Raises Refusal."""
    read = found.reading
    offers = proposals.offers_to(report, read)
    undecided = choices.undecided(offers)
    if undecided:
        raise Refusal(f"还有 {len(undecided)} 处待核实的没有选择；您选好的都还在")
    if proposals.misfits(report, read.content) and not choices.sure:
        raise Refusal(NOT_SURE)
    now = proposals.fields_of(report)
    chosen: dict[str, Values] = {}
    for key, fields in changed_fields(offers, choices).items():
        form = form_for(Section(report=report, key=key), {**now[key], **fields})
        if not form.is_valid():
            reasons = "；".join(str(reason) for errors in form.errors.values() for reason in errors)
            raise Refusal(f"“{SectionKey(key).label}”不能照这样保存：{reasons}")
        chosen[key] = form.cleaned_data
    return chosen


def _imported(
    request: HttpRequest, report: Report, found: Proposal, chosen: Mapping[str, Values]
) -> HttpResponse:
    """Lead to where something is to be mended, what was imported first; else to what is not complete."""
    titles = "、".join(f"“{key.label}”" for key in SectionKey if key in chosen)
    said = f"已从“{found.file_name}”导入{titles}" if titles else "年报和文件没有不同，没有需要保存的内容"
    messages.success(request, said)
    report = report_to_edit(cast(User, request.user), report.pk)
    navigator = navigator_of(report, judge(report, day=timezone.localdate()))
    wrong = sorted((one for one in navigator if one.state == "有问题"), key=lambda one: one.key not in chosen)
    unfinished = [one for one in navigator if one.state != "完成"]
    first = next(iter((*wrong, *unfinished)), None)
    return redirect(first.href) if first else redirect("desk:action", report.pk, "submit")


def _versions(data: QueryDict) -> dict[str, int]:
    """The versions of the sections that the person saw; one that never was where none is given."""
    return {key: _number(data, f"version.{key}") for key in SectionKey.values}


def _number(data: QueryDict, name: str) -> int:
    text = data.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
