"""N507 over the reports of a campaign: what is read of them, and what is not."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govreport.agencies.models import Agency, User
from govreport.checks.finding import Finding
from govreport.reports.drafts import start
from govreport.reports.models import Narrative, Report, State
from govreport.workflow.judging import judge
from govreport.years.models import ReportingYear
from tests.drafts import NOW, type_in

WORDS = ("林区防火通告", "造林补贴名单", "采伐许可结果", "护林员招聘启事", "古树名木目录", "湿地保护范围")
OVERVIEW = "".join(
    f"{word}第{place}批，由承办股室先行核对再送审公开。" for place, word in enumerate(WORDS * 3)
)
OWN_WORK = "".join(f"本站全年接待来访群众并逐一解答，登记簿第{place}页留有记录。" for place in range(12))


@pytest.fixture
def others(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> Iterator[Report]:
    """Submitted reports of other agencies, one after the other, whose text is their own."""

    def made() -> Iterator[Report]:
        for code in ("yunxi-jtj", "yunxi-qhz", "yunxi-gov"):
            report = start(county[code], reporting_year, by=cast["clerk"], at=NOW)
            type_in(report, "overview", {"text": OWN_WORK}, by=cast["clerk"])
            Report.objects.filter(pk=report.pk).update(state=State.SUBMITTED)
            yield report

    return made()


def copied(report: Report) -> list[Finding]:
    """What N507 says."""
    found = judge(Report.objects.get(pk=report.pk), day=NOW.date(), with_others=True).findings
    return [finding for finding in found if finding.code == "N507"]


def test_only_samples_are_read_of_texts_that_are_another_agencys_own(
    draft: Report, cast: dict[str, User], others: Iterator[Report]
) -> None:
    type_in(draft, "overview", {"text": OVERVIEW}, by=cast["clerk"])
    counts = []
    for _ in others:
        with CaptureQueriesContext(connection) as asked:
            assert copied(draft) == []
        counts.append(len(asked))

    assert len(set(counts)) == 1


def test_the_text_of_another_agency_is_found_once_it_is_submitted(
    draft: Report, cast: dict[str, User], others: Iterator[Report]
) -> None:
    other = next(others)
    type_in(draft, "overview", {"text": OVERVIEW}, by=cast["clerk"])
    Narrative.objects.filter(report=other, part="overview").update(text=OVERVIEW, recipe=0)

    (finding,) = copied(draft)
    assert "云溪县交通运输局" in finding.message

    Report.objects.filter(pk=other.pk).update(state=State.DRAFT)
    assert copied(draft) == []
