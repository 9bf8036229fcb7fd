"""The three shapes of the official tables: blocks under an article, a matrix, a strip of one row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from govreport.editions.cells import Address
from govreport.editions.schema import Cell, Column, GridRow, Group, Heading, Row, Table


@dataclass(frozen=True)
class Block:
    """Rows of table 二 under one item of article 20. `spans` are the colspans of label and figures."""

    article: str
    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    spans: tuple[int, ...]


def blocks(*, key: str, title: str, source: str, blocks: tuple[Block, ...]) -> Table:
    """A table of blocks, each with its article line and its own column heads."""
    return Table(
        key=key,
        title=title,
        source=source,
        grid_columns=sum(blocks[0].spans),
        head=(),
        bodies=tuple(tuple(_block_rows(key, block)) for block in blocks),
    )


def _block_rows(table: str, block: Block) -> Iterator[GridRow]:
    yield (Heading(block.article, colspan=sum(block.spans), scope="rowgroup"),)
    labels = (block.label, *(column.label for column in block.columns))
    yield tuple(Heading(label, colspan=span) for label, span in zip(labels, block.spans, strict=True))
    for row in block.rows:
        heading = Heading(row.label, colspan=block.spans[0], scope="row", help=row.help)
        cells = (
            _cell(table, row, row.label, column, colspan=span)
            for column, span in zip(block.columns, block.spans[1:], strict=True)
        )
        yield (heading, *cells)


def matrix(
    *,
    key: str,
    title: str,
    source: str,
    corner: str,
    heads: tuple[tuple[Heading, ...], ...],
    columns: tuple[Column, ...],
    rows: tuple[Row | Group, ...],
    total_rows: frozenset[str],
) -> Table:
    """A table of rows by columns, group labels spanning rows. `heads` are the heads beside the corner."""
    depth = max(len(path) for path, _ in _leaves(rows)) + 1
    first = (Heading(corner, colspan=depth, rowspan=len(heads), scope=None), *heads[0])
    body: tuple[GridRow, ...] = tuple(
        (*labels, *(_cell(key, row, name, column, total=row.key in total_rows) for column in columns))
        for labels, row, name in _matrix_rows(rows, depth)
    )
    return Table(key, title, source, depth + len(columns), (first, *heads[1:]), (body,))


def _matrix_rows(rows: Iterable[Row | Group], depth: int) -> Iterator[tuple[tuple[Heading, ...], Row, str]]:
    """Each row with the labels printed in front of it (group labels once, spanning) and its spoken name."""
    for item in rows:
        if isinstance(item, Row):
            yield (Heading(item.label, colspan=depth, scope="row", help=item.help),), item, item.label
            continue
        label = Heading(item.label, rowspan=len(list(_leaves(item.rows))), scope="rowgroup")
        for number, (labels, row, name) in enumerate(_matrix_rows(item.rows, depth - 1)):
            spoken = f"{item.label} {name}" if item.in_name else name
            yield ((label, *labels) if number == 0 else labels), row, spoken


def strip(
    *, key: str, title: str, source: str, columns: tuple[Column, ...], rows: tuple[Row | Group, ...]
) -> Table:
    """A table printed as one line of figures: each row's columns side by side under its heads."""
    depth = max(len(path) for path, _ in _leaves(rows)) + 2
    heads: tuple[list[Heading], ...] = tuple([] for _ in range(depth))
    figures: list[Cell] = []
    for item in rows:
        _strip_heads(item, columns, heads, level=0)
    for path, row in _leaves(rows):
        name = " ".join((*(group.label for group in path), row.label))
        figures += [_cell(key, row, name, column) for column in columns]
    return Table(key, title, source, len(figures), tuple(map(tuple, heads)), ((tuple(figures),),))


def _strip_heads(
    item: Row | Group, columns: tuple[Column, ...], heads: tuple[list[Heading], ...], level: int
) -> None:
    width = len(columns) * (1 if isinstance(item, Row) else len(list(_leaves(item.rows))))
    heads[level].append(Heading(item.label, colspan=width, scope="colgroup"))
    if isinstance(item, Group):
        for child in item.rows:
            _strip_heads(child, columns, heads, level + 1)
    else:
        span = len(heads) - level - 1
        heads[level + 1].extend(Heading(column.label, rowspan=span) for column in columns)


def _leaves(
    rows: Iterable[Row | Group], path: tuple[Group, ...] = ()
) -> Iterator[tuple[tuple[Group, ...], Row]]:
    for item in rows:
        if isinstance(item, Row):
            yield path, item
        else:
            yield from _leaves(item.rows, (*path, item))


def _cell(
    table: str, row: Row, row_name: str, column: Column, *, total: bool = False, colspan: int = 1
) -> Cell:
    return Cell(
        address=Address(table, row.key, column.key),
        kind=column.kind,
        row_name=row_name,
        row_short=row.short or row_name,
        column_name=column.label,
        total=total or column.key == "total",
        colspan=colspan,
    )
