"""The page before submitting, the one after it, and the question before a release."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from govreport.agencies.models import Membership, User
from govreport.reports.models import Report, State
from govreport.workflow import actions
from tests.drafts import NOW, complete, type_in

pytestmark = pytest.mark.usefixtures("quick_pdf")

Sign_in = Callable[[str], Client]

CELL = "disclosure.licenses.decisions"
FEES = "disclosure.administrative_fees.amount"
NOTE_LABEL = "批注（行政许可 · 本年处理决定数量）"
BUTTON = "提交给审核人 林远</button>"


def address(report: Report, action: str = "submit") -> str:
    return f"/desk/reports/{report.pk}/{action}/"


def page_of(answer: Any) -> Any:
    """The page object behind an answer of the test client."""
    return answer.context["page"]


@pytest.fixture
def ready(draft: Report, cast: dict[str, User]) -> Report:
    """A draft without findings that keep it."""
    return complete(draft, by=cast["clerk"], figures={CELL: "4"})


@time_machine.travel(NOW)
def test_a_report_that_is_ready_has_one_button_that_names_who_gets_it(
    ready: Report, client_of: Sign_in
) -> None:
    answer = client_of("clerk").get(address(ready))

    text = answer.content.decode()
    assert text.count(BUTTON) == 1
    assert "各部分都已完成" in text
    assert "还有 21 天" in text
    assert page_of(answer).key_figures
    assert Report.objects.get().state == State.DRAFT


def test_what_must_be_corrected_stands_in_place_of_the_button(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").get(address(draft))

    text = answer.content.decode()
    assert "还有 166 处必须改正" in text
    assert "暂不能提交" in text
    assert BUTTON not in text
    assert f'href="/desk/reports/{draft.pk}/disclosure/#disclosure.' in text


def test_an_explanation_is_written_here_and_leads_back_here(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    report, client = complete(draft, by=cast["clerk"], figures={FEES: "70487"}), client_of("clerk")
    (form,) = (
        line.form
        for group in page_of(client.get(address(report))).findings
        for line in group.lines
        if line.form
    )
    said = {"code": form.code, "mark": form.mark, "back": form.back}

    refused = client.post(form.href, said | {"text": "短"})
    done = client.post(form.href, said | {"text": "当年集中收取森林植被恢复费。"})

    assert refused.templates[0].name == "desk/submit.html"
    assert done.headers["Location"] == f"{address(report)}#findings"
    assert BUTTON in client.get(address(report)).content.decode()


def test_an_agency_without_supervisor_is_told_whom_to_ask(ready: Report, client_of: Sign_in) -> None:
    Membership.objects.filter(user__username="supervisor").delete()

    text = client_of("clerk").get(address(ready)).content.decode()

    assert "请联系政务公开办（云溪县人民政府办公室，电话 0000-0000000）增设" in text
    assert "提交审核</button>" in text


def test_what_has_changed_since_is_told_box_by_box_and_note_by_note(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    note = f"note:{CELL}"
    type_in(ready, "disclosure", {note: "其中 1 件"}, by=cast["clerk"])
    actions.submit(ready, by=cast["clerk"], at=NOW)
    actions.return_(ready, by=cast["supervisor"], at=NOW, reason="请再核对一遍。")
    type_in(ready, "disclosure", {note: ""}, by=cast["clerk"])
    type_in(ready, "overview", {"supervision": "培训 2 次。"}, by=cast["clerk"])

    boxes, cells = page_of(client_of("clerk").get(address(ready))).changed

    assert [(one.name, one.before, one.now) for one in cells.fields] == [(NOTE_LABEL, "其中 1 件", "")]
    assert [(one.name, one.now) for one in boxes.fields] == [("监督保障", "培训 2 次。")]


def test_a_returned_report_shows_the_remark_and_what_has_changed_since(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)
    actions.return_(ready, by=cast["supervisor"], at=NOW, reason="行政许可数量请再核对")
    type_in(ready, "disclosure", {CELL: "5"}, by=cast["clerk"])
    type_in(ready, "problems", {"text": "改写的一段问题和改进情况。"}, by=cast["clerk"])

    page = page_of(client_of("clerk").get(address(ready)))

    assert page.remark.reason == "行政许可数量请再核对"
    table, text = page.changed
    assert [(field.before, field.now) for field in table.fields] == [("4", "5")]
    assert table.fields[0].href == f"/desk/reports/{ready.pk}/disclosure/#{CELL}"
    assert text.heading == "五、存在的主要问题及改进情况"


def test_after_submitting_the_clerk_reads_what_happens_next_and_may_withdraw(
    ready: Report, client_of: Sign_in
) -> None:
    client = client_of("clerk")

    answer = client.post(address(ready), follow=True)

    assert answer.redirect_chain == [(address(ready), 302)]
    assert "审核人还没有打开" in answer.content.decode()
    assert page_of(answer).withdraw_href == address(ready, "withdraw")
    assert BUTTON in client.post(address(ready, "withdraw"), follow=True).content.decode()


def test_a_second_submit_is_refused_and_shows_that_it_is_submitted(ready: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    client.post(address(ready))

    answer = client.post(address(ready))

    assert "年报现在是“待审核”，不能提交审核" in answer.content.decode()
    assert page_of(answer).submitted.who == "苏禾"


def test_once_the_reviewer_has_opened_it_there_is_no_withdrawal(ready: Report, client_of: Sign_in) -> None:
    client_of("clerk").post(address(ready))
    client_of("supervisor").get(address(ready, "review"))

    page = page_of(client_of("clerk").get(address(ready)))

    assert (page.opened.who, page.withdraw_href) == ("林远", "")


def test_a_correction_shows_the_note_that_goes_out_with_it(ready: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=ready.pk).update(correction_note="更正行政许可数量。")

    assert "更正行政许可数量。" in client_of("clerk").get(address(ready)).content.decode()


def test_before_a_release_the_page_says_what_where_and_that_it_is_for_good(
    ready: Report, client_of: Sign_in
) -> None:
    Report.objects.filter(pk=ready.pk).update(state=State.APPROVED)

    answer = client_of("supervisor").get(address(ready, "publish"))

    text = answer.content.decode()
    assert page_of(answer).version == 1
    assert "http://testserver/agencies/yunxi-lyj/2023/" in text
    assert "发布后不能收回" in text
    assert "确认发布</button>" in text
    assert Report.objects.get().state == State.APPROVED


def test_what_must_be_corrected_is_not_released(draft: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.APPROVED)

    refused = client_of("supervisor").post(address(draft, "publish"))

    assert "还有 166 处必须改正，暂不能发布" in refused.content.decode()
    assert page_of(refused).refusal.startswith("还有 166 处必须改正")
    assert "确认发布</button>" not in refused.content.decode()
