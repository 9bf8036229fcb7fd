"""What exports, pages and web sites leave in a text: taken out line by line, and named by kind."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from govreport.importing.passages import Kind, Passage

EXPORT = "删去了文字导出留下的标记"
PAGE = "删去了页码"
_LONGEST = 120  # characters; longer lines and sentences are text
SITE = "删去了网页上的按钮、链接等文字"

_EXPORT = re.compile(r"\[bookmark:[^\]\n]{0,60}\]|_GoBack\b")
_PAGE = re.compile(
    r"[-–—―一~]{1,2}\s*\d{1,3}\s*[-–—―一~]{1,2}|第\s*\d{1,3}\s*页(?:\s*[,/(]?\s*共\s*\d{1,3}\s*页\)?)?|"
    r"(?:Page|PAGE)\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s*/\s*\d{1,3}\s*页?",
)
_BARE = re.compile(r"\d{1,3}")
_BUTTON = (
    r"(?>打印(?:本[页文]|此页|此文|文章)?|关闭(?:窗口|本页|此页)?|收藏(?:本页)?|返回(?:顶部|首页|上页|列表)?|复制链接|下载本文|"
    r"字[体号](?:大小)?|放大|缩小|默认|大|中|小|纠错|无障碍(?:浏览)?|微信|微博|QQ空间|扫一扫(?:在手机打开当前页)?)"
)
_SITE = re.compile(
    rf"(?:[\[【(|/\s]*+{_BUTTON}[:\s\]】)|/]*+){{2,}}|[\[【(]\s*{_BUTTON}[:\s]*+[\]】)]|"
    r"(?:分享(?:到|至)?|上一[篇条]|下一[篇条]|浏览(?:次数|量)?|点击(?:次数|数|量)|阅读(?:次数|量)?|访问(?:次数|量)|当前位置|"
    r"您(?:现在)?(?:的|所在)位置|信息来源|文章来源|来源|责任编辑|编辑|作者|发布(?:时间|日期|机构|单位)|更新时间|"
    r"索引号|扫描二维码|字[体号]|主办(?:单位)?|承办(?:单位)?|技术支持)\s*[:：].{0,80}|"
    r"扫一扫.{0,20}|打印本页|关闭窗口|返回顶部|版权所有.{0,60}|.{0,40}(?:ICP备|公网安备|网站标识码).{0,60}|"
    r"[•·]?\s*.{2,20}(?:门户网站?|政府网)|[•·]?\s*20\d\d-\d\d-\d\d\s+\d\d:\d\d(?::\d\d)?"
)


@dataclass(frozen=True)
class Removed:
    """Something taken out: the number of the line that it stood in or behind, its kind, what it said."""

    line: int
    kind: str
    seen: str


def without_residue(lines: Sequence[Passage]) -> tuple[list[Passage], list[Removed]]:
    """The lines without what does not belong to the report, and what was taken out of them."""
    kept: list[Passage] = []
    removed: list[Removed] = []
    numbers = set(_page_numbers(lines))
    for number, line in enumerate(lines):
        if line.kind is not Kind.TEXT:
            kept.append(line)
            continue
        text, marks = _EXPORT.sub("", line.text).strip(), _EXPORT.findall(line.text)
        before = max(len(kept) - 1, 0)
        removed += [Removed(len(kept) if text else before, EXPORT, mark) for mark in marks]
        kind = PAGE if number in numbers else _kind(text)
        if kind:
            removed.append(Removed(before, kind, text))
        elif text:
            kept.append(replace(line, text=text))
    return kept, removed


def _kind(text: str) -> str:
    if len(text) > _LONGEST or text.endswith(("。", "；")):
        return ""
    plain = unicodedata.normalize("NFKC", text).strip()
    if _PAGE.fullmatch(plain):
        return PAGE
    return SITE if _SITE.fullmatch(plain) else ""


def _page_numbers(lines: Sequence[Passage]) -> Iterator[int]:
    """Lines of one number alone that count up by one through the text; others are somebody's figures."""
    bare = [
        (number, int(line.text))
        for number, line in enumerate(lines)
        if line.kind is Kind.TEXT and _BARE.fullmatch(line.text)
    ]
    values = [value for _, value in bare]
    apart = all(later - earlier > 1 for (earlier, _), (later, _) in pairwise(bare))
    if len(bare) > 1 and apart and values == list(range(values[0], values[0] + len(values))):
        yield from (number for number, _ in bare)
