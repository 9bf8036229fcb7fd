"""Who may do what to a report, by role and state. Views ask; they never decide."""

from govreport.agencies.memberships import agencies_of, roles_of
from govreport.agencies.models import Role, User
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


def may(user: User, action: str, report: Report) -> bool:
    """Whether this person has the role that an action of the table needs, whatever the state is."""
    return TRANSITIONS[action].role in acting_roles(user, report)


def actions_open_to(user: User, report: Report) -> tuple[str, ...]:
    """The actions that role and state allow this person now, in the order of the table."""
    roles, state = acting_roles(user, report), State(report.state)
    found = (name for name, item in TRANSITIONS.items() if item.role in roles and state in item.sources)
    return tuple(name for name in found if name != "withdraw" or report.opened_at is None)
