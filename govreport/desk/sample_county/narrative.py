"""The text of the sample county's reports: its numbers are taken from the tables, so they agree."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from govreport.desk.sample_county.stories import Story
from govreport.editions.aspects import FIVE, join_overview
from govreport.editions.cells import Address
from govreport.editions.lookup import edition_for
from govreport.editions.numbers import Number, add, plain
from govreport.editions.pairs import join_problems
from govreport.editions.relations import with_totals

# {licenses}, {granted.natural_person}, {direct_litigation+litigation_after_reconsideration}
NUMBER = re.compile(r"\{([a-z_.+]+)\}")

ITEM = re.compile(r"[一二三四五]是([^；。]+)")

# The column that a row means when it is named alone.
MAIN_COLUMNS = ("total", "decisions", "amount")


def texts_of(told: Story, figures: Mapping[Address, Number], year: int) -> dict[str, str]:
    """The three parts that a clerk writes, by section; the preamble is prefilled."""
    paragraphs = {
        "overview": [_by_aspect(told["overview"])],
        "problems": [_in_pairs(told.get("problems", []))],
        "other_matters": [told.get("other_matters", "")],
    }
    numbers = _by_name(figures, year)
    return {part: _filled_in("\n".join(lines), numbers) for part, lines in paragraphs.items()}


def _by_aspect(texts: Sequence[str]) -> str:
    boxes = zip((aspect.key for aspect in FIVE), texts, strict=True)
    return join_overview(dict(boxes), FIVE)


def _in_pairs(lines: Sequence[str]) -> str:
    """The problems of the first line with the measures of the second: 存在的问题：一是…；二是…。"""
    told = [[f"{item}。" for item in ITEM.findall(line) or [line[5:-1]]] for line in lines]
    if len(told) != 2:
        return "\n".join(lines)
    problems, measures = told
    return join_problems("", zip_longest(problems, measures, fillvalue=""))


def _by_name(figures: Mapping[Address, Number], year: int) -> dict[str, Number]:
    numbers: dict[str, Number] = {}
    for address, number in with_totals(figures, edition_for(year)).items():
        numbers[f"{address.row}.{address.column}"] = number
        if address.column in MAIN_COLUMNS:
            numbers[address.row] = number
    return numbers


def _filled_in(text: str, numbers: Mapping[str, Number]) -> str:
    """The text with its numbers. Raises KeyError for a cell that does not exist."""
    return NUMBER.sub(lambda found: plain(add(numbers[name] for name in found[1].split("+"))), text)
