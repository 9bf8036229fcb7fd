"""Grids to an edition's cells: by labels, by place where labels are torn, and never by guessing."""

from collections.abc import Iterable

from govreport.editions.lookup import EDITIONS, UnknownEdition, edition_for
from govreport.editions.schema import Edition
from govreport.importing.entries import Entries, Matched
from govreport.importing.grid import Source
from govreport.importing.labels import bare
from govreport.importing.lines import Line, lines
from govreport.importing.matching_rows import Applications, Disclosure, Disputes
from govreport.importing.tables import own_labels


def match(source: Source, *, year: int | None = None) -> Matched | None:
    """The figures of a source, or None when none of its grids is one of the three tables.

    `year` is the report's, where it is known; the labels decide on the edition before it does.
    """
    rows = list(lines(source))
    edition = which_edition(rows, year)
    if edition is None:
        return None
    entries = Entries(edition)
    tables = (Disclosure(entries), Disputes(entries), Applications(entries))
    for line in rows:
        for table in tables:
            if table.take(line):
                break
    if not any(table.found for table in tables):
        return None
    return entries.matched()


def which_edition(rows: Iterable[Line], year: int | None) -> Edition | None:
    """The edition with most labels of its own among the rows; the year's where they are even."""
    seen = {bare(cell.text) for line in rows for cell in line.cells}
    votes = {key: len(seen & own_labels(edition)) for key, edition in EDITIONS.items()}
    most = [key for key, count in votes.items() if count == max(votes.values())]
    if len(most) == 1:
        return EDITIONS[most[0]]
    try:
        return edition_for(year) if year else None
    except UnknownEdition:
        return None
