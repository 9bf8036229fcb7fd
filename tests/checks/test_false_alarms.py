"""Published figures with a plain, correct narrative: every finding raised, and why it is right."""

from pathlib import Path

import pytest

from govreport.checks.finding import Result
from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from tests.checks.plain_reports import facts, plain_report
from tests.contents import CORPUS, judged, listed_failures, published

# By report: code and anchor of every query and note that is raised. Nothing else may be.
RIGHT: dict[str, dict[tuple[str, str], str]] = {
    "hebei-gongxinting-2020": {
        ("Y404", "disclosure.normative_documents.disclosed_total"): "77 last year, 2 now: the count changed",
        ("Y404", "disclosure.penalties.decisions"): "0 last year, 11 now",
    },
    "hebei-jiaoyuting-2022": {
        ("Y402", "disclosure.normative_documents.in_force"): "181 + 5 - 17 is not 159",
        ("Y404", "disclosure.penalties.decisions"): "19 last year, 0 now",
    },
    "pingtan-guanweihui-2020": {
        ("N505", "overview"): "the results add up to 27, their stated total is 21: its T202 in words"
    },
    "pingtan-guanweihui-2021": {
        ("Y404", "applications.unable_not_held.total"): "4 last year, 25 now",
        ("Y404", "disputes.direct_litigation.total"): "0 last year, 12 now",
    },
    "pingtan-guanweihui-2022": {
        ("Y404", "disclosure.normative_documents.repealed"): "3 last year, 55 now",
        ("Y404", "disclosure.compulsory_measures.decisions"): "42 last year, 0 now",
        ("Y404", "disputes.direct_litigation.total"): "12 last year, 1 now",
    },
}


def plainly_judged(path: Path) -> Result:
    """A published report in our words, beside the figures of the year before where they are known."""
    content = plain_report(path.stem)
    stem, year = path.stem.rsplit("-", 1)
    before = f"{stem}-{int(year) - 1}"
    known = path.with_stem(before).exists()
    return judged(content, agency=facts(content), previous=published(before) if known else None)


def blanks(content: Content) -> set[tuple[str, str]]:
    """F101 at every cell that was published blank."""
    return {("F101", str(cell)) for cell in edition(content.edition).cells if content.figure(cell) is None}


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_nothing_is_raised_on_a_good_report_but_what_is_right(path: Path) -> None:
    raised = {(finding.code, finding.anchor) for finding in plainly_judged(path).findings}

    expected = set(RIGHT.get(path.stem, {})) | set(listed_failures(path)) | blanks(published(path.stem))
    assert raised == expected


def test_last_year_s_words_are_found_when_they_are_used_again() -> None:
    name = "hebei-gongxinting-2022"
    content = plain_report(name)

    result = judged(content, previous=plain_report("hebei-gongxinting-2021"))

    assert "N506" in {finding.code for finding in result.findings}
