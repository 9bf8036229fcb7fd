"""The sample reports, each rendered as PDF once per session."""

import pytest

from govreport.rendering.renderers import RENDERERS
from tests.rendering.reports import NAMES, Printed, report


@pytest.fixture(scope="session", params=NAMES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    content = report(request.param)
    path = tmp_path_factory.mktemp("printed") / "report.pdf"
    path.write_bytes(RENDERERS["pdf"].render(content))
    return Printed(content, path)
