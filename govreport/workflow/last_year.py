"""Last year's report of an agency: its own, or the sum over those from which the agency comes."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from functools import cache

from django.db.models import Q

from govreport.agencies.models import Agency, Predecessor
from govreport.editions.cells import Address, Content, ProcessingFee
from govreport.editions.lookup import edition
from govreport.editions.numbers import Kind, Number
from govreport.editions.relations import with_totals
from govreport.publishing.models import Publication
from govreport.reports.content import content_of
from govreport.reports.models import Report, State

Shares = Sequence[tuple[Content, Decimal]]

FILED = (State.SUBMITTED, State.APPROVED, State.PUBLISHED)


def report_before(report: Report) -> Content | None:
    """What a draft is compared with: the report on the year before, of the same scope."""
    return previous_of(report.agency, report.reporting_year.year - 1, scope=report.scope)


def previous_of(agency: Agency, year: int, *, scope: str) -> Content | None:
    """The report on `year`; in a year of mergers and splits the sum by share. None when one is missing.

    An agency that took others over goes on from its own report and theirs; one that gave a part away
    goes on from the rest.
    """
    links = Predecessor.objects.filter(year=year + 1).order_by("pk")
    origins = list(links.filter(agency=agency).select_related("predecessor"))
    kept = 1 - sum((link.share for link in links.filter(predecessor=agency)), Decimal(0))
    own = _own_report_on(agency, year, scope=scope)
    if not origins and kept == 1:
        return own
    contents = [(_published_on(origin.predecessor, year, scope=scope), origin.share) for origin in origins]
    if kept > 0 and (own is not None or not origins):
        contents.insert(0, (own, kept))
    known = [(content, share) for content, share in contents if content is not None]
    same_form = len({content.edition for content, _ in known}) == 1
    return _sum(known, agency) if same_form and len(known) == len(contents) else None


def goes_on_from_others(agency: Agency, year: int) -> bool:
    """Whether after `year` the agency took others over, or gave a part away."""
    links = Predecessor.objects.filter(year=year + 1)
    return links.filter(Q(agency=agency) | Q(predecessor=agency)).exists()


def _published_on(agency: Agency, year: int, *, scope: str) -> Content | None:
    found = Publication.objects.filter(agency=agency, year=year, scope=scope, corrected_by=None).first()
    return found.content if found else None


def _own_report_on(agency: Agency, year: int, *, scope: str) -> Content | None:
    """What was published, else what was at least submitted: a draft is not yet anybody's word."""
    published = _published_on(agency, year, scope=scope)
    if published is not None:
        return published
    reports = Report.objects.filter(agency=agency, reporting_year__year=year, scope=scope, state__in=FILED)
    report = reports.select_related("agency", "reporting_year", "processing_fee", "signature").first()
    if report is None:
        return None
    return content_of(report, last_year=cache(lambda: previous_of(agency, year - 1, scope=scope)))


def _sum(shares: Shares, agency: Agency) -> Content:
    """Figures and fees of several reports added up by share, whole numbers rounded; without their texts.

    What is blank in one of them is blank in the sum.
    """
    form = edition(shares[0][0].edition)
    cells = set.intersection(*(set(content.figures) for content, _ in shares))
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
    return sum((Decimal(content.figures[address]) * share for content, share in shares), Decimal(0))


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
        None if issued is None else int(issued.to_integral_value(ROUND_CEILING)),  # a part of one is one
        added("notices_amount"),
        added("collected_amount"),
    )
