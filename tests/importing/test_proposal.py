"""A proposal: what is kept of a file, what confirming it writes, and what makes it refuse."""

from dataclasses import replace
from typing import Any

import pytest

from govreport.agencies.models import User
from govreport.audit.models import Entry
from govreport.importing.grid import Unreadable
from govreport.importing.models import Proposal
from govreport.importing.proposal import (
    NotOpen,
    OpenMeanwhile,
    confirm,
    discard,
    examine,
    findings_of,
    open_proposals,
    propose,
)
from govreport.reports.entries import Entry as Typed
from govreport.reports.models import Report, Section, State
from govreport.reports.saving import NotEditable, StaleVersion, stored
from tests.contents import filled
from tests.drafts import NOW, section_of, type_in, zeros
from tests.importing.report_files import ReportFile, interchange_file, three_doubts, web_page

GRANTED = "applications.granted.natural_person"
ZEROS = filled("2021")


def proposed(report: Report, by: User, file: ReportFile | None = None, **more: Any) -> Proposal:
    """A proposal made from a file."""
    file = file or three_doubts()
    return propose(report, examine(report, file.name, file.data), by=by, at=NOW, **more)


def text_of(report: Report, text: str) -> dict[str, dict[str, str]]:
    """The choice of a text for part 一."""
    return {"overview": {"text": text}}


def test_a_proposal_changes_nothing_in_the_draft(draft: Report, cast: dict[str, User]) -> None:
    made = proposed(draft, cast["clerk"])

    assert (made.state, made.file_name, len(made.sha256)) == ("open", "年报.html", 64)
    assert set(Section.objects.filter(report=draft).values_list("version", flat=True)) == {0}
    assert [doubt.seen for doubt in made.reading.doubts][:1] == ["22（其中修订 16 件）"]


def test_confirming_saves_whole_sections_and_names_the_file(draft: Report, cast: dict[str, User]) -> None:
    made = proposed(draft, cast["clerk"])
    values = stored(section_of(draft, "applications")) | {GRANTED: Typed(unread="两件")}

    confirm(made, {"applications": values}, by=cast["clerk"], at=NOW, based_on={"applications": 0})

    assert stored(section_of(draft, "applications"))[GRANTED] == Typed(unread="两件")
    entry = Entry.objects.get(action="proposal.confirmed")
    assert (entry.data["file"], entry.data["sha256"]) == ("年报.html", made.sha256)
    assert Entry.objects.filter(action="section.saved", actor=cast["clerk"]).count() == 1


def test_a_stale_section_leaves_all_sections_and_the_proposal_as_they_were(
    draft: Report, cast: dict[str, User]
) -> None:
    made = proposed(draft, cast["clerk"])
    type_in(draft, "problems", {"text": "别人先写的"}, by=cast["supervisor"])
    choices = text_of(draft, "文件的") | {"problems": {"text": "文件的"}}

    with pytest.raises(StaleVersion):
        confirm(made, choices, by=cast["clerk"], at=NOW, based_on={"overview": 0, "problems": 0})

    assert stored(section_of(draft, "overview"))["text"] == ""
    assert stored(section_of(draft, "problems"))["text"] == "别人先写的"
    assert open_proposals(draft).get() == made


def test_a_section_whose_version_was_not_seen_is_not_overwritten(
    draft: Report, cast: dict[str, User]
) -> None:
    made = proposed(draft, cast["clerk"])

    with pytest.raises(StaleVersion):
        confirm(made, text_of(draft, "文件的"), by=cast["clerk"], at=NOW, based_on={})


def test_a_decided_proposal_keeps_nothing_of_the_file_and_is_not_decided_twice(
    draft: Report, cast: dict[str, User]
) -> None:
    made = proposed(draft, cast["clerk"])
    discard(made, by=cast["clerk"], at=NOW)

    with pytest.raises(NotOpen):
        confirm(made, {}, by=cast["clerk"], at=NOW, based_on={})

    left = Proposal.objects.get()
    assert (left.state, left.kept, left.decided_by) == ("discarded", {}, cast["clerk"])


