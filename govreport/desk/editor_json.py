"""EDIT 6 · What a script that saves a section is told: what the page would show, as JSON; else a refusal."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string

from govreport.agencies.models import User
from govreport.agencies.refusals import Refusal, refused
from govreport.desk.editor import editor_page, form_for, stale_lines
from govreport.desk.grid_pages import GridCell, GridPage
from govreport.desk.pages import EditorPage
from govreport.desk.section_saves import Invalid, Locked, Saved, Stale
from govreport.reports.models import Section

SAVED_MEANWHILE = "{} 保存过这一部分，请对照后选择"
LOCKED = "年报现在是“{}”，不能再修改"
OTHER = "现在登录的是 {}，不是打开这一页的人"


def section_json(section: Section, others: tuple[str, ...]) -> JsonResponse:
    """How the section stands, for a page that has been open for a while."""
    return JsonResponse(_standing(section, section.version, others))


def saved_json(
    request: HttpRequest, section: Section, saved: Saved, user: User, others: tuple[str, ...]
) -> JsonResponse:
    """What was saved, and everything beside the form that it changes.

    `version` is what this very save made: when others have saved since, the next save finds out.
    """
    page = editor_page(section, form_for(section), user=user)
    parts = {
        "navigator": render_to_string(
            "desk/_navigator.html", {"items": page.navigator, "progress": page.progress}
        ),
        "findings": render_to_string("desk/_findings.html", _findings(page), request),
        "counts": render_to_string("desk/_finding_counts.html", {"findings": page.findings}),
    }
    figures = _figures(page.grid) if page.grid else {"totals": {}, "marks": {}}
    if page.writing:
        figures["references"] = {used.name: used.value for used in page.writing.used if used.known}
    return JsonResponse({**_standing(section, saved.version, others), "parts": parts, **figures})


def refused_json(section: Section, outcome: Stale | Invalid | Locked) -> JsonResponse:
    """Why it was not saved; `section` as it is stored now."""
    match outcome:
        case Stale():
            return _stale(section, outcome)
        case Invalid():
            fields = {name: " ".join(map(str, told)) for name, told in outcome.form.errors.items()}
            labels = [f"{outcome.form.fields[name].label}：{text}" for name, text in fields.items()]
            return refused(Refusal.INVALID, "；".join(labels), fields=fields)
        case Locked():
            return refused(Refusal.LOCKED_BY_STATE, LOCKED.format(outcome.state.label))


def other_person_json(user: User) -> JsonResponse:
    """Nothing is saved in the name of somebody who did not open the page."""
    return refused(Refusal.OTHER_PERSON, OTHER.format(user), name=str(user))


def _stale(section: Section, outcome: Stale) -> JsonResponse:
    by = str(section.changed_by or "")
    changes = [
        {"name": name, "label": line.name, "before": line.before, "now": line.now}
        for name, line in stale_lines(section, outcome.form, outcome.changes).items()
    ]
    message = SAVED_MEANWHILE.format(by or "别人")
    return refused(Refusal.STALE, message, **_saved(section, section.version), changes=changes)


def _standing(section: Section, version: int, others: tuple[str, ...]) -> dict[str, Any]:
    return {**_saved(section, version), "others": others}


def _saved(section: Section, version: int) -> dict[str, Any]:
    at = section.changed_at
    by = str(section.changed_by or "")
    return {"version": version, "saved_at": at and at.isoformat(), "saved_by": by}


def _findings(page: EditorPage) -> dict[str, Any]:
    return {
        "findings": page.findings,
        "not_assessable": page.not_assessable,
        "elsewhere": page.elsewhere,
        "scope": "这一部分",
    }


def _figures(grid: GridPage) -> dict[str, Any]:
    """The totals by address, and what is said at the cells that a finding is about."""
    cells = [item for body in grid.bodies for row in body for item in row if isinstance(item, GridCell)]
    return {
        "totals": {cell.address: cell.value for cell in cells if cell.total},
        "marks": {
            cell.address: {"level": cell.level, "anchored": cell.anchored, "messages": cell.messages}
            for cell in cells
            if cell.messages
        },
    }
