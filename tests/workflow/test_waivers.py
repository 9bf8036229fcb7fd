"""Letting an error pass: the supervisor asks, the authority of the campaign decides, once."""

import pytest

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.audit.models import Entry
from govreport.checks.finding import Finding, Level
from govreport.reports.models import Report, State, Waiver
from govreport.workflow.actions import NotAllowed
from govreport.workflow.answers import ask, can_be_waived, decide, may_ask, waivers_for
from govreport.workflow.conditions import Refused
from tests.drafts import NOW, complete
from tests.people import make_reporting_year
from tests.workflow.findings import finding_of, judged_now, mark_of

County = dict[str, Agency]
Cast = dict[str, User]

WHY = "机构新设，尚无可写的问题"
BALANCE = "applications.new_received.natural_person"


def asked_by(
    person: User, report: Report, *, code: str = "F103", mark: str = "", reason: str = WHY
) -> Waiver:
    return ask(report, code=code, mark=mark or mark_of(report, code), reason=reason, by=person, at=NOW)


@pytest.fixture
def waiver(flawed: Report, cast: Cast) -> Waiver:
    """A request that waits for its answer."""
    return asked_by(cast["supervisor"], flawed)


def decided(waiver: Waiver, person: User, *, grant: bool = True, answer: str = "情况属实") -> Waiver:
    decide(waiver, grant=grant, answer=answer, by=person, at=NOW)
    return Waiver.objects.get(pk=waiver.pk)


def test_a_request_is_kept_with_what_it_is_about(flawed: Report, cast: Cast) -> None:
    finding, mark = finding_of(flawed, "F103"), mark_of(flawed, "F103")

    waiver = asked_by(cast["supervisor"], flawed, reason=f" {WHY}　")

    assert (waiver.report, waiver.code, waiver.anchor) == (flawed, "F103", "problems")
    assert (waiver.fingerprint, waiver.message) == (mark, finding.message)
    assert (waiver.reason, waiver.asked_by, waiver.asked_at) == (WHY, cast["supervisor"], NOW)
    assert waiver.state == Waiver.State.ASKED


def test_a_request_is_recorded(waiver: Waiver, cast: Cast) -> None:
    entry = Entry.objects.get(action="waiver.asked")

    assert (entry.actor, entry.agency, entry.at) == (cast["supervisor"], waiver.report.agency, NOW)
    assert entry.subject == waiver.report.subject
    assert entry.data == {"code": "F103", "anchor": "problems", "reason": WHY}


@pytest.mark.parametrize("reason", ["", " 　", "急", "字" * 501])
def test_a_request_needs_a_reason_of_some_words(flawed: Report, cast: Cast, reason: str) -> None:
    with pytest.raises(Refused, match="请写明理由（2 至 500 个字）"):
        asked_by(cast["supervisor"], flawed, reason=reason)

    assert not Waiver.objects.exists()


@pytest.mark.parametrize("reason", ["新设", "字" * 500])
def test_a_reason_of_2_to_500_characters_is_taken(flawed: Report, cast: Cast, reason: str) -> None:
    assert asked_by(cast["supervisor"], flawed, reason=reason).reason == reason


def test_what_the_form_itself_says_is_not_let_pass(draft: Report, cast: Cast) -> None:
    complete(draft, by=cast["clerk"], figures={BALANCE: "1"})
    judgement = judged_now(draft)
    mark = next(judgement.standings[one].fingerprint for one in judgement.errors if one.code == "T203")

    with pytest.raises(Refused, match="T203 是统一格式本身的要求，不能申请豁免"):
        asked_by(cast["supervisor"], draft, code="T203", mark=mark)

    assert not Waiver.objects.exists()


@pytest.mark.parametrize(
    ("code", "level", "can"),
    [
        ("F101", Level.ERROR, True),
        ("D803", Level.ERROR, True),
        ("F102", Level.ERROR, False),
        ("T201", Level.ERROR, False),
        ("T204", Level.ERROR, False),
        ("F103", Level.QUERY, False),
        ("X304", Level.QUERY, False),
    ],
)
def test_an_error_that_is_not_fixed_can_be_waived(code: str, level: Level, can: bool) -> None:
    assert can_be_waived(Finding(code, level, "", "")) is can


def test_a_query_is_explained_and_not_waived(queried: Report, cast: Cast) -> None:
    with pytest.raises(Refused):
        asked_by(cast["supervisor"], queried, code="X304")


def test_an_error_that_is_no_longer_there_is_not_asked_for(flawed: Report, cast: Cast) -> None:
    with pytest.raises(Refused, match="数据或文字已经变了"):
        asked_by(cast["supervisor"], flawed, mark="0" * 64)


def test_the_same_error_is_not_asked_for_twice(waiver: Waiver, flawed: Report, cast: Cast) -> None:
    with pytest.raises(Refused, match="正在等政务公开办答复"):
        asked_by(cast["supervisor"], flawed)

    assert Waiver.objects.get() == waiver
    assert Entry.objects.filter(action="waiver.asked").count() == 1


