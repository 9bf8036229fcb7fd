"""How the findings of a stored report stand: explained, asked again, waived; and what is kept of them."""

import json

import pytest

from govreport.agencies.models import Agency, User
from govreport.checks.finding import Level
from govreport.checks.subject import CheckSettings
from govreport.reports.drafts import start
from govreport.reports.models import Explanation, Report, State, Waiver
from govreport.workflow.answers import ask, decide, explain
from govreport.workflow.judging import evidence_of
from govreport.years.check_rules import change
from tests.drafts import NOW, complete, type_in
from tests.workflow.findings import FEES, REASON, finding_of, judged_now, mark_of, publish, standing_of

pytestmark = pytest.mark.usefixtures("quick_pdf")

County = dict[str, Agency]
Cast = dict[str, User]

IN_FORCE = "disclosure.normative_documents.in_force"
# Longer than the 200 characters from which on texts are compared.
SHARED_TEXT = "".join(
    f"全县第{number}个乡镇的公开栏由专人逐项核对，涉及群众切身利益的事项先审后发。"
    for number in "一二三四五六七八"
)


def answer(report: Report, code: str, by: User, *, choice: str = "", text: str = REASON) -> Explanation:
    mark = mark_of(report, code)
    return explain(report, code=code, mark=mark, choice=choice, text=text, by=by, at=NOW)


def waiver_of(report: Report, cast: Cast, *, grant: bool) -> Waiver:
    """The error F103 of the report, let pass or not."""
    mark = mark_of(report, "F103")
    reason = "机构新设，尚无可写的问题"
    asked = ask(report, code="F103", mark=mark, reason=reason, by=cast["supervisor"], at=NOW)
    decide(asked, grant=grant, answer="情况属实", by=cast["authority"], at=NOW)
    return Waiver.objects.get(pk=asked.pk)


def unexplained(report: Report) -> list[str]:
    return [finding.code for finding in judged_now(report).unexplained]


def errors(report: Report) -> list[str]:
    return [finding.code for finding in judged_now(report).errors]


def test_a_query_without_an_answer_keeps_the_report_back(queried: Report) -> None:
    judgement, standing = judged_now(queried), standing_of(queried, "X304")

    assert [finding.code for finding in judgement.unexplained] == ["X304"]
    assert judgement.blocking == judgement.unexplained
    assert (standing.explanation, standing.outdated, standing.waiver) == (None, None, None)


def test_a_query_that_is_explained_keeps_nothing_back(queried: Report, cast: Cast) -> None:
    said = answer(queried, "X304", cast["clerk"])

    standing = standing_of(queried, "X304")

    assert (standing.explanation, standing.outdated) == (said, None)
    assert judged_now(queried).blocking == ()


def test_an_explained_finding_is_still_found(queried: Report, cast: Cast) -> None:
    answer(queried, "X304", cast["clerk"])

    assert finding_of(queried, "X304").level is Level.QUERY


def test_an_explanation_of_other_data_is_outdated(queried: Report, cast: Cast) -> None:
    said = answer(queried, "X304", cast["clerk"])

    type_in(queried, "disclosure", {FEES: "80000"}, by=cast["clerk"])

    standing = standing_of(queried, "X304")
    assert (standing.explanation, standing.outdated) == (None, said)
    assert unexplained(queried) == ["X304"]


def test_an_explanation_is_kept_asked_again_and_valid_again(queried: Report, cast: Cast) -> None:
    clerk = cast["clerk"]
    said = answer(queried, "X304", clerk)

    for _ in range(10):
        for key in ("disclosure", "applications", "disputes", "overview", "problems"):
            type_in(queried, key, {}, by=clerk)
        assert standing_of(queried, "X304").explanation == said
    type_in(queried, "disclosure", {FEES: "80000"}, by=clerk)
    changed = standing_of(queried, "X304")
    type_in(queried, "disclosure", {FEES: "70487"}, by=clerk)
    back = standing_of(queried, "X304")

    assert (changed.explanation, changed.outdated) == (None, said)
    assert (back.explanation, back.outdated) == (said, None)
    assert judged_now(queried).blocking == ()


