"""The same figures written otherwise, as people do; which cells, and how, follows from the address alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from zlib import crc32

from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number, plain

_WIDE = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,+-"}
_NOTHING = ("/", "\xa0", "-", "无")


def _separated(text: str) -> str:
    return f"{Decimal(text):,}"


def _plus(text: str) -> str:
    return text if text.startswith("-") else f"+{text}"


# What is written for a figure; None of these makes it another one.
_WAYS: tuple[Callable[[str], str], ...] = (
    lambda text: text.translate(_WIDE),
    lambda text: f"\u3000{text}\xa0",
    _separated,
    lambda text: f" {_separated(text).translate(_WIDE)} ",
)


@dataclass
class Noise:
    """How each cell of a content is written, and what must come of it.

    `expected` has the right result of each cell (None is blank); `owed` the cells that need a doubt.
    """

    texts: dict[Address, str] = field(default_factory=dict)
    expected: dict[Address, Number | None] = field(default_factory=dict)
    owed: set[Address] = field(default_factory=set)

    def text(self, address: Address) -> str:
        """What is written in a cell."""
        return self.texts[address]


def clean(content: Content) -> Noise:
    """Every figure as it is: digits, nothing where the cell is blank."""
    noise = Noise()
    for address in edition(content.edition).cells:
        number = content.figure(address)
        noise.expected[address] = number
        noise.texts[address] = "" if number is None else plain(number)
    return noise


def noisy(content: Content) -> Noise:
    """Some figures otherwise: full width, separated, with blanks, `? 0`; rows of noughts as "/", NBSP, "-".

    A blank stays blank. The first row of noughts of a table that is written so owes doubts while the
    table has a nought elsewhere; a lost NBSP owes one always.
    """
    noise = clean(content)
    for address, number in noise.expected.items():
        if number is not None:
            _write(noise, address, plain(number))
    for table in edition(content.edition).tables:
        for row in table.rows:
            _empty(noise, [cell.address for cell in table.cells if cell.address.row == row])
    return noise


def _chance(*words: str) -> int:
    return crc32("/".join(words).encode())


def _write(noise: Noise, address: Address, text: str) -> None:
    chance = _chance(str(address), text)
    if text == "0" and chance % 40 == 0:
        noise.texts[address] = "? 0"
        noise.owed.add(address)
    elif address.column == "items_change" and chance % 2:
        noise.texts[address] = _plus(text)
    elif chance % 3 == 0:
        noise.texts[address] = _WAYS[chance % len(_WAYS)](text)


def _empty(noise: Noise, row: list[Address]) -> None:
    """Write a row of noughts with a sign for nothing; not all of a table, and not a nought alone."""
    chance = _chance(*map(str, row))
    if len(row) < 2 or chance % 5 or any(noise.expected[address] != 0 for address in row):
        return
    sign = _NOTHING[chance % len(_NOTHING)]
    for address in row:
        noise.texts[address], noise.expected[address] = sign, None
        if sign.strip():
            noise.owed.add(address)
        else:
            noise.owed.discard(address)
