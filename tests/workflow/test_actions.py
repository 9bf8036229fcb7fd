"""The actions of the workflow: who, when, under which conditions, and what follows."""

from collections.abc import Callable

import pytest

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.audit.models import Entry
from govreport.publishing.models import Origin, Publication
from govreport.publishing.release import release
from govreport.reports.models import Report, Section, State
from govreport.reports.saving import save_section
from govreport.workflow import actions
from govreport.workflow.actions import NotAllowed, WrongState
from govreport.workflow.conditions import Refused
from govreport.workflow.permissions import actions_open_to, editable_states
from govreport.workflow.transitions import TRANSITIONS
from tests.contents import NARRATIVE
from tests.drafts import NOW, complete, section_of, type_in
from tests.importing.past import past

pytestmark = pytest.mark.usefixtures("quick_pdf")

Act = Callable[[Report, User], object]

ACTS: dict[str, Act] = {
    "submit": lambda report, by: actions.submit(report, by=by, at=NOW),
    "withdraw": lambda report, by: actions.withdraw(report, by=by, at=NOW),
    "return": lambda report, by: actions.return_(report, by=by, at=NOW, reason="数字不符"),
    "approve": lambda report, by: actions.approve(report, by=by, at=NOW),
    "publish": lambda report, by: actions.publish(report, by=by, at=NOW),
    "correct": lambda report, by: actions.correct(report, by=by, at=NOW, reason="更正一处"),
}


def state_of(report: Report) -> str:
    return Report.objects.get(pk=report.pk).state


@pytest.fixture
def ready(draft: Report, cast: dict[str, User]) -> Report:
    """A draft without findings."""
    return complete(draft, by=cast["clerk"])


@pytest.fixture
def submitted(ready: Report, cast: dict[str, User]) -> Report:
    actions.submit(ready, by=cast["clerk"], at=NOW)
    return Report.objects.get(pk=ready.pk)


def test_a_report_goes_all_the_way_to_the_public(submitted: Report, cast: dict[str, User]) -> None:
    actions.return_(submitted, by=cast["supervisor"], at=NOW, reason="请补充数据")
    actions.submit(submitted, by=cast["clerk"], at=NOW)
    actions.approve(submitted, by=cast["supervisor"], at=NOW)
    publication = actions.publish(submitted, by=cast["supervisor"], at=NOW)

    assert state_of(submitted) == State.PUBLISHED
    assert (publication.version, publication.agency.code) == (1, "yunxi-lyj")
    done = Entry.objects.filter(subject=submitted.subject, action__startswith="report.").order_by("pk")
    assert [entry.action.removeprefix("report.") for entry in done] == [
        "started",
        "submitted",
        "returned",
        "submitted",
        "approved",
        "published",
    ]


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("state", State.values)
def test_an_action_is_refused_in_every_state_but_its_own(
    ready: Report, cast: dict[str, User], name: str, state: str
) -> None:
    Report.objects.filter(pk=ready.pk).update(state=state)
    person = cast["clerk" if TRANSITIONS[name].role is Role.CLERK else "supervisor"]

    if state in TRANSITIONS[name].sources:
        ACTS[name](ready, person)
        assert state_of(ready) == TRANSITIONS[name].target
    else:
        with pytest.raises(WrongState, match="年报现在是"):
            ACTS[name](ready, person)
        assert state_of(ready) == state


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("person", ["stranger", "authority", "foreign_authority", "admin", "wrong role"])
def test_an_action_is_for_its_role_at_its_agency_only(
    ready: Report, cast: dict[str, User], name: str, person: str
) -> None:
    state = min(TRANSITIONS[name].sources)
    Report.objects.filter(pk=ready.pk).update(state=state)
    wrong_role = "supervisor" if TRANSITIONS[name].role is Role.CLERK else "clerk"

    with pytest.raises(NotAllowed):
        ACTS[name](ready, cast[wrong_role if person == "wrong role" else person])

    assert state_of(ready) == state


def test_a_report_with_errors_is_not_submitted_and_all_are_named(
    draft: Report, cast: dict[str, User]
) -> None:
    with pytest.raises(Refused, match="还有 166 处必须改正") as refusal:
        actions.submit(draft, by=cast["clerk"], at=NOW)

    assert len(refusal.value.findings) == 7 + 24 * 6 + 12 + 3 + 1  # the date under the report
    assert state_of(draft) == State.DRAFT


@pytest.mark.parametrize("reason", ["", " 　", "改", "字" * 501])
def test_a_return_needs_a_reason_of_some_words(submitted: Report, cast: dict[str, User], reason: str) -> None:
    with pytest.raises(Refused, match="请写明理由"):
        actions.return_(submitted, by=cast["supervisor"], at=NOW, reason=reason)


def test_who_wrote_or_submitted_a_report_does_not_approve_it(
    ready: Report, county: dict[str, Agency], cast: dict[str, User]
) -> None:
    Membership.objects.create(user=cast["clerk"], agency=county["yunxi-lyj"], role=Role.SUPERVISOR)
    actions.submit(ready, by=cast["clerk"], at=NOW)

    with pytest.raises(Refused, match="不能审签"):
        actions.approve(ready, by=cast["clerk"], at=NOW)


def test_after_a_return_only_who_writes_again_is_an_author(
    ready: Report, county: dict[str, Agency], cast: dict[str, User]
) -> None:
    Membership.objects.create(user=cast["supervisor"], agency=county["yunxi-lyj"], role=Role.CLERK)
    actions.submit(ready, by=cast["supervisor"], at=NOW)
    actions.return_(ready, by=cast["supervisor"], at=NOW, reason="请再核对")
    actions.submit(ready, by=cast["clerk"], at=NOW)

    actions.approve(ready, by=cast["supervisor"], at=NOW)

    assert state_of(ready) == State.APPROVED


