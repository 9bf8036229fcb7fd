"""A report that says a text in one part, and what one code finds in it."""

from dataclasses import replace
from typing import Any

from govreport.checks.finding import Finding
from tests.contents import filled, judged


def found(code: str, text: str, part: str = "overview", *, year: int = 2023, **known: Any) -> list[Finding]:
    """The findings of a code in a report of that year whose part says the text; its other parts are empty."""
    content = replace(filled("2021" if year >= 2021 else "2019"), year=year, narrative={part: text})
    scope = known.pop("scope", "own")
    result = judged(replace(content, scope=scope), **known)
    return [finding for finding in result.findings if finding.code == code]
