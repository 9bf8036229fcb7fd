"""The formats: each under its name, with its media type."""

import json

import pytest

from govreport.rendering.renderers import RENDERERS
from tests.contents import filled


@pytest.mark.parametrize(
    ("name", "media_type", "start"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("json", "application/json", b"{"),
    ],
)
def test_each_format_has_its_media_type_and_makes_its_bytes(name: str, media_type: str, start: bytes) -> None:
    renderer = RENDERERS[name]

    assert (renderer.media_type, renderer.suffix) == (media_type, name)
    assert renderer.render(filled("2021")).startswith(start)


def test_json_is_the_interchange_form() -> None:
    written = json.loads(RENDERERS["json"].render(filled("2021", {"disclosure.licenses.decisions": 7})))

    assert written["tables"]["disclosure"]["licenses"]["decisions"] == 7
