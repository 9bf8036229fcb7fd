"""The Excel template of a draft: what is in it, and which report it is taken for."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.import_pages import ImportPage
from govreport.rendering.xlsx_template import template
from govreport.reports.content import content_of
from govreport.reports.models import Report
from tests.desk.test_import import confirm, proposal_of, send, texts
from tests.drafts import type_in
from tests.importing.report_files import ReportFile, workbook_with

Sign_in = Callable[[str], Client]

RECEIVED = "applications.new_received.natural_person"


def downloaded(client: Client, report: Report) -> bytes:
    """The template as the clerk gets it."""
    answer = client.get(f"/desk/reports/{report.pk}/template.xlsx")
    assert answer.headers["Content-Disposition"].endswith(".xlsx")
    return answer.content


def test_a_template_holds_the_figures_of_the_draft_and_changes_nothing_when_it_comes_back(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "applications", {RECEIVED: "8"}, by=cast["clerk"])
    client = client_of("clerk")

    send(client, draft, ReportFile("模板.xlsx", downloaded(client, draft)))

    read = proposal_of(client, draft).read
    assert (read.new, read.over, read.doubts, read.warnings) == (0, 0, (), ())


def test_figures_typed_into_a_template_are_imported(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, workbook_with(downloaded(client, draft), {RECEIVED: "8"}))

    confirm(client, draft)

    assert texts(draft, "applications")[RECEIVED] == "8"


def test_an_unreadable_entry_is_named_with_sheet_and_cell(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")

    answer = send(client, draft, workbook_with(downloaded(client, draft), {RECEIVED: "八"}), action="try")

    page: ImportPage = answer.context["page"]
    assert page.tried
    (doubt,) = page.tried.doubts
    assert "三" in doubt.place
    lines = [line for group in page.tried.findings for line in group.lines if line.code == "F102"]
    assert [doubt.place in line.hint for line in lines] == [True]


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ({"agency_code": "hekou-lyj", "agency_name": "河口县林业局"}, "河口县林业局"),
        ({"year": 2022}, "2022年"),
        ({"edition": "2019", "figures": {}}, "2019年版格式"),
    ],
)
@pytest.mark.parametrize("action", ["try", "import"])
def test_a_template_of_another_report_is_refused_by_name(
    draft: Report, client_of: Sign_in, other: dict[str, object], named: str, action: str
) -> None:
    file = ReportFile("模板.xlsx", template(replace(content_of(draft), **other)))  # type: ignore[arg-type]

    answer = send(client_of("clerk"), draft, file, action=action)

    assert named in answer.context["page"].refusal
    assert "请下载本单位本年度的模板" in answer.context["page"].refusal
