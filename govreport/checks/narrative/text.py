"""A part of the narrative as paragraphs, sentences and clauses, each with its place in the part."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from govreport.checks.subject import Subject
from govreport.editions.cells import NARRATIVE_PARTS

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*")
_CLAUSE = re.compile(r"(?:[^，,；;。！？!?\n]|(?<=\d)[，,](?=\d{3}))+")  # 1,234 is one number

# As much of a sentence as a finding quotes.
QUOTED = 40
# How far around a place its clause is looked for, in characters.
NEAR = 300


class Passage(NamedTuple):
    """A piece of a part: `text` stands at `start` (counted in characters) of the part with this key."""

    part: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)

    @property
    def quoted(self) -> str:
        """The text as a sentence quotes it: on one line, cut when long."""
        line = " ".join(self.text.split())
        return line if len(line) <= QUOTED else f"{line[:QUOTED]}…"


def parts(subject: Subject, *keys: str) -> Iterator[Passage]:
    """The narrative parts that say something, whole, in the order of the report; all when none is named."""
    for key in keys or NARRATIVE_PARTS:
        text = subject.content.part(key)
        if text.strip():
            yield Passage(key, 0, text)


@lru_cache(maxsize=16)  # several checks read the same parts
def paragraphs(passage: Passage) -> tuple[Passage, ...]:
    """The paragraphs of a passage."""
    return tuple(_pieces(_PARAGRAPH, passage))


def sentences(passage: Passage) -> Iterator[Passage]:
    """The sentences of a passage with their full stops; a line break ends one too."""
    return _pieces(_SENTENCE, passage)


def clauses(passage: Passage) -> Iterator[Passage]:
    """The clauses of a passage, without the comma, semicolon or full stop behind them."""
    return _pieces(_CLAUSE, passage)


def clause_at(part: Passage, place: int) -> Passage:
    """The clause in which this place of a part (counted in its characters) lies, or the next one.

    Only what is near is cut: a clause that reaches farther is quoted from there, or up to there.
    """
    begin = max(0, place - NEAR)
    near = Passage(part.part, part.start + begin, part.text[begin : place + NEAR])
    return next((clause for clause in clauses(near) if part.start + place < clause.end), near)


def _pieces(pattern: re.Pattern[str], passage: Passage) -> Iterator[Passage]:
    part, begin = passage.part, passage.start
    for found in pattern.finditer(passage.text):
        piece = found[0]
        text = piece.strip()
        if text:
            yield Passage(part, begin + found.start() + piece.index(text[0]), text)
