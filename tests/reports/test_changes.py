"""What was saved since something was done to a report."""

from govreport.agencies.models import User
from govreport.audit.models import Entry
from govreport.audit.record import record
from govreport.reports.changes import changes_since
from govreport.reports.models import Report, SectionKey
from govreport.reports.saving import Change
from tests.drafts import NOW, type_in

CELL = "disclosure.licenses.decisions"


def returned(report: Report, by: User) -> Entry:
    return record("report.returned", actor=by, agency=report.agency, subject=report.subject, at=NOW)


def test_changes_are_first_and_last_by_section(draft: Report, cast: dict[str, User]) -> None:
    type_in(draft, "disclosure", {CELL: "4"}, by=cast["clerk"])
    entry = returned(draft, cast["supervisor"])
    type_in(draft, "problems", {"text": "改写的一段。"}, by=cast["clerk"])
    for number in ("5", "6"):
        type_in(draft, "disclosure", {CELL: number}, by=cast["clerk"])

    found = changes_since(draft, entry)

    assert list(found) == [SectionKey.DISCLOSURE, SectionKey.PROBLEMS]
    assert found[SectionKey.DISCLOSURE] == {CELL: Change("4", "6")}


def test_what_was_changed_back_is_no_change(draft: Report, cast: dict[str, User]) -> None:
    entry = returned(draft, cast["supervisor"])
    for number in ("5", ""):
        type_in(draft, "disclosure", {CELL: number}, by=cast["clerk"])

    assert changes_since(draft, entry) == {}
