"""What the documents name exists."""

import re
from pathlib import Path

import pytest

from tests.house.inspection import ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PLACE = re.compile(r"`((?:govreport|templates|static|tests|docs|scripts|benchmarks|requirements)/[\w./-]*)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_path_leads_somewhere(document: Path) -> None:
    text = document.read_text()

    missing = [link for link in LINK.findall(text) if not (document.parent / link).exists()]
    missing += [place for place in PLACE.findall(text) if not (ROOT / place).exists()]

    assert missing == []


def test_every_document_is_listed_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text()
    pages = [path.relative_to(ROOT / "docs") for path in DOCUMENTS if path.is_relative_to(ROOT / "docs")]

    assert [str(page) for page in pages if page.name != "index.md" and f"({page})" not in index] == []


def test_the_map_of_the_data_flow_is_numbered_as_the_modules_are() -> None:
    flow = (ROOT / "docs" / "data_flow.md").read_text()
    opened = [
        (match[1], match[2], str(path.relative_to(ROOT / "govreport")))
        for path in sorted((ROOT / "govreport").rglob("*.py"))
        if (match := re.match(r'"""([A-Z]+) (\d+) ·', path.read_text()))
    ]

    assert opened
    for way, number, path in opened:
        assert re.search(rf"^\| {way} \| {number} \| .*`govreport/{re.escape(path)}`", flow, re.M), path
