"""N508 to N510, N512: what the overview and part six must speak of, and how long the overview may be."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.checks.finding import Finding, Level
from govreport.checks.subject import AgencyFacts, CheckSettings
from govreport.editions.cells import ProcessingFee
from tests.checks.narrative.agencies import BUREAU, COUNTY, STREET, TOWN, ZONE, said
from tests.contents import NARRATIVE, anchors, filled, judged

SPOKEN_OF = {
    "主动公开": "主动发布各类信息120条。",
    "依申请公开": "全年新收申请3件，都在期限内答复。",
    "政府信息管理": "公文制发时同步定公开属性，旧文件逐件清理。",
    "平台建设": "公众号菜单由七项并为四项。",
    "监督保障": "把公开列入股室考核，办了两次培训。",
}
RESULTS = {
    "工作考核": "公开列入年度绩效目标。",
    "社会评议": "发出问卷，满意度较高。",
    "责任追究": "没有发生需要追责的情形。",
}


def _without(aspects: Mapping[str, str], *lacking: str) -> str:
    return "".join(text for name, text in aspects.items() if name not in lacking)


@pytest.mark.parametrize("aspect", SPOKEN_OF)
def test_N508_finds_the_one_aspect_that_is_lacking(aspect: str) -> None:
    (finding,) = said("N508", BUREAU, _without(SPOKEN_OF, aspect))

    assert finding.level is Level.QUERY
    assert (finding.part, finding.passage) == ("overview", "")
    assert finding.message == f"总体情况没有写到：{aspect}"


@pytest.mark.parametrize(
    "text",
    [
        "".join(SPOKEN_OF.values()),
        "（一）主动公开\n（二）依申请公开\n（三）政府信息管理\n（四）平台建设\n（五）监督保障\n均正常开展。",
        "公示食品抽检结果400批。未收到公民的申请，没有公开申请可办。实行三审三校。更新栏目6个。接受第三方评估。",
        "公 开 信 息 30 条，依 申 请 办理2件，建 立 台 账，网 站 改版，专 人 负责。",
    ],
)
def test_N508_passes_the_five_aspects_in_whatever_words(text: str) -> None:
    assert said("N508", BUREAU, text) == []


@pytest.mark.parametrize(("text", "found"), [("一切工作正常开展着", 0), ("一切工作都正常开展着", 1)])
def test_N508_at_the_edge_of_what_is_no_text_at_all(text: str, found: int) -> None:
    assert len(said("N508", BUREAU, text)) == found


def test_N508_at_the_edge_does_not_judge_the_form_of_2019() -> None:
    content = replace(filled("2019"), narrative={"overview": "一切工作都正常开展着。"})

    assert anchors(judged(content), "N508") == []


@pytest.mark.parametrize("agency", [COUNTY, TOWN])
@pytest.mark.parametrize("result", RESULTS)
def test_N509_finds_what_a_government_does_not_tell(agency: AgencyFacts, result: str) -> None:
    (finding,) = said("N509", agency, _without(RESULTS, result))

    assert finding.level is Level.QUERY
    assert finding.message == f"总体情况没有写到：{result}"


@pytest.mark.parametrize("agency", [COUNTY, TOWN])
def test_N509_passes_a_government_that_tells_all_three(agency: AgencyFacts) -> None:
    assert said("N509", agency, _without(RESULTS)) == []


@pytest.mark.parametrize("agency", [BUREAU, STREET, ZONE])
def test_N509_at_the_edge_departments_and_offices_need_not_tell(agency: AgencyFacts) -> None:
    assert said("N509", agency, "一切工作都正常开展着。") == []


def test_N509_at_the_edge_is_not_assessable_without_the_agency() -> None:
    result = judged(filled("2021"))

    assert [one.reason for one in result.not_assessable if one.code == "N509"] == ["缺单位的基本信息"]


def _of_length(length: int, settings: CheckSettings) -> list[Finding]:
    content = replace(filled("2021"), narrative=NARRATIVE | {"overview": "字 \n　" * length})
    return [one for one in judged(content, settings=settings).findings if one.code == "N510"]


def test_N510_finds_an_overview_that_is_too_long() -> None:
    (finding,) = _of_length(1203, CheckSettings())

    assert (finding.level, finding.part) == (Level.NOTE, "overview")
    assert finding.message == "总体情况有 1203 个字，超过 1000 个字"


def test_N510_passes_a_short_overview() -> None:
    assert _of_length(300, CheckSettings()) == []


@pytest.mark.parametrize(("length", "limit", "found"), [(1000, 1000, 0), (1001, 1000, 1), (1001, 1001, 0)])
def test_N510_at_the_edge_of_the_limit_that_the_authority_sets(length: int, limit: int, found: int) -> None:
    assert len(_of_length(length, CheckSettings(overview_limit=limit))) == found


def _part_six(text: str, fee: ProcessingFee | None) -> list[Finding]:
    content = replace(filled("2021"), narrative=NARRATIVE | {"other_matters": text}, processing_fee=fee)
    return [one for one in judged(content).findings if one.code == "N512"]


@pytest.mark.parametrize("text", ["无", "无其他需要报告的事项。", "办理建议提案12件，全部公开。"])
def test_N512_finds_a_files_part_six_without_the_fee(text: str) -> None:
    (finding,) = _part_six(text, None)

    assert (finding.level, finding.part) == (Level.NOTE, "other_matters")
    assert finding.message == "第六部分没有写明收取信息处理费的情况"


@pytest.mark.parametrize(
    "text",
    [
        "本年度没有收取信息处理费。",
        "依申请公开政府信息未收取任何费用。",
        "发出收费通知0件，总金额0元。",
        "信息 处理 费：无。",
    ],
)
def test_N512_passes_a_text_that_tells_of_the_fee(text: str) -> None:
    assert _part_six(text, None) == []


@pytest.mark.parametrize(
    ("fee", "found"),
    [
        (ProcessingFee(), 1),
        (ProcessingFee(0, Decimal(0), Decimal(0)), 0),
        (ProcessingFee(collected_amount=Decimal(0)), 0),
        (ProcessingFee(notices_issued=2), 0),
    ],
)
def test_N512_at_the_edge_of_fields_from_which_the_sentence_is_made(fee: ProcessingFee, found: int) -> None:
    assert len(_part_six("无其他需要报告的事项。", fee)) == found


def test_N512_at_the_edge_leaves_an_empty_part_to_F103() -> None:
    assert _part_six(" \n　", None) == []
