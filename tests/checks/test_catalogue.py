"""The catalogue: every code once, with everything that is told of it; its page is current."""

from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from govreport.checks.catalogue import FAMILIES, as_markdown, family, levels_open_to
from govreport.checks.check import Declaration
from govreport.checks.finding import Level
from govreport.checks.run import DECLARATIONS
from govreport.editions.lookup import EDITIONS
from tests.house.inspection import ROOT


def test_every_code_belongs_to_one_family() -> None:
    listed = [told.code for letter in FAMILIES for told in family(letter)]

    assert sorted(listed) == sorted(DECLARATIONS)


def test_every_rule_of_an_edition_is_declared() -> None:
    assert {rule.code for edition in EDITIONS.values() for rule in edition.rules} <= set(DECLARATIONS)


@pytest.mark.parametrize("told", DECLARATIONS.values(), ids=list(DECLARATIONS))
def test_a_code_has_a_rule_a_basis_and_an_example(told: Declaration) -> None:
    assert min(len(told.rule), len(told.source), len(told.example)) > 5
    assert set(told.editions) <= set(EDITIONS)


def test_the_page_for_developers_is_current() -> None:
    page = ROOT / "docs" / "checks.md"

    assert page.read_text(encoding="utf-8") == as_markdown()


def test_the_command_writes_the_page(tmp_path: Path, settings: Settings) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "docs").mkdir()

    call_command("document_checks")

    assert (tmp_path / "docs" / "checks.md").read_text(encoding="utf-8") == as_markdown()


def test_only_the_form_its_sums_and_references_have_a_fixed_level() -> None:
    fixed = {code for code, told in DECLARATIONS.items() if told.fixed}

    assert fixed == {"F102", "F111", "T201", "T202", "T203", "T204"}
    assert [levels_open_to(DECLARATIONS[code]) for code in sorted(fixed)] == [(Level.ERROR,)] * len(fixed)


@pytest.mark.parametrize(
    ("code", "open_to"),
    [("F103", ["error", "query"]), ("Y402", ["query", "note"]), ("N515", ["query", "note"])],
)
def test_an_error_may_become_a_query_and_a_query_a_note(code: str, open_to: list[str]) -> None:
    assert [str(level) for level in levels_open_to(DECLARATIONS[code])] == open_to
