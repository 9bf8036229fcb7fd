"""The text sections in boxes and pairs, last year's part beside them, and copying from it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry
from govreport.desk.last_year_text import SHORT_IN, LastItem, LastPiece, LastText
from govreport.publishing.release import release
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import stored
from tests.contents import filled
from tests.drafts import NOW, section_of, type_in

Sign_in = Callable[[str], Client]

OVERVIEW = "总说。\n（一）主动公开\n公布信息652条。\n（二）监督保障\n培训2次。"
PAIRS = "（一）存在的主要问题\n1.更新不及时。\n2.形式单一。\n（二）改进情况\n1.每周核对。\n2.制作图解。"
LONG = "全年通过县政府网站林业专栏公布信息459条。"
LAST = {
    "overview": f"（一）主动公开\n{LONG}\n（二）依申请公开情况\n收到申请5件。",
    "problems": PAIRS,
    "other_matters": "无。",
}


@pytest.fixture
def last_year(draft: Report) -> None:
    """The report on the year before, published."""
    agency = draft.agency
    content = replace(
        filled("2021"), agency_name=agency.name, agency_code=agency.code, year=2022, narrative=LAST
    )
    release(content, agency=agency, by=None, at=NOW, note="")


def address(report: Report, key: str) -> str:
    return f"/desk/reports/{report.pk}/{key}/"


def boxes(answer: Any) -> dict[str, str]:
    """What stands in the boxes of a page, by name; without the blank ones."""
    form = answer.context["page"].form
    return {name: form[name].value() for name in form.fields if form[name].value()}


def text_of(report: Report, key: str) -> str:
    return str(stored(section_of(report, key))["text"])


def last_of(answer: Any) -> LastText:
    found: LastText = answer.context["page"].text.last
    return found


def test_the_text_of_part_one_stands_in_its_boxes(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "overview", {"text": OVERVIEW}, by=cast["clerk"])

    answer = client_of("clerk").get(address(draft, "overview"))

    assert boxes(answer) == {"text": "总说。", "proactive": "公布信息652条。", "supervision": "培训2次。"}
    assert "results" not in answer.context["page"].form.fields


def test_what_is_typed_into_boxes_is_stored_as_one_text(draft: Report, client_of: Sign_in) -> None:
    typed = {"text": "总说。", "proactive": "公布信息652条。", "supervision": "培训2次。"}

    client_of("clerk").post(address(draft, "overview"), {"version": "0", **typed})

    assert text_of(draft, "overview") == OVERVIEW
    assert list(Entry.objects.get(action="section.saved").data["changes"]) == ["text"]


def test_a_government_has_a_box_for_its_results(draft: Report, client_of: Sign_in) -> None:
    Agency.objects.filter(pk=draft.agency_id).update(kind=Agency.Kind.TOWN)

    answer = client_of("clerk").get(address(draft, "overview"))

    assert answer.context["page"].form.fields["results"].label == "工作考核、社会评议和责任追究结果"


@pytest.mark.parametrize("key", ["overview", "problems"])
def test_a_text_of_another_form_is_not_touched_by_a_save_and_the_page_says_so(
    draft: Report, cast: dict[str, User], client_of: Sign_in, key: str
) -> None:
    text = "（一）组织领导\n\n甲。\n（二）政策解读\n乙。"
    type_in(draft, key, {"text": text}, by=cast["clerk"])
    client = client_of("clerk")

    shown = client.get(address(draft, key))
    client.post(address(draft, key), {"version": "1", **boxes(shown)})

    assert "原样放在“总体说明”里" in shown.content.decode()
    assert (text_of(draft, key), Section.objects.get(report=draft, key=key).version) == (text, 1)


def test_blank_lines_between_the_boxes_stay_until_something_is_changed(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    text = OVERVIEW.replace("\n（二）", "\n\n（二）")
    type_in(draft, "overview", {"text": text}, by=cast["clerk"])
    client = client_of("clerk")

    client.post(address(draft, "overview"), {"version": "1", **boxes(client.get(address(draft, "overview")))})

    assert text_of(draft, "overview") == text


def test_the_boxes_together_have_a_limit(draft: Report, client_of: Sign_in) -> None:
    typed = {"proactive": "字" * 15_000, "supervision": "字" * 15_000}

    answer = client_of("clerk").post(address(draft, "overview"), {"version": "0", **typed})

    assert "不能超过 20000 个字" in answer.content.decode()
    assert text_of(draft, "overview") == ""


def test_problems_and_measures_are_stored_in_two_lists(draft: Report, client_of: Sign_in) -> None:
    typed = {"problem_1": "1.更新不及时。", "measure_1": "每周核对。"}
    typed |= {"problem_3": "形式单一。", "measure_3": "制作图解。"}

    answer = client_of("clerk").post(address(draft, "problems"), {"version": "0", **typed}, follow=True)

    assert text_of(draft, "problems") == PAIRS
    assert list(answer.context["page"].form.fields)[-2:] == ["problem_3", "measure_3"]


def test_one_more_pair_is_saved_for_without_script(draft: Report, client_of: Sign_in) -> None:
    typed = {"version": "0", "action": "add_pair", "problem_1": "更新不及时。"}

    answer = client_of("clerk").post(address(draft, "problems"), typed)

    assert answer.headers["Location"] == f"{address(draft, 'problems')}#id_problem_2"
    assert text_of(draft, "problems") == "（一）存在的主要问题\n更新不及时。"


def test_two_people_meet_box_by_box(draft: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    type_in(draft, "overview", {"proactive": "甲。", "supervision": "乙。"}, by=cast["clerk"])
    type_in(draft, "overview", {"proactive": "甲。", "supervision": "别人。"}, by=cast["stranger"])
    typed = {"version": "1", "proactive": "我的。", "supervision": "乙。"}

    answer = client_of("clerk").post(address(draft, "overview"), typed)

    (change,) = answer.context["page"].stale.changes
    assert (change.name, change.before, change.now, change.conflict) == ("监督保障", "乙。", "别人。", False)
    assert boxes(answer) == {"proactive": "我的。", "supervision": "别人。"}


def test_a_pair_that_somebody_else_added_is_not_lost(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "problems", {"text": PAIRS}, by=cast["stranger"])
    typed = {"version": "0", "problem_1": "", "measure_1": ""}

    answer = client_of("clerk").post(address(draft, "problems"), typed)

    assert boxes(answer)["measure_2"] == "制作图解。"
    told = client_of("clerk").post(address(draft, "problems"), typed, headers={"Accept": "application/json"})
    assert [change["name"] for change in told.json()["changes"]][-1] == "measure_2"


@pytest.mark.parametrize(("words", "box"), [("收到申请9件", "on_request"), ("培训2次", "supervision")])
def test_a_finding_leads_to_the_box_of_its_words(
    draft: Report, cast: dict[str, User], client_of: Sign_in, words: str, box: str
) -> None:
    typed = {"on_request": "2022年，我局收到申请9件。", "supervision": "2022年，我局培训2次。"}
    type_in(draft, "overview", typed, by=cast["clerk"])

    page = client_of("clerk").get(address(draft, "overview")).context["page"]

    lines = [line for group in page.findings for line in group.lines if words in line.passage]
    assert {line.href for line in lines} == {f"{address(draft, 'overview')}#id_{box}"}


@pytest.mark.usefixtures("last_year")
def test_last_years_part_stands_beside_paragraph_by_paragraph(draft: Report, client_of: Sign_in) -> None:
    last = last_of(client_of("clerk").get(address(draft, "overview")))

    told = [(item.heading, piece.box, piece.text) for item in last.items for piece in item.pieces]
    assert told == [("主动公开", "proactive", LONG), ("依申请公开", "on_request", "收到申请5件。")]
    assert text_of(draft, "overview") == ""


@pytest.mark.usefixtures("last_year")
def test_a_paragraph_is_copied_behind_what_is_typed_and_marked_until_it_is_edited(
    draft: Report, client_of: Sign_in
) -> None:
    client = client_of("clerk")
    typed = {"version": "0", "proactive": "本年新写的。", "copy": "0"}

    copied = client.post(address(draft, "overview"), typed, follow=True)
    edited = {"version": "1", "proactive": f"本年新写的。\n{LONG}又改。"}

    assert boxes(copied) == {"proactive": f"本年新写的。\n{LONG}"}
    assert [item.copied for item in last_of(copied).items] == [True, False]
    assert not last_of(client.post(address(draft, "overview"), edited, follow=True)).copied


@pytest.mark.usefixtures("last_year")
def test_a_pair_is_copied_into_the_first_that_is_blank(draft: Report, client_of: Sign_in) -> None:
    typed = {"version": "0", "problem_1": "本年的。", "measure_1": "", "problem_2": "", "measure_2": ""}

    answer = client_of("clerk").post(address(draft, "problems"), {**typed, "copy": "1"}, follow=True)

    assert boxes(answer) == {"problem_1": "本年的。", "problem_2": "形式单一。", "measure_2": "制作图解。"}


@pytest.mark.usefixtures("last_year")
@pytest.mark.parametrize("asked", ["", "9", "-1", "²", "a", "9" * 30])
def test_nothing_is_copied_that_is_not_there(draft: Report, client_of: Sign_in, asked: str) -> None:
    typed = {"version": "0", "text": "总说。", "copy": asked}

    answer = client_of("clerk").post(address(draft, "overview"), typed, follow=True)

    assert boxes(answer) == {"text": "总说。"}


@pytest.mark.usefixtures("last_year")
def test_a_short_paragraph_may_be_the_same_every_year(draft: Report, client_of: Sign_in) -> None:
    typed = {"version": "0", "copy": "0"}

    (item,) = last_of(client_of("clerk").post(address(draft, "other_matters"), typed, follow=True)).items

    assert (item.kept, item.copied) == (True, False)


def test_a_preamble_of_the_same_facts_is_not_called_copied() -> None:
    assert LastItem(0, "", (LastPiece("text", LONG),), kept=True).copied
    assert not LastItem(
        0, "", (LastPiece("text", LONG),), kept=True, short=SHORT_IN[SectionKey.PREAMBLE]
    ).copied


@pytest.mark.usefixtures("last_year")
def test_a_reader_sees_last_years_part_and_copies_nothing(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("supervisor").get(address(draft, "overview"))

    assert LONG in answer.content.decode()
    assert 'name="copy"' not in answer.content.decode()


def test_the_fee_sentence_is_shown_as_it_will_be_printed(draft: Report, client_of: Sign_in) -> None:
    typed = {"version": "0", "notices_issued": "3", "notices_amount": "380.50", "collected_amount": "一"}

    page = client_of("clerk").post(address(draft, "other_matters"), typed).context["page"]

    assert "".join(part.text for part in page.text.fee) == (
        "本年度收取信息处理费情况：发出收费通知3件，通知收取的总金额为380.5元，实际收取的总金额为？元。"
    )
