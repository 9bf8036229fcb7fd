"""Years as texts write them: 2023, ２０２３, 二〇二三."""

import re
from functools import lru_cache

# How each digit of a year is written.
_DIGITS = ("0０〇○零", "1１一", "2２二", "3３三", "4４四", "5５五", "6６六", "7７七", "8８八", "9９九")
_VALUES = {sign: str(value) for value, signs in enumerate(_DIGITS) for sign in signs}
_ANY = "".join(_DIGITS)
_YEAR = re.compile(rf"(?<![{_ANY}])[{_DIGITS[2]}][{_DIGITS[0]}][{_ANY}]{{2}}(?![{_ANY}])")


@lru_cache(maxsize=64)
def spelled(year: int) -> str:
    """A pattern that matches the year in any spelling, without 年 behind it."""
    signs = "".join(f"[{_DIGITS[int(digit)]}]" for digit in str(year))
    return f"(?<![{_ANY}]){signs}(?![{_ANY}])"


def years_in(text: str) -> set[int]:
    """The years from 2000 to 2099 that a text names."""
    return {int("".join(_VALUES[sign] for sign in found[0])) for found in _YEAR.finditer(text)}
