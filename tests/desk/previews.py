"""Pages of the desk made by hand, without a database: for the templates' tests and for looking at them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string
from django.test import RequestFactory

from govreport.checks.finding import Finding, Level
from govreport.desk.finding_pages import FindingLine, grouped
from govreport.desk.grids import grid_page
from govreport.desk.pages import (
    EditorPage,
    HomePage,
    NavItem,
    Progress,
    ReportCard,
    ReportHeader,
    StaleChange,
    StaleNotice,
    StartCard,
    Writer,
)
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.editions.numbers import Kind, Number, Unreadable, read_number
from govreport.editions.relations import with_totals
from govreport.reports.entries import Entry
from govreport.reports.models import SectionKey
from govreport.reports.text_forms import NarrativeForm, OtherMattersForm
from tests.contents import blank, judged

DEADLINE = date(2024, 1, 31)
SAVED = datetime(2024, 1, 12, 2, 42, tzinfo=UTC)  # 10:42 in China
LINKS = ("/desk/reports/1/", "/desk/reports/1/submit/", "核对与提交", "", "/desk/reports/1/preview/")
HEADER = ReportHeader("云溪县林业局", 2023, "填写中", DEADLINE, 9, *LINKS)
STATES = ("完成", "完成", "填写中", "有问题", "未填", "未填", "未填", "未填")

STALE = StaleNotice(
    "王芳",
    SAVED,
    (
        StaleChange("（一）予以公开 · 自然人", "", "8", "9", True, "#applications.granted.natural_person"),
        StaleChange("3.其他 · 其他", "2", "", "1", True, "#applications.other_misc.other_org"),
    ),
)


def navigator(current: str) -> tuple[NavItem, ...]:
    """The sections, one of them current, in different states."""
    return tuple(
        NavItem(
            key, key.label, f"/desk/reports/1/{key}/", key == current, state, 3 * (state == "有问题"), 0, 0
        )
        for key, state in zip(SectionKey, STATES, strict=True)
    )


def table_page(table: str, typed: Mapping[str, str], *, key: str = "2021", **changes: Any) -> EditorPage:
    """The page of a table in which this was typed; the other cells are blank."""
    form = edition(key)
    entries = {
        cell.address: _entry(typed.get(str(cell.address), ""), cell.kind) for cell in form.entries(table)
    }
    unread = {address: entry.unread for address, entry in entries.items() if entry.unread}
    figures: dict[Address, Number] = {
        address: entry.number for address, entry in entries.items() if entry.number is not None
    }
    content = replace(blank(key), figures=with_totals(figures, form), unread=unread, totals_stated=False)
    found = [finding for finding in judged(content).findings if finding.section == table]
    grid = grid_page(form, table, entries, found)
    return replace(_page(table, found), grid=grid, **changes)


def text_page(key: SectionKey, **changes: Any) -> EditorPage:
    """The page of a section of text."""
    kind = OtherMattersForm if key == SectionKey.OTHER_MATTERS else NarrativeForm
    form = kind(
        key, None, {"text": "本年度，本单位认真贯彻落实《条例》。\n（一）主动公开情况\n全年公开信息652条。"}
    )
    return replace(_page(key, []), form=form, **changes)


def home_page(**changes: Any) -> HomePage:
    """The desk of a clerk with one report to start and three under way."""
    progress = Progress(done=2, sections=8, errors=3, blanks=24, queries=1)
    card = ReportCard(
        "云溪县林业局", 2023, "", "填写中", DEADLINE, 9, progress, "/desk/reports/1/", "继续填报"
    )
    nearly = replace(progress, done=7, errors=1)
    reports = (
        card,
        replace(
            card, agency="云溪县人民政府", scope="汇总", state="待本单位审签", progress=None, button="查看"
        ),
        replace(card, year=2022, state="退回修改", days_left=-12, progress=nearly),
    )
    start = StartCard("云溪县青禾镇人民政府", 2023, DEADLINE, 0, "/desk/reports/start/")
    return replace(HomePage("李明", (start,), reports, overseen=(), is_administrator=False), **changes)


def html(template: str, page: object, path: str = "/desk/reports/1/applications/") -> str:
    """A page as a signed-in person gets it."""
    user = SimpleNamespace(is_authenticated=True, is_staff=False, name="李明", get_username="limin")
    return render_to_string(template, {"page": page, "user": user}, request=RequestFactory().get(path))


def _entry(text: str, kind: Kind) -> Entry:
    try:
        return Entry(read_number(text, kind))
    except Unreadable:
        return Entry(unread=text)


def _page(section: str, found: list[Finding]) -> EditorPage:
    key = SectionKey(section)
    lines = [
        FindingLine(finding.code, finding.level, finding.message, finding.hint, f"#{finding.anchor}")
        for finding in found
    ]
    lines.append(FindingLine("N901", Level.QUERY, "比上年增加 300%", "核对，属实的写情况说明", "#main"))
    return EditorPage(
        header=HEADER,
        writer=Writer(3, "limin", "李明"),
        navigator=navigator(section),
        section=section,
        heading=key.label,
        version=7,
        editable=True,
        grid=None,
        form=None,
        findings=grouped(lines),
        not_assessable=(),
        elsewhere=2,
        unplaced=None,
        saved_at=SAVED,
        saved_by="王芳",
        stale=None,
        unsaved="",
    )
