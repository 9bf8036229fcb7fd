"""What was saved in a report since something was done to it, read from the audit trail."""

from collections.abc import Mapping
from itertools import groupby

from govreport.audit.models import Entry
from govreport.reports.models import Report, SectionKey
from govreport.reports.saving import SAVED, Change, first_and_last


def changes_since(report: Report, entry: Entry) -> Mapping[SectionKey, Mapping[str, Change]]:
    """What the fields held then and hold now, by section in the order of the form, then by field name.

    A field that holds again what it held then is left out.
    """
    saves = Entry.objects.filter(subject=report.subject, action=SAVED, pk__gt=entry.pk).order_by("pk")
    order = list(SectionKey)
    in_order = sorted(saves, key=lambda save: order.index(save.data["section"]))  # stable: by time within
    found = {
        SectionKey(key): first_and_last(group)
        for key, group in groupby(in_order, key=lambda save: save.data["section"])
    }
    return {key: changes for key, changes in found.items() if changes}
