"""Modules say what they are for, and none is a drawer."""

from pathlib import Path

from tests.house.inspection import ROOT, drawers, modules_without_first_line, swallowed_exceptions


def test_every_module_opens_with_what_it_is_for() -> None:
    assert modules_without_first_line(ROOT) == []


def test_there_is_no_drawer() -> None:
    assert drawers(ROOT) == []


def test_no_handler_catches_everything() -> None:
    assert swallowed_exceptions(ROOT) == []


def test_a_utils_package_is_found(tmp_path: Path) -> None:
    (tmp_path / "govreport" / "utils").mkdir(parents=True)
    (tmp_path / "govreport" / "utils" / "__init__.py").write_text("")

    assert drawers(tmp_path) == ["govreport/utils/__init__.py"]


def test_a_module_without_first_line_is_found(tmp_path: Path) -> None:
    (tmp_path / "govreport").mkdir()
    (tmp_path / "govreport" / "silent.py").write_text("x = 1\n")

    assert modules_without_first_line(tmp_path) == ["govreport/silent.py"]
