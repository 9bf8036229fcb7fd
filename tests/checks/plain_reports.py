"""Published figures with a plain, correct narrative around them, as a careful clerk would write it."""

import datetime
from dataclasses import replace

from govreport.checks.figures import summand
from govreport.checks.subject import AgencyFacts
from govreport.editions.cells import Address, Content, Signature
from govreport.editions.lookup import edition
from govreport.editions.numbers import add, plain
from tests.contents import published

# The groups of results: how their rows begin, what a sentence calls them.
RESULTS = {
    "granted": "予以公开",
    "partially_granted": "部分公开",
    "denied": "不予公开",
    "unable": "无法提供",
    "unprocessed": "不予处理",
    "other": "其他处理",
}


def plain_report(name: str) -> Content:
    """A published report of the corpus with our narrative, signed in time."""
    content = published(name)
    year = content.year or 0
    return replace(
        content,
        scope="aggregate" if is_area(content) else "own",
        narrative={
            "preamble": _preamble(content),
            "overview": _overview(content),
            "problems": _problems(content),
            "other_matters": "本年度没有其他需要报告的事项。发出收费通知0件，收取信息处理费0元。",
        },
        signature=Signature(content.agency_name, datetime.date(year + 1, 1, 20)),
    )


def facts(content: Content) -> AgencyFacts:
    """The agency of a published report as master data would know it."""
    name = content.agency_name or ""
    kind = "government" if "人民政府（" in name or "县（" in name or "市（" in name else "department"
    kind = "management_committee" if "管委会" in name else kind
    return AgencyFacts(name, kind, rule_making_power=name.startswith(("上海", "宿迁市", "平潭")))


def is_area(content: Content) -> bool:
    """Whether a report adds up an area."""
    return "汇总" in (content.agency_name or "") or "全区" in (content.agency_name or "")


def figure(content: Content, *cells: str) -> str:
    """The sum of these cells as it is written in a sentence; a blank 总计 is the sum of its row."""
    return plain(add(summand(content, Address.parse(cell)) for cell in cells))


def _preamble(content: Content) -> str:
    year, basis = content.year, edition(content.edition).basis.removesuffix("（试行）")
    return (
        f"本报告根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（{basis}）编制，"
        f"统计期限为{year}年1月1日至12月31日。如对本报告有疑问，请与办公室联系（电话：0356-0000000）。"
    )


def _overview(content: Content) -> str:
    received = figure(content, "applications.new_received.total")
    carried = figure(content, "applications.carried_in.total")
    finished = figure(content, "applications.results_total.total")
    left = figure(content, "applications.carried_out.total")
    reviews = figure(content, "disputes.reconsideration.total")
    lawsuits = figure(
        content, "disputes.direct_litigation.total", "disputes.litigation_after_reconsideration.total"
    )
    return "\n".join(
        (
            f"（一）主动公开。{_documents(content)}全年行政许可{_decisions(content, 'licenses')}件、"
            f"行政处罚{_decisions(content, 'penalties')}件，都按要求公开。",
            f"（二）依申请公开。本年新收政府信息公开申请{received}件，上年结转{carried}件；全年办结{finished}件，"
            f"其中{_results(content)}；结转下年度继续办理{left}件。"
            f"因政府信息公开发生行政复议{reviews}件、行政诉讼{lawsuits}件。",
            "（三）政府信息管理。公开前由承办机构和保密机构分别审查，已公开的信息每季度清理一次。",
            "（四）平台建设。门户网站设有信息公开专栏，公开指南和年度报告放在首页。",
            "（五）监督保障。工作考核纳入年度综合考核，开展社会评议，全年没有发生责任追究的情形。",
        )
    )


def _results(content: Content) -> str:
    rows = edition(content.edition).table("applications").rows
    said = (
        f"{name}{figure(content, *(f'applications.{row}.total' for row in rows if row.startswith(start)))}件"
        for start, name in RESULTS.items()
    )
    return "、".join(said)


def _documents(content: Content) -> str:
    if content.edition == "2019":
        return f"本年新制作行政规范性文件{figure(content, 'disclosure.normative_documents.created')}件。"
    issued, repealed, in_force = (
        figure(content, f"disclosure.normative_documents.{column}")
        for column in ("issued", "repealed", "in_force")
    )
    return f"本年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。"


def _decisions(content: Content, row: str) -> str:
    return figure(content, f"disclosure.{row}.decisions")


def _problems(content: Content) -> str:
    return (
        "存在的主要问题：一是部分栏目更新不够及时，二是基层工作人员业务不熟。"
        "改进情况：一是明确栏目责任人并按月核对，二是组织业务培训，新到岗人员先学习再上岗。"
    )
