"""The narrative checks over whole sets of lines with known findings. `pytest -s` shows the scores."""

import sys
from pathlib import Path

import pytest

from tests.checks.narrative.scores import CODES, Line, Score, judged_lines, mistakes, scores, table
from tests.contents import SAMPLES

SETS = sorted(SAMPLES.glob("narrative*.json"))
FIRST = SAMPLES / "narrative.json"  # any other set is measured only: no check is ever tuned on it


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_a_set_is_judged_and_its_scores_are_printed(path: Path) -> None:
    lines = judged_lines(path)

    told = scores(lines)

    shown = mistakes(lines) if path == FIRST else []
    sys.stdout.write("\n".join(["", f"{path.stem}: {len(lines)} lines", table(told), *shown, ""]))
    assert lines
    assert tuple(told) == CODES


@pytest.mark.parametrize("code", ["N501", "N505"])
def test_counted_facts_and_sums_are_judged_rightly_on_the_first_set(code: str) -> None:
    score = scores(judged_lines(FIRST))[code]

    assert score.precision >= 0.95
    assert score.recall >= 0.95


def test_what_the_first_set_calls_not_assessable_is_listed() -> None:
    assert scores(judged_lines(FIRST))["N501"].unlisted == 0


def test_a_score_is_of_what_was_found_and_of_what_should_be() -> None:
    score = Score(right=6, wrong=2, missed=0, unlisted=0)

    assert (score.precision, score.recall) == (0.75, 1.0)
    assert (Score(0, 0, 0, 0).precision, Score(0, 0, 2, 0).recall) == (1.0, 0.0)


def test_the_table_has_a_line_for_each_code() -> None:
    lines = [
        Line("a", frozenset({("N501", "x")}), frozenset({("N501", "x"), ("N501", "y")}), frozenset()),
        Line("b", frozenset({("N501", "x")}), frozenset(), frozenset({"N501"})),
    ]

    assert scores(lines)["N501"] == Score(right=1, wrong=1, missed=1, unlisted=1)
    assert "N501       1      1      1         1     0.500     0.500" in table(scores(lines)).splitlines()
    assert len(mistakes(lines)) == 2
