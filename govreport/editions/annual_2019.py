"""The trial form of 2019, for the years 2019 and 2020 (国办公开办函〔2019〕60号)."""

from govreport.editions.arithmetic_rules import arithmetic
from govreport.editions.layout import Block, blocks, matrix
from govreport.editions.numbers import Kind
from govreport.editions.schema import Column, Edition, Group, Row
from govreport.editions.shared_tables import (
    APPLICANT_HEADS,
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    CORNER,
    DISPUTES,
    NEW_RECEIVED,
    RESULTS,
    RESULTS_LABEL,
    RESULTS_TOTAL,
    SECTIONS,
)

BASIS = "国办公开办函〔2019〕60号（试行）"

_ITEMS = (
    Column("items_last_year", "上一年项目数量"),
    Column("items_change", "本年增/减", Kind.CHANGE),
)
_ITEMS_AND_DECISIONS = (*_ITEMS, Column("decisions", "处理决定数量"))

# The published reports disagree on the spans of this table; these are the house choice.
DISCLOSURE = blocks(
    key="disclosure",
    title="二、主动公开政府信息情况",
    source=f"{BASIS}附件表二",
    blocks=(
        Block(
            article="第二十条第（一）项",
            label="信息内容",
            columns=(
                Column("created", "本年新制作数量"),
                Column("disclosed", "本年新公开数量"),
                Column("disclosed_total", "对外公开总数量"),
            ),
            rows=(
                Row("government_rules", "规章", "《政府信息公开条例》第二十条第（一）项"),
                Row("normative_documents", "规范性文件", "《政府信息公开条例》第二十条第（一）项"),
            ),
            spans=(1, 1, 2, 1),
        ),
        Block(
            article="第二十条第（五）项",
            label="信息内容",
            columns=_ITEMS_AND_DECISIONS,
            rows=(
                Row("licenses", "行政许可", "《政府信息公开条例》第二十条第（五）项"),
                Row(
                    "other_management_services",
                    "其他对外管理服务事项",
                    "《政府信息公开条例》第二十条第（五）项",
                ),
            ),
            spans=(1, 1, 2, 1),
        ),
        Block(
            article="第二十条第（六）项",
            label="信息内容",
            columns=_ITEMS_AND_DECISIONS,
            rows=(
                Row("penalties", "行政处罚", "《政府信息公开条例》第二十条第（六）项"),
                Row("compulsory_measures", "行政强制", "《政府信息公开条例》第二十条第（六）项"),
            ),
            spans=(1, 1, 2, 1),
        ),
        Block(
            article="第二十条第（八）项",
            label="信息内容",
            columns=_ITEMS,
            rows=(Row("administrative_fees", "行政事业性收费", "《政府信息公开条例》第二十条第（八）项"),),
            spans=(1, 2, 2),
        ),
        Block(
            article="第二十条第（九）项",
            label="信息内容",
            columns=(Column("projects", "采购项目数量"), Column("amount", "采购总金额", Kind.MONEY)),
            rows=(Row("centralized_procurement", "政府集中采购", "《政府信息公开条例》第二十条第（九）项"),),
            spans=(1, 2, 2),
        ),
    ),
)

APPLICATIONS = matrix(
    key="applications",
    title="三、收到和处理政府信息公开申请情况",
    source=f"{BASIS}附件表三",
    corner=CORNER,
    heads=APPLICANT_HEADS,
    columns=APPLICANTS,
    rows=(
        NEW_RECEIVED,
        CARRIED_IN,
        Group(RESULTS_LABEL, (*RESULTS, Row("other", "（六）其他处理"), RESULTS_TOTAL), in_name=False),
        CARRIED_OUT,
    ),
    total_rows=frozenset({"results_total"}),
)

EDITION = Edition(
    key="2019",
    basis=BASIS,
    first_year=2019,
    last_year=2020,
    sections=SECTIONS,
    tables=(DISCLOSURE, APPLICATIONS, DISPUTES),
    rules=arithmetic(APPLICATIONS),
)
