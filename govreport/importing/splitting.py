"""Figures that ran together: apart again only where one way alone is possible."""

from collections.abc import Callable, Iterator, Sequence

_MOST_DIGITS = 60
_MOST_STEPS = 5_000

Fits = Callable[[Sequence[int]], bool]


class _TooLong(Exception):
    """There are more ways than are worth trying."""


def apart(texts: Sequence[str], count: int, fits: Fits) -> list[str] | None:
    """Texts of digits as `count` numbers, by the only way that `fits` what is known of them.

    `fits` is asked with every beginning, so that it may say no early. None where no way fits or several
    do, and where nothing shows that the figures ran together: one text for all, or a number like 000.
    """
    tokens = [text.strip() for text in texts if text.strip()]
    if not all(token.isascii() and token.isdigit() for token in tokens):
        return None
    together = len(tokens) == 1 or any(len(token) > 1 and token[0] == "0" for token in tokens)
    digits = sum(map(len, tokens))
    if not together or len(tokens) >= count or not count <= digits <= _MOST_DIGITS:
        return None
    ways: list[list[str]] = []
    try:
        for way in _ways(tokens, count, fits):
            ways.append(way)
            if len(ways) > 1:
                return None
    except _TooLong:
        return None
    return ways[0] if ways else None


def _ways(tokens: list[str], count: int, fits: Fits) -> Iterator[list[str]]:
    steps = 0
    open_ways: list[tuple[list[str], list[str]]] = [([], tokens)]
    while open_ways:
        steps += 1
        if steps > _MOST_STEPS:
            raise _TooLong
        done, (token, *others) = open_ways.pop()
        for length in range(1, 2 if token[0] == "0" else len(token) + 1):
            numbers = [*done, token[:length]]
            rest = [token[length:], *others] if length < len(token) else others
            left = count - len(numbers)
            if not len(rest) <= left <= sum(map(len, rest)) or not fits([int(one) for one in numbers]):
                continue
            if rest:
                open_ways.append((numbers, rest))
            else:
                yield numbers


def sums_hold(width: int) -> Fits:
    """Fits where the last of every `width` numbers is the sum of those before it."""

    def fits(numbers: Sequence[int]) -> bool:
        blocks = (numbers[start : start + width] for start in range(0, len(numbers), width))
        return all(sum(block[:-1]) == block[-1] for block in blocks if len(block) == width)

    return fits


def any_fit(_numbers: Sequence[int]) -> bool:
    """Fits always: nothing is known of the numbers but how many there are."""
    return True
