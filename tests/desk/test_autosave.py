"""Saving by the script in the page: the same address and form, answered in JSON."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.presence import announce, others_in
from govreport.reports.models import Report, State
from govreport.reports.saving import stored
from tests.desk.test_doors import PEOPLE
from tests.drafts import NOW, section_of, type_in

Sign_in = Callable[[str], Client]

GRANTED = "applications.granted.natural_person"
OTHER = "applications.carried_in.other_org"
BY_SCRIPT = {"Accept": "application/json"}
MARKS = ("0000000a", "0000000b", "0000000c")


def save(client: Client, report: Report, key: str, typed: dict[str, str]) -> Any:
    """The answer of the server to the script."""
    address = f"/desk/reports/{report.pk}/{key}/"
    return client.post(address, {"version": "0", **typed}, headers=BY_SCRIPT)


@pytest.mark.parametrize(
    ("person", "status", "code"),
    zip(
        PEOPLE,
        (401, 200, 403, 404, 404, 404, 404),
        ("signed_out", None, "locked_by_state", "not_found", "not_found", "not_found", "not_found"),
        strict=True,
    ),
)
def test_the_cast_saves_by_script(
    draft: Report, client_of: Sign_in, person: str, status: int, code: str | None
) -> None:
    answer = save(client_of(person), draft, "applications", {GRANTED: "8"})

    assert (answer.status_code, answer.json().get("code")) == (status, code)
    assert ("8" in stored(section_of(draft, "applications"))[GRANTED].text) is (status == 200)


@pytest.mark.parametrize(("person", "status"), zip(PEOPLE, (401, 200, 200, 404, 404, 404, 404), strict=True))
def test_the_cast_asks_how_a_section_stands(
    draft: Report, client_of: Sign_in, person: str, status: int
) -> None:
    answer = client_of(person).get(f"/desk/reports/{draft.pk}/applications/", headers=BY_SCRIPT)

    assert answer.status_code == status
    assert set(answer.json()) == (
        {"version", "saved_at", "saved_by", "others"} if status == 200 else {"code", "message"}
    )


def test_a_save_is_answered_with_all_that_it_changes(draft: Report, client_of: Sign_in) -> None:
    told = save(client_of("clerk"), draft, "applications", {GRANTED: "1,234", OTHER: "12abc"}).json()

    assert (told["version"], told["saved_by"], told["others"]) == (1, "苏禾", [])
    assert told["totals"]["applications.results_total.total"] == "1234"
    assert told["marks"][OTHER]["anchored"]
    assert "空 142 格" in told["parts"]["navigator"]
    assert "F102" in told["parts"]["findings"]
    assert "强制" in told["parts"]["counts"]


def test_a_text_section_is_answered_without_figures(draft: Report, client_of: Sign_in) -> None:
    told = save(client_of("clerk"), draft, "overview", {"text": "总体情况。"}).json()

    assert (told["version"], told["totals"], told["marks"]) == (1, {}, {})


def test_an_unreadable_entry_does_not_keep_the_others_from_being_saved(
    draft: Report, client_of: Sign_in
) -> None:
    save(client_of("clerk"), draft, "applications", {GRANTED: "12abc", OTHER: "4"})

    values = stored(section_of(draft, "applications"))
    assert (values[GRANTED].text, values[OTHER].text) == ("12abc", "4")


def test_a_stale_save_tells_what_others_saved_and_writes_nothing(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {GRANTED: "9"}, by=cast["supervisor"])

    answer = save(client_of("clerk"), draft, "applications", {GRANTED: "8"})

    told = answer.json()
    assert (answer.status_code, told["code"], told["version"], told["saved_by"]) == (409, "stale", 1, "林远")
    assert told["changes"] == [
        {"name": GRANTED, "label": "（一）予以公开 · 自然人", "before": "", "now": "9"}
    ]
    assert stored(section_of(draft, "applications"))[GRANTED].text == "9"


def test_a_form_that_is_not_valid_is_answered_field_by_field(draft: Report, client_of: Sign_in) -> None:
    answer = save(client_of("clerk"), draft, "other_matters", {"text": "无", "notices_amount": "12元"})

    told = answer.json()
    assert (answer.status_code, told["code"], list(told["fields"])) == (422, "invalid", ["notices_amount"])
    assert told["message"].startswith("通知收取的总金额（元）：“12元”不是数字")


def test_a_report_submitted_meanwhile_says_its_state(draft: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    answer = save(client_of("clerk"), draft, "overview", {"text": "我写的"})

    assert (answer.status_code, answer.json()["code"]) == (403, "locked_by_state")
    assert "待审核" in answer.json()["message"]


def test_an_authority_that_reads_a_submitted_report_may_not_save(draft: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    answer = save(client_of("authority"), draft, "overview", {"text": "我写的"})

    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


@pytest.mark.parametrize("headers", [BY_SCRIPT, {"Accept": "text/html"}], ids=["by script", "by form"])
def test_nothing_is_saved_in_the_name_of_somebody_who_did_not_open_the_page(
    draft: Report, cast: dict[str, User], client_of: Sign_in, headers: dict[str, str]
) -> None:
    typed = {"version": "0", "text": "我写的", "writer": str(cast["stranger"].pk)}

    answer = client_of("clerk").post(f"/desk/reports/{draft.pk}/overview/", typed, headers=headers)

    assert answer.status_code == 403
    assert "苏禾" in answer.content.decode() or "苏禾" in answer.json()["message"]
    assert stored(section_of(draft, "overview"))["text"] == ""


def test_a_save_without_its_token_is_told_so(draft: Report, cast: dict[str, User]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast["clerk"])

    answer = save(client, draft, "overview", {"text": "我写的"})

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


def test_a_text_beyond_all_measure_is_too_large(draft: Report, client_of: Sign_in) -> None:
    answer = save(client_of("clerk"), draft, "overview", {"text": "字" * 2_000_000})

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_more_fields_than_any_section_has_are_too_large(draft: Report, client_of: Sign_in) -> None:
    answer = save(client_of("clerk"), draft, "problems", {f"problem_{number}": "" for number in range(1500)})

    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_a_save_whose_answer_was_lost_is_gone_on_from(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    save(client, draft, "overview", {"text": "一", "mark": MARKS[0]})
    save(client, draft, "overview", {"text": "二", "mark": MARKS[1], "unanswered": MARKS[0]})

    answer = save(
        client, draft, "overview", {"text": "三", "mark": MARKS[2], "unanswered": ",".join(MARKS[:2])}
    )

    assert (answer.status_code, answer.json()["version"]) == (200, 3)
    assert stored(section_of(draft, "overview"))["text"] == "三"


def test_a_lost_answer_does_not_hide_what_others_saved_since(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    save(client, draft, "overview", {"text": "一", "mark": MARKS[0]})
    type_in(draft, "overview", {"text": "别人写的"}, by=cast["supervisor"])

    answer = save(client, draft, "overview", {"text": "二", "mark": MARKS[1], "unanswered": MARKS[0]})

    assert answer.status_code == 409
    assert answer.json()["changes"][0]["before"] == "一"


@pytest.mark.parametrize("mark", ["", "x", "0000000z", "../../..", "a" * 200])
def test_a_mark_that_is_none_vouches_for_nothing(
    draft: Report, cast: dict[str, User], client_of: Sign_in, mark: str
) -> None:
    type_in(draft, "overview", {"text": "别人写的"}, by=cast["supervisor"])

    typed = {"text": "我写的", "mark": mark, "unanswered": mark}

    assert save(client_of("clerk"), draft, "overview", typed).status_code == 409


def test_who_has_the_section_open_is_named_to_the_others(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    section = section_of(draft, "overview")
    announce(section, cast["clerk"], at=NOW)
    announce(section, cast["supervisor"], at=NOW)

    assert others_in(section, cast["clerk"], at=NOW) == ("林远",)
    assert others_in(section_of(draft, "problems"), cast["clerk"], at=NOW) == ()
    assert others_in(section, cast["clerk"], at=NOW + timedelta(minutes=2)) == ()


def test_readers_see_who_is_there_and_are_not_there_themselves(draft: Report, client_of: Sign_in) -> None:
    address = f"/desk/reports/{draft.pk}/overview/"
    client_of("clerk").get(address)

    page = client_of("supervisor").get(address).content.decode()

    assert "苏禾 也打开了这一部分" in page
    assert client_of("clerk").get(address, headers=BY_SCRIPT).json()["others"] == []
