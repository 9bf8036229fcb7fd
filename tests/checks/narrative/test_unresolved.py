"""F111: references to figures that have no figure: named, never 0, never silent."""

import pytest

from govreport.checks.finding import Level
from govreport.checks.run import DECLARATIONS
from govreport.checks.subject import CheckSettings
from tests.checks.narrative.saying import found

NAME = "〔表三·本年新收·总计〕"


def test_F111_finds_a_reference_whose_cell_is_blank() -> None:
    (finding,) = found("F111", f"收到申请{NAME}件。")

    assert (finding.level, finding.passage, finding.part) == (Level.ERROR, NAME, "overview")
    assert finding.message == f"“一、总体情况”里引用的{NAME}没有数：表三的这一格还没有填"
    assert [str(cell) for cell in finding.cells] == ["applications.new_received.total"]


def test_F111_finds_a_reference_to_what_last_year_does_not_have() -> None:
    (finding,) = found("F111", "上年〔上年·表三·本年新收·总计〕件。")

    assert finding.message.endswith("没有数：上年的年报里没有可比的这一格")
    assert finding.cells == ()


@pytest.mark.parametrize("name", ["〔表三·本年新收〕", "〔上年·没有〕", "⟦applications.gone.total⟧"])
def test_F111_finds_a_name_that_is_none(name: str) -> None:
    (finding,) = found("F111", f"收到{name}件，又是{name}件。")

    assert finding.message == f"“一、总体情况”里的{name}不是本报告表里的数"


@pytest.mark.parametrize(
    "text",
    [
        "国办公开办函〔2021〕30号",
        "〔附件〕",
        "〔表〕",
        "〔表彰决定〕3号",
        "〔上年度〕",
        "【表三·本年新收·总计】",
    ],
)
def test_F111_passes_brackets_that_are_no_reference(text: str) -> None:
    assert found("F111", text) == []


def test_F111_cannot_be_lowered_or_let_pass() -> None:
    settings = CheckSettings(levels={"F111": Level.NOTE})

    (finding,) = found("F111", f"收到申请{NAME}件。", settings=settings)

    assert (finding.level, DECLARATIONS["F111"].fixed) == (Level.ERROR, True)


def test_F111_at_the_edge_of_an_edition_a_name_of_the_other_is_none() -> None:
    name = "〔表二·行政许可·本年增/减〕"

    (of_2019,), (of_2021,) = found("F111", name, year=2019), found("F111", name)

    assert of_2019.cells
    assert not of_2021.cells
