"""The editor: what it shows, what it saves, what it says when it cannot."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from govreport.agencies.models import User
from govreport.desk.grid_pages import GridCell
from govreport.desk.pages import EditorPage
from govreport.reports.models import Report, Section, State
from govreport.reports.saving import stored
from tests.drafts import section_of, type_in, zeros

Sign_in = Callable[[str], Client]

GRANTED = "applications.granted.natural_person"


def address(report: Report, key: str) -> str:
    return f"/desk/reports/{report.pk}/{key}/"


def page_of(answer: Any) -> EditorPage:
    """The page object behind an answer of the test client."""
    page: EditorPage = answer.context["page"]
    return page


def cell(page: EditorPage, name: str) -> GridCell:
    """A cell of the grid by its address."""
    assert page.grid
    items = (item for body in page.grid.bodies for row in body for item in row)
    return next(item for item in items if isinstance(item, GridCell) and item.address == name)


def test_the_grid_is_the_official_one_with_an_input_a_cell(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").get(address(draft, "applications"))

    page = page_of(answer)
    assert page.grid
    assert sum(isinstance(item, GridCell) for row in page.grid.bodies[0] for item in row) == 175
    assert answer.content.decode().count('<input type="text"') == 24 * 6


def test_a_save_leads_back_with_what_was_typed(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").post(
        address(draft, "applications"), {"version": "0", GRANTED: "1,234"}, follow=True
    )

    page = page_of(answer)
    assert cell(page, GRANTED).value == "1234"
    assert cell(page, "applications.results_total.total").value == "1234"
    assert (page.version, page.saved_by) == (1, "苏禾")
    assert "已保存" in answer.content.decode()


@pytest.mark.parametrize("typed", ["12abc", "-1", "1.5", "100000000"])
def test_what_is_no_count_is_shown_back_with_a_sentence(
    draft: Report, client_of: Sign_in, typed: str
) -> None:
    answer = client_of("clerk").post(
        address(draft, "applications"),
        {"version": "0", GRANTED: typed, "applications.carried_in.other_org": "4"},
        follow=True,
    )

    shown = cell(page_of(answer), GRANTED)
    assert shown.value == typed
    assert shown.anchored
    assert f"“{typed}”" in shown.messages[0]
    assert cell(page_of(answer), "applications.carried_in.other_org").value == "4"


def test_blanks_are_filled_with_0_and_nothing_else_changes(draft: Report, client_of: Sign_in) -> None:
    client_of("clerk").post(
        address(draft, "disputes"),
        {"version": "0", "action": "fill_zero", "disputes.reconsideration.upheld": "4"},
    )

    texts = {name: entry.text for name, entry in stored(section_of(draft, "disputes")).items()}
    assert texts == zeros(draft, "disputes") | {"disputes.reconsideration.upheld": "4"}


def test_saving_and_going_on_leads_to_the_next_section(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").post(address(draft, "disputes"), {"version": "0", "action": "save_next"})

    assert answer.headers["Location"] == address(draft, "problems")


def test_saving_and_going_on_from_the_last_section_leads_to_the_page_before_submitting(
    draft: Report, client_of: Sign_in
) -> None:
    data = {"version": "0", "action": "save_next", "name": "云溪县林业局", "date": "2024-01-20"}
    answer = client_of("clerk").post(address(draft, "signature"), data)

    assert answer.headers["Location"] == f"/desk/reports/{draft.pk}/submit/"


def test_a_stale_save_tells_what_changed_and_keeps_what_was_typed(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {GRANTED: "8"}, by=cast["supervisor"])

    answer = client_of("clerk").post(address(draft, "applications"), {"version": "0", GRANTED: "9"})

    page = page_of(answer)
    assert page.stale
    assert page.stale.by == "林远"
    (change,) = page.stale.changes
    assert (change.name, change.before, change.now, change.typed) == ("（一）予以公开 · 自然人", "", "8", "9")
    assert change.conflict
    assert cell(page, GRANTED).value == "9"
    assert page.version == 1
    assert stored(section_of(draft, "applications"))[GRANTED].text == "8"


def test_what_was_not_touched_here_is_taken_from_the_other_person(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    other = "applications.carried_in.other_org"
    type_in(draft, "applications", {GRANTED: "8", other: "3"}, by=cast["supervisor"])

    answer = client_of("clerk").post(address(draft, "applications"), {"version": "0", GRANTED: "9"})

    page = page_of(answer)
    assert page.stale
    assert {change.name: change.conflict for change in page.stale.changes} == {
        "（一）予以公开 · 自然人": True,
        "二、上年结转政府信息公开申请数量 · 其他": False,
    }
    assert (cell(page, GRANTED).value, cell(page, other).value) == ("9", "3")


def test_after_a_stale_save_saving_again_stores_what_was_typed(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "overview", {"text": "别人写的"}, by=cast["supervisor"])
    client = client_of("clerk")
    stale = page_of(client.post(address(draft, "overview"), {"version": "0", "text": "我写的"}))

    client.post(address(draft, "overview"), {"version": str(stale.version), "text": "我写的"})

    assert stored(section_of(draft, "overview"))["text"] == "我写的"


@pytest.mark.parametrize("version", ["", "abc", "-1", "9" * 30, "²"])
def test_a_version_that_never_was_overwrites_nothing(
    draft: Report, cast: dict[str, User], client_of: Sign_in, version: str
) -> None:
    type_in(draft, "overview", {"text": "别人写的"}, by=cast["supervisor"])

    answer = client_of("clerk").post(address(draft, "overview"), {"version": version, "text": "我写的"})

    assert answer.status_code == 200
    assert stored(section_of(draft, "overview"))["text"] == "别人写的"


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("overview", {"text": "字" * 20_001}, "20000"),
        ("other_matters", {"text": "无", "notices_issued": "三件"}, "“三件”不是数字"),
        ("signature", {"name": "局", "date": "明天"}, "请写成年、月、日"),
    ],
)
def test_what_a_text_section_cannot_take_is_shown_back(
    draft: Report, client_of: Sign_in, key: str, typed: dict[str, str], sentence: str
) -> None:
    answer = client_of("clerk").post(address(draft, key), {"version": "0", **typed})

    text = answer.content.decode()
    assert sentence in text
    assert all(value in text for value in typed.values())
    assert Section.objects.get(report=draft, key=key).version == 0
    assert page_of(answer).unsaved


def test_a_report_submitted_meanwhile_keeps_what_was_typed_on_the_page(
    draft: Report, client_of: Sign_in
) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    answer = client_of("clerk").post(address(draft, "overview"), {"version": "0", "text": "我写的"})

    assert answer.status_code == 403
    assert "年报现在是“待审核”" in page_of(answer).unsaved
    assert "我写的" in answer.content.decode()


def test_a_form_that_is_not_valid_does_not_hide_what_others_saved_meanwhile(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "other_matters", {"text": "别人先保存的事项。"}, by=cast["stranger"])
    typed = {"version": "0", "text": "我写的", "notices_issued": "三", "collected_amount": "0"}
    client = client_of("clerk")

    refused = page_of(client.post(address(draft, "other_matters"), typed))
    mended = {**typed, "version": str(refused.version), "notices_issued": "3", "notices_amount": "0"}
    page = page_of(client.post(address(draft, "other_matters"), mended))

    assert page.stale
    assert stored(section_of(draft, "other_matters"))["text"] == "别人先保存的事项。"


def test_filling_with_0_on_a_page_that_is_stale_keeps_what_others_typed(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {GRANTED: "3"}, by=cast["stranger"])
    data = {"version": "0", "action": "fill_zero"}

    page = page_of(client_of("clerk").post(address(draft, "applications"), data))

    assert page.stale
    assert [change.conflict for change in page.stale.changes] == [False]
    assert cell(page, GRANTED).value == "3"


@pytest.mark.parametrize("typed", ["9" * 23, "9" * 40, "5²", "①②"])
def test_an_entry_far_outside_is_shown_back_too(draft: Report, client_of: Sign_in, typed: str) -> None:
    fee = "disclosure.administrative_fees.amount"

    answer = client_of("clerk").post(address(draft, "disclosure"), {"version": "0", fee: typed}, follow=True)

    assert cell(page_of(answer), fee).value == typed
    assert "F102" in answer.content.decode()


def test_the_navigator_tells_the_state_of_every_section(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disputes", zeros(draft, "disputes"), by=cast["clerk"])
    type_in(draft, "applications", {GRANTED: "8"}, by=cast["clerk"])
    type_in(draft, "problems", {"text": "无"}, by=cast["clerk"])

    page = page_of(client_of("clerk").get(address(draft, "disclosure")))

    states = {item.key: item.state for item in page.navigator}
    assert states == {
        "preamble": "完成",
        "overview": "未填",
        "disclosure": "未填",
        "applications": "有问题",
        "disputes": "完成",
        "problems": "有问题",
        "other_matters": "未填",
        "signature": "未填",
    }


def test_the_corner_note_is_judged_column_by_column(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    typed = {
        "applications.new_received.natural_person": "8",
        "applications.carried_in.other_org": "1",
        "applications.carried_out.other_org": "1",
    }
    type_in(draft, "applications", typed, by=cast["clerk"])

    page = page_of(client_of("clerk").get(address(draft, "applications")))

    assert page.grid
    balance = {item.column: (item.holds, item.gap) for item in page.grid.balance}
    assert balance["natural_person"] == (False, "8")
    assert balance["other_org"] == (None, "")  # as far as it is filled in; blank is not 0
    assert balance["research_institution"] == (None, "")
    assert balance["total"] == (False, "8")


def test_a_reader_gets_no_form_to_save(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("supervisor").get(address(draft, "applications"))

    assert page_of(answer).editable is False
    assert 'name="action"' not in answer.content.decode()


@pytest.mark.parametrize("key", ["preamble", "applications", "other_matters", "signature"])
def test_the_editor_asks_few_questions_of_the_database(
    draft: Report, client_of: Sign_in, django_assert_max_num_queries: DjangoAssertNumQueries, key: str
) -> None:
    client = client_of("clerk")

    with django_assert_max_num_queries(28):
        client.get(address(draft, key))


def test_government_rules_are_0_and_locked_for_who_cannot_make_any(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    page = page_of(client_of("clerk").get(address(draft, "disclosure")))

    assert cell(page, "disclosure.government_rules.issued").locked
    assert not cell(page, "disclosure.normative_documents.issued").locked
    assert [item.state for item in page.navigator if item.current] == ["未填"]

    type_in(draft, "disclosure", {"disclosure.government_rules.issued": "2"}, by=cast["clerk"])
    page = page_of(client_of("clerk").get(address(draft, "disclosure")))
    assert not cell(page, "disclosure.government_rules.issued").locked
