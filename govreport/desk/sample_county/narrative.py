"""The text of the sample county's reports: its numbers are taken from the tables, so they agree."""

import re
from collections.abc import Mapping

from govreport.desk.sample_county.stories import Story
from govreport.editions.cells import Address
from govreport.editions.lookup import edition_for
from govreport.editions.numbers import Number, add, plain
from govreport.editions.relations import with_totals

ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")

# {licenses}, {granted.natural_person}, {direct_litigation+litigation_after_reconsideration}
NUMBER = re.compile(r"\{([a-z_.+]+)\}")

# The column that a row means when it is named alone.
MAIN_COLUMNS = ("total", "decisions", "amount")


def texts_of(told: Story, figures: Mapping[Address, Number], year: int) -> dict[str, str]:
    """The three parts that a clerk writes, by section; the preamble is prefilled."""
    paragraphs = {
        "overview": [
            line
            for number, (aspect, text) in enumerate(zip(ASPECTS, told["overview"], strict=True))
            for line in (f"（{'一二三四五'[number]}）{aspect}", text)
        ],
        "problems": told.get("problems", []),
        "other_matters": [told.get("other_matters", "")],
    }
    numbers = _by_name(figures, year)
    return {part: _filled_in("\n".join(lines), numbers) for part, lines in paragraphs.items()}


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
