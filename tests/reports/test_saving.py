"""Saving a section by its version."""

from dataclasses import asdict

import pytest

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.desk.editor import form_for
from govreport.reports.models import Report, State
from govreport.reports.saving import NotEditable, StaleVersion, meanwhile, save_section, stored
from tests.drafts import NOW, section_of, type_in, zeros

GRANTED = "applications.granted.natural_person"
DRAFT = frozenset({State.DRAFT})


def saved(report: Report, key: str, typed: dict[str, str], *, by: User, based_on: int) -> int:
    """Save typed fields as the editor does."""
    section = section_of(report, key)
    form = form_for(section, typed)
    assert form.is_valid()
    return save_section(section, form.cleaned_data, based_on=based_on, by=by, at=NOW, editable=DRAFT)


def test_a_save_stores_the_entries_and_raises_the_version(draft: Report, cast: dict[str, User]) -> None:
    version = saved(draft, "applications", {GRANTED: "１２"}, by=cast["clerk"], based_on=0)

    section = section_of(draft, "applications")
    assert version == section.version == 1
    assert stored(section)[GRANTED].number == 12
    assert (section.changed_by, section.changed_at) == (cast["clerk"], NOW)


def test_a_save_is_audited_with_what_changed(draft: Report, cast: dict[str, User]) -> None:
    saved(draft, "applications", {GRANTED: "8"}, by=cast["clerk"], based_on=0)

    entry = AuditEntry.objects.get(action="section.saved")
    assert (entry.actor, entry.subject) == (cast["clerk"], draft.subject)
    assert entry.data == {
        "state": "draft",
        "section": "applications",
        "version": 1,
        "changes": {GRANTED: ["", "8"]},
    }


def test_saving_what_is_stored_already_changes_nothing(draft: Report, cast: dict[str, User]) -> None:
    saved(draft, "applications", {GRANTED: "8"}, by=cast["clerk"], based_on=0)

    version = saved(draft, "applications", {GRANTED: "8"}, by=cast["clerk"], based_on=0)

    assert version == 1
    assert AuditEntry.objects.filter(action="section.saved").count() == 1


def test_a_save_based_on_an_older_version_is_refused(draft: Report, cast: dict[str, User]) -> None:
    saved(draft, "applications", {GRANTED: "8"}, by=cast["clerk"], based_on=0)

    with pytest.raises(StaleVersion):
        saved(draft, "applications", {GRANTED: "9"}, by=cast["stranger"], based_on=0)

    assert stored(section_of(draft, "applications"))[GRANTED].number == 8


def test_what_others_saved_meanwhile_is_told_field_by_field(draft: Report, cast: dict[str, User]) -> None:
    for version, typed in enumerate(("5", "6", "8")):
        saved(draft, "applications", {GRANTED: typed}, by=cast["clerk"], based_on=version)

    changes = meanwhile(section_of(draft, "applications"), since=1)

    assert {name: asdict(change) for name, change in changes.items()} == {
        GRANTED: {"before": "5", "now": "8"}
    }


def test_a_report_in_another_state_is_not_changed(draft: Report, cast: dict[str, User]) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    with pytest.raises(NotEditable, match="submitted"):
        saved(draft, "overview", {"text": "总体情况"}, by=cast["clerk"], based_on=0)

    assert section_of(draft, "overview").version == 0


def test_an_entry_that_is_no_number_is_kept_until_a_good_one_comes(
    draft: Report, cast: dict[str, User]
) -> None:
    saved(draft, "applications", {GRANTED: "12abc"}, by=cast["clerk"], based_on=0)
    assert stored(section_of(draft, "applications"))[GRANTED].unread == "12abc"

    saved(draft, "applications", {GRANTED: "12"}, by=cast["clerk"], based_on=1)

    assert stored(section_of(draft, "applications"))[GRANTED].text == "12"


@pytest.mark.parametrize("table", ["disclosure", "applications", "disputes"])
def test_every_cell_of_a_table_comes_back_as_typed(draft: Report, cast: dict[str, User], table: str) -> None:
    typed = {name: str(place) for place, name in enumerate(zeros(draft, table))}

    type_in(draft, table, typed, by=cast["clerk"])

    assert {name: entry.text for name, entry in stored(section_of(draft, table)).items()} == typed


