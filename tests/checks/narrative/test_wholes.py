"""N504, N505: percentages and sums of the text, recomputed."""

from dataclasses import replace

import pytest

from govreport.checks.finding import Finding, Level
from tests.contents import filled, judged


def said(code: str, text: str) -> list[Finding]:
    """The findings of a code about a text that stands in part 一."""
    result = judged(replace(filled("2021"), narrative={"overview": text}))
    return [finding for finding in result.findings if finding.code == code]


@pytest.mark.parametrize(
    "text",
    [
        "发布政策解读40篇，其中图解类12篇，占比39.5%。",
        "发布信息500条，其中政策解读60条，占12%；工作动态440条，占80%。",
        "接到咨询50次，答复48次，答复率98%。",
        "发布量由2022年的20篇增至30篇，增长60%。",
        "发布信息805条。其中图文258条，占３９.9％。",
    ],
)
def test_N504_finds_a_percentage_that_does_not_recompute(text: str) -> None:
    (finding,) = said("N504", text)

    assert (finding.level, finding.part) == (Level.NOTE, "overview")
    assert finding.passage in text


@pytest.mark.parametrize(
    "text",
    [
        "发布信息900条，其中民生类600条，占66.7%。",
        "接到咨询50次，按时答复48次，按时答复率100%。",
        "新收咨询50件，上年结转2件，办结48件，办结率92.3%。",
        "发布量由2022年的20篇增至30篇，增长50%。",
        "社会满意度达96.5%，检出错误率低于0.1%。",
        "网站访问量20万次，同比增长35%。",
        "发布信息900条，其中民生类约600条，占60%。",
    ],
)
def test_N504_passes_percentages_that_are_right_or_have_no_base(text: str) -> None:
    assert said("N504", text) == []


@pytest.mark.parametrize(
    ("percentage", "right"), [("66.6", True), ("67.6", True), ("65.7", True), ("65.6", False), ("68", False)]
)
def test_N504_at_the_edge_is_one_point(percentage: str, right: bool) -> None:
    assert (said("N504", f"发布信息900条，其中民生类600条，占{percentage}%。") == []) is right


def test_N504_shows_the_calculation() -> None:
    (finding,) = said("N504", "发布政策解读40篇，其中图解类12篇，占比39.5%。")

    assert finding.message == "第一部分写“12篇，占比39.5%”，12÷40＝30%，不相符"


@pytest.mark.parametrize(
    "text",
    [
        "受理群众咨询372次，现场咨询331次，电话咨询61次。",
        "发布信息1200条，其中网站800条、微信500条。",
        "发布信息1200条。其中网站800条，微信500条。",
        "发布信息1200条：网站800条，微信500条。",
        "发布信息1200条（网站800条、微信500条）。",
        "发布信息1200条，分别为网站800条，微信500条。",
        "发布信息1200条，包括网站800条、微信500条等。",
        "图解14篇、文字解读9篇、视频解读5篇，总计26篇。",
        "发布信息900条，其中网站600条（含公告380条、动态250条），新媒体300条。",
        "更换公开栏６０期，其中村务３８期、财务２４期。",
        "编印指南四十八份，其中许可类三十六份、服务类十五份。",
        "留言板回复2,310条，其中咨询类1,508条、建议类812条。",
        "支出46000元，其中运维30000元、改造12500元、印制4500元。",
    ],
)
def test_N505_finds_parts_that_are_more_than_the_whole(text: str) -> None:
    (finding,) = said("N505", text)

    assert (finding.level, finding.part) == (Level.QUERY, "overview")
    assert "比总数多" in finding.message
    assert finding.passage in text


@pytest.mark.parametrize(
    "text",
    [
        "发布信息652条，其中动态612条，重点领域40条。",
        "发布信息1,200条，其中网站800条（含动态500条、文件300条），公众号400条。",
        "动态类210条、政策类36条，合计246条。",
        "发布信息300条，制作图解12篇、短视频8个，召开发布会4场。",
        "发布信息480条，其中重点领域126条。",
        "发布信息530条，其中财政18条、执法77条等。",
        "发布信息276条，涉及统计数据216条、机构职能50条。",
        "召开推进会3次、培训会2次，开展自查4次。",
        "发布信息1200条，其中网站800条（较上年增加50条）、公众号400条。",
        "发布信息1200条，其中网站800条、公众号400条，较上年增加100条。",
        "开展培训12次，培训300人次，其中线上8次、线下5次。",
        "收到申请99件，其中市政府44件，三个功能区分别为30件、20件、5件。",
        "发布信息1.2万条，其中网站8千条、公众号5千条。",
        "收到申请8件，办结8件，结转下年度0件，其中自然人申请8件。",
    ],
)
def test_N505_passes_parts_that_add_up_or_do_not_claim_to(text: str) -> None:
    assert said("N505", text) == []


@pytest.mark.parametrize(("part", "level"), [(400, []), (401, [Level.QUERY]), (399, [Level.NOTE])])
def test_N505_at_the_edge_more_is_a_query_and_less_after_among_a_note(part: int, level: list[Level]) -> None:
    found = said("N505", f"发布信息1200条，其中网站800条、公众号{part}条。")

    assert [finding.level for finding in found] == level


def test_N505_shows_the_sum() -> None:
    (finding,) = said("N505", "受理群众咨询372次，现场咨询331次，电话咨询61次。")

    assert finding.message == "第一部分写总数“372次”，分项 331＋61＝392，比总数多 20"
    assert finding.passage == "372次，现场咨询331次，电话咨询61次"


def test_N505_shows_no_more_than_eight_parts() -> None:
    parts = "、".join(f"甲{number}条" for number in range(1, 11))

    (finding,) = said("N505", f"发布信息50条，其中{parts}。")

    assert "分项 1＋2＋3＋4＋5＋6＋7＋8＋…＝55，比总数多 5" in finding.message


def test_each_check_says_what_it_did_not_read_of_a_part_that_is_too_long() -> None:
    result = judged(replace(filled("2021"), narrative={"overview": "公" * 20_001}))

    told = {item.code: item.reason for item in result.not_assessable}
    assert {told[code] for code in ("N501", "N504", "N505")} == {
        "第一部分过长，只核对了前 20000 个字中的数字"
    }
