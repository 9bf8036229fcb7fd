"""The official tables, label by label and span by span, as the two notices print them."""

import pytest

from govreport.editions.lookup import edition
from govreport.editions.schema import Cell, GridRow, Heading, Table

# One line a printed row; [2x3] spans two columns and three rows; =key is a figure of that column.

DISCLOSURE_2021 = """
第二十条第（一）项 [4x1]
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | =government_rules.issued | =government_rules.repealed | =government_rules.in_force
行政规范性文件 | =normative_documents.issued | =normative_documents.repealed | =normative_documents.in_force
第二十条第（五）项 [4x1]
信息内容 | 本年处理决定数量 [3x1]
行政许可 | =licenses.decisions [3x1]
第二十条第（六）项 [4x1]
信息内容 | 本年处理决定数量 [3x1]
行政处罚 | =penalties.decisions [3x1]
行政强制 | =compulsory_measures.decisions [3x1]
第二十条第（八）项 [4x1]
信息内容 | 本年收费金额（单位：万元） [3x1]
行政事业性收费 | =administrative_fees.amount [3x1]
"""

APPLICATIONS_2021 = """
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） [3x3] | 申请人情况 [7x1]
自然人 [1x2] | 法人或其他组织 [5x1] | 总计 [1x2]
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量 [3x1] | =new_received.*
二、上年结转政府信息公开申请数量 [3x1] | =carried_in.*
三、本年度办理结果 [1x22] | （一）予以公开 [2x1] | =granted.*
（二）部分公开（区分处理的，只计这一情形，不计其他情形） [2x1] | =partially_granted.*
（三）不予公开 [1x8] | 1.属于国家秘密 | =denied_state_secret.*
2.其他法律行政法规禁止公开 | =denied_prohibited_by_law.*
3.危及“三安全一稳定” | =denied_security_stability.*
4.保护第三方合法权益 | =denied_third_party_rights.*
5.属于三类内部事务信息 | =denied_internal_affairs.*
6.属于四类过程性信息 | =denied_deliberative_process.*
7.属于行政执法案卷 | =denied_enforcement_file.*
8.属于行政查询事项 | =denied_inquiry_matter.*
（四）无法提供 [1x3] | 1.本机关不掌握相关政府信息 | =unable_not_held.*
2.没有现成信息需要另行制作 | =unable_needs_creation.*
3.补正后申请内容仍不明确 | =unable_still_unclear.*
（五）不予处理 [1x5] | 1.信访举报投诉类申请 | =unprocessed_petition_complaint.*
2.重复申请 | =unprocessed_duplicate.*
3.要求提供公开出版物 | =unprocessed_publication.*
4.无正当理由大量反复申请 | =unprocessed_excessive.*
5.要求行政机关确认或重新出具已获取信息 | =unprocessed_confirm_reissue.*
（六）其他处理 [1x3] | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | =other_correction_overdue.*
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | =other_fee_unpaid.*
3.其他 | =other_misc.*
（七）总计 [2x1] | =results_total.*
四、结转下年度继续办理 [3x1] | =carried_out.*
"""

DISPUTES = """
行政复议 [5x1] | 行政诉讼 [10x1]
结果维持 [1x2] | 结果纠正 [1x2] | 其他结果 [1x2] | 尚未审结 [1x2] | 总计 [1x2] | 未经复议直接起诉 [5x1] | 复议后起诉 [5x1]
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
=reconsideration.* | =direct_litigation.* | =litigation_after_reconsideration.*
"""

DISCLOSURE_2019 = """
第二十条第（一）项 [5x1]
信息内容 | 本年新制作数量 | 本年新公开数量 [2x1] | 对外公开总数量
规章 | =government_rules.created | =government_rules.disclosed [2x1] | =government_rules.disclosed_total
规范性文件 | =normative_documents.created | =normative_documents.disclosed [2x1] | =normative_documents.disclosed_total
第二十条第（五）项 [5x1]
信息内容 | 上一年项目数量 | 本年增/减 [2x1] | 处理决定数量
行政许可 | =licenses.items_last_year | =licenses.items_change [2x1] | =licenses.decisions
其他对外管理服务事项 | =other_management_services.items_last_year | =other_management_services.items_change [2x1] | =other_management_services.decisions
第二十条第（六）项 [5x1]
信息内容 | 上一年项目数量 | 本年增/减 [2x1] | 处理决定数量
行政处罚 | =penalties.items_last_year | =penalties.items_change [2x1] | =penalties.decisions
行政强制 | =compulsory_measures.items_last_year | =compulsory_measures.items_change [2x1] | =compulsory_measures.decisions
第二十条第（八）项 [5x1]
信息内容 | 上一年项目数量 [2x1] | 本年增/减 [2x1]
行政事业性收费 | =administrative_fees.items_last_year [2x1] | =administrative_fees.items_change [2x1]
第二十条第（九）项 [5x1]
信息内容 | 采购项目数量 [2x1] | 采购总金额 [2x1]
政府集中采购 | =centralized_procurement.projects [2x1] | =centralized_procurement.amount [2x1]
"""

