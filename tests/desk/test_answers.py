"""The forms at the findings: explaining a query, asking to let an error pass, deciding on that."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils.http import urlencode

from govreport.agencies.models import Membership, Role, User
from govreport.checks.finding import Level
from govreport.desk.finding_pages import FindingLine, SayForm
from govreport.reports.models import Explanation, Report, State, Waiver
from tests.contents import NARRATIVE
from tests.drafts import complete, type_in

Sign_in = Callable[[str], Client]

FEES = {"disclosure.administrative_fees.amount": "70487"}  # X304: yuan in a cell of 万元
RULES = {"disclosure.government_rules.issued": "5", "disclosure.government_rules.in_force": "5"}  # T206
DISCLOSURE = "/desk/reports/{}/disclosure/"


@pytest.fixture
def doubtful(draft: Report, cast: dict[str, User]) -> Report:
    """A complete draft with one query."""
    return complete(draft, by=cast["clerk"], figures=FEES)


@pytest.fixture
def wrong(draft: Report, cast: dict[str, User]) -> Report:
    """A complete draft with one error that may be let pass."""
    return complete(draft, by=cast["clerk"], figures=RULES)


def lines(answer: Any, level: Level) -> Iterator[FindingLine]:
    """The lines of one level on the page behind an answer."""
    for group in answer.context["page"].findings:
        if group.level is level:
            yield from group.lines


def form(answer: Any, level: Level) -> SayForm:
    """The form at the only line of a level."""
    (line,) = lines(answer, level)
    assert line.form
    return line.form


def fields(shown: SayForm, text: str, **more: str) -> dict[str, str]:
    """What a browser sends for that form."""
    return {"code": shown.code, "mark": shown.mark, "back": shown.back, "text": text, **more}


def explain(client: Client, report: Report, text: str) -> Any:
    """Say something at the query of table 二, and follow."""
    shown = form(client.get(DISCLOSURE.format(report.pk)), Level.QUERY)
    return client.post(shown.href, fields(shown, text), follow=True)


def test_an_explanation_is_kept_and_shown_where_it_was_given(doubtful: Report, client_of: Sign_in) -> None:
    answer = explain(client_of("clerk"), doubtful, "当年集中收取森林植被恢复费，单位是万元。")

    (line,) = lines(answer, Level.QUERY)
    assert answer.redirect_chain == [(f"{DISCLOSURE.format(doubtful.pk)}#findings", 302)]
    assert (line.standing, line.settled) == ("✓ 已说明", True)
    assert [said.words for said in line.said] == ["当年集中收取森林植被恢复费，单位是万元。"]
    assert "苏禾" in answer.content.decode()


def test_a_refused_explanation_says_why_and_loses_nothing(doubtful: Report, client_of: Sign_in) -> None:
    answer = explain(client_of("clerk"), doubtful, "属实")

    shown = form(answer, Level.QUERY)
    assert answer.status_code == 200
    assert (shown.text, shown.refusal) == ("属实", "情况说明请写 6 至 500 个字，现在是 2 个字")
    assert "没有保存" in answer.content.decode()
    assert not Explanation.objects.exists()


def test_an_answer_to_data_that_have_changed_is_asked_again(
    doubtful: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    explain(client, doubtful, "当年集中收取森林植被恢复费。")
    type_in(doubtful, "disclosure", {next(iter(FEES)): "80487"}, by=cast["clerk"])

    answer = client.get(DISCLOSURE.format(doubtful.pk))

    (line,) = lines(answer, Level.QUERY)
    assert line.standing == "⚠ 数据已变，请重新说明"
    assert line.form
    assert line.form.text == "当年集中收取森林植被恢复费。"


def test_the_navigator_and_the_home_count_what_waits_for_an_explanation(
    doubtful: Report, client_of: Sign_in
) -> None:
    client = client_of("clerk")

    items = client.get(DISCLOSURE.format(doubtful.pk)).context["page"].navigator
    card = client.get("/desk/").context["page"].reports[0]

    assert {item.key: item.queries for item in items if item.queries} == {"disclosure": 1}
    assert card.progress.queries == 1
    assert "待说明 1 处" in client.get("/desk/").content.decode()


def test_the_reviewer_sees_the_explanation(doubtful: Report, client_of: Sign_in) -> None:
    explain(client_of("clerk"), doubtful, "当年集中收取森林植被恢复费。")
    Report.objects.filter(pk=doubtful.pk).update(state=State.SUBMITTED)

    answer = client_of("supervisor").get(f"/desk/reports/{doubtful.pk}/review/")

    (line,) = lines(answer, Level.QUERY)
    assert [said.words for said in line.said] == ["当年集中收取森林植被恢复费。"]


def test_submitting_without_explanation_is_refused_with_the_list(
    doubtful: Report, client_of: Sign_in
) -> None:
    answer = client_of("clerk").post(f"/desk/reports/{doubtful.pk}/submit/")

    assert "还有 1 处需要改正或写情况说明，暂不能继续" in answer.content.decode()
    assert [line.code for line in lines(answer, Level.QUERY)] == ["X304"]


def test_an_explanation_on_the_review_page_leads_back_there(doubtful: Report, client_of: Sign_in) -> None:
    client, review = client_of("clerk"), f"/desk/reports/{doubtful.pk}/review/"
    shown = form(client.get(review), Level.QUERY)

    refused = client.post(shown.href, fields(shown, "短"))
    done = client.post(shown.href, fields(shown, "当年集中收取森林植被恢复费。"))

    assert form(refused, Level.QUERY).text == "短"
    assert done.headers["Location"] == f"{review}#findings"


def test_a_waiver_is_asked_granted_and_ends_the_obstacle(wrong: Report, client_of: Sign_in) -> None:
    supervisor, authority = client_of("supervisor"), client_of("authority")
    shown = form(supervisor.get(DISCLOSURE.format(wrong.pk)), Level.ERROR)
    asked = supervisor.post(shown.href, fields(shown, "规章由本局代县政府起草并登记。"), follow=True)
    assert [line.standing for line in lines(asked, Level.ERROR)] == ["豁免待答复"]
    assert "1 件待答复" in authority.get("/desk/").content.decode()

    decision = f"/desk/waivers/{Waiver.objects.get().pk}/decide/"
    authority.post(decision, {"decision": "grant", "answer": "情况属实"})

    review = supervisor.get(f"/desk/reports/{wrong.pk}/review/")
    assert review.context["page"].errors == 0
    assert [line.settled for line in lines(review, Level.ERROR)] == [True]


def test_a_refused_waiver_shows_the_answer_and_may_be_asked_again(wrong: Report, client_of: Sign_in) -> None:
    supervisor, authority = client_of("supervisor"), client_of("authority")
    shown = form(supervisor.get(DISCLOSURE.format(wrong.pk)), Level.ERROR)
    supervisor.post(shown.href, fields(shown, "规章由本局代县政府起草并登记。"))
    answered = {"decision": "refuse", "answer": "请改填规范性文件"}
    authority.post(f"/desk/waivers/{Waiver.objects.get().pk}/decide/", answered)

    answer = supervisor.get(DISCLOSURE.format(wrong.pk))

    (line,) = lines(answer, Level.ERROR)
    assert (line.standing, line.settled) == ("豁免未同意", False)
    assert [said.words for said in line.said][1:] == ["请改填规范性文件"]
    assert line.form


def test_a_decision_without_reason_is_asked_for_again(wrong: Report, client_of: Sign_in) -> None:
    supervisor, authority = client_of("supervisor"), client_of("authority")
    shown = form(supervisor.get(DISCLOSURE.format(wrong.pk)), Level.ERROR)
    supervisor.post(shown.href, fields(shown, "规章由本局代县政府起草并登记。"))

    answer = authority.post(
        f"/desk/waivers/{Waiver.objects.get().pk}/decide/", {"decision": "grant", "answer": "好"}
    )

    (line,) = answer.context["page"].open
    assert (line.typed, line.refusal[:5]) == ("好", "请写明理由")


def test_a_clerk_has_no_form_for_a_waiver_and_a_reader_none_for_an_explanation(
    doubtful: Report, client_of: Sign_in
) -> None:
    (line,) = lines(client_of("supervisor").get(DISCLOSURE.format(doubtful.pk)), Level.QUERY)

    assert line.form is None


def test_what_concerns_the_whole_report_stands_on_its_own_page(doubtful: Report, client_of: Sign_in) -> None:
    page = client_of("clerk").get(f"/desk/reports/{doubtful.pk}/review/").context["page"]

    (note,) = (line for group in page.findings for line in group.lines if line.code == "D802")
    assert note.href == f"/desk/reports/{doubtful.pk}/review/"


def test_an_answer_that_came_too_late_is_given_back(
    doubtful: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    shown = form(client.get(DISCLOSURE.format(doubtful.pk)), Level.QUERY)
    type_in(doubtful, "disclosure", {next(iter(FEES)): "12"}, by=cast["clerk"])

    answer = client.post(shown.href, fields(shown, "当年集中收取森林植被恢复费。"))

    assert "数据或文字已经变了" in answer.content.decode()
    assert "<p>当年集中收取森林植被恢复费。</p>" in answer.content.decode()


def test_an_answer_to_a_report_that_was_submitted_meanwhile_is_given_back(
    doubtful: Report, client_of: Sign_in
) -> None:
    client = client_of("clerk")
    shown = form(client.get(DISCLOSURE.format(doubtful.pk)), Level.QUERY)
    Report.objects.filter(pk=doubtful.pk).update(state=State.SUBMITTED)

    answer = client.post(shown.href, fields(shown, "当年集中收取森林植被恢复费。"))

    assert "年报现在是“待审核”" in answer.content.decode()
    assert "当年集中收取森林植被恢复费。" in answer.content.decode()


def test_nobody_answers_the_own_request(wrong: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    office = wrong.reporting_year.authority
    Membership.objects.create(user=cast["supervisor"], agency=office, role=Role.AUTHORITY)
    supervisor = client_of("supervisor")
    shown = form(supervisor.get(DISCLOSURE.format(wrong.pk)), Level.ERROR)
    supervisor.post(shown.href, fields(shown, "规章由本局代县政府起草并登记。"))

    decision = {"decision": "grant", "answer": "情况属实"}
    answer = supervisor.post(f"/desk/waivers/{Waiver.objects.get().pk}/decide/", decision)

    assert "申请人不能答复自己的申请" in answer.content.decode()
    assert Waiver.objects.get().state == Waiver.State.ASKED


def test_the_address_of_an_answer_leads_to_the_report(doubtful: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").get(f"/desk/reports/{doubtful.pk}/explain/")

    assert answer.headers["Location"] == f"/desk/reports/{doubtful.pk}/review/"


def test_a_link_from_the_review_page_names_the_words_in_the_text(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    report = complete(draft, by=cast["clerk"])
    text = {"text": f"{NARRATIVE['overview']}本单位收到政府信息公开申请9件。"}
    type_in(report, "overview", text, by=cast["clerk"])

    (line,) = lines(client_of("clerk").get(f"/desk/reports/{report.pk}/review/"), Level.QUERY)

    words = urlencode({"words": "收到政府信息公开申请9件"})
    assert line.href == f"/desk/reports/{report.pk}/overview/?{words}#id_text"
