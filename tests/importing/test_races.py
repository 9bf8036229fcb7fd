"""The same thing imported at the same moment on two real connections: once, or told in a sentence."""

from collections.abc import Callable
from functools import partial

import pytest

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry
from govreport.importing.history.intake import Intake, Outcome
from govreport.importing.history.register import register_of
from govreport.importing.models import Proposal
from govreport.importing.proposal import NotOpen, OpenMeanwhile, confirm, examine, propose
from govreport.publishing.models import Publication
from govreport.reports.models import Report, Section
from govreport.reports.saving import StaleVersion
from tests.drafts import NOW
from tests.importing.past import as_page, as_text, past
from tests.importing.report_files import three_doubts
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 3


def told(act: Callable[..., object], *args: object, **kwargs: object) -> str:
    """ "done", or the name of what was told instead."""
    try:
        act(*args, **kwargs)
    except (NotOpen, OpenMeanwhile, StaleVersion) as refusal:
        return type(refusal).__name__
    return "done"


def test_a_proposal_confirmed_twice_at_once_is_saved_once(draft: Report, cast: dict[str, User]) -> None:
    file = three_doubts()
    upload = examine(draft, file.name, file.data)
    for number in range(ROUNDS):
        made = propose(draft, upload, by=cast["clerk"], at=NOW)
        choices = {"overview": {"text": f"第{number}次从文件导入。"}}
        calls = [
            partial(told, confirm, made, choices, by=cast[who], at=NOW, based_on={"overview": number})
            for who in ("clerk", "clerk")
        ]

        answers = at_once(*calls)

        assert sorted(answers) == ["NotOpen", "done"]
        assert Section.objects.get(report=draft, key="overview").version == number + 1
    assert Entry.objects.filter(action="proposal.confirmed").count() == ROUNDS


def test_of_two_files_proposed_at_once_one_is_told_of_the_other(draft: Report, cast: dict[str, User]) -> None:
    file = three_doubts()
    upload = examine(draft, file.name, file.data)
    for _ in range(ROUNDS):
        Proposal.objects.all().delete()

        answers = at_once(*[partial(told, propose, draft, upload, by=cast["clerk"], at=NOW)] * 2)

        assert sorted(answers) == ["OpenMeanwhile", "done"]
        assert Proposal.objects.count() == 1


@pytest.mark.parametrize("second", [as_page, as_text])
def test_a_report_imported_twice_at_once_is_kept_once(
    county: dict[str, Agency], quick_pdf: None, second: Callable[..., bytes]
) -> None:
    for year in (2019, 2020):
        one, other = as_page(past(year=year)), second(past(year=year, granted=int(second is as_text)))
        calls = [
            partial(Intake(register_of(Agency.objects.all())).take, name, data, at=NOW)
            for name, data in (("a.html", one), ("b.html" if second is as_page else "b.txt", other))
        ]

        outcomes = sorted(taken.outcome for taken in at_once(*calls))

        again = {Outcome.PRESENT, Outcome.FAILED} if second is as_page else {Outcome.FAILED}
        assert Outcome.KEPT in outcomes
        assert set(outcomes) - {Outcome.KEPT} <= again
        assert Publication.objects.filter(year=year).count() == 1
