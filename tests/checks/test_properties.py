"""What holds for any report: figures that agree raise nothing, a changed cell is named, no text raises."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govreport.checks.run import run
from govreport.checks.subject import AgencyFacts, Child, OtherText, Subject
from govreport.editions.cells import NARRATIVE_PARTS, Address, Contact, Content
from govreport.editions.lookup import EDITIONS
from govreport.editions.numbers import Number
from govreport.editions.relations import with_totals
from govreport.editions.schema import Edition
from tests.contents import NARRATIVE, filled, judged

ARITHMETIC = {"T201", "T202", "T203", "T204"}
OUTSIDE_RESULTS = {"new_received", "carried_in", "results_total", "carried_out"}
deterministic = settings(derandomize=True, database=None, deadline=None, max_examples=50)

counts = st.integers(0, 9_999)
amounts = st.integers(-99_999_999, 99_999_999).filter(bool) | st.sampled_from(
    [Decimal("0.5"), Decimal("-0.000001"), Decimal("0.1")]
)

# What patterns for figures, names and marks stumble over.
MARKS = ("\0", "\u202e", "\u200f", "\u200b", "\ufeff", "\ud7ff", "\U0001f600", "\u0301", "\n", "\r", "\u2028")
DIGITS = ("²", "①", "⅔", "٣", "１２", "〇", "两", "万", "亿", "零", "十百千", "1,234", "1，234", "0.5%", "-5")
WORDS = ("收到", "受理", "件", "其中", "同比", "2022年", "〔", "（一）", "一是", "\\d+", "{0}", "%s", "××")
PERSONAL = ("110101199003070001", "6222020200112233445", "13800138000", "@", "https://", "[bookmark")
TROUBLE = (*MARKS, *DIGITS, *WORDS, *PERSONAL)
texts = st.text() | st.lists(st.sampled_from(TROUBLE) | st.text(max_size=3), max_size=40).map("".join)


@st.composite
def agreeing(draw: st.DrawFn) -> Content:
    """A report of either edition in which every relation of the form holds; its zeros may be blank."""
    form = EDITIONS[draw(st.sampled_from(sorted(EDITIONS)))]
    figures: dict[Address, Number] = dict.fromkeys(form.cells, 0)
    for column in form.table("applications").columns[:-1]:
        figures |= draw(_column(form, column))
    for cell in form.entries("disputes"):
        figures[cell.address] = draw(counts)
    if draw(st.booleans()):
        figures = {cell: number for cell, number in figures.items() if number}
    return replace(filled(form.key), figures=with_totals(figures, form))


@st.composite
def _column(draw: st.DrawFn, form: Edition, column: str) -> dict[Address, Number]:
    results = [row for row in form.table("applications").rows if row not in OUTSIDE_RESULTS]
    told = draw(st.dictionaries(st.sampled_from(results), counts))
    carried_out = draw(counts)
    handled = sum(told.values()) + carried_out
    carried_in = draw(st.integers(0, handled))
    told |= {"carried_out": carried_out, "carried_in": carried_in, "new_received": handled - carried_in}
    return {Address("applications", row, column): number for row, number in told.items()}


@deterministic
@given(content=agreeing())
def test_figures_that_agree_raise_nothing(content: Content) -> None:
    assert [item for item in judged(content).findings if item.code in ARITHMETIC] == []


@deterministic
@given(content=agreeing(), place=st.integers(0), amount=amounts)
def test_a_changed_cell_is_named(content: Content, place: int, amount: Number) -> None:
    cells = [cell for cell in content.figures if cell.table != "disclosure"]
    assume(cells)
    cell = cells[place % len(cells)]
    changed = replace(content, figures={**content.figures, cell: content.figures[cell] + amount})

    found = [item for item in judged(changed).findings if item.code in ARITHMETIC]

    assert any(cell in finding.cells for finding in found)


def _known_by_all(content: Content) -> Subject:
    """The report with everything beside it that a check may look at, the same text everywhere."""
    text = content.narrative
    return Subject(
        content,
        previous=replace(content, year=2022),
        agency=AgencyFacts("云溪县林业局", "department", ("县林业局",), "云溪县", contact=Contact("办公室")),
        others=(OtherText("云溪县水利局", text),),
        children=(Child("云溪县司法局", content),),
        day=date(2024, 1, 20),
        due=date(2024, 1, 31),
    )


@pytest.mark.parametrize("part", NARRATIVE_PARTS)
@deterministic
@given(text=texts)
def test_no_text_makes_the_checks_raise(part: str, text: str) -> None:
    content = replace(filled("2021"), narrative=NARRATIVE | {part: text})

    run(_known_by_all(content))
    run(_known_by_all(replace(content, scope="aggregate")))


@pytest.mark.parametrize("part", NARRATIVE_PARTS)
@settings(deterministic, max_examples=5)
@given(text=texts.filter(bool))
def test_no_long_text_makes_the_checks_raise(part: str, text: str) -> None:
    long = (text * 20_000)[:20_000]

    run(_known_by_all(replace(filled("2021"), narrative=NARRATIVE | {part: long})))
