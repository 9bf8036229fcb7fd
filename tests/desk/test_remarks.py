"""Why a report is open again, where the clerk works and where the reviewer decides."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.remarks import reopened
from govreport.reports.models import Report
from govreport.workflow import actions
from tests.drafts import NOW, complete, type_in

pytestmark = pytest.mark.usefixtures("quick_pdf")

Sign_in = Callable[[str], Client]

REASON = "行政许可数量请再核对"
LICENSES = "disclosure.licenses.decisions"


@pytest.fixture
def returned(draft: Report, cast: dict[str, User]) -> Report:
    """Submitted once, and returned with a reason."""
    report = complete(draft, by=cast["clerk"])
    actions.submit(report, by=cast["clerk"], at=NOW)
    actions.return_(report, by=cast["supervisor"], at=NOW, reason=REASON)
    return Report.objects.get(pk=report.pk)


def page_at(client: Client, address: str) -> Any:
    return client.get(address).context["page"]


def test_the_remark_stands_on_the_home_and_above_every_section(returned: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")

    (card,) = page_at(client, "/desk/").reports
    section = client.get(f"/desk/reports/{returned.pk}/disclosure/").content.decode()

    assert card.reopened == f"退回意见：{REASON}"
    assert f'<a href="/desk/reports/{returned.pk}/submit/">退回意见：{REASON}</a>' in section


def test_the_reviewer_sees_what_became_of_the_remark(
    returned: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(returned, "disclosure", {LICENSES: "5"}, by=cast["clerk"])
    actions.submit(returned, by=cast["clerk"], at=NOW)

    page = page_at(client_of("supervisor"), f"/desk/reports/{returned.pk}/review/")

    assert page.remark.reason == REASON
    assert [(field.before, field.now) for field in page.changed[0].fields] == [("0", "5")]


def test_a_remark_is_settled_by_the_publication_and_a_correction_says_its_own(
    returned: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    supervisor = cast["supervisor"]
    actions.submit(returned, by=cast["clerk"], at=NOW)
    actions.approve(returned, by=supervisor, at=NOW)
    actions.publish(returned, by=supervisor, at=NOW)
    assert reopened(Report.objects.get(pk=returned.pk)) == ""

    actions.correct(returned, by=supervisor, at=NOW, reason="行政许可数量有误")

    assert reopened(Report.objects.get(pk=returned.pk)) == "更正说明：行政许可数量有误"
    review = client_of("supervisor").get(f"/desk/reports/{returned.pk}/review/").content.decode()
    assert "<p>行政许可数量有误</p>" in review
