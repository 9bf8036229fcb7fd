"""Which of the lines that read like headings are those of the parts: the likeliest in official order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from govreport.importing.headings import HAN, LONGEST, Heading, heading
from govreport.importing.labels import bare
from govreport.importing.passages import Kind, Passage

PARTS = ("overview", "disclosure", "applications", "disputes", "problems", "other_matters")
TABLE_PARTS = frozenset({"disclosure", "applications", "disputes"})
_LONGEST_TORN = 35
_SHORTEST_CONTENTS = 3
_MOST_CAPTIONS = 2
_AFTER_SENTENCE = re.compile(f"[。！；]\\s*(?=[{HAN[:6]}][、.．])")
_PART_NUMBER = re.compile(f"\\s*[{HAN}][、.．]")


@dataclass(frozen=True)
class Chosen:
    """The headings by the number of their line, and the lines of a table of contents."""

    headings: Mapping[int, Heading]
    contents: frozenset[int]


def choose(lines: Sequence[Passage]) -> Chosen:
    """Of all lines that read like a heading those that are: in the order of the form, the likeliest ones."""
    found = _candidates(lines)
    plain = {number: item for number, item in found.items() if item.style != "bracket"}
    likely = _likeliest(plain, lines)
    if len(likely) < 2:
        likely = _likeliest(found, lines)
    first = min(likely, default=0)
    contents = [number for number, item in plain.items() if number < first and item.is_numbered]
    if len(contents) < _SHORTEST_CONTENTS or contents[-1] - contents[0] != len(contents) - 1:
        return Chosen(likely, frozenset())
    above = contents[0] - 1
    if above >= 0 and bare(lines[above].text) == "目录":
        contents.append(above)
    return Chosen(likely, frozenset(contents))


def unglued(lines: Sequence[Passage], chosen: Chosen) -> list[Passage]:
    """The lines, parted where a heading of a part that was not found follows a sentence on its line.

    Only the official heading with its own number counts there, for a sentence may speak of a part.
    """
    missing = set(PARTS) - {item.key for item in chosen.headings.values()}
    return [part for line in lines for part in _parted(line, missing)]


def _parted(line: Passage, missing: set[str]) -> Iterator[Passage]:
    start = 0
    if missing and line.kind is Kind.TEXT:
        for found in _AFTER_SENTENCE.finditer(line.text):
            item = heading(line.text[found.end() : found.end() + LONGEST])
            if item and item.key in missing and item.is_official and item.number == _number_of(item):
                yield Passage(line.text[start : found.end()].strip())
                start = found.end()
    yield replace(line, text=line.text[start:].strip())


def _number_of(item: Heading) -> str:
    return HAN[PARTS.index(item.key)]


def _candidates(lines: Sequence[Passage]) -> dict[int, Heading]:
    found = {}
    for number, line in enumerate(lines):
        if line.kind is not Kind.TEXT:
            continue
        item = _torn(lines, number) or heading(line.text)
        if item is not None:
            found[number] = item
    return found


def _torn(lines: Sequence[Passage], number: int) -> Heading | None:
    """A numbered heading that goes on in the next line."""
    if number + 1 >= len(lines) or not _PART_NUMBER.match(lines[number].text):
        return None
    first, second = lines[number], lines[number + 1]
    if second.kind is not Kind.TEXT or max(len(first.text), len(second.text)) > _LONGEST_TORN:
        return None
    if heading(second.text) is not None:
        return None
    alone, item = heading(first.text), heading(first.text + second.text)
    if item is None or item.rest or (alone is not None and alone.is_official):
        return None
    return replace(item, lines=2) if len(item.seen) > len(first.text) else None


def _likeliest(found: Mapping[int, Heading], lines: Sequence[Passage]) -> dict[int, Heading]:
    """The chain of headings in official order with the greatest weight; of two alike the earlier one."""
    best: list[tuple[int, tuple[int, ...]]] = [(0, ())] * (len(PARTS) + 1)  # by the last part taken, 1 to 6
    for number, item in found.items():
        weight = _weight(number, item, lines)
        if weight <= 0:
            continue
        place = PARTS.index(item.key) + 1
        before = max(best[:place], key=lambda chain: chain[0])
        if before[0] + weight > best[place][0]:
            best[place] = (before[0] + weight, (*before[1], number))
    chain = max(best, key=lambda chain: chain[0])[1]
    return {number: found[number] for number in chain}


def _weight(number: int, item: Heading, lines: Sequence[Passage]) -> int:
    """How likely a line is the heading of its part; 0 when it cannot be."""
    following = number + item.lines
    for line in lines[following : following + _MOST_CAPTIONS]:
        following += _is_caption(line, item)
    has_table = following < len(lines) and lines[following].kind is Kind.TABLE
    has_body = has_table or (following < len(lines) and heading(lines[following].text) is None)
    weight = 2 + 2 * item.is_official + (not item.rest) + (2 if item.is_numbered else item.style == "digit")
    weight += item.is_numbered and item.number == _number_of(item)
    weight -= 3 * item.is_listed
    if item.key in TABLE_PARTS:
        if not (item.is_numbered or item.is_official or has_table):
            return 0
        return weight + 3 * has_table
    return weight + (has_body or bool(item.rest))


def _is_caption(line: Passage, item: Heading) -> bool:
    """Whether a line only says once more what the heading says."""
    return line.kind is Kind.TEXT and len(line.text) < LONGEST and bare(line.text) == bare(item.seen)
