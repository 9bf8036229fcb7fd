"""EDIT 4 · All checks over one content: content in, findings out."""

from collections.abc import Iterable, Iterator

from govreport.checks import completeness
from govreport.checks.arithmetic import judge
from govreport.checks.check import Check
from govreport.checks.finding import Finding, NotAssessable, Result, Unassessed
from govreport.editions.cells import Content
from govreport.editions.lookup import edition as edition_with
from govreport.editions.relations import relations
from govreport.editions.schema import Edition

CHECKS: tuple[Check, ...] = (
    completeness.blank_cell,
    completeness.unreadable_entry,
    completeness.empty_part,
)


def run(content: Content) -> Result:
    """Judge a content by every check and rule of its edition. Raises UnknownEdition."""
    edition = edition_with(content.edition)
    judged = list(_judge(content, edition))
    return Result(
        findings=tuple(item for item in judged if isinstance(item, Finding)),
        not_assessable=tuple(_grouped(item for item in judged if isinstance(item, Unassessed))),
    )


def _judge(content: Content, edition: Edition) -> Iterator[Finding | Unassessed]:
    for check in CHECKS:
        if edition.key in check.editions:
            yield from check(content, edition)
    for table in edition.tables:
        yield from judge(relations(edition, table.key), content, edition)


def _grouped(items: Iterable[Unassessed]) -> Iterator[NotAssessable]:
    places: dict[tuple[str, str], list[str]] = {}
    for item in items:
        places.setdefault((item.code, item.missing), []).append(item.place)
    for (code, missing), where in places.items():
        more = f"等 {len(where)} 处" if len(where) > 1 else ""
        yield NotAssessable(code, f"{where[0]}{more}{missing}")
