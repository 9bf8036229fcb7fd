"""Percentages that a sentence tells beside the numbers they are made of.

    base … part，占 percentage           50件，其中网上41件，占82%
    base … part，办结率 percentage       收到50件，办结48件，办结率96%
    由 then 增至 now，增长 percentage    由20篇增至30篇，增长50%

The base is any number before with the same counter, or the sum of two of them: whichever is right will do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from govreport.checks.narrative.enumerations import MOST_NUMBERS
from govreport.checks.narrative.reading.numbers import Count, counts

# What stands between the number of a part and its percentage.
_SHARE = re.compile(r"[，,、（(；;\s]*(?:约|仅|已)?占(?:比|[^，。；、0-9]{0,12})?(?:为|达到?)?")
_RATE = re.compile(r"[，,、；;（(\s]*(?:总|申请)?(?:办结|答复|办理|完成|采纳)率(?:为|达到?)?")
_GROWTH = re.compile(
    r"[，,、；;（(\s]*(?:同比)?(?:增长|上升|增加|增幅|提高|下降|减少|降低|降幅)(?:了|为|达)?"
)
# 由20篇增至31篇: from the first number to the second.
_FROM = re.compile("[由从][^，。；]{0,12}$")
_TO = re.compile("[^，。；]{0,4}(?:[增升减降提]|下降|减少)?[^，。；]{0,3}[到至为][^，。；]{0,4}")

_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Percentage:
    """A percentage as told, with the fractions that it may be: pairs of part and base."""

    told: Count
    part: Count
    fractions: tuple[tuple[Decimal, Decimal], ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """What it would have to be, one for each fraction."""
        return tuple(_HUNDRED * part / base for part, base in self.fractions)


def percentages(sentence: str, earlier: Sequence[Count] = ()) -> Iterator[Percentage]:
    """The percentages whose part stands right before them; `earlier` are numbers of the sentence before."""
    numbers = [*earlier, *(count for count in counts(sentence) if count.counter)]
    if len(numbers) > MOST_NUMBERS:
        return
    for place in range(len(earlier) + 1, len(numbers)):
        told, part = numbers[place], numbers[place - 1]
        if told.counter != "%" or part.counter == "%" or part.vague or told.vague:
            continue
        between = sentence[part.end : told.start]
        before = [one for one in _no_shares(numbers[:place]) if one.counter == part.counter and not one.vague]
        if place - 1 < len(earlier):
            continue
        if _GROWTH.fullmatch(between):
            yield from _growth(sentence, told, part, before)
        elif _SHARE.fullmatch(between) or (_RATE.fullmatch(between) and told.value != _HUNDRED):
            fractions = tuple((part.value, base) for base in _bases(before) if base >= part.value and base)
            if fractions:
                yield Percentage(told, part, fractions)


def _no_shares(numbers: Sequence[Count]) -> Iterator[Count]:
    """The numbers without those that a percentage follows, and without the last, which is the part itself."""
    for number, following in pairwise(numbers):
        if following.counter != "%":
            yield number


def _bases(before: Sequence[Count]) -> Iterator[Decimal]:
    """The numbers before the part, and the sums of two: 新收50件、结转2件."""
    values = list(dict.fromkeys(one.value for one in before))[-8:]
    yield from values
    yield from (one + other for one, other in combinations(values, 2))


def _growth(sentence: str, told: Count, now: Count, before: Sequence[Count]) -> Iterator[Percentage]:
    if not before or not before[-1].value:
        return
    then = before[-1]
    if _FROM.search(sentence[: then.start][-16:]) and _TO.fullmatch(sentence[then.end : now.start]):
        yield Percentage(told, now, ((abs(now.value - then.value), then.value),))
