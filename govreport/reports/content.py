"""A draft as content: the one shape that the checks judge and the renderers print."""

from django.db.models import prefetch_related_objects

from govreport.agencies.models import Agency
from govreport.editions import cells
from govreport.editions.cells import Content
from govreport.editions.relations import with_totals
from govreport.reports.entries import figures_of, unread_of
from govreport.reports.models import Report
from govreport.reports.notes import notes_of


def content_of(report: Report) -> Content:
    """Everything a draft says, totals computed."""
    prefetch_related_objects([report], "narrative", "disclosure", "applications", "disputes")
    form = report.edition
    return Content(
        edition=form.key,
        agency_name=report.agency.name,
        agency_code=report.agency.code,
        year=report.reporting_year.year,
        figures=with_totals(figures_of(report), form),
        scope="own" if report.scope == "own" else "aggregate",
        contact=contact_of(report.agency),
        narrative={part.part: part.text for part in report.narrative.all() if part.text},
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


def contact_of(agency: Agency) -> cells.Contact:
    """How the agency is reached, as its report says it; None where the master data say nothing."""
    return cells.Contact(
        office=agency.office or None,
        address=agency.address or None,
        postcode=agency.postcode or None,
        telephone=agency.telephone or None,
        email=agency.email or None,
    )
