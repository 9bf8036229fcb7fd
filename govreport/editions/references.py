"""References to figures in a text: stored as `⟦table.row.column⟧`, read as 〔表三·本年新收·总计〕.

A reference to last year's value of a cell is `⟦last:table.row.column⟧`, and 〔上年·表三·本年新收·总计〕.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from govreport.editions.cells import Address
from govreport.editions.schema import Cell, Edition

LAST = "last:"
LAST_YEAR = "上年·"
TABLES: Mapping[str, str] = {"disclosure": "表二", "applications": "表三", "disputes": "表四"}

_STORED = re.compile(r"⟦(last:)?([a-z0-9_]+)\.([a-z0-9_]+)\.([a-z0-9_]+)⟧")
# 〔2021〕30号 is a document's number, 〔表彰决定〕 a title; what begins as a name does is meant as one.
_NAMED = re.compile(r"〔(?:表[二三四]|上年·)[^〔〕\n]{1,80}〕")

_ORDINAL = re.compile(r"^(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十0-9]+[、.．])")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]|、.*")


@dataclass(frozen=True)
class Reference:
    """A figure that a text refers to: a cell of this report, or the same cell of last year's."""

    address: Address
    last_year: bool = False

    @property
    def stored(self) -> str:
        """How it stands in a stored text; nobody types these brackets by accident."""
        return f"⟦{LAST if self.last_year else ''}{self.address}⟧"


@cache
def references(form: Edition) -> Mapping[str, Reference]:
    """Every figure that a text of this edition may refer to, by its name in brackets, in printed order."""
    named = [(_name(cell), address) for address, cell in form.cells.items()]
    this_year = {f"〔{name}〕": Reference(address) for name, address in named}
    return this_year | {
        f"〔{LAST_YEAR}{name}〕": Reference(address, last_year=True) for name, address in named
    }


@cache
def _names(form: Edition) -> Mapping[Reference, str]:
    return {reference: name for name, reference in references(form).items()}


def name_of(reference: Reference, form: Edition) -> str:
    """The name of a reference in brackets. KeyError when the edition has no such cell."""
    return _names(form)[reference]


def worded(text: str, form: Edition) -> str:
    """A stored text as people read and write it. An address that the edition does not have stays."""
    return _replaced(text, lambda reference: _names(form).get(reference))


def addressed(text: str, form: Edition) -> str:
    """A text as it is stored. A name that the edition does not have stays as it was written."""
    known = references(form)
    return _NAMED.sub(lambda found: known[found[0]].stored if found[0] in known else found[0], text)


def resolved(text: str, form: Edition, value_of: Callable[[Reference], str | None]) -> str:
    """A stored text with the value of each reference; one without a value stays visible by its name."""
    return _replaced(text, lambda one: _names(form).get(one) and (value_of(one) or _names(form)[one]))


def without_values(text: str) -> str:
    """A stored text with 0 for each reference, to be compared with others: there digits do not count."""
    return _replaced(text, lambda _: "0")


def named_in(text: str) -> Iterator[str]:
    """What stands in a text as the name of a reference, known or not, or as a stored one; each once."""
    found = (*_NAMED.findall(text), *(match[0] for match in _STORED.finditer(text)))
    return iter(dict.fromkeys(found))


def _replaced(text: str, words_for: Callable[[Reference], str | None]) -> str:
    if "⟦" not in text:
        return text

    def words(found: re.Match[str]) -> str:
        last, table, row, column = found.groups()
        return words_for(Reference(Address(table, row, column), bool(last))) or found[0]

    return _STORED.sub(words, text)


def _name(cell: Cell) -> str:
    """Table, row and column in few words: without ordinals, asides and what only lengthens."""
    pieces = (*cell.row_short.split(" "), cell.column_name)
    return "·".join((TABLES[cell.address.table], *(_ASIDE.sub("", _ORDINAL.sub("", one)) for one in pieces)))
