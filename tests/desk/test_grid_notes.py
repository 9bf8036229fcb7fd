"""Notes and sources below a table: shown as lines and at their cells, saved with the section."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.desk.note_pages import GridNotes
from govreport.desk.pages import EditorPage
from govreport.reports.models import Report, State
from govreport.reports.saving import stored
from tests.desk.test_autosave import save
from tests.desk.test_editor import address, cell, page_of
from tests.drafts import section_of, type_in

Sign_in = Callable[[str], Client]

DOCUMENTS = "disclosure.normative_documents.issued"
NOTE, SOURCE = f"note:{DOCUMENTS}", f"source:{DOCUMENTS}"
TYPED = {NOTE: "其中修订 16 件", SOURCE: "登记簿第 3 页"}


def notes_of(page: EditorPage) -> GridNotes:
    """What stands below the table."""
    assert page.grid
    assert page.grid.notes
    return page.grid.notes


def shown(page: EditorPage) -> dict[str, str]:
    """What stands in the lines, by the names of their fields."""
    return {field.name: field.value for line in notes_of(page).lines for field in line.fields}


def send(client: Client, report: Report, typed: dict[str, str], version: int = 0) -> Any:
    """Press 保存 without script."""
    return client.post(address(report, "disclosure"), {"version": str(version), **typed}, follow=True)


def test_without_notes_there_is_a_blank_line_with_every_cell_and_the_whole_table(
    draft: Report, client_of: Sign_in
) -> None:
    page = page_of(client_of("clerk").get(address(draft, "disclosure")))

    notes = notes_of(page)
    assert (notes.lines, notes.whole, notes.is_open) == ((), True, False)
    assert [place for row in notes.rows for place, _ in row.cells].count(DOCUMENTS) == 1


def test_the_blank_line_is_saved_and_comes_back_as_a_line(draft: Report, client_of: Sign_in) -> None:
    added = {"add_place": DOCUMENTS, "add_note": "其中修订 16 件", "add_source": "登记簿第 3 页"}

    page = page_of(send(client_of("clerk"), draft, added))

    assert shown(page) == TYPED
    assert DOCUMENTS not in [place for row in notes_of(page).rows for place, _ in row.cells]


def test_a_cell_with_a_note_has_a_mark_and_says_it(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["clerk"])

    answer = client_of("clerk").get(address(draft, "disclosure"))

    assert cell(page_of(answer), DOCUMENTS).noted == "批注：其中修订 16 件；数据来源：登记簿第 3 页"
    assert f'aria-describedby="note-{DOCUMENTS} noted-{DOCUMENTS}"' in answer.content.decode()


def test_a_line_that_is_emptied_is_gone(draft: Report, cast: dict[str, User], client_of: Sign_in) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["clerk"])

    page = page_of(send(client_of("clerk"), draft, dict.fromkeys(TYPED, ""), version=1))

    assert shown(page) == {}
    assert cell(page, DOCUMENTS).noted == ""


def test_a_refused_note_loses_nothing_that_was_typed(draft: Report, client_of: Sign_in) -> None:
    typed = {DOCUMENTS: "22", NOTE: "长" * 501, "add_note": "没有选格"}

    answer = send(client_of("clerk"), draft, typed)

    page = page_of(answer)
    assert (cell(page, DOCUMENTS).value, shown(page)[NOTE]) == ("22", "长" * 501)
    assert notes_of(page).added[0].value == "没有选格"
    assert "最多 500 字，现在是 501 字" in answer.content.decode()
    assert "请选择写给哪一格" in answer.content.decode()
    assert section_of(draft, "disclosure").version == 0


def test_the_script_is_told_which_note_was_refused(draft: Report, client_of: Sign_in) -> None:
    answer = save(client_of("clerk"), draft, "disclosure", {NOTE: "长" * 501})

    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert answer.json()["message"].startswith("批注（行政规范性文件 · 本年制发件数）：最多 500 字")


def test_a_note_that_somebody_else_added_is_told_and_kept(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["supervisor"])

    told = save(client_of("clerk"), draft, "disclosure", {DOCUMENTS: "22"}).json()
    save(client_of("clerk"), draft, "disclosure", {DOCUMENTS: "22", "version": "1"})

    assert {change["label"]: change["now"] for change in told["changes"]} == {
        "批注（行政规范性文件 · 本年制发件数）": "其中修订 16 件",
        "数据来源（行政规范性文件 · 本年制发件数）": "登记簿第 3 页",
    }
    assert stored(section_of(draft, "disclosure"))[NOTE] == "其中修订 16 件"


def test_without_script_a_note_of_somebody_else_stands_beside_what_was_typed(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["supervisor"])

    page = page_of(send(client_of("clerk"), draft, {DOCUMENTS: "22"}))

    assert page.stale
    assert [change.conflict for change in page.stale.changes] == [False, False]
    assert (shown(page), cell(page, DOCUMENTS).value) == (TYPED, "22")


@pytest.mark.parametrize("person", ["supervisor", "authority"])
def test_who_only_reads_sees_the_lines(
    draft: Report, cast: dict[str, User], client_of: Sign_in, person: str
) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["clerk"])
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED if person == "authority" else "published")

    text = client_of(person).get(address(draft, "disclosure")).content.decode()

    assert "其中修订 16 件" in text
    assert 'name="note:' not in text


def test_the_review_page_shows_the_note_as_it_is_printed_and_no_source(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    type_in(draft, "disclosure", TYPED, by=cast["clerk"])

    text = client_of("clerk").get(f"/desk/reports/{draft.pk}/review/").content.decode()

    assert "注：行政规范性文件 · 本年制发件数：其中修订 16 件" in text
    assert "登记簿第 3 页" not in text