def test_a_second_file_replaces_the_first_only_when_the_person_knew_of_it(
    draft: Report, cast: dict[str, User]
) -> None:
    first = proposed(draft, cast["clerk"])
    with pytest.raises(OpenMeanwhile):
        proposed(draft, cast["clerk"], interchange_file(ZEROS))

    second = proposed(draft, cast["clerk"], interchange_file(ZEROS), replacing=first.pk)

    assert open_proposals(draft).get() == second
    assert Entry.objects.filter(action="proposal.replaced", data__sha256=first.sha256).count() == 1


def test_nothing_is_proposed_confirmed_or_discarded_in_another_state(
    draft: Report, cast: dict[str, User]
) -> None:
    made, clerk = proposed(draft, cast["clerk"]), cast["clerk"]
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    with pytest.raises(NotEditable):
        proposed(draft, clerk, replacing=made.pk)
    with pytest.raises(NotEditable):
        confirm(made, text_of(draft, "文件的"), by=clerk, at=NOW, based_on={"overview": 0})
    with pytest.raises(NotEditable):
        discard(made, by=clerk, at=NOW)


def test_a_supervisor_in_review_may_and_stays_no_author(draft: Report, cast: dict[str, User]) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)
    made = proposed(draft, cast["supervisor"])

    confirm(made, text_of(draft, "文件的"), by=cast["supervisor"], at=NOW, based_on={"overview": 0})

    assert Entry.objects.get(action="section.saved").data["state"] == "submitted"


@pytest.mark.parametrize("agency", ["云溪县林业局", "河口市云溪县林业局", "县林业局"])
def test_the_own_agency_is_known_by_its_names(draft: Report, agency: str) -> None:
    file = web_page(ZEROS, agency=agency)

    assert examine(draft, file.name, file.data).warnings == ()


def test_another_agency_year_and_edition_are_named(draft: Report) -> None:
    file = web_page(filled("2019"), agency="河口县水利局", year=2019)

    warnings = examine(draft, file.name, file.data).warnings

    assert [line for line in warnings if "河口县水利局" in line and "云溪县林业局" in line]
    assert [line for line in warnings if "2019 年的年报" in line and "2023" in line]
    assert [line for line in warnings if "2019 年版格式" in line]


def test_a_wrong_total_of_the_file_is_a_finding(draft: Report) -> None:
    file = three_doubts()
    read = examine(draft, file.name, file.data).reading

    result = findings_of(draft, read, day=NOW.date())

    assert "disputes.reconsideration.total" in [one.anchor for one in result.findings if one.code == "T204"]


def test_a_file_of_figures_alone_is_not_asked_for_texts(draft: Report) -> None:
    file = interchange_file(replace(ZEROS, narrative={}))
    read = examine(draft, file.name, file.data).reading

    assert all(finding.cells for finding in findings_of(draft, read, day=NOW.date()).findings)


def test_a_folder_in_the_name_is_left_out(draft: Report) -> None:
    file = interchange_file(ZEROS)

    assert examine(draft, "C:\\年报\\2023\\年报.json", file.data).name == "年报.json"


@pytest.mark.parametrize(("name", "data"), [("a.xyz", b"x"), ("a.html", b"<p>x"), ("a.json", b"{")])
def test_what_is_no_report_is_unreadable(draft: Report, name: str, data: bytes) -> None:
    with pytest.raises(Unreadable):
        examine(draft, name, data)


def test_zeros_of_a_file_equal_zeros_that_were_typed(draft: Report, cast: dict[str, User]) -> None:
    type_in(draft, "disputes", zeros(draft, "disputes"), by=cast["clerk"])
    made = proposed(draft, cast["clerk"], web_page(ZEROS))
    values = stored(section_of(draft, "disputes"))

    confirm(made, {"disputes": values}, by=cast["clerk"], at=NOW, based_on={"disputes": 1})

    assert section_of(draft, "disputes").version == 1
