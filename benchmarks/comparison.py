"""What a measurement is: two things done in turn, their medians, and how the one compares with the other."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One line of the table. `other` is None where there is nothing to compare with.

    `limit` is asked of the ratio, `at_most` of ours itself, in its unit.
    """

    what: str
    unit: str
    ours: float
    against: str = ""
    other: float | None = None
    limit: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours divided by the other."""
        return None if self.other is None else self.ours / self.other

    @property
    def within(self) -> bool:
        """Whether the ratio is below its limit, and ours not over its own."""
        low = self.limit is None or self.ratio is None or self.ratio < self.limit
        return low and (self.at_most is None or self.ours <= self.at_most)


def in_turn(ours: Callable[[], T], other: Callable[[], T], *, rounds: int) -> tuple[list[T], list[T]]:
    """Measure A B A B …, so that whatever else the machine does falls on both alike."""
    pairs = [(ours(), other()) for _ in range(rounds)]
    return [first for first, _ in pairs], [second for _, second in pairs]


def medians_in_turn(
    ours: Callable[[], float], other: Callable[[], float], *, rounds: int
) -> tuple[float, float]:
    """The medians of both."""
    measured, compared = in_turn(ours, other, rounds=rounds)
    return median(measured), median(compared)


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes on the clock."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began