def test_money_keeps_six_places(draft: Report, cast: dict[str, User]) -> None:
    amount = "disclosure.administrative_fees.amount"

    type_in(draft, "disclosure", {amount: "24252.311082"}, by=cast["clerk"])

    assert stored(section_of(draft, "disclosure"))[amount].text == "24252.311082"


@pytest.mark.parametrize("key", ["preamble", "overview", "problems"])
def test_text_is_stored_with_plain_line_breaks(draft: Report, cast: dict[str, User], key: str) -> None:
    type_in(draft, key, {"text": "第一段\r\n第二段\x00\r"}, by=cast["clerk"])

    assert stored(section_of(draft, key)) == {"text": "第一段\n第二段"}


def test_part_six_keeps_its_text_and_the_three_fee_figures(draft: Report, cast: dict[str, User]) -> None:
    typed = {"text": "无", "notices_issued": "1", "notices_amount": "380.5", "collected_amount": ""}

    type_in(draft, "other_matters", typed, by=cast["clerk"])

    values = stored(section_of(draft, "other_matters"))
    assert [str(values[name]) for name in ("text", "notices_issued", "collected_amount")] == [
        "无",
        "1",
        "0.000000",
    ]
    assert float(values["notices_amount"]) == 380.5


@pytest.mark.parametrize("typed", ["2024-01-26", "2024年1月26日", "2024.1.26", "2024/1/26"])
def test_the_date_of_signature_is_read_as_people_write_it(
    draft: Report, cast: dict[str, User], typed: str
) -> None:
    type_in(draft, "signature", {"name": "云溪县林业局", "date": typed}, by=cast["clerk"])

    assert stored(section_of(draft, "signature"))["date"].isoformat() == "2024-01-26"


def test_references_are_stored_by_address_and_read_everywhere_by_name(
    draft: Report, cast: dict[str, User]
) -> None:
    text = "收到申请〔表三·本年新收·总计〕件，〔表三·不存在〕。"

    version = type_in(draft, "overview", {"text": text}, by=cast["clerk"])

    section = section_of(draft, "overview")
    assert draft.narrative.get(part="overview").text.startswith("收到申请⟦applications.new_received.total⟧件")
    assert stored(section)["text"] == meanwhile(section, since=0)["text"].now == text
    assert type_in(draft, "overview", {"text": text}, by=cast["clerk"]) == version


def test_what_was_changed_and_changed_back_meanwhile_is_not_told(
    draft: Report, cast: dict[str, User]
) -> None:
    for version, typed in enumerate(("5", "")):
        saved(draft, "applications", {GRANTED: typed}, by=cast["clerk"], based_on=version)

    assert meanwhile(section_of(draft, "applications"), since=0) == {}


def test_a_reference_typed_by_its_address_is_audited_by_its_name_and_saved_once(
    draft: Report, cast: dict[str, User]
) -> None:
    typed = {"text": "收到⟦applications.new_received.total⟧件。"}

    versions = [saved(draft, "preamble", typed, by=cast["clerk"], based_on=number) for number in (0, 1)]

    _, now = AuditEntry.objects.get(action="section.saved").data["changes"]["text"]
    assert (versions, now) == ([1, 1], "收到〔表三·本年新收·总计〕件。")


def test_a_note_that_this_person_has_not_seen_keeps_a_save_without_changes_from_going_on(
    draft: Report, cast: dict[str, User]
) -> None:
    place = "disputes.reconsideration.upheld"
    typed = zeros(draft, "disputes")
    saved(draft, "disputes", typed, by=cast["clerk"], based_on=0)
    saved(draft, "disputes", {**typed, f"note:{place}": "其中 1 件"}, by=cast["stranger"], based_on=1)

    with pytest.raises(StaleVersion):
        saved(draft, "disputes", typed, by=cast["clerk"], based_on=1)
    assert saved(draft, "disputes", typed, by=cast["clerk"], based_on=2) == 2
