"""N501: counted facts of the text beside their cells; first the catalogue, then its traps."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.checks.finding import Level, Result
from govreport.editions.cells import Address
from tests.checks.narrative.telling import content, county_telling, telling
from tests.contents import NARRATIVE, anchors, filled, judged

NEW, CARRIED_IN = "applications.new_received.total", "applications.carried_in.total"
FINISHED, CARRIED_OUT = "applications.results_total.total", "applications.carried_out.total"
GRANTED, PARTLY = "applications.granted.total", "applications.partially_granted.total"
RECONSIDERATION, LITIGATION = "disputes.reconsideration.total", "disputes.direct_litigation.total"
ISSUED, REPEALED, IN_FORCE = (
    f"disclosure.normative_documents.{column}" for column in ("issued", "repealed", "in_force")
)


def unassessed(result: Result) -> list[str]:
    return [item.reason for item in result.not_assessable if item.code == "N501"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("全年收到政府信息公开申请9件。", [NEW]),
        ("收到申请10件，连同上年结转3件，全部答复。", [CARRIED_IN]),
        ("全年办理政府信息公开申请15件。", [NEW]),
        ("收到政府信息公开申请10件，办结12件。", [FINISHED]),
        ("收到政府信息公开申请10件，2件结转下年度继续办理。", [CARRIED_OUT]),
        ("答复申请11件，其中予以公开5件、部分公开2件。", [GRANTED, PARTLY]),
        ("答复申请11件，予以公开及部分公开8件。", [GRANTED]),
        ("对3件申请作出不予公开的决定。", ["applications.denied_state_secret.total"]),
        ("属于过程性信息不予公开2件。", ["applications.denied_deliberative_process.total"]),
        ("因本机关不掌握相关信息等原因无法提供4件。", ["applications.unable_not_held.total"]),
        ("不予处理3件，均书面说明理由。", ["applications.unprocessed_petition_complaint.total"]),
        ("作其他处理2件。", ["applications.other_correction_overdue.total"]),
        ("因信息公开被申请行政复议5件。", [RECONSIDERATION]),
        ("行政复议4件，其中维持3件。", ["disputes.reconsideration.upheld"]),
        ("因政府信息公开被提起行政诉讼2件。", [LITIGATION]),
        ("复议后起诉2件。", ["disputes.litigation_after_reconsideration.total"]),
        ("制发行政规范性文件4件，废止2件，现行有效13件。", [ISSUED, REPEALED, IN_FORCE]),
        (
            "作出行政许可决定121件、行政处罚决定31件。",
            ["disclosure.licenses.decisions", "disclosure.penalties.decisions"],
        ),
        ("实施行政强制6件。", ["disclosure.compulsory_measures.decisions"]),
        ("收取行政事业性收费85万元。", ["disclosure.administrative_fees.amount"]),
    ],
)
def test_N501_finds_a_fact_that_differs_from_its_cell(text: str, cells: list[str]) -> None:
    assert anchors(telling(text), "N501") == cells


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请10件，上年结转2件，办结11件，结转下年度1件。",
        "收到政府信息公开申请12件（含上年结转2件）。",
        "答复申请11件，其中予以公开6件、部分公开1件、不予公开2件、无法提供1件、不予处理1件。",
        "予以公开及部分公开7件。",
        "自然人申请8件，商业企业申请2件。",
        "发生行政复议4件，其中维持2件、纠正1件、尚未审结1件。",
        "行政诉讼3件，其中未经复议直接起诉2件、复议后起诉1件。",
        "发生政府信息公开行政复议和诉讼共7件。",
        "制发规范性文件3件，废止1件，现行有效12件。",
        "行政许可、行政处罚决定分别为120件、30件。",
        "行政许可和行政处罚共150件。",
        "收取行政事业性收费86万元。",
    ],
)
def test_N501_passes_facts_that_agree(text: str) -> None:
    result = telling(text)

    assert anchors(result, "N501") == []
    assert unassessed(result) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到申请8件，办结8件，结转下年度0件，其中自然人申请8件。", []),
        ("收到申请8件，办结8件，结转下年度0件。其中，自然人申请8件。", []),
        ("收到申请8件，办结8件，无结转，其中自然人8件。", []),
        ("收到申请8件，结转下年度0件，其中自然人2件。", ["applications.carried_out.natural_person"]),
    ],
)
def test_N501_passes_applicants_told_behind_what_is_carried_over(text: str, found: list[str]) -> None:
    cells = {
        f"applications.{row}.{column}": 8
        for row in ("new_received", "granted", "results_total")
        for column in ("natural_person", "total")
    }

    assert anchors(judged(replace(filled("2021", cells), narrative={"overview": text})), "N501") == found


@pytest.mark.parametrize(("number", "agrees"), [(9, False), (10, True), (11, False), (12, True), (13, False)])
def test_N501_at_the_edge_received_is_new_or_new_with_carried_in(number: int, agrees: bool) -> None:
    assert (anchors(telling(f"全年受理政府信息公开申请{number}件。"), "N501") == []) is agrees


@pytest.mark.parametrize(("number", "agrees"), [(8, False), (9, True), (11, True), (12, False)])
def test_N501_at_the_edge_finished_may_leave_out_some_that_were_carried_in(number: int, agrees: bool) -> None:
    assert (anchors(telling(f"办结政府信息公开申请{number}件。"), "N501") == []) is agrees


@pytest.mark.parametrize(
    ("number", "agrees"),
    [
        ("863500元", True),
        ("86.35万元", True),
        ("86.4万元", True),
        ("86.3万元", True),
        ("86万元", True),
        ("863400元", False),
        ("86.2万元", False),
        ("85万元", False),
    ],
)
def test_N501_at_the_edge_money_may_be_rounded_to_what_is_told(number: str, agrees: bool) -> None:
    fees = {"disclosure.administrative_fees.amount": Decimal("86.35")}
    told = replace(filled("2021", fees), narrative={"overview": f"收取行政事业性收费{number}。"})

    assert (anchors(judged(told), "N501") == []) is agrees


@pytest.mark.parametrize(
    "other_thing",
    [
        "受理行政许可申请312件，办结310件。",
        "办理12345热线工单1,263件，按期办结1,260件。",
        "接待群众来信来访46件次，当场答复31件次。",
        "办结信访事项45件，化解积案3起。",
        "受理网络问政182件，回复182件。",
        "办理人大代表建议36件、政协提案29件。",
        "公开政策性文件15件，废止政策性文件4件。",
        "公布行政许可事项清单45项、行政处罚事项清单213项。",
        "发布行政许可信息118条、行政处罚信息29条。",
        "审核规范性文件20件，备案15件。",
        "制发文件45件，主动公开43件，依申请公开2件。",
        "认定公文属性：主动公开120件，不予公开15件，依申请公开30件。",
        "审核拟发公文60份，标注不予公开20份、依申请公开30份。",
        "提案答复全文公开12件，不予公开3件。",
        "围绕依申请公开开展培训3次，修订答复文书样式6份。",
        "作为复议机构，全年办理行政复议案件86件。",
        "办理工伤认定类行政诉讼案件12件。",
        "未收到对政府信息公开工作的投诉举报。",
        "未出现逾期答复政府信息公开申请的情况。",
    ],
)
def test_N501_passes_other_things_with_numbers_of_their_own(other_thing: str) -> None:
    result = telling(other_thing)

    assert anchors(result, "N501") == []
    assert unassessed(result) == []


@pytest.mark.parametrize(
    "other_time",
    [
        "2022年收到政府信息公开申请15件。",
        "上年收到政府信息公开申请15件，本年收到10件。",
        "与2022年的15件相比，收到政府信息公开申请减少5件。",
        "政府信息公开申请数量较上年增加3件。",
        "自条例施行以来，累计受理政府信息公开申请312件。",
        "上半年收到政府信息公开申请5件。",
        "6月收到政府信息公开申请2件。",
        "2024年计划制定规范性文件5件。",
    ],
)
def test_N501_passes_figures_of_another_time(other_time: str) -> None:
    assert anchors(telling(other_time), "N501") == []


@pytest.mark.parametrize(
    "share",
    [
        "涉及征地补偿的申请5件。",
        "收到网上提交的政府信息公开申请6件。",
        "收到申请10件，其中征地类6件、规划类4件。",
        "坚持收到一件、登记一件、答复一件。",
        "收到政府信息公开申请30余件。",
        "收到近20件政府信息公开申请。",
        "审结政府信息公开行政复议3件。",
    ],
)
def test_N501_passes_shares_and_vague_numbers(share: str) -> None:
    assert anchors(telling(share), "N501") == []


@pytest.mark.parametrize(
    "number",
    ["9件", "９件", "九件", "9 宗", "9条", "9起", "9份", "9项", "9次", "9件次", "一百零五件", "1,204件"],
)
def test_N501_reads_every_notation_of_a_number(number: str) -> None:
    assert anchors(telling(f"全年收到政府信息公开申请{number}。"), "N501") == [NEW]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("2023年未收到政府信息公开申请。", [NEW]),
        ("没有公民、法人和其他组织提出政府信息公开申请。", [NEW]),
        ("未发生因政府信息公开引起的行政复议和行政诉讼。", [RECONSIDERATION, LITIGATION]),
        ("行政复议、行政诉讼均为0。", [RECONSIDERATION, LITIGATION]),
        ("实现零复议、零诉讼。", [RECONSIDERATION, LITIGATION]),
        ("年末无结转。", [CARRIED_OUT]),
        ("未制发规范性文件。", [ISSUED]),
    ],
)
def test_N501_takes_words_of_denial_for_0(text: str, cells: list[str]) -> None:
    assert anchors(telling(text), "N501") == cells


@pytest.mark.parametrize(
    "text", ["未收到政府信息公开申请。", "行政复议、行政诉讼均为0件。", "未制发规范性文件。"]
)
def test_N501_passes_words_of_denial_where_the_cells_are_0(text: str) -> None:
    assert anchors(judged(replace(filled("2021"), narrative={"overview": text})), "N501") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("县本级收到政府信息公开申请31件。", "收到政府信息公开申请31件"),
        ("代表县政府答复政府信息公开申请17件。", "答复政府信息公开申请17件"),
        ("以县政府名义印发规范性文件6件。", "印发规范性文件6件"),
        ("县公安局收到政府信息公开申请45件。", "收到政府信息公开申请45件"),
    ],
)
def test_N501_does_not_assess_a_part_of_an_aggregate(text: str, quoted: str) -> None:
    result = county_telling(text)

    assert anchors(result, "N501") == []
    assert unassessed(result) == [f"“{quoted}”的统计范围与表格不同，表中没有对应的数字"]


def test_N501_judges_the_whole_of_an_aggregate() -> None:
    assert anchors(county_telling("全县各部门共收到政府信息公开申请11件，其中县本级4件。"), "N501") == [NEW]


def test_N501_does_not_assess_a_row_that_is_blank() -> None:
    known = content("全年收到政府信息公开申请10件。")
    left = {cell: figure for cell, figure in known.figures.items() if cell.row != "new_received"}

    result = judged(replace(known, figures=left))

    assert anchors(result, "N501") == []
    assert unassessed(result) == ["“收到政府信息公开申请10件”对应的表格没有填写完整"]


def test_N501_takes_the_row_for_a_total_that_is_blank() -> None:
    known = content("予以公开5件。")
    left = {cell: figure for cell, figure in known.figures.items() if cell != Address.parse(GRANTED)}

    assert anchors(judged(replace(known, figures=left)), "N501") == [GRANTED]


def test_N501_quotes_the_words_and_every_figure_that_they_may_mean() -> None:
    (finding,) = [one for one in telling("我局全年收到申请9件。").findings if one.code == "N501"]

    assert (
        finding.message
        == "第一部分写“收到申请9件”，表三本年新收总计为 10（本年新收＋上年结转总计为 12），不一致"
    )
    assert (finding.level, finding.part, finding.passage) == (Level.QUERY, "overview", "收到申请9件")
    assert [str(cell) for cell in finding.cells] == [NEW, CARRIED_IN]


def test_N501_reads_every_part_of_the_narrative() -> None:
    known = replace(content(""), narrative=NARRATIVE | {"problems": "收到政府信息公开申请9件，数量少。"})

    (finding,) = [one for one in judged(known).findings if one.code == "N501"]

    assert finding.message.startswith("第五部分写")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("新制作规范性文件4件，对外公开总数9件。", ["disclosure.normative_documents.created"]),
        ("废止规范性文件4件。", []),
        ("其他处理4件。", ["applications.other.total"]),
    ],
)
def test_N501_reads_the_2019_edition_by_its_own_cells(text: str, cells: list[str]) -> None:
    figures = {
        "disclosure.normative_documents.created": 3,
        "disclosure.normative_documents.disclosed_total": 9,
    }
    told = replace(filled("2019", figures), narrative={"overview": text})

    assert anchors(judged(told), "N501") == cells
