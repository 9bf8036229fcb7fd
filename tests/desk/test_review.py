"""The review page: what it shows, and what its buttons do."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.review_pages import ReviewPage
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from govreport.reports.models import Report, State
from govreport.reports.saving import revision_of
from govreport.workflow import actions
from tests.contents import filled
from tests.drafts import NOW, complete

pytestmark = pytest.mark.usefixtures("quick_pdf")

Sign_in = Callable[[str], Client]


def page_of(answer: Any) -> ReviewPage:
    """The page object behind an answer of the test client."""
    page: ReviewPage = answer.context["page"]
    return page


def address(report: Report, action: str = "review") -> str:
    return f"/desk/reports/{report.pk}/{action}/"


@pytest.fixture
def ready(draft: Report, cast: dict[str, User]) -> Report:
    """A draft without findings."""
    return complete(draft, by=cast["clerk"], figures={"disclosure.licenses.decisions": "4"})


def test_the_clerk_sees_the_exact_page_and_what_stands_in_the_way(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").get(address(draft))

    page = page_of(answer)
    assert page.errors == 166
    assert [action.name for action in page.actions] == ["submit"]
    assert '<article class="report' in page.article
    assert "还有 166 处必须改正" in answer.content.decode()


def test_a_refused_submit_says_why_and_changes_nothing(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").post(address(draft, "submit"))

    assert page_of(answer).refusal.startswith("还有 166 处必须改正")
    assert page_of(answer).findings
    assert Report.objects.get().state == State.DRAFT


def test_a_return_without_reason_keeps_the_report_and_asks_for_one(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)

    answer = client_of("supervisor").post(address(ready, "return"), {"return-reason": "改"})

    page = page_of(answer)
    assert "请写明理由" in page.refusal
    assert 'maxlength="500"' in answer.content.decode()
    assert ">\n改</textarea>" in answer.content.decode()


def test_a_return_shows_its_reason_to_the_clerk(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)

    client_of("supervisor").post(address(ready, "return"), {"return-reason": "行政许可数量请再核对"})

    page = page_of(client_of("clerk").get(address(ready)))
    assert page.remark
    assert (page.remark.who, page.remark.reason) == ("林远", "行政许可数量请再核对")
    assert [action.name for action in page.actions if action.asks_first] == ["submit"]


def test_the_reason_of_a_correction_says_who_will_read_it(ready: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=ready.pk).update(state=State.PUBLISHED)

    text = client_of("supervisor").get(address(ready)).content.decode()

    assert "更正说明" in text
    assert "随新的一版公开，公众会看到" in text


def test_the_whole_way_through_the_buttons(ready: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    clerk, supervisor = client_of("clerk"), client_of("supervisor")
    for client, action in ((clerk, "submit"), (supervisor, "approve"), (supervisor, "publish")):
        answer = client.post(address(ready, action), {"seen": revision_of(ready)}, follow=True)
        assert answer.redirect_chain == [(address(ready, "submit" if action == "submit" else "review"), 302)]

    page = page_of(answer)
    assert page.header.state == "已发布"
    assert page.published
    assert page.published.href == "/agencies/yunxi-lyj/2023/"
    assert Publication.objects.count() == 1


def test_the_supervisors_first_look_is_noted(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)

    client_of("clerk").get(address(ready))
    assert Report.objects.get().opened_at is None

    client_of("supervisor").get(address(ready))
    assert Report.objects.get().opened_at is not None


def test_key_figures_stand_beside_those_published_last_year(ready: Report, client_of: Sign_in) -> None:
    last = replace(filled("2021", {"disclosure.licenses.decisions": 9}), year=2022)
    release(last, agency=ready.agency, by=None, at=NOW)

    page = page_of(client_of("clerk").get(address(ready)))

    figures = {figure.name: (figure.value, figure.before, figure.change) for figure in page.key_figures}
    assert figures["行政许可决定"] == ("4", "9", "-5")
    assert figures["行政诉讼"] == ("0", "0", "0")


def test_the_history_tells_what_was_done_and_what_a_reviewer_mended(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)
    client_of("supervisor").post(
        f"/desk/reports/{ready.pk}/problems/", {"version": "1", "text": "审核中改写的一段问题。"}
    )

    page = page_of(client_of("authority").get(address(ready)))

    assert [line.what for line in page.history] == [
        "审核中修改“五、存在的主要问题及改进情况”",
        "提交审核",
        "开始填报",
    ]


def test_every_button_carries_the_token_that_its_post_needs(ready: Report, cast: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast["clerk"])
    text = client.get(address(ready, "submit")).content.decode()
    token = text.split('name="csrfmiddlewaretoken" value="')[-1].split('"')[0]

    answer = client.post(address(ready, "submit"), {"csrfmiddlewaretoken": token})

    assert answer.status_code == 302
    assert text.count("csrfmiddlewaretoken") == text.count('<form method="post"')


@pytest.mark.parametrize("action", ["withdraw", "return", "approve", "publish", "correct"])
def test_a_link_to_an_action_leads_to_the_page_and_does_nothing(
    ready: Report, client_of: Sign_in, action: str
) -> None:
    answer = client_of("supervisor").get(address(ready, action))

    assert (answer.status_code, answer.headers["Location"]) == (302, address(ready))
    assert Report.objects.get(pk=ready.pk).state == State.DRAFT


def test_what_changed_since_the_page_was_opened_is_not_approved_unseen(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)
    supervisor = client_of("supervisor")
    approve = next(one for one in page_of(supervisor.get(address(ready))).actions if one.name == "approve")
    supervisor.post(
        f"/desk/reports/{ready.pk}/problems/", {"version": "1", "text": "审核中由审核人改写过的一段问题。"}
    )

    answer = supervisor.post(address(ready, "approve"), {"seen": approve.seen})

    assert "再看一遍" in page_of(answer).refusal
    assert Report.objects.get(pk=ready.pk).state == State.SUBMITTED


def test_a_late_withdrawal_is_refused_and_no_longer_offered(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)
    client_of("supervisor").get(address(ready))

    page = page_of(client_of("clerk").post(address(ready, "withdraw")))

    assert "不能撤回" in page.refusal
    assert page_of(client_of("clerk").get(address(ready))).actions == ()


def test_a_head_request_does_not_count_as_a_look(
    ready: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    actions.submit(ready, by=cast["clerk"], at=NOW)

    answer = client_of("supervisor").head(address(ready))

    assert (answer.status_code, Report.objects.get().opened_at) == (200, None)
    assert "no-store" in answer.headers["Cache-Control"]


def test_an_unknown_action_leads_nowhere(ready: Report, client_of: Sign_in) -> None:
    assert client_of("clerk").post(address(ready, "burn")).status_code == 404
