"""The budgets of files and functions."""

from pathlib import Path

from tests.house.inspection import ROOT, long_files, long_functions


def test_no_file_is_over_its_budget() -> None:
    assert long_files(ROOT) == []


def test_no_function_is_over_its_budget() -> None:
    assert long_functions(ROOT) == []


def test_a_module_of_301_lines_is_found(tmp_path: Path) -> None:
    (tmp_path / "govreport").mkdir()
    (tmp_path / "govreport" / "long.py").write_text("x = 1\n" * 301)
    (tmp_path / "govreport" / "fits.py").write_text("x = 1\n" * 300)

    assert long_files(tmp_path) == ["govreport/long.py: 301 lines"]


def test_a_function_of_41_lines_is_found(tmp_path: Path) -> None:
    (tmp_path / "govreport").mkdir()
    (tmp_path / "govreport" / "one.py").write_text("def f():\n" + "    x = 1\n" * 40)

    assert long_functions(tmp_path) == ["govreport/one.py: f"]
