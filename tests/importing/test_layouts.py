"""Published figures come back from every layout, and no cell is wrong without a doubt."""

import pytest

from tests.contents import CORPUS
from tests.importing.layouts.scoring import LAYOUTS, LOSSY, scored

LEAST = 0.998  # of the cells of a layout
ALWAYS = [path for path in CORPUS if path.stem in {"hebei-gongxinting-2019", "jiangsu-suqian-2023"}]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_published_reports_come_back_from_the_layout(layout: str) -> None:
    score = scored(layout, ALWAYS)

    assert not score.wrong
    assert score.exact >= LEAST


@pytest.mark.matrix
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_published_figure_comes_back_from_the_layout(layout: str) -> None:
    score = scored(layout, CORPUS)

    assert not score.wrong
    assert not score.silent
    assert score.exact >= LEAST


@pytest.mark.matrix
@pytest.mark.parametrize("layout", LOSSY)
def test_a_layout_that_loses_cells_gives_no_wrong_figure_without_a_doubt(layout: str) -> None:
    assert not scored(layout, CORPUS).invented
