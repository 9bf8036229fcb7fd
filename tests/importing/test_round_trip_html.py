"""The page that we render ourselves comes back with the same figures."""

from pathlib import Path

import pytest

from govreport.importing.reading import read
from govreport.rendering import interchange
from govreport.rendering.renderers import RENDERERS
from tests.contents import CORPUS


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_our_own_page_comes_back_with_equal_figures(path: Path) -> None:
    content = interchange.read(path.read_bytes()).content

    found = read("report.html", RENDERERS["html"].render(content))

    assert {str(cell): number for cell, number in found.content.figures.items()} == {
        str(cell): number for cell, number in content.figures.items()
    }
    assert found.content.edition == content.edition
    assert found.layout is not None
    assert not found.layout.wordings + found.layout.foreign + found.layout.unknown
