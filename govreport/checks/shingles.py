"""A small sample of a text's shingles: tells which of a thousand texts may be alike before one is read."""

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from zlib import crc32

# Years in Chinese numerals, and everything that is no letter: digits, white space, punctuation, marks.
# Punctuation goes because numbers hold some: 1,234 and 987, 12.5% and 13% are the same text.
IGNORED = re.compile(r"[〇零○一二三四五六七八九]{4}(?=年)|[\W\d_]+")

# A shingle is so many letters in a row; a sample holds at most so many.
SHINGLE = 4
KEPT = 1024

# To be stored beside a sample: raise it with every change of what a sample holds, and the old ones are void.
RECIPE = 1

_WIDTH = 4  # bytes of a letter in UTF-32, and of a hash
_LARGEST = 2**32 - 1


def letters(text: str) -> str:
    """What is compared of a text: without digits, years, white space and punctuation."""
    return IGNORED.sub("", text)


@dataclass(frozen=True)
class Shingles:
    """The shingles of a text with the smallest hashes: all of a short text, `KEPT` of a long one.

    Two samples agree on what is small, so they can be compared. `packed` is what to store: the hashes,
    ascending, 4 bytes each, little endian; the same on every machine and in every process.
    """

    packed: bytes

    @classmethod
    def of(cls, text: str) -> "Shingles":
        """The sample of a text as it was written."""
        raw = letters(text).encode("utf-32-le")
        ends = range(SHINGLE * _WIDTH, len(raw) + 1, _WIDTH)
        smallest = nsmallest(KEPT, {crc32(raw[end - SHINGLE * _WIDTH : end]) for end in ends})
        return cls(struct.pack(f"<{len(smallest)}I", *smallest))

    def share_in(self, other: "Shingles") -> float:
        """Which share of this text's shingles the other has too, from 0 to 1: exact for short texts.

        Within a few hundredths for long ones. 1 when the samples do not meet, so that nobody is sure.
        """
        theirs = other._unpacked()
        reach = theirs[-1] if len(theirs) == KEPT else _LARGEST  # the other sample says nothing beyond
        comparable = bisect_right(self._ascending, reach)
        return len(self._as_set.intersection(theirs)) / comparable if comparable else 1.0

    @cached_property
    def _ascending(self) -> tuple[int, ...]:
        return self._unpacked()

    @cached_property
    def _as_set(self) -> frozenset[int]:
        return frozenset(self._ascending)

    def _unpacked(self) -> tuple[int, ...]:
        """Not kept of the others: a thousand samples stay as small as they are stored."""
        return struct.unpack(f"<{len(self.packed) // _WIDTH}I", self.packed)
