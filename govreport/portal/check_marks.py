"""The signs at the figures of a checked file: where something is doubtful, where a finding is anchored."""

from collections.abc import Mapping, Sequence

from govreport.checks.catalogue import LEVEL_WORDS
from govreport.checks.finding import Finding, Level
from govreport.editions.cells import Address
from govreport.editions.schema import Edition
from govreport.rendering.document import Mark
from govreport.rendering.interchange_cells import Doubt

DOUBT = "doubt"
SIGNS: dict[str, str] = {DOUBT: "疑", Level.ERROR: "错", Level.QUERY: "核", Level.NOTE: "注"}


def marks(
    doubts: Sequence[Doubt], findings: Mapping[Level, Sequence[Finding]], form: Edition
) -> dict[Address, list[Mark]]:
    """The marks of each cell, at most one of a kind; each leads to its line: doubt-1, error-2."""
    found: dict[Address, list[Mark]] = {}
    by_text = {str(address): address for address in form.cells}
    for number, doubt in enumerate(doubts, start=1):
        if doubt.cell in by_text:
            _add(found, by_text[doubt.cell], DOUBT, f"存疑 {number}", number)
    for level, listed in findings.items():
        for number, finding in enumerate(listed, start=1):
            if finding.cells:
                _add(found, finding.cells[0], level, f"{LEVEL_WORDS[level]} {number}", number)
    return found


def _add(found: dict[Address, list[Mark]], address: Address, kind: str, says: str, number: int) -> None:
    known = found.setdefault(address, [])
    if all(mark.level != kind for mark in known):
        known.append(Mark(SIGNS[kind], kind, says, f"#{kind}-{number}"))
