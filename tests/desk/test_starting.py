"""What a section offers to begin with, as a clerk meets it, without script."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import Agency, User
from govreport.desk.grid_pages import GridCell
from govreport.desk.pages import EditorPage
from govreport.reports.models import Report, State
from govreport.reports.saving import stored
from govreport.workflow.starting import start_report
from govreport.years.models import ReportingYear
from tests.drafts import NOW, section_of, type_in
from tests.workflow.findings import publish

Sign_in = Callable[[str], Client]

OUT = "applications.carried_out.natural_person"
CARRIED = "applications.carried_in.natural_person"
GRANTED = "applications.granted.natural_person"


def page_of(client: Client, report: Report, key: str) -> EditorPage:
    """The page object of a section."""
    page: EditorPage = client.get(f"/desk/reports/{report.pk}/{key}/").context["page"]
    return page


def press(client: Client, report: Report, step: str, back: str = "applications", **sent: str) -> Any:
    """Press the button of a step; the page that follows."""
    data = {"step": step, "back": back, **sent}
    return client.post(f"/desk/reports/{report.pk}/starting/", data, follow=True)


def panel(page: EditorPage, name: str) -> Any:
    """One of the offers of a page."""
    assert page.start is not None
    return getattr(page.start, name)


@pytest.fixture
def begun(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """A report started after last year's, which left over 3."""
    publish(county["yunxi-lyj"], {OUT: 3})
    return start_report(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)


@pytest.mark.parametrize("back", ["overview", "applications", "disputes"])
def test_nothing_to_report_is_one_button_and_can_be_taken_back(
    draft: Report, client_of: Sign_in, back: str
) -> None:
    client = client_of("clerk")

    done = press(client, draft, "nothing", back)

    assert done.redirect_chain[-1][0] == f"/desk/reports/{draft.pk}/{back}/"
    assert "✓ 已填“本年度无申请、无复议诉讼”（苏禾" in done.content.decode()
    assert stored(section_of(draft, "disputes"))["disputes.reconsideration.upheld"].text == "0"

    undone = press(client, draft, "take_back", back)

    assert "已撤销" in undone.content.decode()
    assert stored(section_of(draft, "overview")) == {"text": ""}


def test_other_figures_are_listed_with_the_way_there(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {GRANTED: "12"}, by=cast["clerk"])

    answer = press(client_of("clerk"), draft, "nothing", "overview")

    text = answer.content.decode()
    assert "没有填，也没有改动任何内容" in text
    assert f'href="/desk/reports/{draft.pk}/applications/#{GRANTED}"' in text
    assert section_of(draft, "disputes").version == 0


def test_a_remainder_of_last_year_is_named_in_place_of_the_button(begun: Report, client_of: Sign_in) -> None:
    found = panel(page_of(client_of("clerk"), begun, "applications"), "nothing")
    answer = press(client_of("clerk"), begun, "nothing")

    assert [(line.name, line.text) for line in found.left_over] == [("上年结转 · 自然人", "3")]
    assert found.source == "2022 年度年报（第 1 版）"
    assert 'value="nothing"' not in answer.content.decode()


def test_where_no_cell_is_blank_nothing_is_offered(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    press(client, draft, "nothing")
    type_in(draft, "overview", {"text": "另写的。"}, by=cast["clerk"])

    assert panel(page_of(client, draft, "applications"), "nothing") is None
    assert "后来又有改动" in press(client, draft, "take_back").content.decode()


def test_a_report_that_was_submitted_meanwhile_is_left_alone(draft: Report, client_of: Sign_in) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    answer = press(client_of("clerk"), draft, "nothing")

    assert "年报现在是“待审核”，不能再修改" in answer.content.decode()
    assert page_of(client_of("clerk"), draft, "applications").start is None


def test_a_carried_over_cell_names_its_source_until_it_is_changed(
    begun: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")

    def sources() -> dict[str, str]:
        grid = page_of(client, begun, "applications").grid
        assert grid is not None
        cells = [item for body in grid.bodies for row in body for item in row if isinstance(item, GridCell)]
        return {cell.address: cell.taken_from for cell in cells if cell.taken_from}

    assert sources()[CARRIED] == "取自 2022 年度年报（第 1 版）的结转下年度"
    assert len(sources()) == 6
    type_in(begun, "applications", {CARRIED: "4"}, by=cast["clerk"])
    assert CARRIED not in sources()
    assert set(sources().values()) == {"取自 2022 年度年报（第 1 版）的结转下年度，有改动"}


def test_what_a_report_was_started_with_is_not_called_begun(begun: Report, client_of: Sign_in) -> None:
    page = page_of(client_of("clerk"), begun, "applications")

    assert next(item.state for item in page.navigator if item.current) == "未填"


def test_a_later_report_on_last_year_is_taken_over_when_asked(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    publish(draft.agency, {OUT: 3})
    offer = panel(page_of(client, draft, "applications"), "offer")
    assert ("自然人", "", "3") in [(line.name, line.now, line.then) for line in offer.lines]

    press(client, draft, "opening", seen="another")
    assert stored(section_of(draft, "applications"))[CARRIED].text == ""

    press(client, draft, "opening", seen=offer.mark)
    assert stored(section_of(draft, "applications"))[CARRIED].text == "3"
    assert panel(page_of(client, draft, "applications"), "offer") is None


def test_the_facts_of_the_agency_stand_beside_last_years(draft: Report, client_of: Sign_in) -> None:
    publish(draft.agency)

    facts = panel(page_of(client_of("clerk"), draft, "preamble"), "facts")
    signature = panel(page_of(client_of("clerk"), draft, "signature"), "facts")

    assert [line.label for line in facts.lines] == [
        "单位全称",
        "联系部门",
        "地址",
        "邮编",
        "电话",
        "电子邮箱",
    ]
    assert facts.source == "2022 年度年报（第 1 版）"
    assert [(line.value, line.last) for line in signature.lines] == [("云溪县林业局", "")]


def test_a_preamble_is_written_only_where_there_is_none(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    kept = press(client, draft, "preamble", "preamble")
    assert "前言已有内容，没有改动" in kept.content.decode()
    assert not panel(page_of(client, draft, "preamble"), "facts").writes
    type_in(draft, "preamble", {"text": ""}, by=cast["clerk"])
    assert panel(page_of(client, draft, "preamble"), "facts").writes

    press(client, draft, "preamble", "preamble")

    text = stored(section_of(draft, "preamble"))["text"]
    assert text.startswith("根据《中华人民共和国政府信息公开条例》")
    assert "0000-0000000" in text
