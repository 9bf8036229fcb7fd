"""Two people answering to the same finding at the same moment: one does it, the other is told."""

from collections.abc import Callable
from functools import partial

import pytest

from govreport.agencies.models import Membership, Role, User
from govreport.audit.models import Entry
from govreport.reports.models import Report, Waiver
from govreport.workflow.answers import ask, decide
from govreport.workflow.conditions import Refused
from tests.drafts import NOW
from tests.races import at_once
from tests.workflow.findings import mark_of

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5


def told(act: Callable[..., object], *args: object, **kwargs: object) -> str:
    """ "done", or the sentence that was told instead."""
    try:
        act(*args, **kwargs)
    except Refused as refusal:
        return str(refusal)
    return "done"


def recorded(*actions: str) -> int:
    return Entry.objects.filter(action__in=actions).count()


def test_two_supervisors_asking_at_once_ask_once(flawed: Report, cast: dict[str, User]) -> None:
    Membership.objects.create(user=cast["stranger"], agency=flawed.agency, role=Role.SUPERVISOR)
    people, mark = (cast["supervisor"], cast["stranger"]), mark_of(flawed, "F103")
    for number in range(1, ROUNDS + 1):
        answers = at_once(
            *(
                partial(told, ask, flawed, code="F103", mark=mark, reason="机构新设", by=one, at=NOW)
                for one in people
            )
        )

        assert sorted(answers) == ["done", "这一处已经申请过豁免，正在等政务公开办答复"]
        waiver = Waiver.objects.get(state=Waiver.State.ASKED)
        assert waiver.asked_by == people[answers.index("done")]
        assert recorded("waiver.asked") == number
        decide(waiver, grant=False, answer="请先改正", by=cast["authority"], at=NOW)


def test_a_request_decided_twice_at_once_is_decided_once(flawed: Report, cast: dict[str, User]) -> None:
    mark = mark_of(flawed, "F103")
    answer = partial(decide, by=cast["authority"], at=NOW)
    for number in range(1, ROUNDS + 1):
        waiver = ask(flawed, code="F103", mark=mark, reason="机构新设", by=cast["supervisor"], at=NOW)

        answers = at_once(
            partial(told, answer, waiver, grant=True, answer="情况属实"),
            partial(told, answer, waiver, grant=False, answer="请先改正"),
        )

        assert sorted(answers) == ["done", "这项申请已经答复过了"]
        kept = Waiver.objects.get(pk=waiver.pk)
        granted = answers[0] == "done"
        assert (kept.state, kept.answer) == (("granted", "情况属实") if granted else ("refused", "请先改正"))
        assert recorded("waiver.granted", "waiver.refused") == number
        kept.delete()  # what was let pass is not asked again
