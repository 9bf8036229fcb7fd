"""Signs to lines of text: what was drawn twice, glyphs that only look like their character, gaps."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from govreport.importing.readers.pdf_page import Sign

# Parts of the size of the type.
_SAME_LINE = 0.2
_SAME_SIGN = 0.3
_GAP = 0.25  # between words of Latin letters and digits
_WIDE_GAP = 0.8  # between Chinese characters, which a justified line sets apart
_MIXED_GAP = 0.6
COLUMN_GAP = 1.5


def is_wide(sign: str) -> bool:
    """Whether a sign is written without a space beside its like."""
    return unicodedata.east_asian_width(sign) in "WF" or sign in "“”‘’—…·"


@dataclass(frozen=True)
class Line:
    """Signs on one base line, from left to right, at least one that is no space."""

    signs: tuple[Sign, ...]

    @cached_property
    def inked(self) -> tuple[Sign, ...]:
        """The signs that are no spaces."""
        return tuple(sign for sign in self.signs if not sign.text.isspace())

    @property
    def x0(self) -> float:
        """Where the text begins."""
        return self.inked[0].x0

    @property
    def x1(self) -> float:
        """Where the text ends."""
        return self.inked[-1].x1

    @property
    def base(self) -> float:
        """The base line, from the top of the page."""
        return self.signs[0].base

    @cached_property
    def size(self) -> float:
        """The size of the largest type in it."""
        return max(sign.size for sign in self.inked)

    @cached_property
    def text(self) -> str:
        """The text, a space where a gap was left."""
        return "".join(_spaced(self.signs)).strip()

    def segments(self, gap: float = COLUMN_GAP) -> list["Line"]:
        """The line cut at gaps that part columns, in parts of the size of the type."""
        parts: list[list[Sign]] = []
        last: Sign | None = None
        for sign in self.inked:
            if last is None or sign.x0 - last.x1 > gap * max(sign.size, last.size):
                parts.append([])
            parts[-1].append(sign)
            last = sign
        return [Line(tuple(part)) for part in parts]


def lines(signs: Iterable[Sign]) -> list[Line]:
    """The signs as lines from the top down; empty ones are left out."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: sign.base):
        if rows and sign.base - rows[-1][0].base <= _SAME_LINE * min(sign.size, rows[-1][0].size):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    found = (tuple(_once(sorted(row, key=lambda sign: sign.x0))) for row in rows)
    return [Line(row) for row in found if any(not sign.text.isspace() for sign in row)]


def _once(row: list[Sign]) -> Iterator[Sign]:
    """Signs of a row without those that were drawn over themselves to look bold."""
    kept: list[Sign] = []
    for sign in row:
        near = _SAME_SIGN * (sign.x1 - sign.x0)
        if not any(other.text == sign.text and sign.x0 - other.x0 < near for other in kept[-3:]):
            kept.append(sign)
            yield sign


def _spaced(signs: Iterable[Sign]) -> Iterator[str]:
    last: Sign | None = None
    for sign in signs:
        if last is not None and sign.x0 - last.x1 > _gap(last.text, sign.text) * min(last.size, sign.size):
            yield " "
        yield sign.text
        last = sign


def _gap(left: str, right: str) -> float:
    """How wide a gap is one that means a space; none beside a space."""
    if left.isspace() or right.isspace():
        return float("inf")
    wide = is_wide(left[-1]) + is_wide(right[0])
    return (_GAP, _MIXED_GAP, _WIDE_GAP)[wide]
