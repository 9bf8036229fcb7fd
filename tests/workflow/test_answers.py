"""Explaining a query: what an answer must say, to what, by whom and when."""

from datetime import timedelta

import pytest

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.audit.models import Entry
from govreport.checks.finding import Level
from govreport.reports.models import Explanation, Report, State
from govreport.workflow.actions import NotAllowed, approve, submit
from govreport.workflow.answers import explain
from govreport.workflow.conditions import Refused
from govreport.workflow.judging import judge
from tests.drafts import NOW, complete, type_in
from tests.workflow.findings import FEES, REASON, mark_of, publish, standing_of

pytestmark = pytest.mark.usefixtures("quick_pdf")

County = dict[str, Agency]
Cast = dict[str, User]

IN_FORCE = "disclosure.normative_documents.in_force"


def answer(
    report: Report, by: User, *, code: str = "X304", mark: str = "", choice: str = "", text: str = REASON
) -> Explanation:
    mark = mark or mark_of(report, code)
    return explain(report, code=code, mark=mark, choice=choice, text=text, by=by, at=NOW)


@pytest.fixture
def drifting(draft: Report, county: County, cast: Cast) -> Report:
    """A draft with one query, Y402, for which reasons can be ticked: 5 documents in force became 4."""
    publish(county["yunxi-lyj"], {IN_FORCE: 5})
    return complete(draft, by=cast["clerk"], figures={IN_FORCE: "4"})


def test_an_answer_is_kept_with_what_it_speaks_of(queried: Report, cast: Cast) -> None:
    mark = mark_of(queried, "X304")

    said = answer(queried, cast["clerk"], text=f"　{REASON}\n")

    assert (said.report, said.code, said.anchor, said.fingerprint) == (queried, "X304", FEES, mark)
    assert (said.choice, said.text, said.given_by, said.given_at) == ("", REASON, cast["clerk"], NOW)


def test_an_answer_is_recorded(queried: Report, cast: Cast) -> None:
    answer(queried, cast["clerk"])

    entry = Entry.objects.get(action="finding.explained")
    assert (entry.actor, entry.agency, entry.at) == (cast["clerk"], queried.agency, NOW)
    assert entry.subject == queried.subject
    assert entry.data == {"code": "X304", "anchor": FEES, "reason": REASON, "state": "draft"}


@pytest.mark.parametrize("length", [6, 500])
def test_an_answer_of_6_to_500_characters_is_taken(queried: Report, cast: Cast, length: int) -> None:
    answer(queried, cast["clerk"], text="字" * length)

    assert standing_of(queried, "X304").explanation is not None


@pytest.mark.parametrize(("text", "length"), [("", 0), ("　 \n", 0), (" 五个字呢。 ", 5), ("字" * 501, 501)])
def test_an_answer_that_is_too_short_or_too_long_is_refused(
    queried: Report, cast: Cast, text: str, length: int
) -> None:
    with pytest.raises(Refused, match=f"情况说明请写 6 至 500 个字，现在是 {length} 个字"):
        answer(queried, cast["clerk"], text=text)

    assert not Explanation.objects.exists()
    assert not Entry.objects.filter(action="finding.explained").exists()


def test_a_ticked_reason_alone_is_enough(drifting: Report, cast: Cast) -> None:
    said = answer(drifting, cast["clerk"], code="Y402", choice="自然失效", text="")

    assert (said.choice, said.text, said.words) == ("自然失效", "", "自然失效")
    assert standing_of(drifting, "Y402").explanation == said


def test_a_ticked_reason_may_be_told_in_words_too(drifting: Report, cast: Cast) -> None:
    said = answer(drifting, cast["clerk"], code="Y402", choice="清理", text="一件文件有效期届满。")

    assert said.words == "清理：一件文件有效期届满。"
    assert Entry.objects.get(action="finding.explained").data["reason"] == said.words


def test_words_beside_a_ticked_reason_are_not_too_few(drifting: Report, cast: Cast) -> None:
    with pytest.raises(Refused, match="现在是 2 个字"):
        answer(drifting, cast["clerk"], code="Y402", choice="清理", text="一件")


