"""Writing to the record: the only way entries come to be."""

from datetime import datetime

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry


def record(
    action: str, *, actor: User | None, agency: Agency | None, subject: str, at: datetime, **data: object
) -> Entry:
    """Add an entry, in the transaction of what it speaks of.

    `subject` names what was acted on ("report:12"); `data` is what is worth keeping, as JSON can hold it.
    No actor means the system itself.
    """
    return Entry.objects.create(actor=actor, agency=agency, subject=subject, at=at, action=action, data=data)
