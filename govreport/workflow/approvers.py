"""Who may sign a report: the supervisors of its agency who have not written it."""

from collections.abc import Collection
from dataclasses import dataclass

from govreport.agencies.models import Role, User
from govreport.reports.models import Report
from govreport.workflow.authors import authors_of


@dataclass(frozen=True)
class Approvers:
    """The people to whom a report goes; `barred` are the supervisors who wrote it and so may not sign."""

    able: tuple[User, ...]
    barred: tuple[User, ...]


def approvers_of(report: Report, *, writers: Collection[int] = ()) -> Approvers:
    """The supervisors of the report's agency, an authority for its own office among them, by name.

    `writers` are the ids of people who are about to become authors: whoever submits it, say.
    """
    authors = authors_of(report) | set(writers)
    people = User.objects.filter(
        is_active=True,
        memberships__agency=report.agency,
        memberships__role__in=[Role.SUPERVISOR, Role.AUTHORITY],
    )
    found = tuple(people.distinct().order_by("name", "pk"))
    return Approvers(
        able=tuple(person for person in found if person.pk not in authors),
        barred=tuple(person for person in found if person.pk in authors),
    )
