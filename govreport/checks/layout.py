"""What a file showed besides figures and text: the parts it has, and its departures from the form."""

from dataclasses import dataclass

from govreport.editions.cells import Address


@dataclass(frozen=True)
class Wording:
    """A heading or label as it was written, and the official one that it stands for.

    `place` is the key of the section or table in which it stands.
    """

    place: str
    seen: str
    official: str


@dataclass(frozen=True)
class ForeignColumns:
    """A row that was printed with the columns of another edition: its own cells, the column heads as seen."""

    table: str
    row: str
    row_name: str
    seen: tuple[str, ...]
    edition: str
    cells: tuple[Address, ...]


@dataclass(frozen=True)
class Unknown:
    """A row or column of a table that the edition does not have, as it was written."""

    table: str
    seen: str


@dataclass(frozen=True)
class Layout:
    """How a file was laid out: keys of the sections and tables that were found, and all departures."""

    sections: frozenset[str]
    tables: frozenset[str]
    wordings: tuple[Wording, ...] = ()
    foreign: tuple[ForeignColumns, ...] = ()
    unknown: tuple[Unknown, ...] = ()
