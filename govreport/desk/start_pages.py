"""What a section offers to begin with: nothing to report, last year's remainder, the agency's facts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ObstacleLine:
    """A cell that speaks against it, with the way there."""

    name: str
    text: str
    href: str


@dataclass(frozen=True)
class NothingPanel:
    """本年度无申请、无复议诉讼: offered, or why it is not, or done and can be taken back.

    `left_over` is what last year's report (`source`) leaves over; `refused` are the cells that
    hold other figures.
    """

    left_over: tuple[ObstacleLine, ...] = ()
    source: str = ""
    refused: tuple[ObstacleLine, ...] = ()
    done_by: str = ""
    done_at: datetime | None = None


@dataclass(frozen=True)
class OfferLine:
    """One cell: what stands there, what last year's report says now."""

    name: str
    now: str
    then: str


@dataclass(frozen=True)
class OfferPanel:
    """Figures of last year's report that may be taken over; `mark` travels back with the button."""

    source: str
    lines: tuple[OfferLine, ...]
    mark: str


@dataclass(frozen=True)
class FactLine:
    """One fact of the agency; `last` is what last year's report said, where that was something else."""

    label: str
    value: str
    last: str = ""


@dataclass(frozen=True)
class FactsPanel:
    """The agency as the master data know it, beside last year's report (`source`, "" when there is none).

    `writes` says that a preamble can be made of them.
    """

    lines: tuple[FactLine, ...]
    source: str
    writes: bool


@dataclass(frozen=True)
class StartPanels:
    """What one section offers; `href` is where the buttons post to, `back` the section they lead back to."""

    href: str
    back: str
    nothing: NothingPanel | None = None
    offer: OfferPanel | None = None
    facts: FactsPanel | None = None
