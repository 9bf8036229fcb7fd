"""Two actions at the same moment on two real connections: one of each, never half of one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from govreport.agencies.models import User
from govreport.audit.models import Entry
from govreport.publishing.models import Artifact, Figure, Publication
from govreport.rendering.renderers import RENDERERS
from govreport.reports.models import Report, State
from govreport.reports.saving import NotEditable
from govreport.workflow import actions
from govreport.workflow.actions import WrongState
from tests.contents import NARRATIVE
from tests.drafts import NOW, complete, type_in
from tests.races import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("quick_pdf")]

ROUNDS = 5


@pytest.fixture
def ready(draft: Report, cast: dict[str, User]) -> Report:
    return complete(draft, by=cast["clerk"])


def told(act: Callable[..., object], *args: object, **kwargs: object) -> str:
    """ "done", or the name of what was told instead."""
    try:
        act(*args, **kwargs)
    except (WrongState, NotEditable) as refusal:
        return type(refusal).__name__
    return "done"


def put_back(report: Report, state: State) -> None:
    Report.objects.filter(pk=report.pk).update(state=state, opened_at=None)


def done(report: Report, action: str) -> int:
    return Entry.objects.filter(subject=report.subject, action=action).count()


def test_submitting_and_saving_at_once_never_changes_a_submitted_report(
    ready: Report, cast: dict[str, User]
) -> None:
    for number in range(ROUNDS):
        put_back(ready, State.DRAFT)
        text = {"text": f"{NARRATIVE['overview']}第{number}次同时保存。"}

        submitted, saved = at_once(
            partial(told, actions.submit, ready, by=cast["clerk"], at=timezone.now()),
            partial(told, type_in, ready, "overview", text, by=cast["clerk"]),
        )

        assert submitted == "done"
        last = Entry.objects.filter(subject=ready.subject).latest("pk")
        assert (last.action, saved) in {("report.submitted", "done"), ("report.submitted", "NotEditable")}


def test_approving_and_returning_at_once_is_one_of_the_two(ready: Report, cast: dict[str, User]) -> None:
    supervisor = cast["supervisor"]
    for number in range(ROUNDS):
        put_back(ready, State.SUBMITTED)
        before = done(ready, "report.approved"), done(ready, "report.returned")

        answers = at_once(
            partial(told, actions.approve, ready, by=supervisor, at=timezone.now()),
            partial(told, actions.return_, ready, by=supervisor, at=timezone.now(), reason="请再核对"),
        )

        # An approved report can still be returned: then both were done, one after the other.
        approved, returned = done(ready, "report.approved"), done(ready, "report.returned")
        assert returned - before[1] == 1 or approved - before[0] == 1
        assert answers in (["done", "done"], ["WrongState", "done"], ["done", "WrongState"]), number
        state = Report.objects.get(pk=ready.pk).state
        assert state == (State.RETURNED if answers[1] == "done" else State.APPROVED)


def test_publishing_twice_at_once_publishes_once(
    ready: Report, cast: dict[str, User], artifact_store: Path
) -> None:
    put_back(ready, State.APPROVED)
    publish = partial(told, actions.publish, ready, by=cast["supervisor"], at=timezone.now())

    answers = at_once(publish, publish)

    assert sorted(answers) == ["WrongState", "done"]
    assert (Publication.objects.count(), Artifact.objects.count()) == (1, len(RENDERERS))
    assert done(ready, "report.published") == 1
    assert len(list(artifact_store.iterdir())) == len(RENDERERS)


def test_a_crash_between_the_files_and_the_commit_leaves_nothing_published(
    ready: Report, cast: dict[str, User], monkeypatch: pytest.MonkeyPatch, artifact_store: Path
) -> None:
    put_back(ready, State.APPROVED)

    def crash(*args: object, **kwargs: object) -> None:
        raise OSError("the machine stops")

    monkeypatch.setattr("govreport.workflow.actions.record", crash)
    with pytest.raises(OSError, match="stops"):
        actions.publish(ready, by=cast["supervisor"], at=NOW)

    assert [model.objects.count() for model in (Publication, Artifact, Figure)] == [0, 0, 0]
    assert Report.objects.get(pk=ready.pk).state == State.APPROVED
    assert len(list(artifact_store.iterdir())) == len(RENDERERS)
