"""Importing on the desk: choosing a file, trying it, and confirming what was read, cell by cell."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from govreport.agencies.models import User
from govreport.desk.import_pages import ImportPage, ProposalPage, ProposedCell, ProposedTable, ProposedText
from govreport.importing.models import Proposal
from govreport.reports.models import Report, State
from govreport.reports.saving import stored
from tests.contents import filled
from tests.drafts import section_of, type_in
from tests.importing.report_files import ReportFile, interchange_file, three_doubts, web_page, with_texts

Sign_in = Callable[[str], Client]

IN_FORCE = "disclosure.normative_documents.in_force"
GRANTED = "applications.granted.natural_person"
CARRIED = "applications.carried_in.other_org"
RECEIVED = "applications.new_received.natural_person"
SETTLED = {f"doubt.{IN_FORCE}": "take", f"doubt.{GRANTED}": "type", f"typed.{GRANTED}": "2"}
SETTLED |= {f"doubt.{CARRIED}": "blank"}


def send(client: Client, report: Report, file: ReportFile, **fields: Any) -> Any:
    """Choose a file and press a button."""
    data = BytesIO(file.data)
    data.name = file.name
    fields = {"action": "import", "file": data, **fields}
    return client.post(f"/desk/reports/{report.pk}/import/", fields)


def proposal_of(client: Client, report: Report) -> ProposalPage:
    """The page of the open proposal."""
    page: ProposalPage = client.get(f"/desk/reports/{report.pk}/proposal/").context["page"]
    return page


def posted(page: ProposalPage, **choices: Any) -> dict[str, Any]:
    """The form of the page as it would be sent, what is ticked included, with other choices."""
    taken = [cell.address for cell in cells(page).values() if cell.taken]
    texts_read = [part for part in page.read.parts if isinstance(part, ProposedText)]
    taken += [field.key for part in texts_read for field in part.fields if field.taken]
    versions = {f"version.{key}": str(version) for key, version in page.versions}
    return {"proposal": page.waiting.pk, "action": "confirm", "take": taken, **versions, **choices}


def confirm(client: Client, report: Report, **choices: Any) -> Any:
    """Open the proposal, choose, and press the button."""
    page = proposal_of(client, report)
    return client.post(f"/desk/reports/{report.pk}/proposal/", posted(page, **choices), follow=True)


def cells(page: ProposalPage) -> dict[str, ProposedCell]:
    """The cells of all grids of the page, by address."""
    bodies = [body for part in page.read.parts if isinstance(part, ProposedTable) for body in part.bodies]
    items = (item for body in bodies for row in body for item in row)
    return {item.address: item for item in items if isinstance(item, ProposedCell)}


def texts(report: Report, key: str) -> dict[str, str]:
    """What stands in a table of the draft."""
    return {name: entry.text for name, entry in stored(section_of(report, key)).items()}


def test_a_dry_run_stores_nothing_and_shows_doubts_and_findings(draft: Report, client_of: Sign_in) -> None:
    answer = send(client_of("clerk"), draft, three_doubts(), action="try")

    page: ImportPage = answer.context["page"]
    assert page.tried
    assert [line.seen for line in page.tried.doubts] == ["22（其中修订 16 件）", "/", "两件"]
    assert page.tried.verdict.startswith("待核实 3 处，强制 ")
    assert not page.tried.fine
    assert "T204" in [line.code for group in page.tried.findings for line in group.lines]
    assert not Proposal.objects.exists()
    assert 'name="take"' not in answer.content.decode()


def test_an_imported_file_opens_as_a_proposal(draft: Report, client_of: Sign_in) -> None:
    answer = send(client_of("clerk"), draft, three_doubts())

    assert answer.headers["Location"] == f"/desk/reports/{draft.pk}/proposal/"
    page = proposal_of(client_of("clerk"), draft)
    assert (page.waiting.name, page.read.undecided) == ("年报.html", 2)


def test_every_cell_says_what_taking_it_would_do(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    typed = {RECEIVED: "9", "applications.new_received.other_org": "0", GRANTED: "1"}
    type_in(draft, "applications", typed, by=cast["clerk"])
    send(client_of("clerk"), draft, three_doubts())

    found = cells(proposal_of(client_of("clerk"), draft))

    kinds = {name: found[name].kind for name in (RECEIVED, GRANTED, *typed)}
    assert kinds == {RECEIVED: "over", "applications.new_received.other_org": "same", GRANTED: "doubt"}
    assert (found[RECEIVED].now, found[RECEIVED].new, found[RECEIVED].taken) == ("9", "3", True)
    assert found["applications.carried_out.natural_person"].kind == "new"
    assert (found["disputes.reconsideration.total"].new, found["disputes.reconsideration.total"].stated) == (
        "0",
        "5",
    )


def test_doubts_settled_and_confirmed_are_in_the_draft(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    answer = confirm(client, draft, **SETTLED)

    assert answer.redirect_chain[-1][0] == f"/desk/reports/{draft.pk}/applications/"
    assert "已从“年报.html”导入" in answer.content.decode()
    assert texts(draft, "disclosure")[IN_FORCE] == "22"
    applications = texts(draft, "applications")
    assert (applications[GRANTED], applications[CARRIED], applications[RECEIVED]) == ("2", "", "3")
    assert Proposal.objects.get().state == "confirmed"


def test_an_undecided_doubt_keeps_everything_as_it_was(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    answer = confirm(client, draft, **{f"doubt.{IN_FORCE}": "keep", f"typed.{CARRIED}": "4"})

    page: ProposalPage = answer.context["page"]
    assert "还有 1 处待核实的没有选择" in page.refusal
    assert [line.typed for line in page.read.doubts if line.key == CARRIED] == ["4"]
    assert texts(draft, "applications")[RECEIVED] == ""


def test_an_entry_that_is_no_number_may_be_taken_as_it_stands(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    answer = confirm(client, draft, rest="take")

    assert answer.redirect_chain[-1][0].endswith("/applications/")
    assert "F102" in answer.content.decode()
    assert texts(draft, "applications")[GRANTED] == "两件"


def test_what_is_not_ticked_stays_as_it_is(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    confirm(client, draft, **SETTLED, take=[RECEIVED])

    applications = texts(draft, "applications")
    assert (applications[RECEIVED], applications["applications.new_received.other_org"]) == ("3", "")
    assert set(texts(draft, "disputes").values()) == {""}


@pytest.mark.parametrize(("whole", "expected"), [("take", "0"), ("keep", "")])
def test_a_whole_table_is_taken_or_left_whatever_is_ticked(
    draft: Report, client_of: Sign_in, whole: str, expected: str
) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    confirm(client, draft, **SETTLED, take=[], **{"whole.disputes": whole})

    assert texts(draft, "disputes")["disputes.reconsideration.upheld"] == expected


def test_all_is_taken_at_one_press_but_blanks_take_nothing_away(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client, blank = client_of("clerk"), "applications.carried_out.natural_person"
    type_in(draft, "applications", {RECEIVED: "9", blank: "7"}, by=cast["clerk"])
    send(client, draft, web_page(filled("2021", {blank: None})))

    confirm(client, draft, action="confirm_all", take=[])

    applications = texts(draft, "applications")
    assert (applications[RECEIVED], applications[blank]) == ("0", "7")


def test_a_blank_is_taken_over_a_figure_only_when_it_is_ticked(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client, blank = client_of("clerk"), "applications.carried_out.natural_person"
    type_in(draft, "applications", {blank: "7"}, by=cast["clerk"])
    send(client, draft, web_page(filled("2021", {blank: None})))
    page = proposal_of(client, draft)
    assert (cells(page)[blank].kind, cells(page)[blank].taken) == ("clear", False)

    confirm(client, draft, take=[blank])

    assert texts(draft, "applications")[blank] == ""


def test_texts_fee_and_signature_are_taken_field_by_field(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, interchange_file(with_texts(filled("2021"))))
    before = stored(section_of(draft, "preamble"))["text"]

    confirm(client, draft, take=["overview.text", "other_matters.notices_issued", "signature.date"])

    assert stored(section_of(draft, "overview"))["text"].startswith("本单位按照条例要求")
    other_matters = stored(section_of(draft, "other_matters"))
    assert (other_matters["text"], other_matters["notices_issued"]) == ("", 2)
    assert str(stored(section_of(draft, "signature"))["date"]) == "2024-01-20"
    assert stored(section_of(draft, "preamble"))["text"] == before


def test_the_prompt_of_an_empty_form_replaces_no_text(draft: Report, client_of: Sign_in) -> None:
    prompts = {"overview": "（文字描述）", "other_matters": "（文字描述，收取信息处理费情况在此处报告。）"}
    written = {"problems": "（文字描述）之外还写明了问题。"}
    client = client_of("clerk")
    send(client, draft, interchange_file(replace(filled("2021"), narrative=prompts | written)))

    page = proposal_of(client, draft)

    parts = {part.key: part.fields for part in page.read.parts if isinstance(part, ProposedText)}
    assert (parts["overview"], parts["other_matters"]) == ((), ())
    assert [field.kind for field in parts["problems"]] == ["new"]


def test_what_others_saved_meanwhile_is_shown_and_nothing_is_imported(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())
    choices = posted(proposal_of(client, draft), **SETTLED)
    type_in(draft, "applications", {RECEIVED: "9"}, by=cast["supervisor"])

    answer = client.post(f"/desk/reports/{draft.pk}/proposal/", choices)

    page: ProposalPage = answer.context["page"]
    assert "打开之后有人保存过" in page.refusal
    assert [(one.by, one.changes[0][1].now) for one in page.meanwhile] == [("林远", "9")]
    assert cells(page)[RECEIVED].now == "9"
    assert set(texts(draft, "disputes").values()) == {""}


def test_a_file_of_another_agency_is_taken_only_by_who_is_sure(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, web_page(filled("2021"), agency="河口县水利局"))

    refused: ProposalPage = confirm(client, draft).context["page"]
    assert "不相符" in refused.refusal
    assert any("河口县水利局" in line for line in refused.read.warnings)

    confirm(client, draft, sure="1")
    assert texts(draft, "applications")[RECEIVED] == "0"


def test_a_figure_that_the_edition_has_no_cell_for_is_named(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, web_page(filled("2019", {"disclosure.government_rules.created": 3}), year=2019))

    page = proposal_of(client, draft)

    assert [line.seen for line in page.read.notices if "规章" in line.name and line.seen != "0"] == ["3"]
    assert not any(cell.stated for cell in cells(page).values())


def test_the_page_asks_few_questions_of_the_database(
    draft: Report, client_of: Sign_in, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    with django_assert_max_num_queries(37):
        proposal_of(client, draft)


def test_discarding_leaves_the_draft_and_leads_back(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    answer = confirm(client, draft, action="discard")

    assert answer.redirect_chain[-1][0].endswith("/import/")
    assert "已放弃导入" in answer.content.decode()
    assert texts(draft, "applications")[RECEIVED] == ""


def test_a_page_of_a_proposal_that_was_replaced_confirms_nothing(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())
    page = proposal_of(client, draft)
    send(client, draft, web_page(filled("2021")), replacing=page.waiting.pk)

    answer = client.post(f"/desk/reports/{draft.pk}/proposal/", posted(page, **SETTLED), follow=True)

    assert "已经被确认、放弃或替换" in answer.content.decode()
    assert texts(draft, "applications")[RECEIVED] == ""


def test_a_second_file_says_that_the_first_is_open(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())

    page: ImportPage = send(client, draft, web_page(filled("2021"))).context["page"]

    assert "另一份文件" in page.refusal
    assert page.waiting
    assert (page.waiting.name, page.waiting.by) == ("年报.html", "苏禾")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (ReportFile("年报.html", b""), "这个文件是空的"),
        (ReportFile("年报.exe", b"MZ"), "不支持这种文件"),
        (ReportFile("年报.html", b"<p>hello"), "没有找到年度报告的三张表"),
        (ReportFile("年报.txt", b"0" * (10 * 1024 * 1024 + 1)), "超过 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_keeps_the_page(
    draft: Report, client_of: Sign_in, file: ReportFile, sentence: str
) -> None:
    answer = send(client_of("clerk"), draft, file)

    assert answer.status_code == 200
    assert sentence in answer.context["page"].refusal
    assert f"没有导入“{file.name}”" in answer.content.decode()
    assert 'type="file"' in answer.content.decode()


def test_no_file_is_asked_for(draft: Report, client_of: Sign_in) -> None:
    answer = client_of("clerk").post(f"/desk/reports/{draft.pk}/import/", {"action": "import"})

    assert answer.context["page"].refusal == "请先选择一个文件"


def test_a_report_that_was_submitted_meanwhile_takes_no_file(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())
    choices = posted(proposal_of(client, draft), **SETTLED)
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    answers = [
        send(client, draft, three_doubts()),
        client.post(f"/desk/reports/{draft.pk}/proposal/", choices),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert all("年报现在是“待审核”" in answer.context["page"].refusal for answer in answers)


def test_the_way_to_an_import_is_shown_to_those_who_may(draft: Report, client_of: Sign_in) -> None:
    address = f"/desk/reports/{draft.pk}/import/"

    for page in ("/desk/", f"/desk/reports/{draft.pk}/applications/", f"/desk/reports/{draft.pk}/review/"):
        assert address in client_of("clerk").get(page).content.decode()
        assert address not in client_of("supervisor").get(page).content.decode()


def test_the_history_of_the_report_names_the_file(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, three_doubts())
    confirm(client, draft, **SETTLED)

    answer = client.get(f"/desk/reports/{draft.pk}/review/")

    assert "从文件导入“年报.html”" in [line.what for line in answer.context["page"].history]
