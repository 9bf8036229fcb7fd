"""Filters for the templates in templates/report/."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# Where the labels of narrow columns may break; Chinese has no spaces to tell.
WORDS: dict[str, tuple[str, ...]] = {
    "商业企业": ("商业", "企业"),
    "科研机构": ("科研", "机构"),
    "社会公益组织": ("社会", "公益", "组织"),
    "法律服务机构": ("法律", "服务", "机构"),
    "结果维持": ("结果", "维持"),
    "结果纠正": ("结果", "纠正"),
    "其他结果": ("其他", "结果"),
    "尚未审结": ("尚未", "审结"),
    "三、本年度办理结果": ("三、", "本年度", "办理", "结果"),
    "（三）不予公开": ("（三）", "不予公开"),
    "（四）无法提供": ("（四）", "无法提供"),
    "（五）不予处理": ("（五）", "不予处理"),
    "（六）其他处理": ("（六）", "其他处理"),
}

# A figure of more digits does not fit a narrow column in the size of the table.
LONG_FIGURE = 5


@register.filter
def words(label: str) -> str | SafeString:
    """A label with its words marked, so that lines break between words only."""
    parts = WORDS.get(label)
    if parts is None:
        return label
    return format_html_join("", '<span class="report-word">{}</span>', ((part,) for part in parts))


@register.filter
def columns(count: int) -> range:
    """The numbers of so many columns, from 1."""
    return range(1, count + 1)


@register.filter
def is_long(figure: str) -> bool:
    """Whether a printed figure needs the smaller type."""
    return len(figure) > LONG_FIGURE
