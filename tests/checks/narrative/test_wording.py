"""N515, N516, N518, N519, N520: vague, generic, out of date, misspelt, and what does not belong here."""

import pytest

from govreport.checks.subject import CheckSettings
from tests.checks.narrative.saying import found

FORM_30 = "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("全年发布信息200余条。", "200余条"),
        ("发出宣传单２０００多份。", "２０００多份"),
        ("推送图文约350篇。", "约350篇"),
        ("每月接听60次左右。", "60次左右"),
        ("收到申请近百件。", "近百件"),
        ("阅读量达1.2万余人次。", "1.2万余人次"),
    ],
)
def test_N515_finds_a_count_that_is_not_exact(text: str, words: str) -> None:
    (finding,) = found("N515", text)

    assert finding.passage == words


def test_N515_finds_all_of_a_part_in_one_finding() -> None:
    (finding,) = found("N515", "发布信息200余条，解读约30篇。")

    assert finding.message == "件数不确切：“200余条”“约30篇”"


@pytest.mark.parametrize(
    "text",
    [
        "节约经费2万元，约谈单位3家，预约办理10次，签订公约5份，签约30户。",
        "在左右两处便民点设栏4个，多次宣讲，其余3件按期办结，业余5次培训。",
        "十余年来坚持公开，用时两个多月，占比约30%，距离约20米，投入约3万元。",
        "下一步计划举办培训约10场。",
        "最近20次检查和近3次评估都合格。",
        "召开3次上下联动会议，更新12个月度专题。",
    ],
)
def test_N515_passes_exact_counts_and_what_is_no_count(text: str) -> None:
    assert found("N515", text) == []


@pytest.mark.parametrize(("text", "count"), [("近9件申请。", 0), ("近10件申请。", 1), ("约9件申请。", 1)])
def test_N515_at_the_edge_near_is_vague_from_two_digits(text: str, count: int) -> None:
    assert len(found("N515", text)) == count


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("一些地区对解读重视不够。", "一些地区对解读重视不够"),
        ("检查表明，多数部门能按时发布。", "多数部门能按时发布"),
        ("一是部分单位更新不及时；二是答复慢。", "一是部分单位更新不及时"),
    ],
)
def test_N516_finds_a_subject_that_is_nobody(text: str, passage: str) -> None:
    (finding,) = found("N516", text, "problems")

    assert finding.passage == passage


@pytest.mark.parametrize(
    "text",
    [
        "我局网站部分栏目更新慢，部分业务股室供稿少。",
        "我局督促部分单位补录目录，向一些地区提供样本。",
        "部分单位和个人申请公开的内容不明确。",
        "个别单位的决算说明照抄上年文字。",
    ],
)
def test_N516_passes_own_troubles_and_others_that_are_named_as_objects(text: str) -> None:
    assert found("N516", text, "problems") == []


@pytest.mark.parametrize(
    ("text", "scope", "count"),
    [
        ("部分部门更新慢。", "own", 1),
        ("部分部门更新慢。", "aggregate", 0),
        ("部分地区更新慢。", "aggregate", 1),
    ],
)
def test_N516_at_the_edge_a_sum_over_many_may_speak_of_its_bodies(text: str, scope: str, count: int) -> None:
    assert len(found("N516", text, "problems", scope=scope)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("根据《政府信息公开条例》（国务院令第492号）编制。", "令第492号"),
        ("根据《政府信息公开条例》（国务院令第771号）编制。", "令第771号"),
        ("按照国办公开办函〔2019〕60号的格式编制。", "国办公开办函〔2019〕60号"),
        ("按照国办公开办函〔2019〕61号关于年度报告格式的要求编制。", "国办公开办函〔2019〕61号"),
        ("按照国办公开办函〔202130号编制。", "〔202130号"),
        ("按照国办公开办函[2021]30号编制。", "[2021]30号"),
        ("按照国办公开办函2021〕30号编制。", "2021〕30号"),
    ],
)
def test_N518_finds_a_citation_that_is_stale_or_mangled(text: str, words: str) -> None:
    (finding,) = found("N518", text, "preamble")

    assert finding.passage == words


