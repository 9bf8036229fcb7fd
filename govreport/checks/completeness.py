"""F101 to F103: nothing blank, nothing unreadable, no part without text."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.subject import Subject
from govreport.editions.numbers import EXPECTED, Kind, Unreadable, fits, plain, read_number, shown

SHORTEST_TEXT = 10


@check(
    "F101",
    Level.ERROR,
    rule="每个数字格都要填写，没有发生的填 0，不能空着",
    basis=Basis.PRACTICE,
    source="填报惯例：没有发生的填 0，不留空白",
    example="（一）予以公开 · 自然人：没有填写",
)
def blank_cell(subject: Subject) -> Iterator[Remark]:
    """A numeric cell is blank; in a draft totals are computed, so nobody can leave them blank."""
    content = subject.content
    for address, cell in subject.edition.cells.items():
        entered = content.totals_stated or not cell.total
        if entered and content.figure(address) is None and address not in content.unread:
            yield Remark(f"{cell.name}：没有填写", "填写数字；没有发生的也要写 0", (address,))


@check(
    "F102",
    Level.ERROR,
    rule="件数填 0 至 99,999,999 的整数，金额填不小于 0、小数不超过 6 位的数；2019 年版“本年增/减”可以是负数",
    basis=Basis.PRACTICE,
    source="填报惯例：件数为整数，金额不为负",
    example="（一）予以公开 · 自然人：“12abc”不是数字，应为 0 至 99,999,999 的整数",
    fixed=True,
)
def unreadable_entry(subject: Subject) -> Iterator[Remark]:
    """An entry is no number, or a number that its cell may not hold."""
    content = subject.content
    for address, cell in subject.edition.cells.items():
        number = content.figure(address)
        if address in content.unread:
            message = _why_unread(content.unread[address], cell.name, cell.kind)
        elif number is not None and not fits(number, cell.kind):
            message = f"{cell.name}：“{plain(number)}”不能填在这一格，{EXPECTED[cell.kind]}"
        else:
            continue
        yield Remark(message, "改成数字；没有发生的写 0", (address,))


def _why_unread(text: str, name: str, kind: Kind) -> str:
    try:
        read_number(text, kind)
    except Unreadable as reason:
        return f"{name}：{reason}"
    return f"{name}：“{shown(text)}”没有读成数字，{EXPECTED[kind]}"


@check(
    "F103",
    Level.ERROR,
    rule="第一、五、六部分都要写明；第一、五部分不能只写“无”或不足 10 个字",
    basis=Basis.LAW,
    source="《政府信息公开条例》第五十条",
    example="“五、存在的主要问题及改进情况”没有填写",
)
def empty_part(subject: Subject) -> Iterator[Remark]:
    """A narrative part is empty; part 一 or 五 says next to nothing."""
    content = subject.content
    for section in subject.edition.sections:
        if section.kind != "text":
            continue
        text = "".join(content.part(section.key).split())
        if not text:
            hint = (
                "没有其他事项的，写明“无其他需要报告的事项”"
                if section.key == "other_matters"
                else "写明本年度的情况"
            )
            yield Remark(f"“{section.heading}”没有填写", hint, part=section.key)
        elif section.key != "other_matters" and len(text) < SHORTEST_TEXT:
            message = f"“{section.heading}”只写了“{shown(text)}”，不足 {SHORTEST_TEXT} 个字"
            yield Remark(message, "按实际工作写明情况，不能只写“无”", part=section.key)


CHECKS = (blank_cell, unreadable_entry, empty_part)
