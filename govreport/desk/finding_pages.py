"""Findings as the desk shows them: lines by level, with what was said to each and the form to say it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from govreport.checks.catalogue import LEVEL_MEANINGS, LEVEL_WORDS
from govreport.checks.finding import Level


@dataclass(frozen=True)
class Attempted:
    """What was typed into the form of a finding and refused."""

    mark: str
    choice: str
    text: str
    refusal: str


@dataclass(frozen=True)
class Said:
    """Something that was said to a finding: an explanation, a request to let it pass, the answer to it."""

    label: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class SayForm:
    """The form in which this person may say something to a finding.

    `mark` is the fingerprint that the answer is for; `text`, `choice` and `refusal` are given back when
    the last attempt was refused.
    """

    href: str
    summary: str
    button: str
    code: str
    mark: str
    back: str
    label: str
    choices: tuple[str, ...] = ()
    choice: str = ""
    text: str = ""
    refusal: str = ""


@dataclass(frozen=True)
class FindingLine:
    """One finding in a list; `href` leads to its cell or text box, `passage` are the words in that box.

    `standing` is a word on how it stands (已说明, 数据已变，请重新说明 …), "" when nothing was said.
    """

    code: str
    level: Level
    message: str
    hint: str
    href: str
    passage: str = ""
    standing: str = ""
    settled: bool = False
    said: tuple[Said, ...] = ()
    form: SayForm | None = None


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one level, most serious level first."""

    level: Level
    word: str
    demand: str
    lines: tuple[FindingLine, ...]

    @property
    def settled(self) -> int:
        """How many are explained or let pass; they stand last."""
        return sum(line.settled for line in self.lines)

    @property
    def open(self) -> int:
        """How many are not."""
        return len(self.lines) - self.settled


def grouped(lines: Iterable[FindingLine]) -> tuple[FindingGroup, ...]:
    """Findings by level, in the order error, query, note; levels without any are left out."""
    by_level: dict[Level, list[FindingLine]] = {}
    for line in lines:
        by_level.setdefault(line.level, []).append(line)
    return tuple(
        FindingGroup(
            level,
            LEVEL_WORDS[level],
            LEVEL_MEANINGS[level],
            tuple(sorted(by_level[level], key=lambda line: line.settled)),
        )
        for level in Level
        if level in by_level
    )
