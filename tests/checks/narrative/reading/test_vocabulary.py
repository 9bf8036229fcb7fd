"""The words that N501 knows: other ways to say the same, and the labels of the form itself."""

import re

import pytest

from govreport.checks.narrative.reading.kinds import FOREIGN, Kind
from govreport.checks.narrative.reading.tokens import tokens
from govreport.editions.lookup import edition
from tests.checks.narrative.telling import told

ROLES = {
    "received": "收到 新收 新收到 接收 接到 受理 收办",
    "handled": "办理 承办 处理",
    "finished": "办结 答复 办理完毕 办理完结 办复 回复",
    "carried_in": "上年结转 上一年度结转 去年结转 上年度遗留 2022年结转 连同上年结转 结转上年度 含结转",
    "carried_out": "结转下年度 结转至下一年度继续办理 转入次年 顺延到2024年答复 "
    "尚未办结 未办理完毕 仍在办理 正在办理中 年末结转",
    "granted": "予以公开 予公开 同意公开 给予公开 准予公开",
    "partially_granted": "部分公开 予以部分公开 区分处理后部分公开 区分处理",
    "granted_or_partly": "予以公开及部分公开 予以公开和部分公开 公开或部分公开 予以公开、部分公开",
    "denied": "不予公开 未予公开 不予以公开",
    "unable_needs_creation": "没有现成信息 没有现成信息需要另行制作 无现成信息 需另行制作",
    "unprocessed_petition_complaint": "信访举报投诉类申请 信访、举报、投诉类申请 信访投诉类 信访类申请",
    "other": "其他处理 作其他处理 作出其他处理",
    "upheld": "维持 结果维持 予以维持 获维持 为维持",
    "corrected": "纠正 结果纠正 被纠正 予以纠正",
    "other_result": "其他结果",
    "pending": "尚未审结 未结案 仍未审结 尚在审理 在审 正在审理中",
    "decided": "审结 结案",
    "arose": "发生 产生 引发 引起 出现 涉及 导致 被申请 被提起 提起",
    "issued": "制发 新制发 制定 制订 印发 出台 制作 新增 颁布",
    "repealed": "废止 宣布废止 失效 宣布失效",
    "in_force": "现行有效",
    "kept": "保留 继续有效",
    "reviewed": "审查 审核 清理 修订 修改 解读 评估 备案 起草 汇编 梳理 拟订",
    "published": "公开 主动公开 新公开 公布 公示 发布 推送 归集",
    "decided_on": "作出 做出 核发 颁发 准予 实施 采取 下达",
}
TOPICS = {
    "applications": "政府信息公开申请 政务信息公开书面申请 公开申请 依申请公开件 申请公开的政府信息",
    "reconsideration": "行政复议 行政复议案件 复议案 申请行政复议 申请复议",
    "litigation": "行政诉讼 诉讼 诉讼案件 行政诉讼案",
    "direct_litigation": "未经复议直接起诉 未申请复议直接提起行政诉讼 不经复议直接起诉 直接起诉",
    "litigation_after_reconsideration": "复议后起诉 经复议后起诉 行政复议后又提起行政诉讼",
    "normative_documents": "规范性文件 行政规范性文件 部门规范性文件 政府规范性文件",
    "government_rules": "规章 政府规章 地方政府规章 部门规章",
    "licenses": "行政许可 行政许可决定 许可决定书",
    "penalties": "行政处罚 行政处罚决定书 处罚决定",
    "compulsory_measures": "行政强制 行政强制措施 强制措施决定",
    "administrative_fees": "行政事业性收费 行政事业性收费总金额",
    FOREIGN: "行政许可申请 许可事项 行政应诉 执行申请 党委规范性文件 来信 来访 信访件 信件 留言 咨询 热线 "
    "工单 诉求 投诉 举报 建议 提案 议案 文件 公文 稿件 信箱 求助 政府信息 会议 培训",
}


@pytest.mark.parametrize(
    ("kind", "words"), [(Kind.ROLE, ROLES), (Kind.TOPIC, TOPICS)], ids=["roles", "topics"]
)
def test_all_these_words_mean_the_same(kind: Kind, words: dict[str, str]) -> None:
    read = {
        word: [(token.kind, token.name) for token in tokens(word)]
        for line in words.values()
        for word in line.split()
    }

    assert read == {word: [(kind, name)] for name, line in words.items() for word in line.split()}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.NONE, "没有 无 不存在 均未收到 并未发生 也未制发 从未收到 都未发生 未曾收到"),
        (Kind.THIS_YEAR, "本年 本年度 今年 今年以来 报告期内"),
        (Kind.WITHIN_YEAR, "全年 年内 年度内 一年来 当年"),
        (Kind.COMPARED, "较上年 比去年 与2022年 同上年 同比 环比 较 相比 相较"),
        (
            Kind.OTHER_TIME,
            "上年 去年 往年 前年 历年 明年 来年 以来 至今 近三年 三年来 上半年 "
            "前三季度 一季度 第4季度 6月 十二月 12个月 2019年至2023年 "
            "计划 预计 力争 争取 拟于 下一步",
        ),
        (Kind.UNTIL, "截至 截止"),
        (Kind.PART, "县本级 市直部门 区级单位 各部门 各乡镇 下属单位 所属单位"),
        (Kind.WHOLE, "全县 我市 本区 全系统 各级各部门 各单位"),
        (Kind.SELF, "我局 本镇 本机关 全局 局机关 委机关"),
        (Kind.ON_BEHALF, "代表县政府 以县政府名义 以市政府办公室名义 代县人民政府"),
        (Kind.DISCLOSURE, "涉政务信息公开 涉及政府信息公开 有关信息公开工作 关于政府信息公开答复行为"),
        (
            Kind.APPLICANT,
            "自然人 公民 法人或其他组织 法人和非法人组织 商业企业 企业 科研机构 社会公益组织 律师事务所",
        ),
        (Kind.MANNER, "按时 按期 及时 依法 按规定 在法定期限内 规定时限内 妥善 认真"),
        (
            Kind.TEXT,
            "每收到 收到一件、登记一件 受理一件答复一件 逾期未答复 超时办理 延期答复 "
            "补正申请 行政强制执行申请 行政诉讼请求 办理流程",
        ),
    ],
)
def test_all_these_words_do_the_same_in_a_clause(kind: Kind, words: str) -> None:
    assert [word for word in words.split() if kind not in {token.kind for token in tokens(word)}] == []


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_result_is_known_by_its_label_in_the_form(key: str) -> None:
    cells = [cell for cell in edition(key).cells.values() if cell.address.table == "applications"]
    labels = {
        cell.address.row: re.split("[、（]", re.sub(r"^.*[.]|^（.）", "", cell.row_short))[0]
        for cell in cells
        if cell.address.row.startswith(("granted", "partially", "denied", "unable", "unprocessed", "other"))
    }
    del labels["other_misc" if key == "2021" else "other"]  # 其他

    read = {row: told(f"收到申请9件，{label}7件。")[-1].items[0].role for row, label in labels.items()}

    assert read == {row: row for row in labels}