def test_the_same_number_written_otherwise_is_no_other_data(queried: Report, cast: Cast) -> None:
    said = answer(queried, "X304", cast["clerk"])

    type_in(queried, "disclosure", {FEES: "70,487.00"}, by=cast["clerk"])

    assert standing_of(queried, "X304").explanation == said


def test_a_change_elsewhere_leaves_an_explanation_valid(queried: Report, cast: Cast) -> None:
    said = answer(queried, "X304", cast["clerk"])

    type_in(queried, "disclosure", {"disclosure.licenses.decisions": "9"}, by=cast["clerk"])
    type_in(queried, "problems", {"text": "主要问题是人手不足，明年起由办公室统一负责。"}, by=cast["clerk"])

    assert standing_of(queried, "X304").explanation == said


def test_an_explanation_speaks_of_one_finding_only(queried: Report, cast: Cast) -> None:
    answer(queried, "X304", cast["clerk"])

    issued = {"disclosure.normative_documents.issued": "3"}
    type_in(queried, "disclosure", issued, by=cast["clerk"])

    assert unexplained(queried) == ["T205"]
    assert standing_of(queried, "T205").outdated is None


def test_of_two_answers_to_the_same_data_the_newer_counts(queried: Report, cast: Cast) -> None:
    answer(queried, "X304", cast["clerk"])

    newer = answer(queried, "X304", cast["clerk"], text="已与财政票据逐笔核对，无误。")

    assert standing_of(queried, "X304").explanation == newer


def test_what_changed_in_last_year_s_report_is_asked_about_again(
    draft: Report, county: County, cast: Cast
) -> None:
    complete(draft, by=cast["clerk"], figures={IN_FORCE: "4"})
    publish(county["yunxi-lyj"], {IN_FORCE: 6})
    said = answer(draft, "Y402", cast["clerk"], choice="清理", text="")

    publish(county["yunxi-lyj"], {IN_FORCE: 5}, note="更正现行有效件数")

    standing = standing_of(draft, "Y402")
    assert (standing.explanation, standing.outdated) == (None, said)


def test_an_error_that_was_let_pass_does_not_count(flawed: Report, cast: Cast) -> None:
    assert errors(flawed) == ["F103"]

    waiver = waiver_of(flawed, cast, grant=True)

    standing = standing_of(flawed, "F103")
    assert (standing.waiver, standing.waived) == (waiver, True)
    assert judged_now(flawed).blocking == ()
    assert [finding.code for finding in judged_now(flawed).of(Level.ERROR)] == ["F103"]


def test_an_error_that_was_not_let_pass_counts(flawed: Report, cast: Cast) -> None:
    waiver = waiver_of(flawed, cast, grant=False)

    standing = standing_of(flawed, "F103")

    assert (standing.waiver, standing.waived) == (waiver, False)
    assert errors(flawed) == ["F103"]


def test_a_request_that_waits_lets_nothing_pass(flawed: Report, cast: Cast) -> None:
    mark = mark_of(flawed, "F103")
    ask(flawed, code="F103", mark=mark, reason="请予通过", by=cast["supervisor"], at=NOW)

    assert errors(flawed) == ["F103"]


def test_a_waiver_holds_for_what_was_let_pass_and_no_longer(flawed: Report, cast: Cast) -> None:
    waiver_of(flawed, cast, grant=True)

    type_in(flawed, "problems", {"text": "没有任何问题"}, by=cast["clerk"])
    assert (errors(flawed), standing_of(flawed, "F103").waiver) == (["F103"], None)

    type_in(flawed, "problems", {"text": "没有发现问题"}, by=cast["clerk"])
    assert errors(flawed) == []


def set_levels(authority: Agency, levels: dict[str, Level], by: User) -> None:
    change(authority, CheckSettings(levels), based_on=0, by=by, at=NOW)


