"""Notes and sources at the cells of a draft: stored with their section, printed or kept on the desk."""

import pytest
from django.db import DataError, IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.desk.editor import form_for
from govreport.editions.lookup import EDITIONS
from govreport.rendering.interchange import canonical, read
from govreport.rendering.renderers import RENDERERS
from govreport.reports.content import content_of
from govreport.reports.models import LONGEST_NOTE, CellNote, Report
from govreport.reports.notes import place_of, places_in, write_notes
from govreport.reports.saving import meanwhile, stored
from tests.drafts import section_of, type_in

DOCUMENTS = "disclosure.normative_documents.issued"
NOTE, SOURCE = f"note:{DOCUMENTS}", f"source:{DOCUMENTS}"
SECRET = "法规股登记簿第 3 页"


def noted(draft: Report, by: User, **more: str) -> Report:
    """The draft with a note and a source at a cell."""
    type_in(draft, "disclosure", {NOTE: "其中修订 16 件", SOURCE: SECRET, **more}, by=by)
    return Report.objects.get(pk=draft.pk)


def test_a_note_and_a_source_come_back_as_fields_of_the_section(draft: Report, cast: dict[str, User]) -> None:
    noted(draft, cast["clerk"])

    values = stored(section_of(draft, "disclosure"))
    assert (values[NOTE], values[SOURCE]) == ("其中修订 16 件", SECRET)
    assert not any(map(place_of, stored(section_of(draft, "applications"))))


def test_they_are_part_of_the_save_its_version_and_its_audit_entry(
    draft: Report, cast: dict[str, User]
) -> None:
    noted(draft, cast["clerk"])

    assert section_of(draft, "disclosure").version == 1
    assert AuditEntry.objects.get(action="section.saved").data["changes"] == {
        NOTE: ["", "其中修订 16 件"],
        SOURCE: ["", SECRET],
    }
    assert {*meanwhile(section_of(draft, "disclosure"), since=0)} == {NOTE, SOURCE}


def test_a_note_is_part_of_the_content_and_a_source_is_not(draft: Report, cast: dict[str, User]) -> None:
    content = content_of(noted(draft, cast["clerk"], **{"note:disclosure": "含下属单位"}))

    assert content.notes == {DOCUMENTS: "其中修订 16 件", "disclosure": "含下属单位"}
    assert read(canonical(content)).content.notes == content.notes


@pytest.mark.parametrize("kind", ["html", "xlsx", "json"])
def test_a_source_is_in_nothing_that_leaves_the_desk(draft: Report, cast: dict[str, User], kind: str) -> None:
    content = content_of(noted(draft, cast["clerk"]))

    made = RENDERERS[kind].render(content)

    assert SECRET.encode() not in made
    assert SECRET not in repr(content)


def test_emptying_both_removes_them(draft: Report, cast: dict[str, User]) -> None:
    noted(draft, cast["clerk"])

    type_in(draft, "disclosure", {NOTE: "", SOURCE: " "}, by=cast["clerk"])

    assert not CellNote.objects.exists()


def test_what_was_not_on_the_page_stays_as_it_is(draft: Report, cast: dict[str, User]) -> None:
    noted(draft, cast["clerk"])
    form = form_for(section_of(draft, "disclosure"), {DOCUMENTS: "22", NOTE: "其中修订 17 件"})

    assert form.is_valid()
    assert (form.cleaned_data[NOTE], SOURCE in form.cleaned_data) == ("其中修订 17 件", False)


def test_a_note_is_one_line_and_not_longer_than_can_be_stored(draft: Report) -> None:
    section = section_of(draft, "disclosure")
    one_line = form_for(section, {NOTE: " 其中\r\n修订\x00 16 件"})
    too_long = form_for(section, {NOTE: "长" * (LONGEST_NOTE + 1)})

    assert (one_line.is_valid(), one_line.cleaned_data[NOTE]) == (True, "其中 修订 16 件")
    assert too_long.errors[NOTE] == [f"最多 {LONGEST_NOTE} 字，现在是 {LONGEST_NOTE + 1} 字"]


def test_the_blank_line_becomes_a_note_of_the_chosen_cell(draft: Report) -> None:
    form = form_for(section_of(draft, "disclosure"), {"add_place": DOCUMENTS, "add_note": "其中修订 16 件"})

    assert form.is_valid()
    assert (form.cleaned_data[NOTE], form.cleaned_data[SOURCE]) == ("其中修订 16 件", "")
    assert not any(name.startswith("add_") for name in form.cleaned_data)


@pytest.mark.parametrize("place", ["", "disputes.reconsideration.total", "disclosure.x.y"])
def test_the_blank_line_needs_a_cell_of_the_table(draft: Report, place: str) -> None:
    form = form_for(section_of(draft, "disclosure"), {"add_place": place, "add_source": SECRET})

    assert form.errors == {"add_place": ["请选择写给哪一格"]}


def test_the_blank_line_overwrites_no_note_that_is_there(draft: Report, cast: dict[str, User]) -> None:
    noted(draft, cast["clerk"])
    form = form_for(section_of(draft, "disclosure"), {"add_place": DOCUMENTS, "add_note": "另一条"})

    assert "上面已经有一行" in str(form.errors["add_place"])


@pytest.mark.parametrize("name", ["note:disputes", "note:disclosure.x.y", "remark:disclosure", "note:"])
def test_a_field_of_no_place_of_the_table_is_no_field(draft: Report, name: str) -> None:
    form = form_for(section_of(draft, "disclosure"), {name: "一条"})

    assert form.is_valid()
    assert name not in form.cleaned_data


@pytest.mark.parametrize("key", EDITIONS)
def test_every_place_of_a_table_has_its_own_name(key: str) -> None:
    for table in EDITIONS[key].tables:
        places = places_in(EDITIONS[key], table.key)
        assert len({*places.values()}) == len(places) == len(table.cells) + 1


@pytest.mark.parametrize(
    "fields",
    [{}, {"note": "长" * (LONGEST_NOTE + 1)}, {"note": "一条", "source": "长" * (LONGEST_NOTE + 1)}],
    ids=["nothing", "long note", "long source"],
)
def test_the_database_refuses_a_row_that_says_nothing_or_too_much(
    draft: Report, fields: dict[str, str]
) -> None:
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        CellNote.objects.create(section=section_of(draft, "disclosure"), place=DOCUMENTS, **fields)


def test_a_table_full_of_notes_is_written_in_as_many_queries_as_one_note(
    draft: Report, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section = section_of(draft, "applications")
    places = places_in(draft.edition, "applications")

    with django_assert_max_num_queries(4):
        write_notes(section, {f"note:{place}": "其中 1 件" for place in places})

    assert CellNote.objects.filter(section=section).count() == len(places)