@pytest.mark.parametrize(
    "text",
    [
        f"根据《政府信息公开条例》（国务院令第711号）和{FORM_30}编制。",
        f"《年度报告格式》（国办公开办函〔2019〕60号）已由{FORM_30}取代。",
        "原条例（国务院令第492号）修订前收到的申请已经办结。",
        "落实国办公开办函〔2019〕61号关于政府信息公开平台的要求。",
        "云溪法院作出（2023）云01行初5号判决；报告可到滨河路60号查阅。",
        "执行《信访工作条例》和国务院令第752号。",
    ],
)
def test_N518_passes_what_is_in_force_and_what_is_told_as_history(text: str) -> None:
    assert found("N518", text, "preamble") == []


@pytest.mark.parametrize(("year", "count"), [(2020, 0), (2021, 1)])
def test_N518_at_the_edge_the_trial_format_was_for_2019_and_2020(year: int, count: int) -> None:
    text = "按照国办公开办函〔2019〕60号的年度报告格式编制。"

    assert len(found("N518", text, "preamble", year=year)) == count


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("全年没有行政法复议案件。", "“行政法复议”应为“行政复议”"),
        ("云溪县林业局局重视公开。", "“局局”应为“局”"),
        ("专栏运行平稳。。已改版。", "“。。”应为“。”"),
        ("收到政务信息公开申请2件。", "“政务信息公开申请”应为“政府信息公开申请”"),
    ],
)
def test_N519_finds_a_word_of_the_list(text: str, message: str) -> None:
    (finding,) = found("N519", text)

    assert finding.message == message


@pytest.mark.parametrize(
    "text", ["林业局局长主持会议，局局域网正常。", "没有行政复议、行政诉讼……", "公布署名文章2篇。"]
)
def test_N519_passes_words_that_hold_a_wrong_one(text: str) -> None:
    assert found("N519", text) == []


def test_N519_at_the_edge_the_longer_right_word_covers_the_wrong_one() -> None:
    settings = CheckSettings(wrong_words={"云溪": "云溪县", "土政策": ""})

    told = found("N519", "云溪县清理土政策，云溪面貌一新。", settings=settings)

    assert {finding.message for finding in told} == {"“土政策”不应出现在报告里", "“云溪”应为“云溪县”"}
    assert found("N519", "云溪县清理政策。", settings=settings) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请60件，其中12345热线转办52件、书面申请8件。",
        "收到政府信息公开申请60件，其中书面申请8件、信访事项52件。",
        "依申请公开共37件，包括信访事项29件和书面申请8件。",
        "办理依申请公开90件（含来信来访75件）。",
        "办理依申请公开及12345热线工单共52件。",
        "受理网络问政和政府信息公开申请三十件。",
    ],
)
def test_N520_finds_other_matters_counted_as_applications(text: str) -> None:
    (finding,) = found("N520", text)

    assert finding.passage in text


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请8件。办结12345热线工单652件、信访事项17件。",
        "对信访举报投诉类申请不予处理3件，并告知信访渠道。",
        "收到政府信息公开申请8件，其中通过热线咨询后提交的申请3件。",
        "收到政府信息公开申请和信访事项分别为8件、17件。",
        "建立依申请公开与信访衔接机制，印发指南2份。",
    ],
)
def test_N520_passes_matters_that_are_told_apart(text: str) -> None:
    assert found("N520", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("公开申请9件，其中咨询类3件。", 0),
        ("公开申请9件，其中咨询3件。", 1),
        ("公开申请9件，咨询3件。", 0),
    ],
)
def test_N520_at_the_edge_an_application_about_an_enquiry_is_one(text: str, count: int) -> None:
    assert len(found("N520", text)) == count
