"""The workflow as a table: from which states, to which, by whom, under which conditions."""

from collections.abc import Callable
from dataclasses import dataclass

from govreport.agencies.models import Role
from govreport.reports.models import State
from govreport.workflow.conditions import (
    Attempt,
    a_note_where_published_before,
    a_reason,
    no_errors,
    no_errors_and_queries_explained,
    not_the_author,
    not_yet_opened_by_a_reviewer,
)

Condition = Callable[[Attempt], None]


@dataclass(frozen=True)
class Transition:
    """One action: allowed in `sources`, leads to `target`, done by `role`, when all `needs` hold.

    `done` is what the audit trail calls it, `label` what the button says.
    """

    label: str
    done: str
    sources: frozenset[State]
    target: State
    role: Role
    needs: tuple[Condition, ...] = ()

    @property
    def asks_for_a_reason(self) -> bool:
        """Whether the person must say why."""
        return a_reason in self.needs


TRANSITIONS: dict[str, Transition] = {
    "submit": Transition(
        "提交审核",
        "report.submitted",
        frozenset({State.DRAFT, State.RETURNED}),
        State.SUBMITTED,
        Role.CLERK,
        (no_errors_and_queries_explained,),
    ),
    "withdraw": Transition(
        "撤回",
        "report.withdrawn",
        frozenset({State.SUBMITTED}),
        State.DRAFT,
        Role.CLERK,
        (not_yet_opened_by_a_reviewer,),
    ),
    "return": Transition(
        "退回修改",
        "report.returned",
        frozenset({State.SUBMITTED, State.APPROVED}),
        State.RETURNED,
        Role.SUPERVISOR,
        (a_reason,),
    ),
    "approve": Transition(
        "审签通过",
        "report.approved",
        frozenset({State.SUBMITTED}),
        State.APPROVED,
        Role.SUPERVISOR,
        (not_the_author, no_errors_and_queries_explained),
    ),
    "publish": Transition(
        "发布",
        "report.published",
        frozenset({State.APPROVED}),
        State.PUBLISHED,
        Role.SUPERVISOR,
        (a_note_where_published_before, no_errors),
    ),
    "correct": Transition(
        "更正",
        "report.reopened",
        frozenset({State.PUBLISHED}),
        State.DRAFT,
        Role.SUPERVISOR,
        (a_reason,),
    ),
}
