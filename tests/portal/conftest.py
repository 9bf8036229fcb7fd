"""Publications of 云溪县, released as the workflow releases them, with a PDF that costs nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest
from pytest_django import Settings

from govreport.agencies.models import Agency
from govreport.editions.numbers import Number
from govreport.publishing.models import Publication
from govreport.publishing.release import release
from govreport.rendering.renderers import RENDERERS, Renderer
from tests.contents import filled
from tests.drafts import NOW


class Publish(Protocol):
    """Releases the report of an agency for a year; once more is a correction."""

    def __call__(
        self,
        code: str = ...,
        year: int = ...,
        *,
        figures: Mapping[str, Number | None] | None = None,
        note: str = "",
        at: datetime = NOW,
    ) -> Publication: ...


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Settings) -> Path:
    """An artifact store of this test's own."""
    settings.ARTIFACTS_DIR = tmp_path / "artifacts"
    return tmp_path / "artifacts"


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF in name only, but another one for every content."""
    json = RENDERERS["json"].render
    monkeypatch.setitem(
        RENDERERS,
        "pdf",
        Renderer("application/pdf", "pdf", lambda content, mark="", /: b"%PDF-quick " + json(content)),
    )


@pytest.fixture
def publish(county: dict[str, Agency], quick_pdf: None) -> Publish:
    """Releases reports on demand."""

    def publish_one(
        code: str = "yunxi-lyj",
        year: int = 2023,
        *,
        figures: Mapping[str, Number | None] | None = None,
        note: str = "",
        at: datetime = NOW,
    ) -> Publication:
        agency = county[code]
        content = filled("2021" if year >= 2021 else "2019", figures)
        content = replace(content, agency_name=agency.name, agency_code=code, year=year)
        return release(content, agency=agency, by=None, at=at, note=note)

    return publish_one


@pytest.fixture
def published(publish: Publish) -> Publication:
    """The report of 云溪县林业局 for 2023, first version."""
    return publish()


@pytest.fixture
def corrected(published: Publication, publish: Publish) -> Publication:
    """Its second version, a day later."""
    return publish(
        figures={"applications.new_received.total": 5},
        note="更正表三本年新收申请数量。",
        at=NOW + timedelta(days=1),
    )