def test_what_was_not_let_pass_may_be_asked_for_again(waiver: Waiver, flawed: Report, cast: Cast) -> None:
    decided(waiver, cast["authority"], grant=False)

    assert asked_by(cast["supervisor"], flawed, reason="补充了编制文件").pk != waiver.pk


@pytest.mark.parametrize("person", ["clerk", "stranger", "authority", "foreign_authority", "admin"])
def test_only_the_supervisor_asks(flawed: Report, cast: Cast, person: str) -> None:
    assert not may_ask(cast[person], flawed)

    with pytest.raises(NotAllowed):
        asked_by(cast[person], flawed)

    assert not Waiver.objects.exists()


def test_an_authority_asks_for_its_own_office(flawed: Report, cast: Cast) -> None:
    Membership.objects.create(user=cast["authority"], agency=flawed.agency, role=Role.AUTHORITY)

    assert asked_by(cast["authority"], flawed).asked_by == cast["authority"]


@pytest.mark.parametrize("state", State.values)
def test_there_is_something_to_ask_until_the_report_is_published(
    flawed: Report, cast: Cast, state: str
) -> None:
    Report.objects.filter(pk=flawed.pk).update(state=state)

    if state == State.PUBLISHED:
        with pytest.raises(NotAllowed):
            asked_by(cast["supervisor"], flawed)
    else:
        assert asked_by(cast["supervisor"], flawed).state == Waiver.State.ASKED


@pytest.mark.parametrize(
    ("grant", "state", "action"), [(True, "granted", "waiver.granted"), (False, "refused", "waiver.refused")]
)
def test_an_answer_is_kept_and_recorded(
    waiver: Waiver, cast: Cast, grant: bool, state: str, action: str
) -> None:
    answered = decided(waiver, cast["authority"], grant=grant, answer=" 情况属实 ")

    assert (answered.state, answered.answer) == (state, "情况属实")
    assert (answered.decided_by, answered.decided_at) == (cast["authority"], NOW)
    entry = Entry.objects.get(action=action)
    assert (entry.actor, entry.agency, entry.subject) == (
        cast["authority"],
        waiver.report.agency,
        waiver.report.subject,
    )
    assert entry.data == {"code": "F103", "anchor": "problems", "reason": "情况属实"}


@pytest.mark.parametrize("person", ["clerk", "supervisor", "stranger", "foreign_authority", "admin"])
def test_only_the_authority_of_the_campaign_decides(waiver: Waiver, cast: Cast, person: str) -> None:
    assert not waivers_for(cast[person]).exists()

    with pytest.raises(NotAllowed):
        decided(waiver, cast[person])

    assert Waiver.objects.get().state == Waiver.State.ASKED


@pytest.mark.parametrize("grant", [True, False])
def test_a_request_is_decided_once(waiver: Waiver, cast: Cast, grant: bool) -> None:
    first = decided(waiver, cast["authority"])

    with pytest.raises(Refused, match="已经答复过了"):
        decided(waiver, cast["authority"], grant=grant, answer="改了主意")

    kept = Waiver.objects.get()
    assert (kept.state, kept.answer) == (first.state, first.answer)


@pytest.mark.parametrize("answer", ["", " ", "否", "字" * 501])
def test_a_decision_needs_a_reason(waiver: Waiver, cast: Cast, answer: str) -> None:
    with pytest.raises(Refused, match="请写明理由"):
        decided(waiver, cast["authority"], answer=answer)

    assert Waiver.objects.get().state == Waiver.State.ASKED


def test_an_authority_sees_the_requests_of_its_campaigns_newest_first(
    waiver: Waiver, flawed: Report, county: County, cast: Cast
) -> None:
    decided(waiver, cast["authority"], grant=False)
    second = asked_by(cast["supervisor"], flawed, reason="补充了编制文件")

    assert list(waivers_for(cast["authority"])) == [second, waiver]

    Report.objects.update(reporting_year=make_reporting_year(county["hekou-gov"]))
    assert list(waivers_for(cast["authority"])) == []
    assert list(waivers_for(cast["foreign_authority"])) == [second, waiver]


def test_asking_again_for_what_was_let_pass_takes_nothing_away(flawed: Report, cast: dict[str, User]) -> None:
    mark, supervisor = mark_of(flawed, "F103"), cast["supervisor"]
    waiver = ask(flawed, code="F103", mark=mark, reason="机构新设", by=supervisor, at=NOW)
    decide(waiver, grant=True, answer="情况属实", by=cast["authority"], at=NOW)

    with pytest.raises(Refused):
        ask(flawed, code="F103", mark=mark, reason="机构新设", by=supervisor, at=NOW)

    assert judged_now(flawed).errors == ()
