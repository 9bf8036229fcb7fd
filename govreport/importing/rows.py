"""The anatomy of a line: its label, the figures behind it, and which of them stand under which column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from govreport.importing.entries import Entries
from govreport.importing.grid import GridCell
from govreport.importing.labels import Labels, best
from govreport.importing.lines import Line, unglued
from govreport.importing.splitting import Fits, apart
from govreport.importing.values import looks_like_figure

_ORDINALS = re.compile(r"\d{1,2}\s*[、.．,，:：]|[（(]\s*\d{1,2}\s*[)）]")


@dataclass(frozen=True)
class Row:
    """A line that is a row of a table: its key, its label as seen, the cells behind the label."""

    key: str
    label: str
    cells: list[GridCell]


def row_of(line: Line, labels: Labels) -> Row | None:
    """The row that a line is, by its rightmost label; None when it has no label that is known."""
    for number in range(len(line.cells) - 1, -1, -1):
        cell = line.cells[number]
        if looks_like_figure(cell.text):
            continue
        pair = unglued(cell) if line.begins(cell) else None
        if pair is not None and (key := best(pair[0].text, labels)) is not None:
            return Row(key, pair[0].text, [pair[1], *_behind(line, number)])
        if (key := best(cell.text, labels)) is not None:
            return Row(key, cell.text, _behind(line, number))
    return None


def _behind(line: Line, number: int) -> list[GridCell]:
    """The cells after one that begin in the line."""
    return [cell for cell in line.cells[number + 1 :] if line.begins(cell)]


def trimmed(cells: Sequence[GridCell], count: int) -> list[GridCell] | None:
    """As many of the cells as there must be, without empty ones at the ends; None when two ways fit."""
    extra = len(cells) - count
    blank = [not cell.text.strip() for cell in cells]
    ways = [first for first in range(extra + 1) if all(blank[:first]) and all(blank[first + count :])]
    if len(ways) == 1 or (ways and all(blank)):
        return list(cells[ways[0] : ways[0] + count])
    return None


def at(cells: Sequence[GridCell], columns: Sequence[int]) -> list[GridCell] | None:
    """The cells at these columns, one for each; None when there are not, or anything stands elsewhere."""
    chosen = [
        cell for column in columns for cell in cells if cell.column <= column < cell.column + cell.colspan
    ]
    one_each = len(chosen) == len(set(chosen)) == len(columns)
    elsewhere = any(cell.text.strip() for cell in cells if cell not in chosen)
    return chosen if one_each and not elsewhere else None


def split(cells: Sequence[GridCell], count: int, fits: Fits, entries: Entries) -> list[GridCell] | None:
    """The cells that figures run together must have been; None when that cannot be told."""
    if not entries.may_try():
        return None
    said = [cell for cell in cells if cell.text.strip()]
    texts = apart([cell.text for cell in said], count, fits)
    if texts is None:
        return None
    return [replace(said[0], text=text) for text in texts]


def counted(cells: Sequence[GridCell], count: int) -> str:
    """Why cells could not be given their columns."""
    seen = sum(bool(cell.text.strip()) for cell in cells)
    return f"这一行应有 {count} 个数，见到 {seen} 个，分不清属于哪一列，没有采用"


def has_figure(label: str) -> bool:
    """Whether digits stand in a label besides its ordinals: a figure that ran into it."""
    return any(map(str.isdigit, _ORDINALS.sub("", label)))


SPLIT = "几个数连在一起，只有一种分法与合计相符，已按这种分法分开"
SPLIT_WITHOUT_SUM = "几个数连在一起，只有一种分法，已按这种分法分开"
BY_PLACE = "这一行的名称没有对上，按它在表中的位置采用"
HEAD_BY_PLACE = "表头没有对上，按位置采用"
STRANGE_COLUMN = "这一列是格式里没有的，内容没有采用"
IN_THE_LABEL = "这一行的名称里夹着数字，可能是这一行的数，没有采用"
ONE_ROW = "原表“（六）其他处理”只有一行，按其中的“其他”采用"
