"""D801 to D803: before the year is over, near the deadline, after it."""

from collections.abc import Iterator
from datetime import date

from govreport.checks.check import Basis, Check, Remark, check
from govreport.checks.finding import Level
from govreport.checks.subject import Subject

NEAR_DAYS = 10

_DEADLINES = (
    "《政府信息公开条例》第四十九条：县级以上政府部门在1月31日前，县级以上政府在3月31日前；其他单位按通知"
)


@check(
    "D801",
    Level.NOTE,
    rule=f"距截止日期不超过 {NEAR_DAYS} 天时提示",
    basis=Basis.LAW,
    source=_DEADLINES,
    example="距截止日期 2024年1月31日 还有 5 天",
    needs=("day", "due"),
)
def deadline_near(subject: Subject) -> Iterator[Remark]:
    """At most ten days are left."""
    if subject.day is None or subject.due is None:
        return
    left = (subject.due - subject.day).days
    if 0 <= left <= NEAR_DAYS:
        rest = f"还有 {left} 天" if left else "就是今天"
        yield Remark(f"距截止日期 {_shown(subject.due)} {rest}", "尽快填完并提交")


@check(
    "D802",
    Level.NOTE,
    rule="过了截止日期时提示",
    basis=Basis.LAW,
    source=_DEADLINES,
    example="截止日期 2024年1月31日 已过 3 天",
    needs=("day", "due"),
)
def deadline_passed(subject: Subject) -> Iterator[Remark]:
    """The deadline has passed; on the day itself it has not."""
    if subject.day is None or subject.due is None:
        return
    past = (subject.day - subject.due).days
    if past > 0:
        yield Remark(f"截止日期 {_shown(subject.due)} 已过 {past} 天", "尽快提交，并向政务公开办说明情况")


@check(
    "D803",
    Level.ERROR,
    rule="年报在报告年度结束之后提交和发布，不能早于下一年的1月1日",
    basis=Basis.LAW,
    source="《政府信息公开条例》第四十九条：公布上一年度的年报；统计期限为1月1日至12月31日",
    example="2023 年度还没有结束：年报在 2023年12月30日 不能提交和发布",
    needs=("day", "year"),
)
def before_the_year_is_over(subject: Subject) -> Iterator[Remark]:
    """Submitted or published before 1 January of the year after the report's."""
    if subject.day is None or subject.year is None:
        return
    if subject.day.year <= subject.year:
        message = f"{subject.year} 年度还没有结束：年报在 {_shown(subject.day)} 不能提交和发布"
        yield Remark(message, "等到下一年 1月1日 以后，按全年的数字核对后再提交")


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


CHECKS: tuple[Check, ...] = (deadline_near, deadline_passed, before_the_year_is_over)
