"""How far a report is, and the way to its next blank."""

from collections.abc import Callable

from django.test import Client

from govreport.agencies.models import User
from govreport.desk.pages import Progress
from govreport.reports.models import Report
from tests.desk.test_starting import page_of
from tests.drafts import complete, type_in, zeros

Sign_in = Callable[[str], Client]


def progress(client: Client, report: Report, key: str) -> Progress:
    """How far the report is, on the page of a section."""
    return page_of(client, report, key).progress


def test_the_next_blank_is_in_the_section_that_is_shown(draft: Report, client_of: Sign_in) -> None:
    told = progress(client_of("clerk"), draft, "disputes")

    assert told.next_blank == f"/desk/reports/{draft.pk}/disputes/#disputes.reconsideration.upheld"
    assert told.next_elsewhere == f"/desk/reports/{draft.pk}/problems/#id_text"
    assert (told.done, told.sections, told.blanks) == (1, 8, 7 + 24 * 6 + 12)


def test_from_a_full_section_it_is_in_the_next_one_and_at_last_in_those_before(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    complete(draft, by=cast["clerk"])
    type_in(draft, "disputes", {"disputes.reconsideration.pending": ""}, by=cast["clerk"])
    client, blank = client_of("clerk"), f"/desk/reports/{draft.pk}/disputes/#disputes.reconsideration.pending"

    assert progress(client, draft, "disputes").next_elsewhere == ""
    assert progress(client, draft, "applications").next_blank == blank
    assert progress(client, draft, "signature").next_blank == blank


def test_an_autosave_tells_how_far_it_is_now(draft: Report, client_of: Sign_in) -> None:
    typed = {"version": "0", **zeros(draft, "disputes")}
    address = f"/desk/reports/{draft.pk}/disputes/"

    told = client_of("clerk").post(address, typed, headers={"Accept": "application/json"}).json()

    assert f"已完成 2/8 部分，还差 {7 + 24 * 6} 格" in told["parts"]["navigator"]
    assert f"/desk/reports/{draft.pk}/problems/#id_text" in told["parts"]["navigator"]


def test_a_complete_report_has_no_next_blank(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    complete(draft, by=cast["clerk"])

    answer = client_of("clerk").get(f"/desk/reports/{draft.pk}/disputes/").content.decode()

    assert "已完成 8/8 部分</span>" in answer
    assert "下一个空格" not in answer