def test_what_a_supervisor_mends_in_review_is_traced_and_makes_no_author(
    submitted: Report, cast: dict[str, User]
) -> None:
    person, section = cast["supervisor"], section_of(submitted, "overview")
    editable = editable_states(person, submitted)
    save_section(
        section,
        {"text": f"{NARRATIVE['overview']}审核中改写。"},
        based_on=section.version,
        by=person,
        at=NOW,
        editable=editable,
    )

    actions.approve(submitted, by=person, at=NOW)

    entry = Entry.objects.filter(action="section.saved").latest("pk")
    assert (entry.actor, entry.data["state"]) == (person, "submitted")


def test_a_report_is_withdrawn_until_a_reviewer_has_opened_it(
    submitted: Report, cast: dict[str, User]
) -> None:
    actions.open_review(submitted, by=cast["supervisor"], at=NOW)

    with pytest.raises(Refused, match="审核人已经打开"):
        actions.withdraw(submitted, by=cast["clerk"], at=NOW)


@pytest.mark.parametrize("person", ["clerk", "authority"])
def test_only_somebody_who_may_approve_opens_the_review(
    submitted: Report, cast: dict[str, User], person: str
) -> None:
    actions.open_review(submitted, by=cast[person], at=NOW)

    actions.withdraw(submitted, by=cast["clerk"], at=NOW)

    assert state_of(submitted) == State.DRAFT


def test_an_author_who_looks_is_no_reviewer_who_opened_it(submitted: Report, cast: dict[str, User]) -> None:
    Membership.objects.create(user=cast["clerk"], agency=submitted.agency, role=Role.SUPERVISOR)

    actions.open_review(Report.objects.get(pk=submitted.pk), by=cast["clerk"], at=NOW)

    assert Report.objects.get(pk=submitted.pk).opened_at is None


def test_an_authority_acts_as_a_supervisor_of_its_own_office(
    submitted: Report, cast: dict[str, User]
) -> None:
    Membership.objects.create(user=cast["authority"], agency=submitted.agency, role=Role.AUTHORITY)

    actions.approve(submitted, by=cast["authority"], at=NOW)

    assert state_of(submitted) == State.APPROVED


def test_a_resubmitted_report_can_be_withdrawn_again(submitted: Report, cast: dict[str, User]) -> None:
    actions.open_review(submitted, by=cast["supervisor"], at=NOW)
    actions.return_(submitted, by=cast["supervisor"], at=NOW, reason="请补充")
    actions.submit(submitted, by=cast["clerk"], at=NOW)

    actions.withdraw(submitted, by=cast["clerk"], at=NOW)

    assert state_of(submitted) == State.DRAFT


def test_a_correction_is_the_next_version_with_its_public_note(
    submitted: Report, cast: dict[str, User]
) -> None:
    supervisor, clerk = cast["supervisor"], cast["clerk"]
    actions.approve(submitted, by=supervisor, at=NOW)
    first = actions.publish(submitted, by=supervisor, at=NOW)
    actions.correct(submitted, by=supervisor, at=NOW, reason=" 行政许可数量有误 ")
    type_in(submitted, "disclosure", {"disclosure.licenses.decisions": "4"}, by=clerk)
    actions.submit(submitted, by=clerk, at=NOW)
    actions.approve(submitted, by=supervisor, at=NOW)

    second = actions.publish(submitted, by=supervisor, at=NOW)

    assert (second.version, second.corrects, second.note) == (2, first, "行政许可数量有误")
    assert first.content.figures != second.content.figures
    assert Report.objects.get(pk=submitted.pk).correction_note == ""


def test_a_publication_holds_what_the_draft_said(submitted: Report, cast: dict[str, User]) -> None:
    actions.approve(submitted, by=cast["supervisor"], at=NOW)

    actions.publish(submitted, by=cast["supervisor"], at=NOW)

    content = Publication.objects.get().content
    assert content.part("problems").startswith("主要问题是")
    assert Section.objects.filter(report=submitted).count() == 8


@pytest.mark.parametrize(
    ("person", "state", "names"),
    [
        ("clerk", "draft", ("submit",)),
        ("clerk", "submitted", ("withdraw",)),
        ("supervisor", "submitted", ("return", "approve")),
        ("supervisor", "approved", ("return", "publish")),
        ("supervisor", "published", ("correct",)),
        ("authority", "submitted", ()),
        ("admin", "draft", ()),
    ],
)
def test_each_person_is_offered_what_role_and_state_allow(
    draft: Report, cast: dict[str, User], person: str, state: str, names: tuple[str, ...]
) -> None:
    draft.state = state

    assert actions_open_to(cast[person], draft) == names


def test_a_report_over_one_that_was_imported_meanwhile_is_not_published_without_a_note(
    submitted: Report, cast: dict[str, User]
) -> None:
    actions.approve(submitted, by=cast["supervisor"], at=NOW)
    release(past(year=2023), agency=submitted.agency, by=None, at=NOW, origin=Origin.IMPORTED)

    with pytest.raises(Refused, match="再发布要有更正说明"):
        actions.publish(submitted, by=cast["supervisor"], at=NOW)

    assert state_of(submitted) == State.APPROVED
    assert Publication.objects.get().origin == Origin.IMPORTED