@pytest.mark.parametrize("choice", ["别的原因", "清理,自然失效"])
def test_a_reason_that_is_not_listed_is_refused(drifting: Report, cast: Cast, choice: str) -> None:
    with pytest.raises(Refused, match="请在列出的理由中选择"):
        answer(drifting, cast["clerk"], code="Y402", choice=choice)


def test_where_no_reason_is_listed_none_can_be_ticked(queried: Report, cast: Cast) -> None:
    with pytest.raises(Refused, match="请在列出的理由中选择"):
        answer(queried, cast["clerk"], choice="清理")


@pytest.mark.parametrize("mark", ["0" * 64, "x"])
def test_an_answer_to_something_else_is_refused(queried: Report, cast: Cast, mark: str) -> None:
    with pytest.raises(Refused, match="数据或文字已经变了"):
        answer(queried, cast["clerk"], mark=mark)


def test_the_mark_belongs_to_its_code(queried: Report, cast: Cast) -> None:
    with pytest.raises(Refused, match="数据或文字已经变了"):
        answer(queried, cast["clerk"], code="T205", mark=mark_of(queried, "X304"))


def test_what_was_changed_meanwhile_is_not_explained_unseen(queried: Report, cast: Cast) -> None:
    seen = mark_of(queried, "X304")
    type_in(queried, "disclosure", {FEES: "80000"}, by=cast["clerk"])

    with pytest.raises(Refused, match="请看新的检查结果"):
        answer(queried, cast["clerk"], mark=seen)

    assert not Explanation.objects.exists()


def test_an_error_is_not_explained_away(flawed: Report, cast: Cast) -> None:
    with pytest.raises(Refused):
        answer(flawed, cast["clerk"], code="F103")


def test_a_note_needs_no_answer_and_takes_none(queried: Report, cast: Cast) -> None:
    near = NOW + timedelta(days=15)
    judgement = judge(queried, day=near.date())
    (note,) = judgement.of(Level.NOTE)
    mark = judgement.standings[note].fingerprint

    with pytest.raises(Refused, match="数据或文字已经变了"):
        explain(queried, code="D801", mark=mark, choice="", text=REASON, by=cast["clerk"], at=near)


@pytest.mark.parametrize("person", ["stranger", "authority", "foreign_authority", "admin"])
def test_only_who_fills_in_a_draft_explains(queried: Report, cast: Cast, person: str) -> None:
    with pytest.raises(NotAllowed):
        answer(queried, cast[person])

    assert not Explanation.objects.exists()


MAY_EXPLAIN = {
    "clerk": {State.DRAFT, State.RETURNED},
    "supervisor": {State.SUBMITTED},
    "authority": set[State](),
}


@pytest.mark.parametrize("person", MAY_EXPLAIN)
@pytest.mark.parametrize("state", State.values)
def test_who_may_change_the_report_now_may_explain(
    queried: Report, cast: Cast, person: str, state: str
) -> None:
    Report.objects.filter(pk=queried.pk).update(state=state)

    if state in MAY_EXPLAIN[person]:
        assert answer(queried, cast[person]).given_by == cast[person]
    else:
        with pytest.raises(NotAllowed if person == "authority" else Refused):
            answer(queried, cast[person])


def test_the_state_that_counts_is_the_stored_one(queried: Report, cast: Cast) -> None:
    mark = mark_of(queried, "X304")
    Report.objects.filter(pk=queried.pk).update(state=State.PUBLISHED)
    assert queried.state == State.DRAFT

    with pytest.raises(Refused, match="已发布"):
        answer(queried, cast["clerk"], mark=mark)


def test_who_explained_has_written_and_does_not_approve(queried: Report, cast: Cast) -> None:
    Membership.objects.create(user=cast["stranger"], agency=queried.agency, role=Role.CLERK)
    Membership.objects.create(user=cast["stranger"], agency=queried.agency, role=Role.SUPERVISOR)
    answer(queried, cast["stranger"])
    submit(queried, by=cast["clerk"], at=NOW)

    with pytest.raises(Refused, match="不能审签"):
        approve(queried, by=cast["stranger"], at=NOW)