def test_an_error_set_to_a_query_is_explained_instead(flawed: Report, county: County, cast: Cast) -> None:
    set_levels(county["yunxi-gov"], {"F103": Level.QUERY}, cast["authority"])
    assert (errors(flawed), unexplained(flawed)) == ([], ["F103"])

    answer(flawed, "F103", cast["clerk"])

    assert judged_now(flawed).blocking == ()


def test_a_query_set_to_a_note_needs_no_answer(queried: Report, county: County, cast: Cast) -> None:
    set_levels(county["yunxi-gov"], {"X304": Level.NOTE}, cast["authority"])

    assert finding_of(queried, "X304").level is Level.NOTE
    assert judged_now(queried).blocking == ()


def test_another_authority_s_levels_do_not_apply(queried: Report, county: County, cast: Cast) -> None:
    set_levels(county["hekou-gov"], {"X304": Level.NOTE}, cast["foreign_authority"])

    assert unexplained(queried) == ["X304"]


@pytest.fixture
def copied(draft: Report, county: County, cast: Cast) -> Report:
    """A draft with a text that a neighbour has submitted."""
    neighbour = start(county["yunxi-jtj"], draft.reporting_year, by=cast["stranger"], at=NOW)
    type_in(neighbour, "overview", {"text": SHARED_TEXT}, by=cast["stranger"])
    Report.objects.filter(pk=neighbour.pk).update(state=State.SUBMITTED)
    complete(draft, by=cast["clerk"])
    type_in(draft, "overview", {"text": SHARED_TEXT}, by=cast["clerk"])
    return draft


def test_N507_is_a_note_to_the_agency_and_a_query_to_the_authority(copied: Report) -> None:
    assert finding_of(copied, "N507").level is Level.NOTE
    assert "N507" not in [finding.code for finding in judged_now(copied).blocking]

    seen = judged_now(copied, for_authority=True)

    assert "N507" in [finding.code for finding in seen.unexplained]


def test_the_evidence_holds_every_finding_as_json_can(queried: Report) -> None:
    evidence = json.loads(json.dumps(evidence_of(judged_now(queried))))

    (line,) = evidence["findings"]
    finding = finding_of(queried, "X304")
    assert line == {
        "code": "X304",
        "level": "query",
        "message": finding.message,
        "cells": [FEES],
        "part": None,
        "passage": "",
        "fingerprint": mark_of(queried, "X304"),
    }
    assert {"code": "Y401", "reason": "缺上一年度的年报"} in evidence["not_assessable"]


def test_the_evidence_holds_what_was_said(queried: Report, cast: Cast) -> None:
    answer(queried, "X304", cast["clerk"])

    evidence = json.loads(json.dumps(evidence_of(judged_now(queried))))

    said = {"choice": "", "text": REASON, "by": "苏禾", "at": NOW.isoformat()}
    assert evidence["findings"][0]["explanation"] == said


def test_the_evidence_holds_no_answer_to_other_data(queried: Report, cast: Cast) -> None:
    answer(queried, "X304", cast["clerk"])
    type_in(queried, "disclosure", {FEES: "80000"}, by=cast["clerk"])

    evidence = json.dumps(evidence_of(judged_now(queried)))

    assert "explanation" not in evidence


def test_the_evidence_holds_what_was_let_pass_and_by_whom(flawed: Report, cast: Cast) -> None:
    waiver_of(flawed, cast, grant=True)

    evidence = json.loads(json.dumps(evidence_of(judged_now(flawed))))

    assert evidence["findings"][0]["waiver"] == {
        "reason": "机构新设，尚无可写的问题",
        "answer": "情况属实",
        "asked_by": "林远",
        "decided_by": "文开",
        "decided_at": NOW.isoformat(),
    }


def test_the_evidence_holds_no_waiver_that_was_refused(flawed: Report, cast: Cast) -> None:
    waiver_of(flawed, cast, grant=False)

    assert "waiver" not in json.dumps(evidence_of(judged_now(flawed)))
