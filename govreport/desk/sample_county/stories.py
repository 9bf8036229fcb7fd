"""The stories of the sample county as they are told in the JSON files: one an agency, a chapter a year."""

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
YEARS = (2021, 2022, 2023)

Story = dict[str, Any]


def county() -> Story:
    """The agencies, parent first, and the people with their roles."""
    return _read(FOLDER / "county.json")


@cache
def story(agency: str) -> Story:
    """What is told of an agency, by its code."""
    return _read(FOLDER / "stories" / f"{agency}.json")


def chapter(agency: str, year: int) -> Story | None:
    """What is told of an agency's report for a year; None when there is no such report."""
    found: Story | None = story(agency)["reports"].get(str(year))
    return found


def told() -> list[tuple[str, int]]:
    """Every report that is told of, in the order in which to make them: a year's aggregate comes last."""
    agencies = sorted(county()["agencies"], key=lambda agency: agency["kind"] == "government")
    codes = [agency["code"] for agency in agencies]
    return [(code, year) for year in YEARS for code in codes if chapter(code, year)]


def _read(path: Path) -> Story:
    content: Story = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return content
