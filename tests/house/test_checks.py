"""Every check has what a check must have: a failing, a passing and a boundary test, an entry, a basis."""

import ast
from collections.abc import Iterator

import pytest

from govreport.checks.catalogue import as_markdown
from govreport.checks.check import Basis
from govreport.checks.run import DECLARATIONS
from tests.house.inspection import ROOT

KINDS = ("finds", "passes", "at_the_edge")


def names_of_tests() -> Iterator[str]:
    """The names of all tests of the checks."""
    for path in (ROOT / "tests" / "checks").rglob("test_*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                yield node.name


NAMES = tuple(names_of_tests())


@pytest.mark.parametrize("code", DECLARATIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_code_has_a_failing_a_passing_and_a_boundary_test(code: str, kind: str) -> None:
    assert any(name.startswith(f"test_{code}_{kind}_") for name in NAMES)


@pytest.mark.parametrize("code", DECLARATIONS)
def test_every_code_has_an_entry_and_a_basis(code: str) -> None:
    assert f"\n### {code}\n" in as_markdown()
    assert DECLARATIONS[code].basis in Basis
