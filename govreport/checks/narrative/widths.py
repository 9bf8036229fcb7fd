"""Full-width digits, letters, brackets and points as half-width ones, character for character."""

import re
from functools import lru_cache

# Only what figures, numbering and codes are written with; commas and full stops keep their width.
_SIGNS = {"（": "(", "）": ")", "［": "[", "］": "]", "．": ".", "－": "-", "＋": "+", "～": "~"}
_RANGES = (("０", "９"), ("Ａ", "Ｚ"), ("ａ", "ｚ"))
_NARROWED = str.maketrans(
    _SIGNS
    | {
        chr(code): chr(code - (ord("０") - ord("0")))
        for first, last in _RANGES
        for code in range(ord(first), ord(last) + 1)
    }
)


_WIDE = re.compile("[（）［］．－＋～０-９Ａ-Ｚａ-ｚ]")


@lru_cache(maxsize=16)  # several checks read the same parts
def narrowed(text: str) -> str:
    """The text with half-width signs; of the same length, so that places in it stay the same."""
    for wide in set(_WIDE.findall(text)):  # few signs, often
        text = text.replace(wide, wide.translate(_NARROWED))
    return text
