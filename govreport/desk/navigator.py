"""The sections of a report with their states, how far along it is, and where the next blank is."""

from collections.abc import Container

from django.urls import reverse

from govreport.checks.finding import Finding
from govreport.desk.finding_lines import href
from govreport.desk.pages import NavItem
from govreport.editions.cells import Content
from govreport.reports.locked import locked_cells
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import TABLES
from govreport.workflow.judging import Judgement

BLANKS = ("F101", "F103")  # a cell, a part without text


def navigator_of(report: Report, judgement: Judgement, *, current: str = "") -> tuple[NavItem, ...]:
    """The sections with their states, and counts of what keeps the report from being submitted."""
    items = []
    locked = locked_cells(report)
    content = judgement.subject.content
    filled = frozenset(cell.table for cell in (*content.figures, *content.unread) if cell not in locked)
    saved = Section.objects.filter(report=report, version__gt=0).values_list("key", flat=True)
    typed = filled.intersection(saved)  # what a report is started with nobody has typed
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
                blank_href=_blank_href(report, key, errors, begun=begun),
            )
        )
    return tuple(items)


def _blank_href(report: Report, key: SectionKey, errors: list[Finding], *, begun: bool) -> str:
    """The first blank of a section; "" when there is none."""
    blank = next((item for item in errors if item.code in BLANKS), None)
    if blank is not None:
        return href(report, blank, key)
    if begun or key in TABLES:
        return ""
    field = "id_date" if key == SectionKey.SIGNATURE else "id_text"
    return f"{reverse('desk:section', args=[report.pk, key])}#{field}"


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
