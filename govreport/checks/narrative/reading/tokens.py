"""A sentence as a row of words, numbers and plain text; what the reader of facts goes through.

全年收到申请8件 becomes WITHIN_YEAR 全年, ROLE 收到, TOPIC 申请, NUMBER 8件; what is no word is TEXT.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from govreport.checks.narrative.reading.kinds import Kind
from govreport.checks.narrative.reading.numbers import Count, counts, plain_digits
from govreport.checks.narrative.reading.vocabulary import STOPS, WORDS


@dataclass(slots=True)  # made and read twice as fast as a tuple
class Token:
    """A word, a number or the plain text between them, with its place in the sentence."""

    kind: Kind
    name: str
    start: int
    end: int
    text: str
    number: Count | None = None

    def as_kind(self, kind: Kind) -> "Token":
        """The same piece of the sentence, doing something else."""
        return Token(kind, self.name, self.start, self.end, self.text, self.number)


class _Words(NamedTuple):
    """All words that begin with one character: group n of the pattern marks that it has the nth meaning."""

    pattern: re.Pattern[str]
    meanings: tuple[tuple[Kind, str], ...]


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside brackets left together."""
    depth = begin = 0
    for place, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if character == "|" and depth == 0:
            yield pattern[begin:place]
            begin = place + 1
    yield pattern[begin:]


def beginning(alternative: str) -> str:
    """The characters with which it may begin: one, or those of a class in front ([县市]本级)."""
    return alternative[1 : alternative.index("]")] if alternative[0] == "[" else alternative[0]


def _by_beginning() -> dict[str, _Words]:
    """The words by their first character: tried one by one, hundreds would be tried at every place."""
    beginnings: dict[str, list[tuple[Kind, str, str]]] = {}
    for kind, name, pattern in WORDS:
        for alternative in alternatives(pattern):
            for first in beginning(alternative):
                beginnings.setdefault(first, []).append((kind, name, alternative))
    for stop in STOPS:
        beginnings[stop] = [(Kind.STOP, "", re.escape(stop))]
    return {first: _joined(words) for first, words in beginnings.items()}


def _joined(words: list[tuple[Kind, str, str]]) -> _Words:
    """The words in one pattern, in their order; neighbours of one meaning share a group."""
    patterns, meanings = [], []
    for (kind, name), alike in groupby(words, key=lambda word: word[:2]):
        patterns.append(f"(?:{'|'.join(pattern for _, _, pattern in alike)})()")
        meanings.append((kind, name))
    return _Words(re.compile("|".join(patterns)), tuple(meanings))


_WORDS = _by_beginning()
_NUMBER, _TEXT = Kind.NUMBER, Kind.TEXT  # a member of an enum is slow to look up


def tokens(sentence: str) -> list[Token]:
    """The sentence in tokens without a gap. A word wins over a number (三类), a number over a comma."""
    text = plain_digits(sentence)
    numbers = {count.start: count for count in counts(text)}
    found: list[Token] = []
    place = 0
    for start, character in enumerate(text):
        if start < place:
            continue
        words = _WORDS.get(character)
        word = words.pattern.match(text, start) if words else None
        count = None if word else numbers.get(start)
        if words and word:
            (kind, name), end = words.meanings[(word.lastindex or 1) - 1], word.end()
        elif count:
            kind, name, end = _NUMBER, "", count.end
        else:
            continue
        if start > place:
            found.append(Token(_TEXT, "", place, start, text[place:start]))
        found.append(Token(kind, name, start, end, text[start:end], count))
        place = end
    if place < len(text):
        found.append(Token(_TEXT, "", place, len(text), text[place:]))
    return found
