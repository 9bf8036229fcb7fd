"""The draft as it would be published, seen by those who see the draft."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from govreport.agencies.models import User
from govreport.reports.models import Report, State
from tests.drafts import NOW, complete
from tests.workflow.findings import publish

pytestmark = pytest.mark.usefixtures("quick_pdf")

Sign_in = Callable[[str], Client]
MARK = "草稿（填写中，2024年1月10日 10:42），不是正式文本"


def address(report: Report, name: str = "preview/") -> str:
    return f"/desk/reports/{report.pk}/{name}"


@time_machine.travel(NOW, tick=False)
def test_the_page_shows_the_report_with_its_mark(draft: Report, client_of: Sign_in) -> None:
    text = client_of("clerk").get(address(draft)).content.decode()

    assert f'<p class="report-mark">{MARK}</p>' in text
    assert '<td id="applications.granted.total" class="report-figure"></td>' in text
    assert address(draft, "preview.pdf") in text


def test_only_the_page_may_stand_in_a_frame_of_ours(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")

    told = {name: client.get(address(draft, name)).headers for name in ("preview/", "preview.pdf", "review/")}

    framing = {
        name: headers["Content-Security-Policy"].split("frame-ancestors ")[1]
        for name, headers in told.items()
    }
    assert [value.split(";")[0] for value in framing.values()] == ["'self'", "'none'", "'none'"]
    assert [headers["X-Frame-Options"] for headers in told.values()] == ["SAMEORIGIN", "DENY", "DENY"]
    assert all("no-store" in headers["Cache-Control"] for headers in told.values())


def test_beside_the_form_the_report_stands_alone(draft: Report, client_of: Sign_in) -> None:
    text = client_of("clerk").get(address(draft), {"beside": ""}).content.decode()

    assert '<article class="report' in text
    assert "site-header" not in text
    assert "report-header" not in text


@time_machine.travel(NOW, tick=False)
def test_the_pdf_is_shown_with_its_mark_and_named_a_draft(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").get(address(draft, "preview.pdf"))

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.decode().endswith(MARK)
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "%E8%8D%89%E7%A8%BF" in answer.headers["Content-Disposition"]


def test_what_is_published_is_read_where_the_public_reads_it(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    complete(draft, by=cast["clerk"])
    publish(draft.agency, year=2023)
    Report.objects.filter(pk=draft.pk).update(state=State.PUBLISHED)
    client = client_of("clerk")

    found = [client.get(address(draft, name)).headers["Location"] for name in ("preview/", "preview.pdf")]

    assert found == ["/agencies/yunxi-lyj/2023/", "/agencies/yunxi-lyj/2023/report.pdf"]


def test_every_section_leads_to_the_preview_and_can_show_it_beside(draft: Report, client_of: Sign_in) -> None:
    text = client_of("clerk").get(address(draft, "applications/")).content.decode()

    assert f'<a href="{address(draft)}">预览</a>' in text
    assert f'data-address="{address(draft)}?beside" data-part="applications"' in text
    assert "<iframe" not in text
