"""How well the checks do on a set of lines with known findings: precision and recall of each code.

The format of a set is told in tests/samples/README.md.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from govreport.checks.run import DECLARATIONS, run
from govreport.checks.subject import AgencyFacts, Subject
from govreport.editions.cells import Content
from govreport.editions.lookup import edition_for
from tests.contents import filled

JUDGED = (
    *("N501", "N502", "N503", "N504", "N505", "N511"),
    *("N513", "N514", "N515", "N516", "N517", "N518", "N519", "N520", "P601", "P602"),
)
# Those of the codes that there are functions for.
CODES = tuple(code for code in JUDGED if code in DECLARATIONS)

_KINDS = {"office": "department", "subdistrict": "sub_district", "committee": "management_committee"}


@dataclass(frozen=True)
class Line:
    """One line of a set: what must be found, what was found, and the codes that should be unassessed."""

    name: str
    expected: frozenset[tuple[str, str]]
    found: frozenset[tuple[str, str]]
    unlisted: frozenset[str]


@dataclass(frozen=True)
class Score:
    """How often a code was rightly raised, wrongly raised, missed, and not listed as not assessable."""

    right: int
    wrong: int
    missed: int
    unlisted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what should be found that was; 1 when nothing should be."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@cache
def judged_lines(path: Path) -> tuple[Line, ...]:
    """Judge every line of a set by all checks."""
    return tuple(_judged(line) for line in json.loads(path.read_text()))


def scores(lines: Iterable[Line]) -> dict[str, Score]:
    """The score of each code over the lines."""
    known = list(lines)
    return {code: _score(code, known) for code in CODES}


def table(told: Mapping[str, Score]) -> str:
    """The scores as lines of text."""
    rows = [
        f"{code:<5} {score.right:>6} {score.wrong:>6} {score.missed:>6} {score.unlisted:>9} "
        f"{score.precision:>9.3f} {score.recall:>9.3f}"
        for code, score in told.items()
    ]
    return "\n".join(["code   right  wrong missed  unlisted precision    recall", *rows])


def mistakes(lines: Iterable[Line]) -> list[str]:
    """The lines about which something was wrongly said or left unsaid."""
    return [
        f"{line.name}: wrong {sorted(line.found - line.expected)}, "
        f"missed {sorted(line.expected - line.found)}, unlisted {sorted(line.unlisted)}"
        for line in lines
        if line.found != line.expected or line.unlisted
    ]


def _judged(line: Mapping[str, Any]) -> Line:
    result = run(_subject(line))
    found = {(finding.code, finding.anchor) for finding in result.findings}
    expected = {(told["code"], told["anchor"]) for told in line["expect"]}
    listed = {item.code for item in result.not_assessable}
    return Line(
        line["id"],
        frozenset(pair for pair in expected if pair[0] in CODES),
        frozenset(pair for pair in found if pair[0] in CODES),
        frozenset(code for code in line.get("not_assessable", ()) if code in CODES and code not in listed),
    )


def _score(code: str, lines: list[Line]) -> Score:
    expected = {(line.name, pair) for line in lines for pair in line.expected if pair[0] == code}
    found = {(line.name, pair) for line in lines for pair in line.found if pair[0] == code}
    unlisted = sum(code in line.unlisted for line in lines)
    return Score(len(found & expected), len(found - expected), len(expected - found), unlisted)


def _subject(line: Mapping[str, Any]) -> Subject:
    agency, before = line["agency"], line.get("before")
    narrative = {line["part"]: line["text"]}
    return Subject(
        _content(line, line["year"], line["figures"], narrative),
        previous=before and _content(line, line["year"] - 1, before["figures"], before.get("narrative", {})),
        agency=AgencyFacts(
            agency["name"],
            _KINDS.get(agency["kind"], agency["kind"]),
            tuple(agency["names"]),
            agency["area"],
        ),
    )


def _content(
    line: Mapping[str, Any], year: int, figures: Mapping[str, Any], narrative: Mapping[str, str]
) -> Content:
    return replace(
        filled(edition_for(year).key, figures),
        agency_name=line["agency"]["name"],
        year=year,
        scope=line["scope"],
        narrative=narrative,
    )
