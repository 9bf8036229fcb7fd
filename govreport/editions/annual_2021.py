"""The official form of 2021, for the years since 2021 (国办公开办函〔2021〕30号)."""

from govreport.editions.arithmetic_rules import arithmetic, stocks
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

BASIS = "国办公开办函〔2021〕30号"

_DECISIONS = (Column("decisions", "本年处理决定数量"),)

DISCLOSURE = blocks(
    key="disclosure",
    title="二、主动公开政府信息情况",
    source=f"{BASIS}附件表二",
    blocks=(
        Block(
            article="第二十条第（一）项",
            label="信息内容",
            columns=(
                Column("issued", "本年制发件数"),
                Column("repealed", "本年废止件数"),
                Column("in_force", "现行有效件数"),
            ),
            rows=(
                Row("government_rules", "规章", "《政府信息公开条例》第二十条第（一）项"),
                Row("normative_documents", "行政规范性文件", "《政府信息公开条例》第二十条第（一）项"),
            ),
            spans=(1, 1, 1, 1),
        ),
        Block(
            article="第二十条第（五）项",
            label="信息内容",
            columns=_DECISIONS,
            rows=(Row("licenses", "行政许可", "《政府信息公开条例》第二十条第（五）项"),),
            spans=(1, 3),
        ),
        Block(
            article="第二十条第（六）项",
            label="信息内容",
            columns=_DECISIONS,
            rows=(
                Row("penalties", "行政处罚", "《政府信息公开条例》第二十条第（六）项"),
                Row("compulsory_measures", "行政强制", "《政府信息公开条例》第二十条第（六）项"),
            ),
            spans=(1, 3),
        ),
        Block(
            article="第二十条第（八）项",
            label="信息内容",
            columns=(Column("amount", "本年收费金额（单位：万元）", Kind.MONEY),),
            rows=(Row("administrative_fees", "行政事业性收费", "《政府信息公开条例》第二十条第（八）项"),),
            spans=(1, 3),
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
        Group(
            RESULTS_LABEL,
            (
                *RESULTS,
                Group(
                    "（六）其他处理",
                    (
                        Row(
                            "other_correction_overdue",
                            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                            "《政府信息公开条例》第三十条",
                        ),
                        Row(
                            "other_fee_unpaid",
                            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                            "《政府信息公开条例》第四十二条、《政府信息公开信息处理费管理办法》",
                        ),
                        Row("other_misc", "3.其他"),
                    ),
                ),
                RESULTS_TOTAL,
            ),
            in_name=False,
        ),
        CARRIED_OUT,
    ),
    total_rows=frozenset({"results_total"}),
)

EDITION = Edition(
    key="2021",
    basis=BASIS,
    first_year=2021,
    last_year=None,
    sections=SECTIONS,
    tables=(DISCLOSURE, APPLICATIONS, DISPUTES),
    rules=(*stocks(("government_rules", "normative_documents")), *arithmetic(APPLICATIONS)),
)
