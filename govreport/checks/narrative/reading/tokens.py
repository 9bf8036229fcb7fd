"""A sentence as a row of words, numbers and plain text; what the reader of facts goes through.

全年收到申请8件 becomes WITHIN_YEAR 全年, ROLE 收到, TOPIC 申请, NUMBER 8件; what is no word is TEXT.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govreport.checks.narrative.reading.kinds import Kind
from govreport.checks.narrative.reading.numbers import Count, counts, plain_digits
from govreport.checks.narrative.reading.vocabulary import STOPS, WORDS


class Token(NamedTuple):
    """A word, a number or the plain text between them, with its place in the sentence."""

    kind: Kind
    name: str
    start: int
    end: int
    text: str
    number: Count | None = None


class _Words(NamedTuple):
    """All words that begin with one character: group n of the pattern marks that it is the nth meaning."""

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
    return {
        first: _Words(
            re.compile("|".join(f"{pattern}()" for _, _, pattern in words)),
            tuple((kind, name) for kind, name, _ in words),
        )
        for first, words in beginnings.items()
    }


_WORDS = _by_beginning()


def tokens(sentence: str) -> list[Token]:
    """The sentence in tokens without a gap. A word wins over a number (三类), a number over a comma."""
    text = plain_digits(sentence)
    numbers = {count.start: count for count in counts(text)}
    found: list[Token] = []
    place = 0
    for start, character in enumerate(text):
        if start < place or not (character in _WORDS or start in numbers):
            continue
        token = _word(text, start) or _number(text, numbers.get(start))
        if token is None:
            continue
        if start > place:
            found.append(Token(Kind.TEXT, "", place, start, text[place:start]))
        found.append(token)
        place = token.end
    if place < len(text):
        found.append(Token(Kind.TEXT, "", place, len(text), text[place:]))
    return found


def _word(text: str, start: int) -> Token | None:
    words = _WORDS.get(text[start])
    found = words.pattern.match(text, start) if words else None
    if words is None or found is None:
        return None
    kind, name = words.meanings[(found.lastindex or 1) - 1]
    return Token(kind, name, start, found.end(), found[0])


def _number(text: str, count: Count | None) -> Token | None:
    if count is None:
        return None
    return Token(Kind.NUMBER, "", count.start, count.end, text[count.start : count.end], count)
