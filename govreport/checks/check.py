"""How a check is declared: its code with level, rule, basis and example, and the function that judges."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from govreport.checks.finding import Finding, Level, Unassessed
from govreport.checks.subject import Subject
from govreport.editions.cells import Address

EDITIONS = ("2019", "2021")
SCOPES = ("own", "aggregate")

# What a check may need besides the content, and what it says when that is not there.
NEEDS: dict[str, str] = {
    "previous": "缺上一年度的年报",
    "agency": "缺单位的基本信息",
    "others": "缺其他单位的年报",
    "children": "缺纳入汇总的各单位年报",
    "day": "缺提交或发布的日期",
    "due": "没有设定截止日期",
    "year": "报告没有写明年度",
}


class Basis(StrEnum):
    """Where a rule comes from."""

    OFFICIAL = "统一格式"
    LAW = "法律法规"
    PRACTICE = "通知、评估和填报惯例"
    INFERRED = "由表格推定"


@dataclass(frozen=True)
class Declaration:
    """All that is told of a code: in the catalogue, on the page for users, in the settings.

    `rule` is the relation in one Chinese sentence, `source` its basis in words, `example` a sentence as
    a clerk reads it. A `fixed` level cannot be set by an authority. What is `for_authority` is a note to the
    agency itself.
    """

    code: str
    level: Level
    rule: str
    basis: Basis
    source: str
    example: str
    editions: tuple[str, ...] = EDITIONS
    scopes: tuple[str, ...] = SCOPES
    needs: tuple[str, ...] = ()
    fixed: bool = False
    for_authority: bool = False

    def applies_to(self, subject: Subject) -> bool:
        """Whether it is for reports of this edition and scope."""
        return subject.content.edition in self.editions and subject.content.scope in self.scopes

    def lacks(self, subject: Subject) -> str:
        """What it needs and is not there, in words; "" when nothing is missing."""
        return next((NEEDS[name] for name in self.needs if getattr(subject, name) is None), "")


@dataclass(frozen=True)
class Remark:
    """What a check function yields; the code comes from its declaration, the level unless it is given."""

    message: str
    hint: str
    cells: tuple[Address, ...] = ()
    part: str | None = None
    passage: str = ""
    before: tuple[Address, ...] = ()
    choices: tuple[str, ...] = ()
    level: Level | None = None


@dataclass(frozen=True)
class Missing:
    """What a check function yields for one place that lacks what it needs."""

    place: str
    missing: str


Judged = Finding | Unassessed
CheckFunction = Callable[[Subject], Iterator[Remark | Missing]]


@dataclass(frozen=True)
class Check:
    """A declared check. Call it with a subject to get what it says."""

    declaration: Declaration
    function: CheckFunction

    def __call__(self, subject: Subject) -> Iterator[Judged]:
        told = self.declaration
        for item in self.function(subject):
            if isinstance(item, Missing):
                yield Unassessed(told.code, item.place, item.missing)
                continue
            yield Finding(
                code=told.code,
                level=item.level or told.level,
                message=item.message,
                hint=item.hint,
                cells=item.cells,
                part=item.part,
                passage=item.passage,
                before=item.before,
                choices=item.choices,
            )


def check(
    code: str,
    level: Level,
    *,
    rule: str,
    basis: Basis,
    source: str,
    example: str,
    editions: tuple[str, ...] = EDITIONS,
    scopes: tuple[str, ...] = SCOPES,
    needs: tuple[str, ...] = (),
    fixed: bool = False,
    for_authority: bool = False,
) -> Callable[[CheckFunction], Check]:
    """Attach a declaration to a check function. Registers nothing: catalogue.py lists the checks."""

    def declare(function: CheckFunction) -> Check:
        told = Declaration(
            code, level, rule, basis, source, example, editions, scopes, needs, fixed, for_authority
        )
        return Check(told, function)

    return declare
