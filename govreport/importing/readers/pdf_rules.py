"""Rules to frames: drawn lines joined, what hangs together, the cells that they part."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from govreport.importing.grid import Unreadable
from govreport.importing.readers.pdf_page import Page, Rule

_THICKNESS = 3.5  # points; the lines of a double border are no further apart
_DOT_GAP = 5.0  # between dots and dashes
_SHORTEST = 6.0
_TOUCH = 3.0
_MOST_CROSSINGS = 4_000_000


@dataclass(frozen=True)
class Box:
    """A cell of a frame: its place in the frame's rows and columns, and its edges on the page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Frame:
    """A ruled table on one page: where its columns and rows begin and end, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.ys[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.ys[-1]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column at a point, None outside."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1


def frames(page: Page) -> list[Frame]:
    """The ruled tables of a page from the top down; boxes around a text are none. Raises Unreadable."""
    level, upright = _joined(page.level), _joined(page.upright)
    if len(level) * len(upright) > _MOST_CROSSINGS:
        raise Unreadable("PDF 页面上的线条过多，不像是年度报告")
    found = (frame_of(*group) for group in _groups(level, upright))
    return sorted((frame for frame in found if frame is not None), key=lambda frame: frame.top)


def level_rules(page: Page) -> list[Rule]:
    """The level rules of a page, joined, from the top down."""
    return _joined(page.level)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie in one line as one: double ones, dashes, the borders of one cell after another."""
    bands: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if bands and rule.at - bands[-1][0].at <= _THICKNESS:
            bands[-1].append(rule)
        else:
            bands.append([rule])
    return [rule for band in bands for rule in _runs(band) if rule.end - rule.start >= _SHORTEST]


def _runs(band: list[Rule]) -> list[Rule]:
    at = (min(rule.at for rule in band) + max(rule.at for rule in band)) / 2
    runs: list[Rule] = []
    for rule in sorted(band, key=lambda rule: rule.start):
        if runs and rule.start - runs[-1].end <= _DOT_GAP:
            runs[-1] = replace(runs[-1], end=max(runs[-1].end, rule.end))
        else:
            runs.append(Rule(at, rule.start, rule.end))
    return runs


def _groups(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules that touch, directly or through others."""
    root = list(range(len(level) + len(upright)))

    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for i, across in enumerate(level):
        for j, down in enumerate(upright):
            if _reaches(across, down.at) and _reaches(down, across.at):
                root[find(i)] = find(len(level) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*level, *upright]):
        groups.setdefault(find(number), ([], []))[number >= len(level)].append(rule)
    yield from _with_strays(list(groups.values()))


def _with_strays(groups: list[tuple[list[Rule], list[Rule]]]) -> list[tuple[list[Rule], list[Rule]]]:
    """The groups, upright rules that touch no level one with the table beside them: a cell that reaches over
    a page break may have lost its level lines."""
    tables = [group for group in groups if group[0] and group[1]]
    for level, upright in groups:
        for rule in upright if not level else ():
            for _, own in tables:
                top, bottom = min(other.start for other in own), max(other.end for other in own)
                if top - _TOUCH <= rule.start and rule.end <= bottom + _TOUCH:
                    own.append(rule)
                    break
    return tables


def _reaches(rule: Rule, at: float) -> bool:
    return rule.start - _TOUCH <= at <= rule.end + _TOUCH


def frame_of(level: list[Rule], upright: list[Rule]) -> Frame | None:
    """A group of rules as a table. Where the rules of a side are missing (a page cut, an open form), the
    ends of the others are its edge."""
    if not level or not upright:
        return None
    xs = _edges([rule.at for rule in upright], level)
    ys = _edges([rule.at for rule in level], upright)
    boxes = tuple(_boxes(xs, ys, level, upright))
    return Frame(tuple(xs), tuple(ys), boxes) if len(boxes) > 1 else None


def _edges(places: list[float], across: list[Rule]) -> list[float]:
    outer = [min(rule.start for rule in across), max(rule.end for rule in across)]
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _THICKNESS:
            edges.append(place)
    if edges[0] - outer[0] > _SHORTEST:
        edges.insert(0, outer[0])
    if outer[1] - edges[-1] > _SHORTEST:
        edges.append(outer[1])
    return edges


def _boxes(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> Iterator[Box]:
    """The cells: squares of the grid that no rule parts are one cell."""
    below = [_parted(ys[row + 1], xs, level) for row in range(len(ys) - 2)]
    right = [_parted(xs[column + 1], ys, upright) for column in range(len(xs) - 2)]
    free = {(row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}
    for row, column in sorted(free):
        if (row, column) not in free:
            continue
        end = column + 1
        while end < len(xs) - 1 and (row, end) in free and not right[end - 1][row]:
            end += 1
        span = range(column, end)
        last = row + 1
        while last < len(ys) - 1 and all(
            (last, place) in free and not below[last - 1][place] for place in span
        ):
            last += 1
        free -= {(place, other) for place in range(row, last) for other in span}
        yield Box(row, column, last - row, end - column, xs[column], xs[end], ys[row], ys[last])


def _parted(at: float, across: list[float], rules: list[Rule]) -> list[bool]:
    """Whether a rule runs at this place, for each stretch between the edges across it."""
    here = [rule for rule in rules if abs(rule.at - at) <= _THICKNESS]
    middles = [(start + end) / 2 for start, end in pairwise(across)]
    return [any(rule.start <= middle <= rule.end for rule in here) for middle in middles]
