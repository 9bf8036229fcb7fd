"""本年度无申请、无复议诉讼: one step over three sections, and back."""

from collections.abc import Mapping

import pytest

from govreport.agencies.models import User
from govreport.audit.models import Entry as AuditEntry
from govreport.editions.aspects import FIVE
from govreport.editions.cells import Address
from govreport.editions.numbers import Number
from govreport.reports import nothing
from govreport.reports.models import Report, State
from govreport.reports.nothing import SENTENCE, with_sentence
from govreport.reports.saving import NotEditable, stored
from tests.drafts import NOW, section_of, type_in, zeros

GRANTED = "applications.granted.natural_person"
UPHELD = "disputes.reconsideration.upheld"
EDITABLE = frozenset({State.DRAFT, State.RETURNED})
SECTIONS = nothing.SECTIONS


def declare(report: Report, by: User, left_over: Mapping[Address, Number] | None = None) -> None:
    """Press the button."""
    nothing.declare(report, left_over=left_over or {}, by=by, at=NOW, editable=EDITABLE)


def take_back(report: Report, by: User) -> None:
    """Press 撤销."""
    nothing.take_back(report, by=by, at=NOW, editable=EDITABLE)


def held(report: Report) -> list[dict[str, object]]:
    """What stands in the three sections."""
    return [stored(section_of(report, key)) for key in SECTIONS]


def versions(report: Report) -> list[int]:
    return [section_of(report, key).version for key in SECTIONS]


def test_it_fills_both_tables_with_0_and_says_so_in_part_one(draft: Report, cast: dict[str, User]) -> None:
    declare(draft, cast["clerk"])

    overview, applications, disputes = held(draft)
    assert overview == {"text": f"（一）依申请公开\n{SENTENCE}"}
    assert {entry.text for entry in (*applications.values(), *disputes.values())} == {"0"}  # type: ignore[attr-defined]
    assert versions(draft) == [1, 1, 1]
    assert nothing.declaration(draft) is not None


def test_each_section_has_its_entry_and_the_step_one_of_its_own(draft: Report, cast: dict[str, User]) -> None:
    declare(draft, cast["clerk"])

    entries = AuditEntry.objects.filter(subject=draft.subject).order_by("pk").values_list("action", flat=True)
    assert list(entries)[-4:] == ["section.saved"] * 3 + ["nothing.declared"]


@pytest.mark.parametrize("entry", ["3", "三件"])
def test_other_figures_are_never_overwritten(draft: Report, cast: dict[str, User], entry: str) -> None:
    type_in(draft, "applications", {GRANTED: entry}, by=cast["clerk"])
    before = held(draft)

    with pytest.raises(nothing.SomethingToReport) as refusal:
        declare(draft, cast["clerk"])

    (found,) = refusal.value.obstacles
    assert (str(found.cell), found.text, found.from_last_year) == (GRANTED, entry, False)
    assert (held(draft), versions(draft)) == (before, [0, 1, 0])


@pytest.mark.parametrize("cell", ["applications.carried_in.other_org", "disputes.reconsideration.total"])
def test_what_last_year_left_over_stands_against_it(draft: Report, cast: dict[str, User], cell: str) -> None:
    with pytest.raises(nothing.SomethingToReport) as refusal:
        declare(draft, cast["clerk"], {Address.parse(cell): 2})

    (found,) = refusal.value.obstacles
    assert (str(found.cell), found.text, found.from_last_year) == (cell, "2", True)
    assert versions(draft) == [0, 0, 0]


def test_a_total_of_last_year_is_not_named_besides_its_parts(draft: Report, cast: dict[str, User]) -> None:
    parts = {Address("applications", "carried_in", column): 2 for column in ("other_org", "total")}

    with pytest.raises(nothing.SomethingToReport) as refusal:
        declare(draft, cast["clerk"], parts)

    assert [one.cell.column for one in refusal.value.obstacles] == ["other_org"]


def test_a_report_that_was_submitted_is_left_alone(draft: Report, cast: dict[str, User]) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    with pytest.raises(NotEditable):
        declare(draft, cast["clerk"])

    assert versions(draft) == [0, 0, 0]


def test_taken_back_it_is_exactly_as_before(draft: Report, cast: dict[str, User]) -> None:
    type_in(draft, "overview", {"text": "（一）主动公开\n公开12条。"}, by=cast["clerk"])
    type_in(draft, "applications", {GRANTED: "0"}, by=cast["clerk"])
    before = held(draft)
    declare(draft, cast["clerk"])

    take_back(draft, cast["clerk"])

    assert held(draft) == before
    assert nothing.declaration(draft) is None


def test_what_was_there_already_is_not_saved_again(draft: Report, cast: dict[str, User]) -> None:
    type_in(draft, "overview", {"text": SENTENCE}, by=cast["clerk"])
    type_in(draft, "disputes", zeros(draft, "disputes"), by=cast["clerk"])

    declare(draft, cast["clerk"])
    assert versions(draft) == [1, 1, 1]

    take_back(draft, cast["clerk"])
    assert versions(draft) == [1, 2, 1]


@pytest.mark.parametrize(
    ("key", "name"), [("overview", "text"), ("applications", GRANTED), ("disputes", UPHELD)]
)
def test_after_a_change_it_is_not_taken_back(
    draft: Report, cast: dict[str, User], key: str, name: str
) -> None:
    declare(draft, cast["clerk"])
    type_in(draft, key, {name: "5"}, by=cast["clerk"])

    with pytest.raises(nothing.NotToBeUndone):
        take_back(draft, cast["clerk"])

    assert nothing.declaration(draft) is None


def test_it_is_taken_back_once_and_can_be_declared_again(draft: Report, cast: dict[str, User]) -> None:
    declare(draft, cast["clerk"])
    take_back(draft, cast["clerk"])
    with pytest.raises(nothing.NotToBeUndone):
        take_back(draft, cast["clerk"])

    declare(draft, cast["clerk"])

    assert versions(draft) == [3, 3, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"（一）依申请公开\n{SENTENCE}"),
        ("总的情况。", f"总的情况。\n（一）依申请公开\n{SENTENCE}"),
        ("（一）主动公开\n甲。", f"（一）主动公开\n甲。\n（二）依申请公开\n{SENTENCE}"),
        (
            "（一）主动公开\n甲。\n（二）监督保障\n乙。",
            f"（一）主动公开\n甲。\n（二）依申请公开\n{SENTENCE}\n（三）监督保障\n乙。",
        ),
        (f"已写：{SENTENCE}", f"已写：{SENTENCE}"),
        (
            "（一）主动公开\n甲。\n（二）依申请公开\n乙。\n（三）管理\n丙。",
            f"（一）主动公开\n甲。\n（二）依申请公开\n乙。\n{SENTENCE}\n（三）管理\n丙。",
        ),
        ("（二）依申请公开。乙。\n（三）平台。丙。", f"（二）依申请公开。乙。\n{SENTENCE}\n（三）平台。丙。"),
        ("（五）依申请公开情况", f"（五）依申请公开情况\n{SENTENCE}"),
    ],
)
def test_the_sentence_stands_where_part_one_speaks_of_applications(text: str, expected: str) -> None:
    assert with_sentence(text, FIVE) == expected
