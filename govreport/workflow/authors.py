"""Who wrote a report: read from the audit trail, so it cannot be forgotten."""

from django.db.models import Q

from govreport.audit.models import Entry
from govreport.reports.models import Report, State

WRITING = Q(action="report.submitted") | Q(
    action__in=["section.saved", "finding.explained"], data__state__in=[State.DRAFT, State.RETURNED]
)


def authors_of(report: Report) -> frozenset[int]:
    """The ids of all who changed, explained or submitted the report since it was last returned.

    What a supervisor changed in review is traced, but makes nobody an author.
    """
    entries = Entry.objects.filter(subject=report.subject)
    returned = entries.filter(action="report.returned").order_by("-pk").values_list("pk", flat=True).first()
    written = entries.filter(WRITING, pk__gt=returned or 0, actor__isnull=False)
    return frozenset(written.values_list("actor", flat=True))
