"""How much of one text stands in another, and where: the stretches that both have.

Likeness is the share of the own text that stands in the other one, in stretches of `STRETCH` letters or
more. Three things follow, and an edit distance (rapidfuzz) has none of them: paragraphs in another order
are still the same; what the other text says besides makes a copy no less a copy; and the time grows with
the length only (200,000 characters: tenths of a second, where an edit distance takes a minute). Shorter
pieces do not count, for they are the language of all reports: 政府信息公开, 建立健全.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from govreport.checks.narrative.text import Passage
from govreport.checks.shingles import IGNORED, letters

STRETCH = 8
QUOTATIONS = 3
TORN_OFF = " \n\u3000，。；：、！？）”》"  # what a quotation does not begin with


@dataclass(frozen=True)
class Likeness:
    """`percent` is rounded down; `stretches` are (start, end) in the letters of the own text, in order."""

    percent: int
    stretches: tuple[tuple[int, int], ...]

    def quoted(self, own: Passage) -> str:
        """The longest stretches as a sentence quotes them, in the order of the own passage."""
        longest = sorted(self.stretches, key=lambda stretch: stretch[0] - stretch[1])[:QUOTATIONS]
        places = [-1, *_places(own.text)]  # from behind the letter before: with its bracket or year
        texts = (own.text[places[start] + 1 : places[end] + 1] for start, end in sorted(longest))
        return "".join(f"“{Passage(own.part, 0, text.lstrip(TORN_OFF)).quoted}”" for text in texts)


def likeness_of(own: str, other: str) -> Likeness:
    """How much of the own text stands in the other."""
    mine = letters(own)
    found = tuple(_stretches(mine, letters(other)))
    covered = sum(end - start for start, end in found)
    return Likeness(100 * covered // len(mine) if mine else 0, found)


def _stretches(mine: str, theirs: str) -> Iterator[tuple[int, int]]:
    """From left to right, each as long as the first place of its beginning allows."""
    first = {theirs[at : at + STRETCH]: at for at in range(len(theirs) - STRETCH, -1, -1)}
    start = 0
    while start <= len(mine) - STRETCH:
        there = first.get(mine[start : start + STRETCH])
        if there is None:
            start += 1
            continue
        end = start + _in_common(mine, start, theirs, there)
        yield start, end
        start = end


def _in_common(mine: str, here: int, theirs: str, there: int) -> int:
    """How many letters are the same from these two places on."""
    most = min(len(mine) - here, len(theirs) - there)
    length = STRETCH
    while length < most and mine[here + length] == theirs[there + length]:
        length += 1
    return length


def _places(text: str) -> list[int]:
    """Where each of the text's letters stands in it."""
    places: list[int] = []
    end = 0
    for ignored in IGNORED.finditer(text):
        places.extend(range(end, ignored.start()))
        end = ignored.end()
    places.extend(range(end, len(text)))
    return places
