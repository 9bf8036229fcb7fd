"""The rules of an edition spelled out cell by cell: which figures must agree with which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from govreport.editions.cells import Address
from govreport.editions.numbers import Number, add
from govreport.editions.schema import (
    Balance,
    CarriedOver,
    ColumnSum,
    Edition,
    PendingFloor,
    RowSum,
    Rule,
    StockBalance,
    StockFloor,
    Table,
)


@dataclass(frozen=True)
class Relation:
    """One rule in one row or column: the cells on the left agree with those on the right, as the rule says.

    For a sum the left is its total cell alone and the right are its parts; for a stock the right are what
    was added and what was taken away. `before` are the cells of last year's report that take part.
    """

    rule: Rule
    left: tuple[Address, ...]
    right: tuple[Address, ...] = ()
    before: tuple[Address, ...] = ()


@cache
def relations(edition: Edition, table: str) -> tuple[Relation, ...]:
    """Every relation of a table, in the order of the rules and of the printed rows or columns."""
    return tuple(
        relation
        for rule in edition.rules
        if rule.table == table
        for relation in _spelled_out(rule, edition.table(table))
    )


def _spelled_out(rule: Rule, table: Table) -> Iterator[Relation]:
    def row(key: str, *columns: str) -> tuple[Address, ...]:
        return tuple(Address(table.key, key, column) for column in columns)

    def column(key: str, *rows: str) -> tuple[Address, ...]:
        return tuple(Address(table.key, row, key) for row in rows)

    match rule:
        case RowSum():
            for key in table.rows:
                yield Relation(rule, row(key, rule.total), row(key, *rule.parts))
        case ColumnSum():
            for key in table.columns:
                yield Relation(rule, column(key, rule.total), column(key, *rule.parts))
        case Balance():
            for key in table.columns:
                yield Relation(rule, column(key, *rule.left), column(key, *rule.right))
        case StockFloor():
            for key in rule.rows:
                yield Relation(rule, row(key, rule.stock), row(key, rule.added, rule.removed))
        case StockBalance():
            for key in rule.rows:
                stock = row(key, rule.stock)
                yield Relation(rule, stock, row(key, rule.added, rule.removed), before=stock)
        case CarriedOver():
            for key in table.columns:
                yield Relation(rule, column(key, rule.opening), before=column(key, rule.closing))
        case PendingFloor():
            for key in table.rows:
                yield Relation(rule, row(key, rule.total), before=row(key, rule.pending))


@cache
def row_parts(edition: Edition) -> Mapping[Address, tuple[Address, ...]]:
    """For every total at the end of a row, the cells of that row which it adds up."""
    return {
        relation.left[0]: relation.right
        for table in edition.tables
        for relation in relations(edition, table.key)
        if isinstance(relation.rule, RowSum)
    }


@cache
def sums(edition: Edition, table: str) -> tuple[Relation, ...]:
    """The sums that compute every total of a table, in computing order: down the columns, then across."""
    across = [relation for relation in relations(edition, table) if isinstance(relation.rule, RowSum)]
    done_across = {relation.left for relation in across}
    down = [relation for relation in relations(edition, table) if isinstance(relation.rule, ColumnSum)]
    return (*(relation for relation in down if relation.left not in done_across), *across)


def balances(edition: Edition, table: str) -> tuple[Relation, ...]:
    """The balances of a table, one a column."""
    return tuple(item for item in relations(edition, table) if isinstance(item.rule, Balance))


def with_totals(figures: Mapping[Address, Number], edition: Edition) -> dict[Address, Number]:
    """The figures with every total computed; a total is blank when all its parts are blank."""
    computed = {address: number for address, number in figures.items() if not edition.cells[address].total}
    for table in edition.tables:
        for relation in sums(edition, table.key):
            parts = [computed[part] for part in relation.right if part in computed]
            if parts:
                computed[relation.left[0]] = add(parts)
    return computed
