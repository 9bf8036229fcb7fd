"""EDIT 4 · All checks over one report: subject in, findings out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from govreport.checks import (
    across_tables,
    across_years,
    aggregation,
    arithmetic,
    completeness,
    dates,
    drawn_form,
    formalities,
    privacy,
)
from govreport.checks.check import Check, Declaration, Judged
from govreport.checks.finding import Finding, Level, NotAssessable, Result, Unassessed
from govreport.checks.narrative import (
    contents,
    copied,
    facts,
    likeness,
    structure,
    unresolved,
    wholes,
    wording,
)
from govreport.checks.subject import Subject

# Every check that is a function; the relations that the editions declare come besides.
CHECKS: tuple[Check, ...] = (
    *completeness.CHECKS,
    *formalities.CHECKS,
    *unresolved.CHECKS,
    *drawn_form.CHECKS,
    *across_tables.CHECKS,
    *across_years.CHECKS,
    *facts.CHECKS,
    *copied.CHECKS,
    *wholes.CHECKS,
    *likeness.CHECKS,
    *contents.CHECKS,
    *structure.CHECKS,
    *wording.CHECKS,
    *privacy.CHECKS,
    *aggregation.CHECKS,
    *dates.CHECKS,
)

DECLARATIONS: dict[str, Declaration] = {
    **{check.declaration.code: check.declaration for check in CHECKS},
    **arithmetic.DECLARATIONS,
}


def run(subject: Subject) -> Result:
    """Judge a report by every check and rule of its edition. Raises UnknownEdition."""
    judged = list(_judge(subject))
    return Result(
        findings=tuple(_as_set(item, subject) for item in judged if isinstance(item, Finding)),
        not_assessable=tuple(_grouped(item for item in judged if isinstance(item, Unassessed))),
    )


def _judge(subject: Subject) -> Iterator[Judged]:
    for check in CHECKS:
        told = check.declaration
        if not told.applies_to(subject):
            continue
        missing = told.lacks(subject)
        if missing:
            yield Unassessed(told.code, "", missing)
        else:
            yield from check(subject)
    yield from arithmetic.judge(subject)


def _as_set(finding: Finding, subject: Subject) -> Finding:
    """The finding with the level that the authority has set for its code; the milder one counts."""
    told = DECLARATIONS[finding.code]
    if told.for_authority and not subject.for_authority:
        return replace(finding, level=Level.NOTE)
    level = subject.settings.levels.get(finding.code)
    if level is None or told.fixed:
        return finding
    milder_by_itself = finding.level.weight > told.level.weight
    chosen: Level = max(level, finding.level, key=lambda one: one.weight) if milder_by_itself else level
    return replace(finding, level=chosen)


def _grouped(items: Iterable[Unassessed]) -> Iterator[NotAssessable]:
    places: dict[tuple[str, str], list[str]] = {}
    for item in items:
        places.setdefault((item.code, item.missing), []).append(item.place)
    for (code, missing), where in places.items():
        more = f"等 {len(where)} 处" if len(where) > 1 else ""
        yield NotAssessable(code, f"{where[0]}{more}{missing}")
