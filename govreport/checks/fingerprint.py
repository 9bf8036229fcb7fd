"""What a finding rests on, as one hash: an explanation is valid while it stays the same."""

import hashlib
import json
from collections.abc import Iterable

from govreport.checks.finding import Finding
from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import plain


def fingerprint(finding: Finding, subject: Subject) -> str:
    """The sha256 in hexadecimal over the cells and the text that a finding concerns, and what it says.

    The sentence holds what stands in no cell and no part: the name and date under a report, a sum over
    other reports, a fee, how often a word occurs.
    """
    content = subject.content
    text = finding.passage or (content.part(finding.part) if finding.part else "")
    concerned = [
        finding.code,
        finding.message,
        finding.anchor,
        finding.part,
        text,
        _values(finding.cells, content),
        _values(finding.before, subject.previous),
    ]
    return hashlib.sha256(json.dumps(concerned, ensure_ascii=True).encode()).hexdigest()


def _values(cells: Iterable[Address], content: Content | None) -> list[list[str | None]]:
    """Each cell with its figure as text; blank and unknown are None, an unread entry is its text."""
    if content is None:
        return [[str(cell), None] for cell in cells]
    values: list[list[str | None]] = []
    for cell in cells:
        number = content.figure(cell)
        text = content.unread.get(cell) if number is None else plain(number)
        values.append([str(cell), text])
    return values
