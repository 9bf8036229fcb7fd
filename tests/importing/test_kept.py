"""A reading survives being kept: content, doubts, layout and source come back as they were."""

import json
from dataclasses import replace

import pytest

from govreport.checks.layout import ForeignColumns, Layout, Unknown, Wording
from govreport.editions.cells import Address
from govreport.importing import kept
from govreport.importing.grid import GridCell, Paragraph, Source, in_rows
from govreport.importing.kept import as_json, from_json
from govreport.importing.reading import Reading, read
from govreport.rendering.interchange_cells import Doubt
from tests.contents import blank, filled
from tests.importing.report_files import ReportFile, interchange_file, three_doubts, with_texts

CELL = Address("applications", "granted", "total")


def again(reading: Reading) -> Reading:
    """Kept as text and read back."""
    return from_json(json.loads(json.dumps(as_json(reading))))


@pytest.mark.parametrize("file", [three_doubts(), interchange_file(with_texts(filled("2021")))])
def test_a_reading_comes_back_as_it_was(file: ReportFile) -> None:
    reading = read(file.name, file.data)

    assert again(reading) == reading


def test_a_reading_whose_totals_were_computed_stays_so() -> None:
    computed = Reading(replace(filled("2021"), totals_stated=False))

    assert again(computed) == computed


def test_a_layout_and_the_places_in_a_file_come_back() -> None:
    layout = Layout(
        frozenset({"overview"}),
        frozenset({"applications"}),
        (Wording("overview", "一、概况", "一、总体情况"),),
        (ForeignColumns("disclosure", "licenses", "行政许可", ("上一年项目数量",), "2019", (CELL,)),),
        (Unknown("applications", "（七）"),),
    )
    source = Source((Paragraph("前言"), in_rows([["1", "2"]])), "标题", ("页码",), 3)
    doubt = Doubt(str(CELL), "没有读成数字", "x", "表三 E12")

    kept_reading = again(Reading(blank(), (doubt,), layout, source))

    assert (kept_reading.layout, kept_reading.source, kept_reading.doubts) == (layout, source, (doubt,))


def test_of_a_very_long_file_the_end_is_not_kept_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LONGEST_SOURCE", 40)

    found = again(Reading(blank(), source=Source(tuple(Paragraph("字" * 10) for _ in range(5)))))

    assert found.source
    assert (len(found.source.pieces), found.source.removed) == (2, (kept.CUT,))


def test_characters_that_a_database_refuses_are_left_out() -> None:
    cell = GridCell(0, 0, "a\x00b\ud800")
    grid = in_rows([[cell.text]])

    (piece,) = as_json(Reading(blank(), source=Source((grid,))))["source"]["pieces"]

    assert piece["cells"][0][2] == "ab?"
