"""What stands beside a text: figures to refer to, those it refers to, the limit; and what a save tells."""

from collections.abc import Callable

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.checks.subject import CheckSettings
from govreport.desk.writing import Figure, Used, Writing
from govreport.reports.models import Report
from govreport.years.check_rules import change
from tests.drafts import NOW, type_in
from tests.workflow.findings import publish

Sign_in = Callable[[str], Client]
pytestmark = pytest.mark.usefixtures("quick_pdf")

RECEIVED = "applications.new_received.natural_person"
NAME, LAST = "〔表三·本年新收·总计〕", "〔上年·表三·本年新收·总计〕"


def writing(client: Client, report: Report, key: str = "overview") -> Writing | None:
    """What the page of a section has beside its text."""
    found: Writing | None = client.get(f"/desk/reports/{report.pk}/{key}/").context["page"].writing
    return found


def test_every_figure_of_the_form_can_be_referred_to(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {RECEIVED: "10"}, by=cast["clerk"])

    found = writing(client_of("clerk"), draft)

    assert found
    assert len(found.figures) == len(draft.edition.cells)
    words = "一、本年新收政府信息公开申请数量 · 总计"
    assert Figure(NAME, "10", words, main=True, last_year=False) in found.figures
    assert [one.main for one in found.figures if one.name == "〔表三·本年新收·自然人〕"] == [False]
    assert all(one.main for one in found.figures if one.name.startswith("〔表二"))


def test_with_last_year_s_report_its_figures_can_be_referred_to_too(
    draft: Report, client_of: Sign_in
) -> None:
    publish(draft.agency, {"applications.new_received.total": 8})

    found = writing(client_of("clerk"), draft)

    assert found
    assert len(found.figures) == 2 * len(draft.edition.cells)
    assert [one.value for one in found.figures if one.name == LAST] == ["8"]


def test_what_a_text_refers_to_is_told_with_its_value(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {RECEIVED: "10"}, by=cast["clerk"])
    type_in(draft, "problems", {"text": f"{NAME}{NAME}{LAST}〔表三·移送〕〔2021〕30号"}, by=cast["clerk"])

    found = writing(client_of("clerk"), draft, "problems")

    assert found
    used = (Used(NAME, "10", known=True), Used(LAST, "", known=True), Used("〔表三·移送〕", "", known=False))
    assert (found.used, found.limit) == (used, None)


def test_the_limit_of_part_1_is_the_authority_s(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    authority = draft.reporting_year.authority
    change(authority, CheckSettings(overview_limit=1500), based_on=0, by=cast["authority"], at=NOW)

    found = writing(client_of("clerk"), draft)

    assert found
    assert found.limit == 1500


@pytest.mark.parametrize("key", ["applications", "signature"])
def test_beside_a_table_and_the_signature_there_is_nothing(
    draft: Report, client_of: Sign_in, key: str
) -> None:
    assert writing(client_of("clerk"), draft, key) is None


def test_a_save_by_script_tells_what_the_references_say_now(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {RECEIVED: "10"}, by=cast["clerk"])
    typed = {"version": "0", "text": f"{NAME}、{LAST}、〔表三·移送〕"}

    answer = client_of("clerk").post(
        f"/desk/reports/{draft.pk}/overview/", typed, headers={"Accept": "application/json"}
    )

    assert answer.json()["references"] == {NAME: "10", LAST: ""}
    assert NAME not in answer.json()["parts"]["findings"]
    assert LAST in answer.json()["parts"]["findings"]
