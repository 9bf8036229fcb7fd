"""Template parts open with their contract, and nothing is inline."""

from pathlib import Path

from tests.house.inspection import ROOT, inline_code, parts_without_contract


def test_every_part_opens_with_its_contract() -> None:
    assert parts_without_contract(ROOT) == []


def test_no_template_has_inline_code() -> None:
    assert inline_code(ROOT) == []


def test_a_part_without_contract_is_found(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "_row.html").write_text("<tr></tr>")

    assert parts_without_contract(tmp_path) == ["templates/_row.html"]


def test_inline_code_is_found(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text('<p style="color:red">')
    (tmp_path / "templates" / "fine.html").write_text('<script type="module" src="/x.js"></script>')

    assert inline_code(tmp_path) == ["templates/page.html"]
