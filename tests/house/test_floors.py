"""Imports go down the floors only, and the contract says so when they do not."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.inspection import ROOT


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts over a checkout."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--config", str(root / "pyproject.toml"), "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def copy_of_the_house(folder: Path) -> Path:
    """The package and its contracts, to plant a violation in."""
    shutil.copytree(ROOT / "govreport", folder / "govreport", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_all_contracts_are_kept() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


def test_an_upward_import_breaks_the_floors(tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    module = house / "govreport" / "editions" / "lookup.py"
    module.write_text(module.read_text() + "\nfrom govreport.checks import run\n")

    result = lint_imports(house)

    assert result.returncode == 1
    assert "Floors: each may import only the floors below it BROKEN" in result.stdout


def test_a_package_without_a_floor_is_refused(tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    (house / "govreport" / "cellar").mkdir()
    (house / "govreport" / "cellar" / "__init__.py").write_text('"""New."""\n')

    assert lint_imports(house).returncode == 1
