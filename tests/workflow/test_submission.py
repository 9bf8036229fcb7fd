"""What keeps a report from being submitted, and what a submission and a publication keep of the checks."""

import hashlib

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from govreport.agencies.models import Agency, User
from govreport.checks.finding import Level
from govreport.checks.subject import CheckSettings
from govreport.publishing.models import Publication
from govreport.publishing.storage import load
from govreport.rendering.interchange import canonical, fingerprint
from govreport.rendering.renderers import RENDERERS
from govreport.reports.content import content_of
from govreport.reports.models import Report, State, Submission
from govreport.workflow import actions
from govreport.workflow.answers import ask, decide, explain
from govreport.workflow.conditions import Refused
from govreport.years.check_rules import change
from tests.drafts import NOW, type_in
from tests.workflow.findings import FEES, REASON, finding_of, judged_now, mark_of

pytestmark = pytest.mark.usefixtures("quick_pdf")

County = dict[str, Agency]
Cast = dict[str, User]

ISSUED = "disclosure.normative_documents.issued"
EXPLAINED = {"choice": "", "text": REASON, "by": "苏禾", "at": NOW.isoformat()}


def answer(report: Report, code: str, by: User) -> None:
    explain(report, code=code, mark=mark_of(report, code), choice="", text=REASON, by=by, at=NOW)


def state_of(report: Report) -> str:
    return Report.objects.get(pk=report.pk).state


@pytest.fixture
def explained(queried: Report, cast: Cast) -> Report:
    """The draft with one query, and its answer."""
    answer(queried, "X304", cast["clerk"])
    return queried


@pytest.fixture
def submission(explained: Report, cast: Cast) -> Submission:
    actions.submit(explained, by=cast["clerk"], at=NOW)
    return Submission.objects.get()


def refusal(report: Report, by: User) -> Refused:
    with pytest.raises(Refused) as refused:
        actions.submit(report, by=by, at=NOW)
    return refused.value


def test_queries_without_an_answer_are_counted_and_named(queried: Report, cast: Cast) -> None:
    type_in(queried, "disclosure", {ISSUED: "3"}, by=cast["clerk"])

    refused = refusal(queried, cast["clerk"])

    assert str(refused) == "还有 2 处需要改正或写情况说明，暂不能继续"
    assert sorted(finding.code for finding in refused.findings) == ["T205", "X304"]
    assert (state_of(queried), Submission.objects.count()) == (State.DRAFT, 0)


def test_errors_and_queries_are_told_apart(queried: Report, cast: Cast) -> None:
    type_in(queried, "problems", {"text": ""}, by=cast["clerk"])

    refused = refusal(queried, cast["clerk"])

    assert str(refused) == "还有 1 处必须改正、1 处需要改正或写情况说明，暂不能继续"
    assert [finding.code for finding in refused.findings] == ["F103", "X304"]


def test_only_what_is_not_explained_is_counted(explained: Report, cast: Cast) -> None:
    type_in(explained, "disclosure", {ISSUED: "3"}, by=cast["clerk"])

    refused = refusal(explained, cast["clerk"])

    assert str(refused) == "还有 1 处需要改正或写情况说明，暂不能继续"
    assert [finding.code for finding in refused.findings] == ["T205"]


def test_an_answer_to_other_data_does_not_let_it_go(explained: Report, cast: Cast) -> None:
    type_in(explained, "disclosure", {FEES: "80000"}, by=cast["clerk"])

    assert [finding.code for finding in refusal(explained, cast["clerk"]).findings] == ["X304"]


def test_explained_it_goes(explained: Report, cast: Cast) -> None:
    actions.submit(explained, by=cast["clerk"], at=NOW)

    assert state_of(explained) == State.SUBMITTED


def test_a_submission_keeps_what_the_report_said(submission: Submission, cast: Cast) -> None:
    content = content_of(Report.objects.get(pk=submission.report_id))

    assert (submission.by, submission.at) == (cast["clerk"], NOW)
    assert submission.canonical == canonical(content).decode()
    assert submission.sha256 == fingerprint(content)
    assert submission.sha256 == hashlib.sha256(submission.canonical.encode()).hexdigest()


def test_a_submission_keeps_its_findings_with_their_answers(submission: Submission) -> None:
    finding = finding_of(submission.report, "X304")

    (line,) = submission.findings
    assert (line["code"], line["level"], line["cells"]) == ("X304", "query", [FEES])
    assert (line["message"], line["explanation"]) == (finding.message, EXPLAINED)
    assert "Y402" in [item["code"] for item in submission.not_assessable]