APPLICATIONS_2019 = """
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） [3x3] | 申请人情况 [7x1]
自然人 [1x2] | 法人或其他组织 [5x1] | 总计 [1x2]
商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他
一、本年新收政府信息公开申请数量 [3x1] | =new_received.*
二、上年结转政府信息公开申请数量 [3x1] | =carried_in.*
三、本年度办理结果 [1x20] | （一）予以公开 [2x1] | =granted.*
（二）部分公开（区分处理的，只计这一情形，不计其他情形） [2x1] | =partially_granted.*
（三）不予公开 [1x8] | 1.属于国家秘密 | =denied_state_secret.*
2.其他法律行政法规禁止公开 | =denied_prohibited_by_law.*
3.危及“三安全一稳定” | =denied_security_stability.*
4.保护第三方合法权益 | =denied_third_party_rights.*
5.属于三类内部事务信息 | =denied_internal_affairs.*
6.属于四类过程性信息 | =denied_deliberative_process.*
7.属于行政执法案卷 | =denied_enforcement_file.*
8.属于行政查询事项 | =denied_inquiry_matter.*
（四）无法提供 [1x3] | 1.本机关不掌握相关政府信息 | =unable_not_held.*
2.没有现成信息需要另行制作 | =unable_needs_creation.*
3.补正后申请内容仍不明确 | =unable_still_unclear.*
（五）不予处理 [1x5] | 1.信访举报投诉类申请 | =unprocessed_petition_complaint.*
2.重复申请 | =unprocessed_duplicate.*
3.要求提供公开出版物 | =unprocessed_publication.*
4.无正当理由大量反复申请 | =unprocessed_excessive.*
5.要求行政机关确认或重新出具已获取信息 | =unprocessed_confirm_reissue.*
（六）其他处理 [2x1] | =other.*
（七）总计 [2x1] | =results_total.*
四、结转下年度继续办理 [3x1] | =carried_out.*
"""

APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
    "total",
)
OUTCOMES = ("upheld", "corrected", "other_result", "pending", "total")
SECTIONS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


def _rows_of(table: Table) -> tuple[GridRow, ...]:
    return (*table.head, *(row for body in table.bodies for row in body))


def picture(rows: tuple[GridRow, ...]) -> list[str]:
    """The grid in the notation of this file, every figure spelled out."""
    return [" | ".join(_item(item) for item in row) for row in rows]


def _item(item: Heading | Cell) -> str:
    label = f"={item.address.row}.{item.address.column}" if isinstance(item, Cell) else item.label
    spans = (item.colspan, _rowspan(item))
    return label if spans == (1, 1) else f"{label} [{spans[0]}x{spans[1]}]"


def _rowspan(item: Heading | Cell) -> int:
    return item.rowspan if isinstance(item, Heading) else 1


def spelled_out(text: str, columns: tuple[str, ...]) -> list[str]:
    """The lines of a table of this file with `=row.*` written as its figures."""
    lines = []
    for line in text.strip().splitlines():
        items = []
        for item in line.split(" | "):
            row = item.removeprefix("=").removesuffix(".*")
            items += [f"={row}.{column}" for column in columns] if item.endswith(".*") else [item]
        lines.append(" | ".join(items))
    return lines


@pytest.mark.parametrize(
    ("key", "table", "written", "columns"),
    [
        ("2021", "disclosure", DISCLOSURE_2021, ()),
        ("2019", "disclosure", DISCLOSURE_2019, ()),
        ("2021", "applications", APPLICATIONS_2021, APPLICANTS),
        ("2019", "applications", APPLICATIONS_2019, APPLICANTS),
        ("2021", "disputes", DISPUTES, OUTCOMES),
        ("2019", "disputes", DISPUTES, OUTCOMES),
    ],
)
def test_every_label_and_span_is_the_official_one(
    key: str, table: str, written: str, columns: tuple[str, ...]
) -> None:
    rows = _rows_of(edition(key).table(table))

    assert picture(rows) == spelled_out(written, columns)


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_the_six_headings_are_the_official_ones(key: str) -> None:
    assert [section.heading for section in edition(key).sections] == SECTIONS
    assert [table.title for table in edition(key).tables] == SECTIONS[1:4]


@pytest.mark.parametrize(("key", "counts"), [("2021", (10, 175, 15)), ("2019", (22, 161, 15))])
def test_each_edition_has_its_number_of_cells(key: str, counts: tuple[int, ...]) -> None:
    assert tuple(len(table.cells) for table in edition(key).tables) == counts


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_printed_row_fills_the_grid(key: str) -> None:
    for table in edition(key).tables:
        open_spans = [0] * table.grid_columns
        for row in _rows_of(table):
            open_spans = _next_line(open_spans, row)
        assert not any(open_spans)


def _next_line(open_spans: list[int], row: GridRow) -> list[int]:
    """Place a row between the cells that still span from above; what remains open below it."""
    spans = list(open_spans)
    free = (index for index, depth in enumerate(open_spans) if depth == 0)
    for item in row:
        for _ in range(item.colspan):
            spans[next(free)] = _rowspan(item)
    assert next(free, None) is None
    return [depth - 1 for depth in spans]


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_row_help_names_an_article_and_nothing_else(key: str) -> None:
    rows = [row for table in edition(key).tables for row in _rows_of(table)]
    helps = [item.help for row in rows for item in row if isinstance(item, Heading) and item.help]

    assert len(helps) > 15
    assert all(text.startswith("《政府信息公开条例》第") for text in helps)
