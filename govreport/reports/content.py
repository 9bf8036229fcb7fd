"""A draft as content: the one shape that the checks judge and the renderers print."""

from collections.abc import Callable, Mapping

from django.db.models import prefetch_related_objects

from govreport.agencies.models import Agency
from govreport.checks.figures import figure_before
from govreport.editions import cells
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import Number, plain
from govreport.editions.references import Reference, resolved
from govreport.editions.relations import with_totals
from govreport.editions.schema import Edition
from govreport.reports.entries import figures_of, unread_of
from govreport.reports.models import Report
from govreport.reports.notes import notes_of


def content_of(report: Report, *, last_year: Callable[[], Content | None] = lambda: None) -> Content:
    """Everything a draft says: totals computed, in the texts each reference replaced by its figure.

    `last_year` tells last year's report; it is asked only when a text refers to it.
    """
    prefetch_related_objects([report], "narrative", "disclosure", "applications", "disputes")
    form = report.edition
    figures = with_totals(figures_of(report), form)
    told = told_by(form, figures, last_year)
    return Content(
        edition=form.key,
        agency_name=report.agency.name,
        agency_code=report.agency.code,
        year=report.reporting_year.year,
        figures=figures,
        scope="own" if report.scope == "own" else "aggregate",
        contact=contact_of(report.agency),
        narrative={
            part.part: resolved(part.text, form, told) for part in report.narrative.all() if part.text
        },
        processing_fee=cells.ProcessingFee(
            report.processing_fee.notices_issued,
            report.processing_fee.notices_amount,
            report.processing_fee.collected_amount,
        ),
        notes=notes_of(report),
        signature=cells.Signature(report.signature.name or None, report.signature.date),
        unread=unread_of(report),
        totals_stated=False,
    )


def told_by(
    form: Edition, figures: Mapping[Address, Number], last_year: Callable[[], Content | None]
) -> Callable[[Reference], str | None]:
    """What a reference says: the figure as it is printed in its cell, None where there is none."""

    def told(reference: Reference) -> str | None:
        if reference.last_year:
            number = figure_before(last_year(), form.cells[reference.address])
        else:
            number = figures.get(reference.address)
        return None if number is None else plain(number)

    return told


def contact_of(agency: Agency) -> cells.Contact:
    """How the agency is reached, as its report says it; None where the master data say nothing."""
    return cells.Contact(
        office=agency.office or None,
        address=agency.address or None,
        postcode=agency.postcode or None,
        telephone=agency.telephone or None,
        email=agency.email or None,
    )
