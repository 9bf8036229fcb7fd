"""N501: a figure told in the text differs from its cell.

The reader (reading.py) yields claims: items and a number. An item has readings (meanings.py): cells whose
sum it may mean. A claim is right when its number is one of these sums; else all of them are shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, partial
from typing import NamedTuple

from govreport.checks.check import Basis, Check, Missing, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.extent import PART_NAMES, parts_to_read, parts_too_long
from govreport.checks.narrative.reading.claims import claims
from govreport.checks.narrative.reading.items import Item
from govreport.checks.narrative.reading.meanings import STEPS, Reading, readings, together
from govreport.checks.narrative.reading.memory import MONEY
from govreport.checks.narrative.reading.sentence import Claim
from govreport.checks.narrative.reading.standing import speaker
from govreport.checks.subject import Subject
from govreport.editions.cells import Address
from govreport.editions.numbers import plain
from govreport.editions.relations import row_parts

_NOTHING, _ONE = Decimal(0), Decimal(1)
_TEN_THOUSANDS = {"元": Decimal("0.0001"), "万元": _ONE, "亿元": Decimal(10_000)}


@check(
    "N501",
    Level.QUERY,
    rule="正文写到的件数、金额与表格中对应的数字一致：申请的收到、结转、办结和各类办理结果，行政复议、行政诉讼，"
    "规章和规范性文件，行政许可、行政处罚、行政强制，行政事业性收费",
    basis=Basis.PRACTICE,
    source="评估惯例：文字部分的数据与表格一致",
    example="第一部分写“收到政府信息公开申请9件”，表三本年新收总计为 8，不一致",
)
def differs_from_its_cell(subject: Subject) -> Iterator[Remark | Missing]:
    """A counted fact of the narrative is none of the figures that it may mean."""
    who = speaker(subject)
    meaning = cache(partial(_meaning, subject=subject))  # many claims are of the same items
    yield from parts_too_long(subject)
    for part in parts_to_read(subject):
        yield from dict.fromkeys(
            said for claim in claims(part, who) for said in _judge(claim, meaning(claim.items))
        )


def _judge(claim: Claim, meant: "_Meaning | None") -> Iterator[Remark | Missing]:
    if meant is None:
        return  # this edition has no cell for it
    if claim.partial:
        yield Missing(f"“{claim.passage.quoted}”", "的统计范围与表格不同，表中没有对应的数字")
        return
    told = _Told.of(claim)
    if meant.apart and all(told.is_one_of(amounts) for amounts in meant.apart):
        return  # 行政许可、行政处罚3件: three of each
    if told.is_one_of(meant.amounts):
        return
    if any(amount is None or told.may_be(amount) for amount in meant.amounts):
        yield Missing(f"“{claim.passage.quoted}”", "对应的表格没有填写完整")
        return
    yield _remark(claim, meant)


@dataclass(frozen=True)
class _Meaning:
    """The readings of what a claim counts, with their amounts; of several items also each `apart`."""

    readings: Sequence[Reading]
    amounts: Sequence["_Amount | None"]
    apart: Sequence[Sequence["_Amount | None"]]

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        """The cells of all readings."""
        cells = (cell for reading in self.readings for cell in (*reading.cells, *reading.less))
        return tuple(dict.fromkeys(cells))

    @cached_property
    def in_words(self) -> str:
        """The first reading and its amount, behind it the others that differ."""
        compared = zip(self.readings, self.amounts, strict=True)
        (first, amount), *others = [(reading, told) for reading, told in compared if told is not None]
        besides = [
            f"{reading.words[len('表三') :]}为 {plain(other.most)}"
            for reading, other in others
            if other.most != amount.most
        ]
        if amount.least < amount.most:
            besides.append(f"减去上年结转的为 {plain(amount.least)}")
        more = f"（{'，'.join(besides)}）" if besides else ""
        return f"{first.words}为 {plain(amount.most)}{more}"


def _meaning(counted: tuple[Item, ...], subject: Subject) -> _Meaning | None:
    """What the items mean together; None when the edition has no cell for one of them."""
    possible = [readings(item, subject.edition) for item in counted]
    if not all(possible):
        return None
    meant = together(possible) if len(possible) > 1 else possible[0]
    apart = [_amounts(one, subject) for one in possible] if len(possible) > 1 else []
    return _Meaning(meant, _amounts(meant, subject), apart)


class _Amount(NamedTuple):
    """The sum of the cells of a reading; `least` with all that it may leave out taken off.

    Not `complete`: a row that the text need not mean is blank (上年结转 beside 本年新收), so it may be more.
    """

    most: Decimal
    least: Decimal
    complete: bool


class _Told(NamedTuple):
    """A number as the text tells it, money in 10,000 yuan; it is rounded to less than `rounding`."""

    value: Decimal
    rounding: Decimal
    exact: bool

    @classmethod
    def of(cls, claim: Claim) -> "_Told":
        factor = _TEN_THOUSANDS.get(claim.counter, _ONE)
        rounded = claim.value and (claim.counter in MONEY or claim.step > 1)
        return cls(claim.value * factor, claim.step * factor if rounded else _NOTHING, claim.exact)

    def is_one_of(self, amounts: Sequence[_Amount | None]) -> bool:
        """Whether it is one of the amounts that are known."""
        return any(self.is_(amount) for amount in amounts if amount is not None)

    def is_(self, amount: _Amount) -> bool:
        """Whether it is this amount, or may be a part of it."""
        value = self.value
        if value <= amount.most and (amount.least <= value or not self.exact):
            return True
        over = value - amount.most
        under = amount.least - value if self.exact else _NOTHING
        return self.rounding > max(over, under)

    def may_be(self, amount: _Amount) -> bool:
        """Whether it might be this amount if the blank cells were known."""
        return not amount.complete and self.value > amount.most


def _amounts(meant: Sequence[Reading], subject: Subject) -> list[_Amount | None]:
    return [_amount(reading, subject) for reading in meant]


def _amount(reading: Reading, subject: Subject) -> _Amount | None:
    """The sum of the cells; a blank one counts as 0 beside others, None when all are blank."""
    figures = [_figure(cell, subject) for cell in reading.cells]
    known = [figure for figure in figures if figure is not None]
    if not known:
        return None
    total = least = sum(known, _NOTHING)
    for cell in reading.less:
        least -= _figure(cell, subject) or _NOTHING
    if len(known) == len(figures):
        return _Amount(total, least, complete=True)
    blank = [cell for cell, figure in zip(reading.cells, figures, strict=True) if figure is None]
    return _Amount(total, least, complete=all(cell.row not in STEPS for cell in blank))


def _figure(cell: Address, subject: Subject) -> Decimal | None:
    """The figure of a cell; for a blank total the sum of its row."""
    stated = subject.content.figure(cell)
    if stated is not None:
        return Decimal(stated)
    row = [subject.content.figure(part) for part in row_parts(subject.edition).get(cell, ())]
    known = [Decimal(figure) for figure in row if figure is not None]
    return sum(known, _NOTHING) if known else None


def _remark(claim: Claim, meant: _Meaning) -> Remark:
    message = f"{PART_NAMES[claim.passage.part]}写“{claim.passage.quoted}”，{meant.in_words}，不一致"
    hint = "核对台账，把正文或者表格中写错的一处改正；口径不同的，在正文中写明或在情况说明中说明"
    return Remark(message, hint, meant.cells, part=claim.passage.part, passage=claim.passage.text)


CHECKS: tuple[Check, ...] = (differs_from_its_cell,)
