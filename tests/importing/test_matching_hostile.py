"""No table takes long, and no cell gets a figure that does not stand in the source."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport.importing.grid import MOST_CELLS, Source, Unreadable, in_rows
from govreport.importing.matching import match
from tests.contents import filled
from tests.importing.sources import as_grid, drawn

SIGNS = "信息公开申请数量予以部分不属于国家秘密其他法律行政规禁止"


def a_word(number: int) -> str:
    """A word like a label, another for each number."""
    return "".join(SIGNS[(number >> shift) % len(SIGNS)] for shift in range(0, 48, 2)) + str(number)


@pytest.mark.parametrize(
    "cell",
    [
        a_word,
        lambda number: a_word(number) * 8,
        lambda number: f"本机关不掌握相关政府信息{number}",
        str,
        lambda number: "（一）予以公开" if number % 8 == 0 else str(number),
        lambda number: "行政许可" if number % 2 == 0 else f"{number}000000000",
        lambda number: "总计结果维持" if number % 2 else "",
    ],
)
@pytest.mark.parametrize("width", [10, 1000])
def test_as_many_cells_as_a_file_may_have_are_soon_done(cell: Callable[[int], str], width: int) -> None:
    rows = [[cell(row * width + column) for column in range(width)] for row in range(MOST_CELLS // width)]
    source = Source((in_rows(rows, placed=True),))
    started = time.process_time()

    with suppress(Unreadable):
        match(source, year=2023)

    assert time.process_time() - started < 2  # 0.4 on a machine that does nothing else


TEXTS = st.sampled_from(["0", "3", "/", "", "\xa0", "规章", "总计", "备注", "3000003", "? 0"])
BASE = {
    f"disputes.{row}.{column}": 100 * at + number
    for at, row in enumerate(("reconsideration", "direct_litigation"))
    for number, column in enumerate(("upheld", "corrected", "other_result", "pending"), 1)
} | {"disclosure.normative_documents.in_force": 54, "disclosure.normative_documents.issued": 55}


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_cell_lost_or_written_over_makes_no_other_cell_wrong_without_a_doubt(data: st.DataObject) -> None:
    content = filled("2021", BASE)
    tables = drawn(content)[::2]
    rows = data.draw(st.sampled_from(tables))
    row = data.draw(st.sampled_from([row for row in rows if len(row) > 1]))
    at = data.draw(st.integers(0, len(row) - 1))
    text = data.draw(TEXTS)
    row[at : at + 1] = [] if data.draw(st.booleans()) else [(text, *row[at][1:])]

    found = match(Source(tuple(map(as_grid, tables))), year=2023)

    assert found is not None
    doubted = [doubt.cell for doubt in found.doubts]
    for address, number in found.figures.items():
        named = any(str(address).startswith(name) for name in doubted)
        assert number == content.figure(address) or str(number) == text or named
