"""Which aspects part 一 of a report has: by its edition and the kind of its agency."""

from govreport.agencies.models import Agency
from govreport.editions.aspects import Aspect, aspects_of
from govreport.reports.models import Report

GOVERNMENTS = (Agency.Kind.GOVERNMENT, Agency.Kind.TOWN)  # by article 50(4)


def aspects_in(report: Report) -> tuple[Aspect, ...]:
    """The aspects of part 一, in their order; none where it is one text."""
    return aspects_of(report.edition.key, government=report.agency.kind in GOVERNMENTS)
