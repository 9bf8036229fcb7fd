"""Tables that go on over pages: the parts become one, rows and labels cut by the page break whole again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from govreport.importing.readers.pdf_tables import SAME_EDGE, Cell, Table, is_full

_ORDINAL = re.compile(
    r"\s*([(（]?[一二三四五六七八九十\d]{1,2}[)）、.．,，:：]|第[一二三四五六七八九十\d]+条)"
)
_FIGURE = re.compile(r"[+-]?[\d,.]+")
_CUT = "这一行被分页切断，名称和数字分在两页，已连起来"
_COLUMNS = 4
_FULL = 2.0  # signs: words and closing signs that may not begin a line leave so much free

Pair = tuple[Cell, Cell]


def goes_on(upper: Table, lower: Table) -> bool:
    """Whether a table at the top of a page may be the one from the foot of the page before.

    It has its sides, or its columns: cells that reach over the break may have lost their lines.
    """
    (left, right), (other_left, other_right) = upper.sides, lower.sides
    if abs(left - other_left) <= SAME_EDGE and abs(right - other_right) <= SAME_EDGE:
        return True
    known, seen = upper.edges, lower.edges
    same = sum(any(abs(edge - other) <= SAME_EDGE for other in known) for edge in seen)
    return same == len(seen) >= _COLUMNS


def joined(upper: Table, lower: Table) -> tuple[Table, bool]:
    """A table with its rows from the next page; and whether a head was printed again, which is left out."""
    head = _repeated_rows(upper, lower)
    below = [cell for cell in lower.cells if cell.box.row >= head]
    pairs = _pairs(upper.row(upper.height - 1), [cell for cell in below if cell.box.row == head])
    single = [pair for pair in pairs if pair[0].box.rowspan == pair[1].box.rowspan == 1]
    spanning = [pair for pair in pairs if pair not in single and not _begins_anew(pair[1])]
    shift = upper.height - head
    remark = ""
    if _runs_on(single):
        shift, spanning = shift - 1, [*spanning, *single]
    elif _is_torn(single):
        shift, spanning, remark = shift - 1, [*spanning, *single], _CUT
    halves = {id(above): part for above, part in spanning}
    gone = set(map(id, halves.values()))
    kept = [_whole(cell, halves.get(id(cell)), shift, remark) for cell in upper.cells]
    added = [_moved(cell, shift) for cell in below if id(cell) not in gone]
    return Table(lower.height + shift, (*kept, *added)), head > 0


def _repeated_rows(upper: Table, lower: Table) -> int:
    """How many rows at the top of the page print the table's first rows again."""
    count = 0
    while count < min(upper.height, lower.height):
        texts = [cell.text for cell in lower.row(count)]
        if texts != [cell.text for cell in upper.row(count)] or not any(texts):
            break
        count += 1
    if any(cell.box.row < count < cell.end for cell in lower.cells):
        return 0
    return 0 if any(_is_figure(cell) for cell in lower.cells if cell.box.row < count) else count


def _pairs(upper: Sequence[Cell], lower: Sequence[Cell]) -> list[Pair]:
    """The cells that stand over one another with the same edges."""
    return [
        (above, below)
        for above in upper
        for below in lower
        if abs(above.box.x0 - below.box.x0) <= SAME_EDGE and abs(above.box.x1 - below.box.x1) <= SAME_EDGE
    ]


def _runs_on(pairs: Sequence[Pair]) -> bool:
    """Whether two rows are halves of one: a label had to go on, and the figures stand in one half."""
    both = [(above, below) for above, below in pairs if above.lines and below.lines]
    upper = [above for above, below in pairs if above.lines and not below.lines]
    lower = [below for above, below in pairs if below.lines and not above.lines]
    return (
        bool(both)
        and not (upper and lower)
        and all(_had_to_go_on(above) and not _begins_anew(below) for above, below in both)
    )


def _is_torn(pairs: Sequence[Pair]) -> bool:
    """Whether the label stands in one half and nothing but figures in the other."""
    halves = [above for above, _ in pairs], [below for _, below in pairs]
    for half, other in (halves, halves[::-1]):
        figures = [cell for cell in other if cell.lines]
        if len(pairs) > 1 and figures and half[0].lines and not _is_figure(half[0]):
            return (
                not other[0].lines
                and not any(cell.lines for cell in half[1:])
                and all(map(_is_figure, figures))
            )
    return False


def _had_to_go_on(cell: Cell) -> bool:
    return not _is_figure(cell) and is_full(cell.lines[-1], cell.box.x1 - cell.box.x0, _FULL)


def _begins_anew(cell: Cell) -> bool:
    return bool(_ORDINAL.match(cell.text)) or _is_figure(cell)


def _is_figure(cell: Cell) -> bool:
    return bool(_FIGURE.fullmatch(cell.text))


def _whole(upper: Cell, lower: Cell | None, shift: int, remark: str) -> Cell:
    """One cell of two halves, with the rows of both; as it is when nothing goes on."""
    if lower is None:
        return upper
    box = replace(upper.box, rowspan=lower.end + shift - upper.box.row)
    odd = remark if _is_figure(upper) or _is_figure(lower) else ""
    return Cell(box, upper.lines + lower.lines, upper.remark or lower.remark or odd)


def _moved(cell: Cell, rows: int) -> Cell:
    return replace(cell, box=replace(cell.box, row=cell.box.row + rows))
