"""Text and grids together are a report; what is printed beside tables; files that lack tables or parts."""

import re

import pytest

from govreport.importing.grid import (
    MOST_CELLS,
    MOST_PARAGRAPHS,
    MOST_SIGNS,
    Paragraph,
    Piece,
    Source,
    Unreadable,
    in_rows,
)
from govreport.importing.reading import FORMATS, SUFFIXES, Reading, read_source
from tests.importing.texts import HEADINGS, TITLE, source, table, whole

FEWER = {key: HEADINGS[key] for key in ("overview", "problems")}


def with_lines_beside_the_table(*lines: str) -> Reading:
    """A report whose part two holds a table and these lines."""
    return read_source(
        source(
            *TITLE,
            HEADINGS["overview"],
            HEADINGS["disclosure"],
            table(),
            *lines,
            "五、存在的主要问题及改进情况",
        )
    )


def test_a_report_without_tables_is_read_with_every_cell_blank() -> None:
    reading = read_source(whole())

    assert (reading.content.edition, reading.content.year, dict(reading.content.figures)) == (
        "2021",
        2023,
        {},
    )
    assert reading.layout is not None
    assert reading.layout.tables == frozenset()


@pytest.mark.parametrize(
    ("year", "edition"), [("2018", "2019"), ("2020", "2019"), ("2021", "2021"), ("", "2021")]
)
def test_a_report_without_tables_is_of_the_edition_of_its_year(year: str, edition: str) -> None:
    title = f"{year}年政府信息公开工作年度报告" if year else "政府信息公开工作年度报告"

    assert read_source(whole(title=(title,))).content.edition == edition


@pytest.mark.parametrize(
    "lines", [("关于召开会议的通知", "请准时参加。"), (*TITLE, HEADINGS["overview"], "甲。")]
)
def test_a_text_with_neither_tables_nor_two_parts_is_refused_in_a_sentence(lines: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable, match="不像是一份年度报告"):
        read_source(source(*lines))


def test_two_parts_make_a_report() -> None:
    assert read_source(source(*TITLE, *FEWER.values())).content.agency_name == "云溪县林业局"


def test_headings_that_are_not_the_official_wording_are_in_the_layout() -> None:
    reading = read_source(whole(problems="五、存在的主要问题及整改措施"))

    assert reading.layout is not None
    (wording,) = reading.layout.wordings
    assert (wording.place, wording.official) == ("problems", HEADINGS["problems"])


def test_a_note_under_a_table_is_a_note_and_a_caption_is_nothing() -> None:
    reading = with_lines_beside_the_table("单位：件", "二、主动公开政府信息情况", "注：含委托实施的许可")

    assert dict(reading.content.notes) == {"disclosure": "含委托实施的许可"}
    assert reading.doubts == ()


def test_other_text_beside_a_table_is_a_doubt_of_its_part() -> None:
    (doubt,) = with_lines_beside_the_table("另有说明。", "再有说明。").doubts

    assert (doubt.cell, doubt.seen) == ("disclosure", "另有说明。 再有说明。")


@pytest.mark.parametrize(
    ("period", "kept"), [("2023年1月1日至12月31日", False), ("2023年1月1日至12月30日", True)]
)
def test_only_a_period_other_than_the_year_is_kept(period: str, kept: bool) -> None:
    reading = read_source(source(*TITLE, f"统计期限为{period}。", *HEADINGS.values()))

    assert (reading.content.period is not None) is kept


def test_every_kind_of_file_is_among_those_that_people_are_told_of() -> None:
    assert set(re.findall(r"\.[a-z]+", FORMATS)) == set(SUFFIXES)


@pytest.mark.parametrize(
    "piece",
    [
        (in_rows([["0"] * (MOST_CELLS + 1)]),),
        (in_rows([["字" * MOST_SIGNS, "字"]]),),
        (Paragraph("字" * (MOST_SIGNS + 1)),),
        (Paragraph("字"),) * (MOST_PARAGRAPHS + 1),
    ],
    ids=["cells", "signs in cells", "signs", "paragraphs"],
)
def test_more_than_any_report_holds_is_refused(piece: tuple[Piece, ...]) -> None:
    with pytest.raises(Unreadable, match=r"过大|过多"):
        read_source(Source(piece))
