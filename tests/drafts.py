"""Drafts for tests: started, and filled in through the same way as a clerk's."""

from collections.abc import Mapping
from datetime import UTC, datetime

from govreport.agencies.models import User
from govreport.desk.editor import form_for
from govreport.reports.forms import as_text
from govreport.reports.models import Report, Section, State
from govreport.reports.saving import save_section, stored
from tests.contents import NARRATIVE

NOW = datetime(2024, 1, 10, 2, 42, tzinfo=UTC)  # 10:42 in Shanghai

TABLES = ("disclosure", "applications", "disputes")


def section_of(report: Report, key: str) -> Section:
    """A section as it is stored now."""
    return Section.objects.select_related("report__reporting_year", "report__agency").get(
        report=report, key=key
    )


def type_in(report: Report, key: str, typed: Mapping[str, str], *, by: User) -> int:
    """Save a section as if these fields had been typed and the others left as they are."""
    section = section_of(report, key)
    shown = form_for(section).initial or stored(section)  # a text in boxes by box
    before = {name: as_text(value) for name, value in shown.items()}
    form = form_for(section, before | dict(typed))
    assert form.is_valid(), form.errors
    return save_section(
        section,
        form.cleaned_data,
        based_on=section.version,
        by=by,
        at=NOW,
        editable=frozenset({State.DRAFT, State.RETURNED}),
    )


def zeros(report: Report, table: str) -> dict[str, str]:
    """0 in every cell of a table that somebody fills in."""
    return {str(cell.address): "0" for cell in report.edition.entries(table)}


def complete(report: Report, *, by: User, figures: Mapping[str, str] | None = None) -> Report:
    """Fill in everything so that no error is left; `figures` by address."""
    for table in TABLES:
        own = {name: text for name, text in (figures or {}).items() if name.startswith(f"{table}.")}
        type_in(report, table, zeros(report, table) | own, by=by)
    for part, text in NARRATIVE.items():
        type_in(report, part, {"text": text}, by=by)
    type_in(report, "signature", {"date": "2024-01-20"}, by=by)
    return Report.objects.get(pk=report.pk)
