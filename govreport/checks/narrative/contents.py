"""N508 to N510, N512: what the text must speak of, and how long it may be."""

import re
from collections.abc import Iterator, Mapping

from govreport.checks.check import Basis, Remark, check
from govreport.checks.completeness import SHORTEST_TEXT
from govreport.checks.finding import Level
from govreport.checks.subject import Subject

# The aspects of part 一, each with a pattern of the words in which reports speak of it.
ASPECTS: Mapping[str, str] = {
    "主动公开": (
        "主动公开|主动发布|公布|公示|(?:公开|发布)[^，,。；;]{0,12}[0-9０-９]|"
        "(?:公开|发布)(?:各类|各项|政府|政务|工作)*(?:信息|文件|动态)"
    ),
    "依申请公开": (
        "依申请|依法申请|公开申请|申请公开|申请人|新收|"
        "(?:收到|受理|接收|接到|办理|办结)[^，,。；;]{0,15}申请|"
        "申请[^，,。；;]{0,10}[0-9０-９一二三四五六七八九十][件条宗份]"
    ),
    "政府信息管理": (
        "信息管理|管理制度|公开制度|规范性文件|公开属性|属性认定|源头管理|保密|审[核查签批]|三审|[审校]制|"
        "目录|台账|归档|档案|动态调整|清理|[分归]类|备案|脱敏|更新机制|发布机制"
    ),
    "平台建设": (
        "平台|网[站页络]|门户|专栏|栏目|专题|公众号|微信|微博|新媒体|客户端|小程序|抖音|视频号|账号|公报|"
        "公[告示][栏牌屏]|显示屏|查[阅询][点室台机屏处]|公开[栏点角区]|专区|渠道|载体|窗口|大厅|广播|长廊|宣传栏"
    ),
    "监督保障": (
        "监督|考[核评]|评议|满意度|追究|问责|追责|培训|保障|[检督抽]查|督[促办导]|领导小组|组织领导|"
        "专人|分管|测评|评[估查]|通报|第三方|工作机制|联络员|主体责任|队伍"
    ),
}

# What a government tells besides, by article 50(4) of the Regulation.
OF_GOVERNMENTS: Mapping[str, str] = {
    "工作考核": "考[核评]|绩效|目标责任|评分|测评",
    "社会评议": "评议|满意度|测评|问卷|社会评价|[公群]众评|民主评|第三方评|意见箱|听取[^，,。；;]{0,10}意见",
    "责任追究": "追究|追责|问责|约谈|责任[^，,。；;]{0,4}(?:情形|处理)",
}

FEE = "处理费|收费|费用|收取[^，,。；;]{0,8}费"


@check(
    "N508",
    Level.QUERY,
    rule="总体情况要写到五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障",
    basis=Basis.OFFICIAL,
    source="国办公开办函〔2021〕30号（一）",
    example="总体情况没有写到：平台建设、监督保障",
    editions=("2021",),
)
def overview_lacks_an_aspect(subject: Subject) -> Iterator[Remark]:
    """Part 一 does not speak of one of the five aspects, in whatever words."""
    yield from _not_spoken_of(subject, ASPECTS, "补写这些方面的工作；没有发生的，也写明没有发生")


@check(
    "N509",
    Level.QUERY,
    rule="各级人民政府的总体情况还要写到工作考核、社会评议和责任追究结果",
    basis=Basis.LAW,
    source="《政府信息公开条例》第五十条第（四）项",
    example="总体情况没有写到：社会评议、责任追究",
    needs=("agency",),
)
def overview_of_a_government_lacks_results(subject: Subject) -> Iterator[Remark]:
    """A government's part 一, towns included, does not speak of appraisal, public review, accountability."""
    if subject.agency is not None and subject.agency.kind in ("government", "town"):
        yield from _not_spoken_of(
            subject, OF_GOVERNMENTS, "补写结果；没有发生责任追究等情形的，也写明没有发生"
        )


def _not_spoken_of(subject: Subject, wanted: Mapping[str, str], hint: str) -> Iterator[Remark]:
    text = _without_space(subject.content.part("overview"))
    if len(text) < SHORTEST_TEXT:  # F103 speaks of that
        return
    lacking = [name for name, words in wanted.items() if not re.search(words, text)]
    if lacking:
        yield Remark(f"总体情况没有写到：{'、'.join(lacking)}", hint, part="overview")


@check(
    "N510",
    Level.NOTE,
    rule="总体情况一般不超过 1000 个字，政务公开办可以另定",
    basis=Basis.PRACTICE,
    source="武威市通知（2025）：总体情况原则上不超过 1000 字",
    example="总体情况有 1203 个字，超过 1000 个字",
)
def overview_too_long(subject: Subject) -> Iterator[Remark]:
    """Part 一 has more characters, white space not counted, than the authority wishes."""
    length, limit = len(_without_space(subject.content.part("overview"))), subject.settings.overview_limit
    if length > limit:
        message = f"总体情况有 {length} 个字，超过 {limit} 个字"
        yield Remark(message, "只留概括性的内容，具体做法可以略写", part="overview")


@check(
    "N512",
    Level.NOTE,
    rule="第六部分要写明收取信息处理费的情况，没有收取的也写明",
    basis=Basis.OFFICIAL,
    source="统一格式第六部分：收取信息处理费情况在此处报告",
    example="第六部分没有写明收取信息处理费的情况",
    editions=("2021",),
)
def fee_not_stated(subject: Subject) -> Iterator[Remark]:
    """Neither a figure nor a word tells of the processing fee; in the form its fields make the sentence."""
    fee, text = subject.content.processing_fee, _without_space(subject.content.part("other_matters"))
    stated = fee and (fee.notices_issued, fee.notices_amount, fee.collected_amount) != (None, None, None)
    if text and not stated and not re.search(FEE, text):
        message = "第六部分没有写明收取信息处理费的情况"
        yield Remark(message, "写明发出收费通知的件数和金额；没有收取的，写明没有收取", part="other_matters")


def _without_space(text: str) -> str:
    return "".join(text.split())


CHECKS = (
    overview_lacks_an_aspect,
    overview_of_a_government_lacks_results,
    overview_too_long,
    fee_not_stated,
)
