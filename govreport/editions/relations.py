"""The rules of an edition spelled out cell by cell: which figures must add up to which."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from govreport.editions.cells import Address
from govreport.editions.numbers import Number, add
from govreport.editions.schema import Balance, ColumnSum, Edition, RowSum, Rule, Table


@dataclass(frozen=True)
class Relation:
    """One rule in one row or column: the cells on the left add up to those on the right.

    For a sum the left is its total cell alone and the right are its parts.
    """

    rule: Rule
    left: tuple[Address, ...]
    right: tuple[Address, ...]


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
    if isinstance(rule, RowSum):
        for row in table.rows:
            parts = tuple(Address(table.key, row, column) for column in rule.parts)
            yield Relation(rule, (Address(table.key, row, rule.total),), parts)
        return
    left, right = (rule.left, rule.right) if isinstance(rule, Balance) else ((rule.total,), rule.parts)
    for column in table.columns:
        yield Relation(
            rule,
            tuple(Address(table.key, row, column) for row in left),
            tuple(Address(table.key, row, column) for row in right),
        )


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
