"""Sentences that tell work with a figure of last year, as a copied text does (N502).

The year at the head of a clause is the time of what follows: 2022年，我局收到申请5件. It is not behind
another word (较2022年, 公开2022年度决算68份), nor before a noun (2022年底, 2022年印发的办法).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreport.checks.narrative.text import Passage, sentences
from govreport.checks.narrative.years import spelled

WORK = (
    "公开|公布|发布|发文|收到|受理|接收|办理|办结|答复|回复|回应|制发|制定|印发|出台|废止|修订|清理|"
    "开展|举办|召开|组织|参加|培训|作出|做出|处理|处罚|行政许可|行政强制|接待|解读|编发|编印|编制|更新|推送|"
    "转载|报送|上报|录入|检查|抽查|督查|发放|新增|增设|建成|开设|收取|完成|解答|征集|采纳|审查|审核"
)
COUNTERS = "件条宗起份项次篇期场个人户部家批类处张册例名元万"
FIGURE = f"[0-9０-９〇零一二两三四五六七八九十百千]余?[{COUNTERS}]"

# How far behind the year its work may stand, in characters.
REACH = 120

# Work that did not happen counts as a figure: it is 0.
_DONE = re.compile(f"(?:{WORK})[^。；;]{{0,25}}?{FIGURE}|(?:未|没有)(?:收到|发生|受理|制发|制定|出台|产生)")
_EXCUSES = (
    "本年(?!报)|今年|本报告年度|(?<!热点)(?<!关心的)问题|整改|不足|短板|计划|打算|拟于|将于|下一步|明年|"
    "[去上]年度?(?:已|公布|发布|编制)"
)

_NUMBERING = (
    r"(?:[（(]?[一二三四五六七八九十]{1,2}[）)、]|[一二三四五六七八九]是|[0-9]{1,2}[.、．]|其中)?[：:，,]?"
)
_SELF = r"(?:[我本全][一-鿿]{1,2}|[一-鿿]{2,20}[局委办厅镇乡县区市道府室会心])?"
_SPAN = r"(?:度|全年|期间|度?内|1月?[至到—–-]12月份?)?"
_ADVERBS = (
    "我|本局|本镇|本乡|本机关|本单位|本级|全[县市区镇乡局]|"
    "共|累计|总共|合计|新|主动|依法|及时|已|未|没有|通过|利用"
)
_TIME_OF_WORK = rf"(?:\s?[，,]|(?=\s?(?:{_ADVERBS}|{WORK}))(?![^，,；;]{{0,20}}?(?:{WORK})[了过]?的))"

_PRESENTED = re.compile("编制|编写|撰写|公布|发布|现将|如下")
_COUNTED = re.compile("统计|数据|期限|报告")


@lru_cache(maxsize=16)
class _Patterns:
    """What a report on `year` is searched for: the year before it at the places where it tells of it."""

    def __init__(self, year: int) -> None:
        last = spelled(year - 1)
        self.year = re.compile(last)
        self.excuse = re.compile(f"{spelled(year)}|{_EXCUSES}")
        self.head = re.compile(rf"(?:^|[，,；;：:])\s?{_NUMBERING}{_SELF}{last}\s?年{_SPAN}{_TIME_OF_WORK}")
        self.period = re.compile(rf"{last}\s?年\s?1月1日起?[至到—–~～-]{{1,2}}(?:{last}\s?年\s?)?12月3[01]日")
        self.report = re.compile(
            rf"(?<![较比与和同于]){last}\s?年度?政府信息公开(?:工作)?(?:年度)?(?:报告|年报)"
        )


def told_of_last_year(part: Passage, year: int) -> Iterator[Passage]:
    """The sentences of a part that tell work with a figure, the period or the report itself of `year` − 1."""
    patterns = _Patterns(year)
    if not patterns.year.search(part.text):
        return
    for sentence in sentences(part):
        text = sentence.text
        if not patterns.year.search(text) or patterns.excuse.search(text):
            continue
        if (
            _tells_work(text, patterns.head)
            or (patterns.period.search(text) and _COUNTED.search(text))
            or (part.part == "preamble" and patterns.report.search(text) and _PRESENTED.search(text))
        ):
            yield sentence


def _tells_work(text: str, head: re.Pattern[str]) -> bool:
    searched = 0
    for found in head.finditer(text):
        reach = found.end() + REACH
        if _DONE.search(text, max(found.end(), searched), reach):
            return True
        searched = reach
    return False
