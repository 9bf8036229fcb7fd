"""Part 五 as pairs of a problem and its measure: one plain text comes apart into them, and together again.

It is printed as most reports have it: the problems numbered under （一）, the measures under （二） with the
numbers of their problems.
"""

import re
from collections.abc import Callable, Iterable, Sequence

PROBLEMS, MEASURES = "存在的主要问题", "改进情况"
MOST_PAIRS = 60

Pair = tuple[str, str]

_NUMBERED = re.compile(r"^(\d{1,2})\.", re.M)
_OWN_NUMBER = re.compile(r"\s*(\d{1,2})\s?(?:[.．、]|\.)\s?(?!\d)")


def split_problems(text: str) -> tuple[str, tuple[Pair, ...]]:
    """What stands before the pairs, and the pairs; a text that is not wholly pairs stands before them."""
    lines = text.split("\n")
    for follows in (lambda number, last: number == last + 1, lambda number, last: number > last):
        opening, pairs = _taken_apart(lines, follows)
        if pairs and len(pairs) <= MOST_PAIRS and join_problems(opening, pairs) == text:
            return opening, pairs
    return text, ()


def join_problems(opening: str, pairs: Iterable[Pair]) -> str:
    """The text of the pairs that say something, under their two headings; a lone one without a number."""
    told = [pair for pair in pairs if any(pair)]
    numbered = len(told) > 1 or any(_NUMBERED.search(entry) for pair in told for entry in pair)
    pieces = [opening] if opening else []
    blocks = [(title, [pair[side] for pair in told]) for side, title in enumerate((PROBLEMS, MEASURES))]
    for number, (title, entries) in zip("一二", [block for block in blocks if any(block[1])], strict=False):
        pieces.append(f"（{number}）{title}")
        pieces += [f"{at}.{entry}" if numbered else entry for at, entry in enumerate(entries, 1) if entry]
    return "\n".join(pieces)


def without_number(entry: str, number: int) -> str:
    """An entry without the number of its pair, which some type and the report prints."""
    found = _OWN_NUMBER.match(entry)
    return entry[found.end() :] if found and int(found[1]) == number else entry


def _taken_apart(lines: Sequence[str], follows: Callable[[int, int], bool]) -> tuple[str, tuple[Pair, ...]]:
    """`follows` says of the number of a line and the last item's whether a new item begins there."""
    heads = [place for place, line in enumerate(lines) if line[3:] in (PROBLEMS, MEASURES)]
    begin = heads[0] if heads else len(lines)
    second = next((place for place in heads[1:] if lines[place] == f"（二）{MEASURES}"), len(lines))
    first = _items(lines[begin + 1 : second], follows)
    blocks = (first, _items(lines[second + 1 :], follows))
    if heads and lines[begin].endswith(MEASURES):
        blocks = ({}, first)
    last = max((number for block in blocks for number in block), default=0)
    pairs = [(blocks[0].get(number, ""), blocks[1].get(number, "")) for number in range(1, last + 1)]
    return "\n".join(lines[:begin]), tuple(pairs)


def _items(lines: Sequence[str], follows: Callable[[int, int], bool]) -> dict[int, str]:
    """The items of a block by number; one that is not numbered is the first and only."""
    items: dict[int, list[str]] = {}
    last = 0
    for line in lines:
        found = _NUMBERED.match(line)
        if found and follows(int(found[1]), last) and (last or not items):
            last = int(found[1])
            items[last] = [line[found.end() :]]
        else:
            items.setdefault(last or 1, []).append(line)
    return {number: "\n".join(item) for number, item in items.items()}
