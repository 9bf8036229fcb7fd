"""Reports to render: published figures with a narrative as clerks write it."""

import datetime
import re
import subprocess
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from govreport.editions.cells import Content, ProcessingFee, Signature
from tests.contents import published

NAMES = ("shanxi-zezhou-ziranziyuanju-2023", "jiangsu-suqian-2023", "shanghai-bangongting-2019")

NARRATIVE = {
    "preamble": (
        "本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制，由总体情况等六部分组成。\n"
        "本报告电子版可从政府网站（https://www.example.gov.cn/xxgk/）下载，如有疑问，请与本机关联系"
        "（地址：府城街1号，邮编：048000，电话：0000-0000000）。"
    ),
    "overview": (
        "本年度，本机关全面贯彻落实《条例》，不断加大公开力度，扎实推进政府信息公开工作。\n"
        "（一）主动公开情况\n"
        "全年通过政府网站公开信息652条，其中政务动态612条，占93.9%；通过“微信公众号”发布信息40条。\n"
        "（二）政府信息管理情况\n"
        "1.严格落实“三审三校”制度\n"
        "对拟公开的信息逐条审查，做到“先审查、后公开”。负责人李镕、王喆、张堃听取汇报，新增查阅区120㎡。\n"
        "（三）监督保障情况。全年组织业务培训3次，参训人员180余人次，将政务公开纳入年度绩效考核。"
    ),
    "problems": (
        "（一）存在的主要问题\n"
        "一是公开内容的深度还不够，政策解读形式较为单一；二是部分科室信息更新不够及时。\n"
        "（二）改进措施\n"
        "一是丰富解读形式，全年多元化解读比例不低于50%；二是每季度通报情况，督促按时更新。"
    ),
    "other_matters": "无其他需要报告的事项。",
}


def report(name: str) -> Content:
    """A published report with narrative, fee, signature and one note."""
    content = published(name)
    return replace(
        content,
        narrative=NARRATIVE,
        processing_fee=ProcessingFee(0, Decimal(0), Decimal("0.50")),
        signature=Signature(content.agency_name, datetime.date(2024, 1, 26)),
        notes={"disclosure.licenses.decisions": "含委托实施的许可"},
    )


def squeezed(text: str) -> str:
    """Text without any white space, as it can be looked for in a PDF."""
    return re.sub(r"\s", "", text)


@dataclass(frozen=True)
class Printed:
    """A report that was rendered as PDF into a file."""

    content: Content
    path: Path

    def ask(self, program: str, *options: str) -> str:
        """What one of the poppler programs says about the file."""
        command = [program, *options, str(self.path), *(["-"] if program == "pdftotext" else [])]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    @cached_property
    def pages(self) -> list[str]:
        """The text of every page, without white space."""
        return [squeezed(page) for page in self.ask("pdftotext", "-raw").split("\f")[:-1]]
