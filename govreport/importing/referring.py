"""IMPORT 15 · Paragraphs of a file that say what the draft says with references keep the references."""

from dataclasses import replace
from functools import cache

from govreport.editions.references import worded
from govreport.importing.reading import Reading
from govreport.reports.content import content_of
from govreport.reports.models import Report
from govreport.workflow.last_year import report_before


def with_references(found: Reading, report: Report) -> Reading:
    """The reading, each paragraph that the draft would print just so as it is written in the draft."""
    content = content_of(report, last_year=cache(lambda: report_before(report)))
    written = {part.part: worded(part.text, report.edition) for part in report.narrative.all() if part.text}
    known = {
        (part, printed): own
        for part, text in written.items()
        for printed, own in zip(content.part(part).split("\n"), text.split("\n"), strict=True)
    }
    narrative = {
        part: "\n".join(known.get((part, line), line) for line in text.split("\n"))
        for part, text in found.content.narrative.items()
    }
    return replace(found, content=replace(found.content, narrative=narrative))
