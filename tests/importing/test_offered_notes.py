"""The printed notes of a file are offered to the draft beside its figures."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.import_pages import ProposalPage, ProposedField, ProposedTable
from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from govreport.importing.offers import offers
from govreport.importing.reading import Reading
from govreport.reports.models import Report
from govreport.reports.saving import stored
from tests.contents import filled
from tests.desk.test_import import confirm, proposal_of, send
from tests.drafts import section_of, type_in
from tests.importing.report_files import ReportFile, interchange_file, web_page

Sign_in = Callable[[str], Client]

DOCUMENTS = "disclosure.normative_documents.in_force"
FIELD = f"note:{DOCUMENTS}"
NOTED: Content = replace(filled("2021"), notes={DOCUMENTS: "其中修订 16 件", "disputes": "含乡镇"})


def notes_in(page: ProposalPage, key: str) -> tuple[ProposedField, ...]:
    """The notes that are offered below a table."""
    return next(part.notes for part in page.read.parts if isinstance(part, ProposedTable) and part.key == key)


def take(client: Client, draft: Report, *fields: str) -> Any:
    """Confirm the open proposal with only these fields ticked."""
    return confirm(client, draft, take=list(fields))


@pytest.mark.parametrize("file", [interchange_file(NOTED), web_page(NOTED)], ids=["json", "html"])
def test_the_notes_that_were_read_are_offered_below_their_tables(
    draft: Report, client_of: Sign_in, file: ReportFile
) -> None:
    client = client_of("clerk")
    send(client, draft, file)

    page = proposal_of(client, draft)

    assert [(note.label, note.kind, note.taken) for note in notes_in(page, "disclosure")] == [
        ("批注（行政规范性文件 · 现行有效件数）", "new", True)
    ]
    assert [note.label for note in notes_in(page, "disputes")] == ["批注（整张表）"]


def test_a_note_that_is_ticked_is_saved_and_another_is_not(draft: Report, client_of: Sign_in) -> None:
    client = client_of("clerk")
    send(client, draft, interchange_file(NOTED))

    take(client, draft, f"disclosure.{FIELD}")

    assert stored(section_of(draft, "disclosure"))[FIELD] == "其中修订 16 件"
    assert "note:disputes" not in stored(section_of(draft, "disputes"))


def test_a_note_of_the_draft_is_told_before_it_is_overwritten_and_its_source_stays(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    typed = {FIELD: "其中修订 9 件", f"source:{DOCUMENTS}": "登记簿"}
    type_in(draft, "disclosure", typed, by=cast["clerk"])
    client = client_of("clerk")
    send(client, draft, interchange_file(NOTED))
    (note,) = notes_in(proposal_of(client, draft), "disclosure")
    assert (note.kind, note.now[0].text) == ("over", "其中修订 9 件")

    take(client, draft, note.key)

    values = stored(section_of(draft, "disclosure"))
    assert (values[FIELD], values[f"source:{DOCUMENTS}"]) == ("其中修订 16 件", "登记簿")


def test_a_file_without_notes_takes_none_away(draft: Report) -> None:
    fields = {"disclosure": {DOCUMENTS: "", FIELD: "其中修订 9 件"}}

    offered = offers(edition("2021"), fields, Reading(filled("2021")))

    assert [offer.field for offer in offered] == [DOCUMENTS]


def test_a_note_of_a_cell_that_the_form_has_not_is_named(draft: Report, client_of: Sign_in) -> None:
    content = replace(filled("2019"), notes={"disclosure.centralized_procurement.amount": "含工程"})
    client = client_of("clerk")
    send(client, draft, interchange_file(content))

    notices = proposal_of(client, draft).read.notices

    assert [line.seen for line in notices if "批注没有采用" in line.reasons[0]] == ["含工程"]


def test_a_note_that_others_removed_meanwhile_is_named(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disclosure", {FIELD: "其中修订 9 件"}, by=cast["clerk"])
    client = client_of("clerk")
    send(client, draft, interchange_file(NOTED))
    page = proposal_of(client, draft)
    type_in(draft, "disclosure", {FIELD: ""}, by=cast["supervisor"])

    versions = {f"version.{key}": str(version) for key, version in page.versions}
    answer = client.post(
        f"/desk/reports/{draft.pk}/proposal/",
        {"proposal": page.waiting.pk, "action": "confirm_all", **versions},
    )

    assert "批注（行政规范性文件 · 现行有效件数）" in answer.content.decode()
