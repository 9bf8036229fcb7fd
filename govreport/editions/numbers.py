"""What may stand in a cell of the form, and how a typed entry is read."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

Number = int | Decimal

COUNT_LIMIT = 99_999_999
MONEY_PLACES = 6

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")
_PLAIN = re.compile(r"[+-]?\d+(\.\d*)?")


class Kind(StrEnum):
    """What a cell counts."""

    COUNT = "count"
    CHANGE = "change"
    MONEY = "money"


EXPECTED = {
    Kind.COUNT: f"应为 0 至 {COUNT_LIMIT:,} 的整数",
    Kind.CHANGE: "应为整数，减少的写负数",
    Kind.MONEY: f"应为不小于 0 的数，小数不超过 {MONEY_PLACES} 位",
}


# The largest magnitude that can be stored; the columns of the draft are made for it.
LIMIT: dict[Kind, Number] = {
    Kind.COUNT: COUNT_LIMIT,
    Kind.CHANGE: COUNT_LIMIT,
    Kind.MONEY: Decimal("999999999.999999"),
}


class Unreadable(ValueError):
    """A typed entry that is not a number its cell may hold; the text is a sentence for the clerk."""


def fits(number: Number, kind: Kind) -> bool:
    """Whether a number may stand in a cell of this kind (F102 speaks of the others)."""
    value = Decimal(number)
    if kind is Kind.MONEY:
        return 0 <= value <= LIMIT[kind] and value == round(value, MONEY_PLACES)
    if value != value.to_integral_value():
        return False
    return kind is Kind.CHANGE or 0 <= value <= COUNT_LIMIT


def read_number(text: str, kind: Kind) -> Number | None:
    """Read a typed entry: full-width digits, blanks around it and thousands separators are understood.

    Returns None for an empty entry, an int for counts and changes, a Decimal for money.
    Raises Unreadable, with a sentence, for everything that may not stand in the cell.
    """
    if any(unicodedata.category(sign) == "No" for sign in text):  # 5² would become 52
        raise Unreadable(f"“{shown(text)}”不是数字，{EXPECTED[kind]}")
    plain = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    if not plain:
        return None
    if not (_PLAIN.fullmatch(plain) or _GROUPED.fullmatch(plain)) or len(plain) > 40:
        raise Unreadable(f"“{shown(text)}”不是数字，{EXPECTED[kind]}")
    value = Decimal(plain.replace(",", ""))
    if not fits(value, kind) or abs(value) > LIMIT[kind]:
        raise Unreadable(f"“{shown(text)}”不能填在这一格，{EXPECTED[kind]}")
    return value if kind is Kind.MONEY else int(value)


def add(numbers: Iterable[Number]) -> Number:
    """The sum; an int while all summands are."""
    total: Number = 0
    for number in numbers:
        total = total + number
    return total


def shown(text: str, limit: int = 30) -> str:
    """An entry as it is quoted in a sentence: on one line, cut when long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit]}…"


def plain(number: Number) -> str:
    """The shortest decimal notation: 12, 0.5, 24252.311082; never an exponent."""
    if isinstance(number, int):
        return str(number)
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text
