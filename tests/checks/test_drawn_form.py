"""F106 to F109: parts, tables, wording, columns and rows of a file as it draws the form."""

from dataclasses import replace

import pytest

from govreport.checks.drawn_form import MOST_TOLD
from govreport.checks.finding import Finding, Level
from govreport.checks.layout import ForeignColumns, Layout, Unknown, Wording
from govreport.editions.cells import Address
from govreport.editions.lookup import EDITIONS
from tests.contents import filled, judged

SECTIONS = frozenset(section.key for section in EDITIONS["2021"].sections)
TABLES = frozenset(table.key for table in EDITIONS["2021"].tables)
WHOLE = Layout(SECTIONS, TABLES)
DECISIONS = Address("disclosure", "penalties", "decisions")
FOREIGN = ForeignColumns(
    "disclosure",
    "penalties",
    "行政处罚",
    ("上一年项目数量", "本年增/减", "处理决定数量"),
    "2019",
    (DECISIONS,),
)
MEASURES = "五、存在的主要问题及整改措施"
OFFICIAL = "五、存在的主要问题及改进情况"


def _found(code: str, layout: Layout | None, *, archived: bool = False) -> list[Finding]:
    result = judged(filled("2021"), layout=layout, archived=archived)
    return [one for one in result.findings if one.code == code]


def _worded(*wordings: Wording) -> list[Finding]:
    return _found("F107", replace(WHOLE, wordings=wordings))


def test_F106_finds_the_parts_that_a_file_lacks() -> None:
    layout = replace(WHOLE, sections=SECTIONS - {"overview", "other_matters"})
    (finding,) = _found("F106", layout)

    assert (finding.level, finding.part) == (Level.ERROR, "overview")
    assert finding.message == "没有找到这些部分的标题：“一、总体情况”、“六、其他需要报告的事项”"


def test_F106_finds_the_tables_that_a_file_lacks() -> None:
    (finding,) = _found("F106", replace(WHOLE, tables=frozenset({"disclosure", "applications"})))

    assert (finding.level, finding.part) == (Level.ERROR, "disputes")
    assert finding.message == "没有找到这些部分的表格：“四、政府信息公开行政复议、行政诉讼情况”"


def test_F106_finds_parts_and_tables_apart() -> None:
    assert [one.part for one in _found("F106", Layout(frozenset(), frozenset()))] == [
        "overview",
        "disclosure",
    ]


def test_F106_passes_a_file_with_all_parts_and_tables() -> None:
    assert _found("F106", WHOLE) == []


@pytest.mark.parametrize("code", ["F106", "F107", "F108", "F109"])
def test_F106_at_the_edge_of_a_draft_nothing_is_said(code: str) -> None:
    assert _found(code, None) == []


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_F106_at_the_edge_history_gets_a_note(edition: str) -> None:
    result = judged(filled(edition), layout=replace(WHOLE, sections=SECTIONS - {"problems"}), archived=True)

    assert [one.level for one in result.findings if one.code == "F106"] == [Level.NOTE]


def test_F107_finds_a_heading_and_says_which_is_official() -> None:
    (finding,) = _worded(Wording("problems", MEASURES, OFFICIAL))

    assert (finding.level, finding.part, finding.passage) == (Level.NOTE, "problems", MEASURES)
    assert finding.message == f"“{MEASURES}”应写作“{OFFICIAL}”"


def test_F107_finds_all_wordings_of_a_part_at_once() -> None:
    found = _worded(
        Wording("disclosure", "规范性文件", "行政规范性文件"),
        Wording("disclosure", "现行有效件", "现行有效件数"),
        Wording("problems", MEASURES, OFFICIAL),
    )

    assert [one.part for one in found] == ["disclosure", "problems"]
    assert found[0].message == "“规范性文件”应写作“行政规范性文件”；“现行有效件”应写作“现行有效件数”"


def test_F107_passes_the_official_wording() -> None:
    assert _worded() == []


def test_F107_at_the_edge_a_wording_repeated_is_told_once() -> None:
    (finding,) = _worded(*[Wording("problems", MEASURES, OFFICIAL)] * 3)

    assert finding.message.count(MEASURES) == 1


@pytest.mark.parametrize(
    ("count", "more"), [(MOST_TOLD, ""), (MOST_TOLD + 1, "；还有 1 处"), (40, "；还有 35 处")]
)
def test_F107_at_the_edge_many_wordings_are_one_finding(count: int, more: str) -> None:
    (finding,) = _worded(*(Wording("applications", f"写法{n}", "总计") for n in range(count)))

    assert finding.message.count("应写作") == MOST_TOLD
    assert finding.message.endswith(f"”{more}")


def test_F108_finds_a_row_with_the_columns_of_another_edition() -> None:
    (finding,) = _found("F108", replace(WHOLE, foreign=(FOREIGN,)))

    assert (finding.level, finding.cells) == (Level.ERROR, (DECISIONS,))
    assert finding.message == (
        "行政处罚：用的是 2019 年版格式的栏目（上一年项目数量、本年增/减、处理决定数量）"
    )
    assert finding.hint == "改用 2021 年版格式的栏目（本年处理决定数量）"


def test_F108_passes_columns_of_the_own_edition() -> None:
    assert _found("F108", WHOLE) == []


def test_F108_at_the_edge_history_gets_a_note_and_a_row_is_told_once() -> None:
    found = _found("F108", replace(WHOLE, foreign=(FOREIGN, FOREIGN)), archived=True)

    assert [one.level for one in found] == [Level.NOTE]


def test_F108_at_the_edge_a_row_without_a_cell_in_this_edition_is_shown_at_its_table() -> None:
    (finding,) = _found("F108", replace(WHOLE, foreign=(replace(FOREIGN, cells=()),)))

    assert (finding.cells, finding.part) == ((), "disclosure")


def test_F109_finds_the_rows_and_columns_of_a_table_that_no_edition_has() -> None:
    unknown = (Unknown("disclosure", "其他主动公开文件"), Unknown("applications", "外国人"))

    first, second = _found("F109", replace(WHOLE, unknown=unknown))

    assert (first.level, first.part, second.part) == (Level.QUERY, "disclosure", "applications")
    assert first.message == ("“二、主动公开政府信息情况”的表格里有统一格式没有的行或列：其他主动公开文件")


def test_F109_passes_tables_as_the_form_has_them() -> None:
    assert _found("F109", WHOLE) == []


@pytest.mark.parametrize(("count", "more"), [(MOST_TOLD, ""), (MOST_TOLD + 1, "等 6 项")])
def test_F109_at_the_edge_many_rows_are_one_finding(count: int, more: str) -> None:
    (finding,) = _found(
        "F109", replace(WHOLE, unknown=tuple(Unknown("disclosure", f"行{n}") for n in range(count)))
    )

    assert finding.message.endswith(f"行4{more}")
