"""What the people of the sample county type into a report, section by section."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from govreport.agencies.models import User
from govreport.desk.editor import form_for
from govreport.desk.sample_county.figures import (
    Figures,
    fee_of,
    figures_of,
    left_blank,
    published_below,
    sum_of,
)
from govreport.desk.sample_county.narrative import texts_of
from govreport.desk.sample_county.stories import Story
from govreport.editions.cells import Address
from govreport.editions.numbers import Number
from govreport.reports.forms import as_text
from govreport.reports.models import Report, Scope, SectionKey
from govreport.reports.saving import TABLES, save_section
from govreport.workflow.permissions import editable_states

A_SECTION = timedelta(minutes=30)

Typed = Mapping[str, Mapping[str, str]]


def entries_for(report: Report, told: Story, *, first: bool = False) -> Typed:
    """What is typed into each section, by field. `first` is what stood there before the correction."""
    figures, fee = _numbers(report, told, first=first)
    texts = texts_of(told, figures, report.reporting_year.year)
    blank = left_blank(told)
    typed: dict[str, dict[str, str]] = {part: {"text": text} for part, text in texts.items()}
    typed["other_matters"] |= {name: as_text(number) for name, number in fee.items()}
    typed |= {table: _cells(figures, table, without=blank) for table in TABLES}
    typed["signature"] = {"name": report.agency.name, "date": told["signed"]}
    only = told.get("only", typed)
    return {key: values for key, values in typed.items() if key in only}


def type_in(report: Report, typed: Typed, *, by: User, at: datetime) -> None:
    """Save section after section, in the order of the report, from `at` on."""
    editable = editable_states(by, report)
    sections = report.sections.select_related("report__agency", "report__reporting_year")
    by_key = {section.key: section for section in sections}
    for key in (key for key in SectionKey.values if key in typed):
        section = by_key[key]
        form = form_for(section, typed[key])
        if not form.is_valid():
            raise ValueError(f"{section}: {form.errors.as_text()}")
        at += A_SECTION
        save_section(section, form.cleaned_data, based_on=section.version, by=by, at=at, editable=editable)


def _numbers(report: Report, told: Story, *, first: bool) -> tuple[Figures, Mapping[str, Number]]:
    year = report.reporting_year.year
    if report.scope == Scope.AGGREGATE:
        return sum_of(published_below(report.agency, year), year)
    return figures_of(report.agency.code, year, first=first), fee_of(told)


def _cells(figures: Figures, table: str, *, without: Iterable[Address]) -> dict[str, str]:
    blank = set(without)
    return {
        str(address): "" if address in blank else as_text(number)
        for address, number in figures.items()
        if address.table == table
    }
