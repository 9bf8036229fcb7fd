"""Published figures come back from every layout, and no cell is wrong without a doubt."""

import pytest

from govreport.importing.matching import match
from govreport.rendering.interchange import read
from tests.contents import CORPUS
from tests.importing.layouts import LAYOUTS


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_figure_comes_back_in_its_cell(path, layout) -> None:  # type: ignore[no-untyped-def]
    content = read(path.read_bytes()).content

    found = match(LAYOUTS[layout](content))

    assert found is not None
    assert found.edition.key == content.edition
    assert {str(cell): number for cell, number in found.figures.items()} == {
        str(cell): number for cell, number in content.figures.items()
    }
