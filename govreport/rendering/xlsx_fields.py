"""What a report says beside figures and text, as the lines of a sheet: written, and read again."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from govreport.editions.cells import Contact, Content, Period, ProcessingFee, Signature
from govreport.editions.numbers import Kind, plain, read_number, shown
from govreport.rendering.interchange_cells import Doubt

SCOPES = {"own": "本机关", "aggregate": "本级政府汇总"}
_DAY = re.compile(r"(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?")


@dataclass(frozen=True)
class _Field:
    """A line of the sheet: what it is called, where it belongs in a content, how its text is read."""

    label: str
    group: str
    key: str
    read: Callable[[str], Any] = str


def _whole(text: str) -> int | None:
    number = read_number(text, Kind.COUNT)
    return None if number is None else int(number)


def _amount(text: str) -> Decimal | None:
    number = read_number(text, Kind.MONEY)
    return None if number is None else Decimal(number)


def _day(text: str) -> date:
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{shown(text)}”不是日期，应写作 2024年1月31日")
    return date(*(int(part) for part in found.groups()))


def _scope(text: str) -> str:
    for key, label in SCOPES.items():
        if text.strip() == label:
            return key
    raise ValueError(f"“{shown(text)}”应为{'或'.join(SCOPES.values())}")


_FEE = "信息处理费："
FIELDS = (
    _Field("标题", "", "title"),
    _Field("机关名称", "", "agency_name"),
    _Field("机关代码", "", "agency_code"),
    _Field("报告年度", "", "year", _whole),
    _Field("报告范围", "", "scope", _scope),
    _Field("版次", "", "version", _whole),
    _Field("统计期限首日", "period", "first", _day),
    _Field("统计期限末日", "period", "last", _day),
    _Field("联系单位", "contact", "office"),
    _Field("联系地址", "contact", "address"),
    _Field("邮政编码", "contact", "postcode"),
    _Field("联系电话", "contact", "telephone"),
    _Field("电子邮箱", "contact", "email"),
    _Field(f"{_FEE}发出收费通知（件）", "processing_fee", "notices_issued", _whole),
    _Field(f"{_FEE}通知收取的总金额（元）", "processing_fee", "notices_amount", _amount),
    _Field(f"{_FEE}实际收取的总金额（元）", "processing_fee", "collected_amount", _amount),
    _Field("落款单位", "signature", "name"),
    _Field("落款日期", "signature", "date", _day),
)
_GROUPS: dict[str, Callable[..., Any]] = {
    "period": Period,
    "contact": Contact,
    "processing_fee": ProcessingFee,
    "signature": Signature,
}
_BY_LABEL = {field.label: field for field in FIELDS}
_WHOLE_GROUPS = {"period": 2}


def written(content: Content) -> dict[str, str]:
    """The lines by label, empty where the content says nothing."""
    lines = {}
    for field in FIELDS:
        holder = getattr(content, field.group) if field.group else content
        lines[field.label] = _written(field, getattr(holder, field.key, None))
    return lines


def _written(field: _Field, value: Any) -> str:
    if value is None:
        return ""
    if field.read is _scope:
        return SCOPES[value]
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return plain(value) if isinstance(value, Decimal) else str(value)


def restored(lines: Mapping[str, tuple[str, str]]) -> tuple[dict[str, Any], list[Doubt]]:
    """The fields of a content that the lines state, and a doubt for every line that cannot be read.

    `lines` has for each label its text and the place where it stands.
    """
    fields: dict[str, Any] = {}
    groups: dict[str, dict[str, Any]] = {group: {} for group in _GROUPS}
    doubts: list[Doubt] = []
    for label, (text, place) in lines.items():
        field = _BY_LABEL.get(label)
        if not text:
            continue
        if field is None:
            doubts.append(Doubt("", f"基本信息没有“{shown(label)}”这一项，没有采用", shown(text), place))
            continue
        try:
            value = field.read(text)
        except ValueError as error:
            doubts.append(Doubt(field.group or field.key, f"{label}：{error}", shown(text), place))
            continue
        (groups[field.group] if field.group else fields)[field.key] = value
    for group, make in _GROUPS.items():
        if len(groups[group]) >= _WHOLE_GROUPS.get(group, 1):
            fields[group] = make(**groups[group])
    return fields, doubts
