"""Dates and the statistics period as reports write them: in digits of any width or in Chinese."""

import calendar
import re
import unicodedata
from datetime import date

from govreport.editions.cells import Period

_DIGITS = {
    sign: value
    for value, signs in enumerate(("〇○零", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_HAN = "〇○零一二三四五六七八九"
_HAN_YEAR = re.compile(rf"二[〇○零OoＯ0][{_HAN}]{{2}}(?=年)")
_HAN_PART = re.compile(r"([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日])")
DAY = r"(?P<y>20\d{2})(?:年|[-./])(?P<m>\d{1,2})(?:月|[-./])(?P<d>\d{1,2})日?"
_DAY = re.compile(DAY)
_TO = r"(?:起|止)?(?:至|到|-{1,2}|—{1,2}|–|~|～)"
_PERIOD = re.compile(
    rf"(?:(?P<y1>20\d{{2}})年度?)?(?P<m1>\d{{1,2}})月(?:(?P<d1>\d{{1,2}})日)?(?:份)?{_TO}"
    r"(?:(?P<y2>20\d{2})年)?(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
)


def plain(text: str) -> str:
    """A text as it is compared: NFKC, no white space, and Chinese dates in digits (二〇二三年 is 2023年)."""
    return in_digits("".join(unicodedata.normalize("NFKC", text).split()))


def in_digits(text: str) -> str:
    """A text without white space, years and dates in ASCII digits; all else as written."""
    squeezed = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in "".join(text.split())
    )
    years = _HAN_YEAR.sub(lambda found: "20" + "".join(str(_digit(sign)) for sign in found[0][2:]), squeezed)
    return _HAN_PART.sub(lambda found: str(_below_hundred(found[0])), years)


def _digit(sign: str) -> int:
    return _DIGITS.get(sign, 0)


def _below_hundred(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (10 * (_digit(tens) if tens else 1) if ten else 0) + (_digit(ones) if ones else 0)


def day_in(text: str) -> date | None:
    """The day that a plain text is, None when it is more or no day."""
    found = _DAY.fullmatch(text)
    return _day(found["y"], found["m"], found["d"]) if found else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def period_in(text: str, year: int | None) -> Period | None:
    """The first period that a text names. Months count whole; `year` is meant where none is written."""
    for found in _PERIOD.finditer(plain(text)):
        first_year = found["y1"] or year
        last_year = found["y2"] or first_year
        if not first_year or not last_year or not 1 <= int(found["m2"]) <= 12:
            continue
        last_day = found["d2"] or calendar.monthrange(int(last_year), int(found["m2"]))[1]
        first = _day(first_year, found["m1"], found["d1"] or 1)
        last = _day(last_year, found["m2"], last_day)
        if first and last and first < last:
            return Period(first, last)
    return None
