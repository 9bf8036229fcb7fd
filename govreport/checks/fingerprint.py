"""What a finding rests on, as one hash: an explanation is valid while it stays the same."""

import hashlib
import json
from collections.abc import Iterable

from govreport.checks.finding import Finding
from govreport.checks.run import DECLARATIONS
from govreport.checks.subject import Child, Subject
from govreport.editions.cells import Address, Content
from govreport.editions.numbers import plain


def fingerprint(finding: Finding, subject: Subject) -> str:
    """The sha256, in hexadecimal, over exactly the cells and the text that a finding concerns."""
    content = subject.content
    text = finding.passage or (content.part(finding.part) if finding.part else "")
    concerned = [
        finding.code,
        finding.anchor,
        finding.part,
        text,
        _values(finding.cells, content),
        _values(finding.before, subject.previous),
        _text_before(finding, subject),
        [_values(finding.cells, child.content) for child in _children(finding, subject)],
    ]
    return hashlib.sha256(json.dumps(concerned, ensure_ascii=True).encode()).hexdigest()


def _text_before(finding: Finding, subject: Subject) -> str:
    """Last year's text of the same part, when the finding is one on both."""
    compared = finding.part and "previous" in DECLARATIONS[finding.code].needs and subject.previous
    return compared.part(finding.part or "") if compared else ""


def _children(finding: Finding, subject: Subject) -> tuple[Child, ...]:
    """The reports that a finding adds up, when it is one on an aggregate's sum."""
    sums = "children" in DECLARATIONS[finding.code].needs
    return subject.children or () if sums else ()


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
