"""Last year's report of an agency: its own, or the sum over those from which the agency comes."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from govreport.agencies.models import Agency, Predecessor
from govreport.editions.cells import Address, Content, ProcessingFee
from govreport.editions.lookup import edition
from govreport.editions.numbers import Kind, Number
from govreport.editions.relations import with_totals
from govreport.publishing.models import Publication
from govreport.reports.content import content_of
from govreport.reports.models import Report

Shares = Sequence[tuple[Content, Decimal]]


def previous_of(agency: Agency, year: int, *, scope: str) -> Content | None:
    """The report on `year`: its own, else the sum of its predecessors' by share; None when one is missing."""
    own = _report_on(agency, year, scope=scope)
    if own is not None:
        return own
    origins = Predecessor.objects.filter(agency=agency, year=year + 1).select_related("predecessor")
    contents = [
        (_report_on(origin.predecessor, year, scope=scope), origin.share) for origin in origins.order_by("pk")
    ]
    known = [(content, share) for content, share in contents if content is not None]
    return _sum(known, agency) if known and len(known) == len(contents) else None


def _report_on(agency: Agency, year: int, *, scope: str) -> Content | None:
    """What was published, else what stands in the draft."""
    published = Publication.objects.filter(agency=agency, year=year, scope=scope, corrected_by=None).first()
    if published is not None:
        return published.content
    drafts = Report.objects.filter(agency=agency, reporting_year__year=year, scope=scope)
    draft = drafts.select_related("agency", "reporting_year", "processing_fee", "signature").first()
    return None if draft is None else content_of(draft)


def _sum(shares: Shares, agency: Agency) -> Content:
    """Figures and fees of several reports added up by share, whole numbers rounded; without their texts."""
    form = edition(shares[0][0].edition)
    cells = {address for content, _ in shares for address in content.figures}
    figures = {
        address: _rounded(_added(address, shares), form.cells[address].kind) for address in sorted(cells)
    }
    return Content(
        edition=form.key,
        agency_name=agency.name,
        agency_code=agency.code,
        year=shares[0][0].year,
        scope=shares[0][0].scope,
        figures=with_totals(figures, form),
        processing_fee=_fee(shares),
        totals_stated=False,
    )


def _added(address: Address, shares: Shares) -> Decimal:
    return sum((Decimal(content.figure(address) or 0) * share for content, share in shares), Decimal(0))


def _rounded(number: Decimal, kind: Kind) -> Number:
    return number if kind is Kind.MONEY else int(number.to_integral_value(ROUND_HALF_UP))


def _fee(shares: Shares) -> ProcessingFee:
    """The processing fees added up by share; what nobody states stays unknown."""

    def added(name: str) -> Decimal | None:
        stated = [
            Decimal(getattr(content.processing_fee, name)) * share
            for content, share in shares
            if content.processing_fee and getattr(content.processing_fee, name) is not None
        ]
        return sum(stated, Decimal(0)) if stated else None

    issued = added("notices_issued")
    return ProcessingFee(
        None if issued is None else int(issued.to_integral_value(ROUND_HALF_UP)),
        added("notices_amount"),
        added("collected_amount"),
    )
