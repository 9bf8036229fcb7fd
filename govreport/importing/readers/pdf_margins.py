"""What stands in the margins of pages: page numbers and running heads, left out and named."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govreport.importing.readers.pdf_page import Page
from govreport.importing.readers.pdf_text import Line, lines

_MARGIN = 0.12  # of the height of the page
_DASH = r"[-—–－―─·~]*"
_NUMBER = re.compile(
    rf"{_DASH}(第?\d{{1,3}}页?)([/／,，]?共?\d{{1,3}}页?)?{_DASH}|page\d{{1,3}}(of\d{{1,3}})?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without page numbers, running heads and watermarks; and what was left out, in words."""
    heads = Counter(_plain(line) for page in pages for line in set(_outer(page)))
    running = {text for text, count in heads.items() if count > 1 and count * 2 >= len(pages)}
    removed: dict[str, None] = {}
    kept = []
    for page in pages:
        gone: set[int] = set()
        for line in _outer(page):
            number = _NUMBER.fullmatch("".join(line.text.split()))
            if number or _plain(line) in running:
                removed["页码" if number else f"页眉或页脚“{line.text}”"] = None
                gone.update(map(id, line.signs))
        if page.skewed.strip():
            removed[f"斜排的水印“{page.skewed.strip()[:20]}”"] = None
        kept.append(replace(page, signs=[sign for sign in page.signs if id(sign) not in gone]))
    return kept, list(removed)


def _outer(page: Page) -> Iterator[Line]:
    """The lines at the top and at the foot of a page that stand in its margins, from the edge inwards."""
    margin = _MARGIN * page.height
    yield from lines(sign for sign in page.signs if sign.base < margin or sign.top > page.height - margin)


def _plain(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))
