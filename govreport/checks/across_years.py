"""Y404, Y405: this year's figures beside last year's."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Check, Missing, Remark, check
from govreport.checks.figures import NOT_COMPARABLE, comparable, figure, main_cells
from govreport.checks.finding import Level
from govreport.checks.subject import Subject
from govreport.editions.numbers import Kind, Number, plain
from govreport.editions.schema import Cell

FOLD, WORTH_A_LOOK = 5, 10

# Columns that tell how many there are, not how many the year brought.
STOCKS = ("in_force", "disclosed_total", "items_last_year")
LEAST_ALIKE = 3


@check(
    "Y404",
    Level.NOTE,
    rule="同一行的数字比上一年度增加到五倍以上或减少到五分之一以下（其中一年不少于 10）的，提示核对",
    basis=Basis.PRACTICE,
    source="填报惯例：数字大幅增减的要核对",
    example="行政处罚：本年处理决定数量由上一年度的 12 变为 90，相差超过五倍",
    needs=("previous",),
)
def sharp_change(subject: Subject) -> Iterator[Remark | Missing]:
    """A row's figure is more than five times last year's, or under a fifth of it."""
    for cells in main_cells(subject.edition):
        row = [cell for cell in cells if cell.kind is not Kind.CHANGE]
        if not all(comparable(subject, cell) for cell in row):
            yield Missing(cells[0].row_short, NOT_COMPARABLE)
            continue
        both = [(cell, *_years(subject, cell)) for cell in row]
        sharp = [
            (cell, now, before)
            for cell, now, before in both
            if now is not None and before is not None and _is_sharp(now, before)
        ]
        if sharp:
            yield _sharp(sharp)
        elif any(now is None or before is None for _, now, before in both):
            yield Missing(cells[0].row_short, "本年度或上一年度没有填写")


def _years(subject: Subject, cell: Cell) -> tuple[Number | None, Number | None]:
    return figure(subject.content, cell.address), figure(subject.previous, cell.address)


def _is_sharp(now: Number, before: Number) -> bool:
    low, high = min(now, before), max(now, before)
    return high >= WORTH_A_LOOK and high > FOLD * low


def _sharp(figures: list[tuple[Cell, Number, Number]]) -> Remark:
    changes = "，".join(
        f"{cell.column_name}由上一年度的 {plain(before)} 变为 {plain(now)}" for cell, now, before in figures
    )
    addresses = tuple(cell.address for cell, _, _ in figures)
    message = f"{figures[0][0].row_short}：{changes}，相差超过五倍"
    return Remark(message, "核对两年的统计口径和填写的位置；属实的不用改", addresses, before=addresses)


@check(
    "Y405",
    Level.QUERY,
    rule="一张表当年发生的数字（不含现行有效、总计）不应与上一年度全部相同（至少三个不是 0）",
    basis=Basis.PRACTICE,
    source="通报和评估：年报内容照搬上一年度（雷同）",
    example="“二、主动公开政府信息情况”当年发生的数字与上一年度全部相同，其中不是 0 的有 3 个",
    needs=("previous",),
)
def copied_table(subject: Subject) -> Iterator[Remark | Missing]:
    """All that a table tells of the year is what it told of last year."""
    for table in subject.edition.tables:
        flows = [cell for cell in subject.edition.entries(table.key) if cell.address.column not in STOCKS]
        if not all(comparable(subject, cell) for cell in flows):
            yield Missing(f"“{table.title}”", NOT_COMPARABLE)
            continue
        both = [(cell.address, *_years(subject, cell)) for cell in flows]
        known = [pair for pair in both if None not in pair]
        alike = tuple(address for address, now, _ in known if now)
        if any(now != before for _, now, before in known):
            continue
        if len(known) < len(both):
            yield Missing(f"“{table.title}”", "本年度或上一年度有没有填写的格")
        elif len(alike) >= LEAST_ALIKE:
            message = f"“{table.title}”当年发生的数字与上一年度全部相同，其中不是 0 的有 {len(alike)} 个"
            hint = "核对是否误用了上一年度的数字；确实相同的，写明情况"
            yield Remark(message, hint, alike, before=alike)


CHECKS: tuple[Check, ...] = (sharp_change, copied_table)
