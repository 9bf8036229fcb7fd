"""How a check is declared: a function under its code, with its level, editions and source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from govreport.checks.finding import Finding, Level
from govreport.editions.cells import Address, Content
from govreport.editions.schema import Edition


@dataclass(frozen=True)
class Remark:
    """What a check function yields; code and level come from its declaration."""

    message: str
    hint: str
    cells: tuple[Address, ...] = ()
    part: str | None = None


CheckFunction = Callable[[Content, Edition], Iterator[Remark]]


@dataclass(frozen=True)
class Check:
    """A declared check. Call it with a content and its edition to get its findings."""

    code: str
    level: Level
    editions: tuple[str, ...]
    source: str
    function: CheckFunction

    def __call__(self, content: Content, edition: Edition) -> Iterator[Finding]:
        for remark in self.function(content, edition):
            yield Finding(self.code, self.level, remark.message, remark.hint, remark.cells, remark.part)


def check(
    code: str, level: Level, *, editions: tuple[str, ...] = ("2019", "2021"), source: str
) -> Callable[[CheckFunction], Check]:
    """Attach code, level, editions and source to a check function. Registers nothing: run.py lists them."""

    def declare(function: CheckFunction) -> Check:
        return Check(code, level, editions, source, function)

    return declare
