"""Why a report is open again: the return that still counts, or what is corrected."""

from govreport.audit.models import Entry
from govreport.reports.models import Report, State

RETURNED, PUBLISHED = "report.returned", "report.published"


def last_entry(report: Report, *actions: str) -> Entry | None:
    """The newest entry of one of these actions."""
    entries = Entry.objects.filter(subject=report.subject, action__in=actions)
    return entries.select_related("actor").order_by("-pk").first()


def last_return(report: Report) -> Entry | None:
    """The last return since the report was published, if ever; None when there was none."""
    entry = last_entry(report, RETURNED, PUBLISHED)
    return entry if entry is not None and entry.action == RETURNED else None


def reopened(report: Report) -> str:
    """In one line, why somebody has to work on the report once more; "" when nothing is known."""
    if report.state == State.RETURNED:
        entry = last_return(report)
        return f"退回意见：{entry.data.get('reason', '')}" if entry else ""
    if report.state == State.DRAFT and report.correction_note:
        return f"更正说明：{report.correction_note}"
    return ""
