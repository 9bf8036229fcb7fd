"""Tables without upright lines: columns told by where the words stand; and rows that nothing frames."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govreport.importing.grid import Grid, in_rows
from govreport.importing.readers.pdf_page import Page, Rule
from govreport.importing.readers.pdf_rules import Frame, frame_of, level_rules
from govreport.importing.readers.pdf_text import Line

_LEAST_RULES = 3
_FARTHEST = 150.0  # points between two rules of one table
_GAP = 0.45  # of the size of the type, between words of neighbouring columns
_LEAST_GAP = 1.5  # points between columns
_INDENT = 6.0
_SET_IN = 0.3  # of a sign
_LEAST_COLUMNS = 3
_FIGURE = re.compile(r"[+-]?[\d,.]+|/|-|—|无")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,2}、")

Span = tuple[float, float]


def open_frames(page: Page, closed: Sequence[Frame], lines: Sequence[Line]) -> list[Frame]:
    """The tables of level rules alone among the lines that stand in no closed frame."""
    rules = [rule for rule in level_rules(page) if not any(_is_in(rule, frame) for frame in closed)]
    found = (_frame(stack, lines) for stack in _stacks(rules, lines))
    return [frame for frame in found if frame is not None]


def _is_in(rule: Rule, frame: Frame) -> bool:
    return frame.top - 1 <= rule.at <= frame.bottom + 1


def _stacks(rules: Sequence[Rule], lines: Sequence[Line]) -> Iterator[list[Rule]]:
    """Rules over one another; a heading between two ends the table above it."""
    stack: list[Rule] = []
    for rule in rules:
        apart = not stack or (
            rule.at - stack[-1].at > _FARTHEST
            or rule.end < min(other.start for other in stack)
            or rule.start > max(other.end for other in stack)
            or _is_heading([line for line in lines if stack[-1].at < line.base < rule.at], rule.start)
        )
        if apart and stack:
            yield stack
            stack = []
        stack.append(rule)
    if stack:
        yield stack


def _is_heading(between: Sequence[Line], left: float) -> bool:
    """Whether what stands between two rules is nothing but a heading: set in by two signs, or not at all."""
    if len(between) != 1 or not _HEADING.match(between[0].text) or len(_words(between[0])) > 1:
        return False
    indent = (between[0].x0 - left) / between[0].size
    return min(abs(indent), abs(indent - 2)) < _SET_IN


def _frame(stack: list[Rule], lines: Sequence[Line]) -> Frame | None:
    left, right = min(rule.start for rule in stack), max(rule.end for rule in stack)
    if len(stack) < _LEAST_RULES:
        return None
    level = [*_beyond(stack, lines, left, right), *stack]
    top, bottom = min(rule.at for rule in level), max(rule.at for rule in level)
    ys = sorted({rule.at for rule in level})
    bands = [
        [word for line in lines if above < line.base < below for word in _words(line)]
        for above, below in pairwise(ys)
    ]
    most = max((len(_merged(band)) for band in bands), default=0)
    if most < 2:
        return None
    inked = _merged(word for band in bands if len(_merged(band)) >= max(2, most - 1) for word in band)
    seams = _seams(inked, [rule.start for rule in stack])
    upright = [Rule(left, top, bottom), Rule(right, top, bottom)]
    for (above, below), words in zip(pairwise(ys), bands, strict=True):
        for seam in seams:
            if not any(start < seam - 1 and end > seam + 1 for start, end in words):
                upright.append(Rule(seam, above, below))
    return frame_of(level, upright)


def _seams(inked: Sequence[Span], starts: Sequence[float]) -> list[float]:
    """Where columns meet: where a rule starts between them, else half way; and where one starts within."""
    seams = []
    for (_, end), (start, _) in pairwise(inked):
        drawn = [at for at in starts if end - 1 <= at <= start + 1]
        seams.append(drawn[0] if drawn else (end + start) / 2)
    for at in sorted(starts):
        within = any(start + _INDENT < at < end for start, end in inked)
        if within and all(abs(at - seam) > _INDENT for seam in seams):
            seams.append(at)
    return sorted(seams)


def _beyond(stack: list[Rule], lines: Sequence[Line], left: float, right: float) -> Iterator[Rule]:
    """Edges for rows at the page's ends, over the first rule or under the last, whose own rule is missing."""
    over = [line for line in lines if line.base < stack[0].at and line.x0 >= left - 1]
    under = [line for line in lines if line.base > stack[-1].at and line.x0 >= left - 1]
    for near, first in ((reversed(over), True), (iter(under), False)):
        edge = stack[0].at if first else stack[-1].at
        reached = edge
        for line in near:
            if len(_words(line)) < _LEAST_COLUMNS or abs(line.base - reached) > 2.5 * line.size:
                break
            reached = line.base
            edge = line.base - 1.2 * line.size if first else line.base + 0.6 * line.size
        if reached not in (stack[0].at, stack[-1].at):
            yield Rule(edge, left, right)


def _words(line: Line) -> list[Span]:
    """Where the words of a line stand, as columns part them."""
    return [(part.x0, part.x1) for part in line.segments(_GAP)]


def _merged(words: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(words):
        if merged and start - merged[-1][1] < _LEAST_GAP:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def is_row(line: Line) -> bool:
    """Whether a line that no frame holds is a row of a table: two figures or more, set apart."""
    texts = [part.text for part in line.segments()]
    return len(texts) > 2 and all(map(_FIGURE.fullmatch, texts[1:]))


def row_grid(lines: Sequence[Line]) -> Grid:
    """Rows that nothing frames; their columns are not known."""
    return in_rows([part.text for part in line.segments()] for line in lines)
