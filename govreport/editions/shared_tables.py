"""What both editions print alike: sections, applicants, result rows, table 四."""

from govreport.editions.layout import strip
from govreport.editions.schema import Column, Group, Heading, Row, Section

SECTIONS = (
    Section("overview", "一、总体情况", "text"),
    Section("disclosure", "二、主动公开政府信息情况", "table"),
    Section("applications", "三、收到和处理政府信息公开申请情况", "table"),
    Section("disputes", "四、政府信息公开行政复议、行政诉讼情况", "table"),
    Section("problems", "五、存在的主要问题及改进情况", "text"),
    Section("other_matters", "六、其他需要报告的事项", "text"),
)

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

TOTAL = Column("total", "总计")

APPLICANTS = (
    Column("natural_person", "自然人"),
    Column("commercial_enterprise", "商业企业"),
    Column("research_institution", "科研机构"),
    Column("public_welfare_org", "社会公益组织"),
    Column("legal_service_org", "法律服务机构"),
    Column("other_org", "其他"),
    TOTAL,
)

APPLICANT_HEADS = (
    (Heading("申请人情况", colspan=7, scope="colgroup"),),
    (
        Heading("自然人", rowspan=2),
        Heading("法人或其他组织", colspan=5, scope="colgroup"),
        Heading("总计", rowspan=2),
    ),
    tuple(Heading(column.label) for column in APPLICANTS[1:6]),
)

NEW_RECEIVED = Row("new_received", "一、本年新收政府信息公开申请数量", short="本年新收")
CARRIED_IN = Row("carried_in", "二、上年结转政府信息公开申请数量", short="上年结转")
CARRIED_OUT = Row("carried_out", "四、结转下年度继续办理", short="结转下年度")
RESULTS_TOTAL = Row("results_total", "（七）总计", short="办理结果总计")

RESULTS_LABEL = "三、本年度办理结果"

# Rows （一） to （五）, each with the article whose words its label uses.
RESULTS: tuple[Row | Group, ...] = (
    Row("granted", "（一）予以公开"),
    Row(
        "partially_granted",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "《政府信息公开条例》第三十七条",
    ),
    Group(
        "（三）不予公开",
        (
            Row("denied_state_secret", "1.属于国家秘密", "《政府信息公开条例》第十四条"),
            Row("denied_prohibited_by_law", "2.其他法律行政法规禁止公开", "《政府信息公开条例》第十四条"),
            Row("denied_security_stability", "3.危及“三安全一稳定”", "《政府信息公开条例》第十四条"),
            Row("denied_third_party_rights", "4.保护第三方合法权益", "《政府信息公开条例》第十五条"),
            Row("denied_internal_affairs", "5.属于三类内部事务信息", "《政府信息公开条例》第十六条第一款"),
            Row("denied_deliberative_process", "6.属于四类过程性信息", "《政府信息公开条例》第十六条第二款"),
            Row("denied_enforcement_file", "7.属于行政执法案卷", "《政府信息公开条例》第十六条第二款"),
            Row("denied_inquiry_matter", "8.属于行政查询事项"),
        ),
    ),
    Group(
        "（四）无法提供",
        (
            Row("unable_not_held", "1.本机关不掌握相关政府信息"),
            Row("unable_needs_creation", "2.没有现成信息需要另行制作", "《政府信息公开条例》第三十八条"),
            Row("unable_still_unclear", "3.补正后申请内容仍不明确", "《政府信息公开条例》第三十条"),
        ),
    ),
    Group(
        "（五）不予处理",
        (
            Row("unprocessed_petition_complaint", "1.信访举报投诉类申请", "《政府信息公开条例》第三十九条"),
            Row("unprocessed_duplicate", "2.重复申请", "《政府信息公开条例》第三十六条第（六）项"),
            Row("unprocessed_publication", "3.要求提供公开出版物", "《政府信息公开条例》第三十九条"),
            Row("unprocessed_excessive", "4.无正当理由大量反复申请", "《政府信息公开条例》第三十五条"),
            Row("unprocessed_confirm_reissue", "5.要求行政机关确认或重新出具已获取信息"),
        ),
    ),
)

DISPUTE_COLUMNS = (
    Column("upheld", "结果维持"),
    Column("corrected", "结果纠正"),
    Column("other_result", "其他结果"),
    Column("pending", "尚未审结"),
    TOTAL,
)

DISPUTES = strip(
    key="disputes",
    title="四、政府信息公开行政复议、行政诉讼情况",
    source="两版格式表四，2019年版与2021年版相同",
    columns=DISPUTE_COLUMNS,
    rows=(
        Row("reconsideration", "行政复议"),
        Group(
            "行政诉讼",
            (
                Row("direct_litigation", "未经复议直接起诉"),
                Row("litigation_after_reconsideration", "复议后起诉"),
            ),
        ),
    ),
)
