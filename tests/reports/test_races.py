"""Two people at the same moment, on two real connections: one wins, the other is told, nothing is lost."""

from collections.abc import Mapping
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.audit.models import Entry as AuditEntry
from govreport.reports.drafts import start
from govreport.reports.entries import Entry
from govreport.reports.models import Report, Section, SectionKey, State
from govreport.reports.saving import SAVED, StaleVersion, save_section, stored
from govreport.years.models import ReportingYear
from tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 20
CELL = "disputes.reconsideration.upheld"


@pytest.fixture
def report(county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear) -> Report:
    """A draft that two clerks of one agency fill in: clerk and stranger."""
    Membership.objects.create(user=cast["stranger"], agency=county["yunxi-lyj"], role=Role.CLERK)
    return start(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=timezone.now())


@pytest.fixture
def disputes(report: Report) -> Section:
    return report.sections.get(key="disputes")


def save(section: Section, figures: Mapping[str, int], *, by: User, based_on: int) -> int | str:
    """The version after saving these figures, or "stale"."""
    values = stored(section) | {name: Entry(number) for name, number in figures.items()}
    try:
        return save_section(
            section, values, based_on=based_on, by=by, at=timezone.now(), editable={State.DRAFT}
        )
    except StaleVersion:
        return "stale"


def saves_of(section: Section) -> int:
    """How many saves of the section the audit trail knows."""
    return AuditEntry.objects.filter(action=SAVED, data__section=section.key).count()


def test_of_two_saves_of_one_section_exactly_one_wins(disputes: Section, cast: dict[str, User]) -> None:
    clerks = cast["clerk"], cast["stranger"]
    for version in range(ROUNDS):
        figures = 2 * version + 1, 2 * version + 2

        answers = at_once(
            *(
                partial(save, disputes, {CELL: figure}, by=clerk, based_on=version)
                for clerk, figure in zip(clerks, figures, strict=True)
            )
        )

        winner = answers.index(version + 1)
        disputes.refresh_from_db()
        assert answers[1 - winner] == "stale"
        assert (stored(disputes)[CELL].number, disputes.changed_by) == (figures[winner], clerks[winner])
        assert (disputes.version, saves_of(disputes)) == (version + 1, version + 1)


def test_two_saves_of_two_sections_both_win(report: Report, cast: dict[str, User]) -> None:
    disputes, applications = report.sections.get(key="disputes"), report.sections.get(key="applications")
    granted = "applications.granted.natural_person"

    for version in range(ROUNDS):
        answers = at_once(
            partial(save, disputes, {CELL: version}, by=cast["clerk"], based_on=version),
            partial(save, applications, {granted: version}, by=cast["stranger"], based_on=version),
        )

        assert answers == [version + 1, version + 1]

    assert stored(disputes)[CELL].number == stored(applications)[granted].number == ROUNDS - 1


def test_of_two_people_saving_in_the_browser_one_is_told(disputes: Section, cast: dict[str, User]) -> None:
    address = reverse("desk:section", args=[disputes.report_id, "disputes"])
    clients = [Client(), Client()]
    for client, person in zip(clients, ("clerk", "stranger"), strict=True):
        client.force_login(cast[person])

    for version in range(ROUNDS):
        typed = [{"version": str(version), CELL: str(2 * version + number)} for number in (1, 2)]

        answers = at_once(
            *(partial(client.post, address, form) for client, form in zip(clients, typed, strict=True))
        )

        assert sorted(answer.status_code for answer in answers) == [200, 302]
        told = next(place for place, answer in enumerate(answers) if answer.status_code == 200)
        stale = answers[told].context["page"].stale
        assert (stale.by, stale.changes[0].typed) == (("车路", "苏禾")[told], typed[told][CELL])

    disputes.refresh_from_db()
    assert (disputes.version, saves_of(disputes)) == (ROUNDS, ROUNDS)


def test_starting_a_report_twice_at_once_makes_one(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    agencies = [county["yunxi-lyj"], county["yunxi-jtj"], county["yunxi-qhz"]]

    for agency in agencies:
        begin = partial(start, agency, reporting_year, by=cast["clerk"], at=timezone.now())
        first, second = at_once(begin, begin)

        assert first == second
        assert first.sections.count() == len(SectionKey)

    assert AuditEntry.objects.filter(action="report.started").count() == len(agencies)
