"""What stands in the margins of pages: page numbers and running heads, left out and named."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govreport.importing.readers.pdf_tables import Table
from govreport.importing.readers.pdf_text import Line

_MARGIN = 0.12  # of the height of the page
_DASH = r"[-—–－―─·~]"
_NUMBER = re.compile(rf"(?P<alone>\d{{1,3}})|{_DASH}+\d{{1,3}}{_DASH}+|第\d{{1,3}}页([/，,]?共\d{{1,3}}页)?")
_OF = re.compile(r"\d{1,3}/\d{1,3}页?|page\d{1,3}(of\d{1,3})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Laid:
    """A page with what stands on it in order, from the top down: lines of text and tables."""

    number: int
    width: float
    height: float
    items: tuple[Line | Table, ...]


def without_margins(pages: Sequence[Laid]) -> tuple[list[Laid], list[str]]:
    """The pages without page numbers and running heads; and what was left out, in words."""
    heads = Counter(text for page in pages for text in {_plain(line) for line in _outer(page)})
    running = {text for text, count in heads.items() if text and count > 1 and count * 2 >= len(pages)}
    steps = Counter(step for page in pages for line in _outer(page) for step in _steps(line, page))
    removed: dict[str, None] = {}
    kept = []
    for page in pages:
        gone: set[int] = set()
        for line in _outer(page):
            if _plain(line) in running:
                removed[f"页眉或页脚“{line.text}”"] = None
            elif _is_number(line, page, steps):
                removed["页码"] = None
            else:
                continue
            gone.add(id(line))
        kept.append(replace(page, items=tuple(item for item in page.items if id(item) not in gone)))
    return kept, list(removed)


def _outer(page: Laid) -> Iterator[Line]:
    """The lines in the margins of a page, from its edges inwards as far as the first table."""
    margin = _MARGIN * page.height
    for item in page.items:
        if isinstance(item, Table) or item.base > margin:
            break
        yield item
    for item in reversed(page.items):
        if isinstance(item, Table) or item.base < page.height - margin:
            break
        yield item


def _plain(line: Line) -> str:
    """A line to be compared with those of other pages; empty when it has no words."""
    text = "".join(line.text.split())
    return _DIGITS.sub("#", text) if any(map(str.isalpha, _DIGITS.sub("", text))) else ""


def _steps(line: Line, page: Laid) -> Iterator[int]:
    """How far a number that stands alone is from the number of its page."""
    match = _NUMBER.fullmatch("".join(line.text.split()))
    if match and match["alone"]:
        yield int(match["alone"]) - page.number


def _is_number(line: Line, page: Laid, steps: Counter[int]) -> bool:
    """Whether a line is a page number; a number alone is one when those of other pages go on so."""
    text = "".join(line.text.split())
    match = _NUMBER.fullmatch(text)
    if match is None or not match["alone"]:
        return bool(match or _OF.fullmatch(text))
    (step,) = _steps(line, page)
    return step == 0 or steps[step] > 1
