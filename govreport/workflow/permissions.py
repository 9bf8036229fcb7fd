"""Who may do what to a report, by role and state. Views ask; they never decide."""

from govreport.agencies.memberships import agencies_of, roles_of
from govreport.agencies.models import Agency, Role, User
from govreport.publishing.models import Publication
from govreport.reports.models import Report, State
from govreport.workflow.transitions import TRANSITIONS

# A clerk writes; a supervisor may mend in review, which is traced and makes nobody an author.
EDITABLE: dict[Role, frozenset[State]] = {
    Role.CLERK: frozenset({State.DRAFT, State.RETURNED}),
    Role.SUPERVISOR: frozenset({State.SUBMITTED}),
}


def acting_roles(user: User, report: Report) -> frozenset[Role]:
    """The person's roles for this report; an authority acts as a supervisor for its own office."""
    roles = roles_of(user, report.agency)
    return roles | {Role.SUPERVISOR} if Role.AUTHORITY in roles else roles


def reads_as_authority(user: User, report: Report) -> bool:
    """Whether this person oversees the report and has no part in it."""
    overseen = agencies_of(user, Role.AUTHORITY).filter(pk=report.reporting_year.authority_id)
    return overseen.exists() and not roles_of(user, report.agency)


def editable_states(user: User, report: Report) -> frozenset[State]:
    """The states in which this person may change the report; empty for those who only read."""
    roles = acting_roles(user, report)
    return frozenset(state for role in roles for state in EDITABLE.get(role, ()))


def may_edit(user: User, report: Report) -> bool:
    """Whether this person may change the report as it stands now."""
    return State(report.state) in editable_states(user, report)


def years_taken_over(agency: Agency) -> set[int]:
    """The years whose report was published before this system and is not written in it.

    Nobody starts a draft for them: what is wrong in them is corrected by importing them again, with a note.
    """
    written = Report.objects.filter(agency=agency).values("reporting_year__year")
    published = Publication.objects.filter(agency=agency).exclude(year__in=written)
    return set(published.values_list("year", flat=True))


def may(user: User, action: str, report: Report) -> bool:
    """Whether this person has the role that an action of the table needs, whatever the state is."""
    return TRANSITIONS[action].role in acting_roles(user, report)


def actions_open_to(user: User, report: Report) -> tuple[str, ...]:
    """The actions that role and state allow this person now, in the order of the table."""
    roles, state = acting_roles(user, report), State(report.state)
    found = (name for name, item in TRANSITIONS.items() if item.role in roles and state in item.sources)
    return tuple(name for name in found if name != "withdraw" or report.opened_at is None)
