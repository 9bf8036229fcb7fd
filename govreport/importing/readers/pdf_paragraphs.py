"""Lines to paragraphs: where one begins is told by indents, and by lines that had room left."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from govreport.importing.readers.pdf_text import Line, is_wide

_INDENT = 0.8  # of the size of the type; a paragraph is set in by two signs
_EDGE = 0.4
_SIZES = 0.06  # by which the type of one paragraph may differ
_SLACK = 0.5  # of a sign; what a line may be short of the edge for justification's sake
_NARROWEST = 0.65  # of the width of the page
_RAGGED = 0.3  # of the width of the text
_LEADING = 1.6  # a gap so much wider than the usual one parts paragraphs that are not set in
_OPENING = "（(《〈“‘「『【〔[{"
_CLOSING = "，。、；：？！）)》〉”’」』】〕]}%,.;:?!…—"
_WORD = re.compile(rf"[{re.escape(_OPENING)}]*([!-~]+|.)[{re.escape(_CLOSING)}]*")
_LAST_WORD = re.compile(r"[!-~]+$")
_ANEW = re.compile(
    r"\s*([一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|注\s*\d*\s*[：:])"
)
_BREAKABLE = "-/"


@dataclass(frozen=True)
class Setting:
    """How the text of a file is set: its left and right edge, and whether paragraphs are set in."""

    left: float
    right: float
    indented: bool
    leading: float


def setting(pages: Sequence[Sequence[Line]], width: float) -> Setting:
    """The edges of the text, told by all its lines; where all are short, none reaches the right one."""
    found = [line for page in pages for line in page]
    if not found:
        return Setting(0, 0, True, 0)
    starts = Counter(round(line.x0) for line in found)
    right = max(_NARROWEST * width, max(line.x1 for line in found))
    long = [line for line in found if line.x1 > right - 3 * line.size]
    left = min((line.x0 for line in long), default=min(starts))
    indented = sum(_INDENT < (line.x0 - left) / line.size < 4 for line in found) * 4 >= len(found) or not any(
        abs(line.x0 - left) <= _EDGE * line.size for line in found
    )
    gaps = [
        after.base - line.base
        for page in pages
        for line, after in pairwise(page)
        if abs(after.size - line.size) < _SIZES * line.size
    ]
    return Setting(left, right, indented, min(gaps, default=0.0))


def goes_on(line: Line, after: Line, text: Setting, *, same_page: bool) -> bool:
    """Whether the second line belongs to the paragraph of the first."""
    if abs(line.size - after.size) > _SIZES * line.size or not _was_full(line, after, text):
        return False
    if _is_centred(line, text) and _is_centred(after, text) and line.x0 - text.left > _EDGE * line.size:
        return True
    if after.x0 - text.left > _EDGE * after.size:
        return False
    if text.indented:
        return not after.text.startswith("注") or not _ANEW.match(after.text)
    gap = after.base - line.base
    return not _ANEW.match(after.text) and not (same_page and gap > _LEADING * text.leading)


def _was_full(line: Line, after: Line, text: Setting) -> bool:
    """Whether the first word of the second line had no room in the first.

    What could not be parted there is not always known; where indents tell the paragraphs, a line that came
    near the edge is full.
    """
    match = _WORD.match(after.text)
    count = match.end() if match else 1
    width = sum(sign.x1 - sign.x0 for sign in after.inked[:count])
    room = text.right - line.x1
    if _is_centred(line, text):
        room = text.right - text.left - (line.x1 - line.x0)
    enough = _RAGGED * (text.right - text.left) if text.indented else 0.0
    return max(width, enough) > room - _SLACK * line.size


def _is_centred(line: Line, text: Setting) -> bool:
    return abs((line.x0 + line.x1) - (text.left + text.right)) < line.size


def together(line: Line, after: Line, text: Setting) -> str:
    """What stands between two lines of a paragraph: a space where Latin words meet, else nothing."""
    last, first = line.inked[-1].text[-1], after.inked[0].text[0]
    if is_wide(last) or is_wide(first) or last in _BREAKABLE:
        return ""
    if line.signs[-1].text.isspace():
        return " "
    ending, opening = _LAST_WORD.search(line.text), _WORD.match(after.text)
    signs = len(ending[0] if ending else "") + (opening.end() if opening else 0)
    too_long = signs * 0.5 * line.size > text.right - text.left  # it was broken because no line could hold it
    return "" if too_long else " "
