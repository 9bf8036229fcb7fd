"""What a finding rests on, as one hash."""

from dataclasses import replace

from govreport.checks.finding import Finding, Level
from govreport.checks.fingerprint import fingerprint
from govreport.checks.subject import Subject
from govreport.editions.cells import Address
from tests.contents import filled

CELL, OTHER = (Address.parse(f"applications.{row}.total") for row in ("carried_in", "granted"))
ABOUT_CELL = Finding("Y401", Level.QUERY, "", "", cells=(CELL,), before=(CELL,))
ABOUT_TEXT = Finding("N506", Level.NOTE, "", "", part="overview", passage="收到申请8件左右")


def with_figure(cell: Address, number: int) -> Subject:
    return Subject(filled("2021", {str(cell): number}))


def test_it_changes_with_the_cells_of_the_finding_and_with_no_other() -> None:
    before = fingerprint(ABOUT_CELL, with_figure(CELL, 1))

    assert fingerprint(ABOUT_CELL, with_figure(CELL, 2)) != before
    assert fingerprint(ABOUT_CELL, replace(with_figure(CELL, 1), day=None)) == before
    both = filled("2021", {str(CELL): 1, str(OTHER): 5})
    assert fingerprint(ABOUT_CELL, Subject(both)) == before


def test_it_changes_with_last_year_s_cells() -> None:
    now = filled("2021", {str(CELL): 1})
    known = [Subject(now, previous=filled("2021", {str(CELL): number})) for number in (1, 2)]

    assert len({fingerprint(ABOUT_CELL, subject) for subject in (Subject(now), *known)}) == 3


def test_a_blank_an_unread_entry_and_0_are_three_things() -> None:
    blank = filled("2021", {str(CELL): None})
    unread = replace(blank, unread={CELL: "8件"})
    subjects = [Subject(content) for content in (blank, unread, filled("2021"))]

    assert len({fingerprint(ABOUT_CELL, subject) for subject in subjects}) == 3


def test_a_passage_is_kept_apart_from_the_rest_of_its_part() -> None:
    content = filled("2021")
    longer = replace(content, narrative={**content.narrative, "overview": "另外写了一段。"})

    assert fingerprint(ABOUT_TEXT, Subject(content)) == fingerprint(ABOUT_TEXT, Subject(longer))
    whole = replace(ABOUT_TEXT, passage="")
    assert fingerprint(whole, Subject(content)) != fingerprint(whole, Subject(longer))


def test_it_changes_with_what_is_said_where_no_cell_and_no_text_holds_it() -> None:
    subject = Subject(filled("2021"))
    signed = [
        Finding("F110", Level.QUERY, f"落款写的是“{name}”", "", part="signature")
        for name in ("河口县", "北山县")
    ]

    assert len({fingerprint(finding, subject) for finding in signed}) == 2
