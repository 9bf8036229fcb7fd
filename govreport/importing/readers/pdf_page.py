"""A page of a PDF as it is drawn: its signs with their places, its straight rules, its pictures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, stream_value
from pdfminer.utils import Matrix, PathSegment, Point, Rect, apply_matrix_pt, apply_matrix_rect

from govreport.importing.grid import Unreadable
from govreport.importing.readers.pdf_glyphs import normal
from govreport.importing.readers.pdf_limits import DAMAGED, LARGEST_DRAWN, LARGEST_PAGE, TOO_LARGE, unpacked

# A file beyond these is no report; a long one has 20,000 signs and 3,000 rules.
MOST_SIGNS = 120_000
MOST_RULES = 60_000  # corners; a dotted page has 5,000
MOST_FIGURES = 2_000

THINNEST_BOX = 3.0  # points; a filled box no wider is a rule, as Word draws its borders
SMALLEST_TYPE = 1.0
_NOTHING = 0.05
_SKEW = 0.05
_INVISIBLE = 3  # text rendering mode; what a scanner's software recognised lies under the picture so
_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class Sign:
    """A character as drawn. `base`: its base line, from the top of the page; `run`: which command drew it."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    run: int

    @property
    def top(self) -> float:
        """The upper edge, roughly."""
        return self.base - _ASCENT * self.size

    @property
    def middle(self) -> float:
        """Half way up the sign."""
        return self.base - (_ASCENT - 0.5) * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: where it stands (y when level, x when upright), and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass
class Page:
    """What stands on a page. `skewed` is text set at an angle, `hidden` counts signs that are not shown."""

    width: float
    height: float
    signs: list[Sign] = field(default_factory=list)
    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: int = 0
    hidden: int = 0
    skewed: str = ""


class Canvas(PDFTextDevice):
    """Takes down what the pages draw, page by page; stops at what no report needs. Raises Unreadable."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = Page(0, 0)
        self._left = {
            "signs": MOST_SIGNS,
            "rules": MOST_RULES,
            "bytes": LARGEST_DRAWN,
            "figures": MOST_FIGURES,
        }
        self._run = 0
        self._shown = True

    def spend(self, what: str, amount: int = 1) -> None:
        """Count what a file takes of one of the allowances. Raises Unreadable."""
        self._left[what] -= amount
        if self._left[what] < 0:
            raise Unreadable(TOO_LARGE)

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start with an empty page."""
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.mediabox)
        self.page = Page(abs(x1 - x0), abs(y1 - y0))

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """A drawing within the drawing, or a picture."""
        self.spend("figures")

    def render_image(self, name: str, stream: PDFStream) -> None:
        """A picture; it is counted, never decoded."""
        self.page.pictures += 1

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Text drawn by one command."""
        self._run += 1
        self._shown = textstate.render != _INVISIBLE
        if textstate.font is not None:
            super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """One sign; returns how far it moves the pen."""
        self.spend("signs")
        try:
            text = normal(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = "\ufffd"
        advance = font.char_width(cid) * fontsize * scaling
        if not self._shown:
            self.page.hidden += 1
        elif _is_skewed(matrix):
            self.page.skewed += text
        else:
            if font.is_vertical():
                corners = (-fontsize / 2, advance + rise, fontsize / 2, rise)
            else:
                corners = (0, rise - (1 - _ASCENT) * fontsize, advance, rise + _ASCENT * fontsize)
            self._put(text, apply_matrix_rect(matrix, corners), fontsize * hypot(matrix[2], matrix[3]))
        return advance

    def _put(self, text: str, box: Rect, size: float) -> None:
        x0, y0, x1, _ = box
        sign = Sign(text, x0, x1, self.page.height - y0 - (1 - _ASCENT) * size, size, self._run)
        if (
            text
            and size > SMALLEST_TYPE
            and -size < x0 < self.page.width
            and 0 < sign.base < self.page.height + size
        ):
            self.page.signs.append(sign)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Lines and boxes; of them the straight level and upright ones are kept."""
        parts = list(self._subpaths(path))
        self.spend("rules", sum(map(len, parts)))
        if fill and len(parts) == 2:
            self._ring(*map(_extent, parts))
        for points in parts:
            x0, top, x1, bottom = _extent(points)
            if min(x1 - x0, bottom - top) <= THINNEST_BOX and len(points) > 2:
                self._rule_in(x0, top, x1, bottom)
            elif stroke:
                for pair in pairwise(points):
                    side = _extent(pair)
                    if min(side[2] - side[0], side[3] - side[1]) < 1:
                        self._rule_in(*side)

    def _ring(self, inner: Rect, outer: Rect) -> None:
        """A box within a box: what lies between them are borders, where it is thin and not nothing."""
        (x0, top, x1, bottom), (left, above, right, below) = inner, outer
        for one, other in ((top, above), (bottom, below)):
            if _NOTHING < abs(one - other) <= THINNEST_BOX:
                self.page.level.append(Rule((one + other) / 2, min(x0, left), max(x1, right)))
        for one, other in ((x0, left), (x1, right)):
            if _NOTHING < abs(one - other) <= THINNEST_BOX:
                self.page.upright.append(Rule((one + other) / 2, min(top, above), max(bottom, below)))

    def _subpaths(self, path: Sequence[PathSegment]) -> Iterator[list[Point]]:
        """The corners of each part of a path, closed where it is closed; curves give their ends."""
        matrix = self.ctm
        if matrix is None:
            return
        points: list[Point] = []
        for command, *numbers in path:
            if command == "m":
                if len(points) > 1:
                    yield points
                points = []
            if command == "h":
                points += points[:1]
            elif len(numbers) >= 2:
                x, y = apply_matrix_pt(matrix, (float(numbers[-2]), float(numbers[-1])))
                points.append((x, self.page.height - y))
        if len(points) > 1:
            yield points

    def _rule_in(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Keep a thin box as a rule; a dot is part of a level or of an upright one, so of both."""
        if bottom - top <= THINNEST_BOX:
            self.page.level.append(Rule((top + bottom) / 2, x0, x1))
        if x1 - x0 <= THINNEST_BOX:
            self.page.upright.append(Rule((x0 + x1) / 2, top, bottom))


class Interpreter(PDFPageInterpreter):
    """Draws pages on a canvas and counts what it draws, forms within forms each time they are used."""

    def execute(self, streams: Iterable[object]) -> None:
        """Run the drawing commands. Raises Unreadable."""
        read = [stream_value(stream) for stream in streams]
        for stream in read:
            packed = stream.get_rawdata()
            if packed and not unpacked(packed, 0, LARGEST_DRAWN)[0] and not stream.get_data():
                raise Unreadable(DAMAGED)
            if isinstance(self.device, Canvas):
                self.device.spend("bytes", len(stream.get_data()))
        if sum(len(stream.get_data()) for stream in read) > LARGEST_PAGE:
            raise Unreadable(TOO_LARGE)
        super().execute(read)


def _extent(points: Sequence[Point]) -> Rect:
    """The left, upper, right and lower edge of points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_skewed(matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    level = abs(b) <= _SKEW * abs(a) and abs(c) <= abs(d)  # slanted letters stand level
    turned = abs(a) <= _SKEW * abs(b) and abs(d) <= abs(c)
    return not (level or turned)
