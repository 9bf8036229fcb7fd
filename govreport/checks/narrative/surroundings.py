"""Words that are searched for in a whole text at once, and the sentence or the clause around them."""

import re
from collections.abc import Iterator
from itertools import islice

_END_OF_SENTENCE = re.compile(r"[。！？!?\n]")
_END_OF_CLAUSE = re.compile(r"[，,；;。！？!?\n]")

# Farther away nothing bears on the words.
_FARTHEST = 200

# No report has more; whoever pastes a list of thousands is not told of each.
MOST_PLACES = 500


def places(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The first places where a pattern stands in a text, in order."""
    return islice(pattern.finditer(text), MOST_PLACES)


def sentence_around(text: str, found: re.Match[str]) -> str:
    """The sentence in which the words stand, without the stop behind it."""
    return before(text, found) + found[0] + _END_OF_SENTENCE.split(_behind(text, found))[0]


def clause_around(text: str, found: re.Match[str]) -> str:
    """The clause in which the words stand."""
    return clause_before(text, found) + found[0] + _END_OF_CLAUSE.split(_behind(text, found))[0]


def before(text: str, found: re.Match[str]) -> str:
    """What stands before the words in their sentence."""
    return _END_OF_SENTENCE.split(text[max(0, found.start() - _FARTHEST) : found.start()])[-1]


def clause_before(text: str, found: re.Match[str]) -> str:
    """What stands before the words in their clause."""
    return _END_OF_CLAUSE.split(text[max(0, found.start() - _FARTHEST) : found.start()])[-1]


def _behind(text: str, found: re.Match[str]) -> str:
    return text[found.end() : found.end() + _FARTHEST]