def test_an_error_that_was_let_pass_is_submitted_and_kept(flawed: Report, cast: Cast) -> None:
    mark = mark_of(flawed, "F103")
    waiver = ask(flawed, code="F103", mark=mark, reason="机构新设", by=cast["supervisor"], at=NOW)
    assert refusal(flawed, cast["clerk"]).findings == (finding_of(flawed, "F103"),)
    decide(waiver, grant=True, answer="情况属实", by=cast["authority"], at=NOW)

    actions.submit(flawed, by=cast["clerk"], at=NOW)

    (line,) = Submission.objects.get().findings
    assert (line["code"], line["level"]) == ("F103", "error")
    assert (line["waiver"]["reason"], line["waiver"]["answer"]) == ("机构新设", "情况属实")


def test_every_submission_is_kept(submission: Submission, cast: Cast) -> None:
    report = submission.report
    actions.withdraw(report, by=cast["clerk"], at=NOW)
    type_in(report, "disclosure", {FEES: "70.487"}, by=cast["clerk"])

    actions.submit(report, by=cast["clerk"], at=NOW)

    first, second = Submission.objects.order_by("pk")
    assert first.sha256 == submission.sha256 != second.sha256
    assert (len(first.findings), second.findings) == (1, [])


STATEMENTS = ["UPDATE reports_submission SET findings = '[]'", "DELETE FROM reports_submission"]
OF_ITS_OWN = {
    "sqlite": [
        "REPLACE INTO reports_submission SELECT * FROM reports_submission",
        "UPDATE OR REPLACE reports_submission SET sha256 = 'forged'",
    ],
    "postgresql": ["TRUNCATE reports_submission", "TRUNCATE reports_report CASCADE"],
}


@pytest.mark.parametrize("statement", [*STATEMENTS, *OF_ITS_OWN[connection.vendor]])
def test_a_submission_cannot_be_changed_replaced_or_removed(submission: Submission, statement: str) -> None:
    connection.check_constraints()  # PostgreSQL truncates nothing that still waits to be checked
    with (
        pytest.raises(IntegrityError, match="reports_submission is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    kept = Submission.objects.get()
    assert (kept.findings, kept.sha256) == (submission.findings, submission.sha256)


def test_later_settings_do_not_change_what_it_was_judged_by(
    submission: Submission, county: County, cast: Cast
) -> None:
    milder = CheckSettings({"X304": Level.NOTE})

    change(county["yunxi-gov"], milder, based_on=0, by=cast["authority"], at=NOW)

    assert finding_of(submission.report, "X304").level is Level.NOTE
    assert [line["level"] for line in Submission.objects.get().findings] == ["query"]


def test_what_was_explained_is_not_explained_again_by_the_reviewer(submission: Submission) -> None:
    assert judged_now(submission.report).blocking == ()


@pytest.fixture
def publication(submission: Submission, cast: Cast) -> Publication:
    actions.approve(submission.report, by=cast["supervisor"], at=NOW)
    return actions.publish(submission.report, by=cast["supervisor"], at=NOW)


def test_a_publication_keeps_its_findings_with_their_answers(publication: Publication) -> None:
    evidence = Publication.objects.get(pk=publication.pk).evidence

    (line,) = evidence["findings"]
    assert (line["code"], line["explanation"]) == ("X304", EXPLAINED)
    assert "Y402" in [item["code"] for item in evidence["not_assessable"]]


def test_a_published_report_was_judged_when_it_was_published(
    submission: Submission, county: County, cast: Cast
) -> None:
    actions.approve(submission.report, by=cast["supervisor"], at=NOW)
    change(
        county["yunxi-gov"],
        CheckSettings({"X304": Level.NOTE}),
        based_on=0,
        by=cast["authority"],
        at=NOW,
    )

    publication = actions.publish(submission.report, by=cast["supervisor"], at=NOW)

    assert [line["level"] for line in publication.evidence["findings"]] == ["note"]


@pytest.mark.parametrize("page", ["", "v1/", "report.json", "report.html"])
def test_the_public_sees_neither_findings_nor_answers(
    publication: Publication, client: Client, page: str
) -> None:
    answered = client.get(f"/agencies/yunxi-lyj/2023/{page}")

    text = b"".join(answered).decode()
    assert answered.status_code == 200
    assert "云溪县林业局" in text
    assert not [word for word in (REASON, "X304", "像是以元计的数", "evidence") if word in text]


def test_no_artifact_holds_findings_or_answers(publication: Publication) -> None:
    files = [load(artifact.sha256) for artifact in publication.artifacts.all()]

    assert len(files) == len(RENDERERS)
    assert not [file for file in files if REASON.encode() in file or b"X304" in file]


def test_a_draft_without_findings_is_submitted_with_none(flawed: Report, cast: Cast) -> None:
    type_in(flawed, "problems", {"text": "主要问题是公开内容更新不够及时，明年改进。"}, by=cast["clerk"])

    actions.submit(flawed, by=cast["clerk"], at=NOW)

    assert Submission.objects.get().findings == []
