"""Who may sign a report."""

from govreport.agencies.models import Membership, Role, User
from govreport.reports.models import Report
from govreport.workflow.approvers import approvers_of
from tests.drafts import type_in


def names(people: tuple[User, ...]) -> list[str]:
    return [person.name for person in people]


def test_the_supervisors_of_the_agency_may_sign(draft: Report) -> None:
    assert names(approvers_of(draft).able) == ["林远"]


def test_a_supervisor_who_wrote_the_report_may_not(draft: Report, cast: dict[str, User]) -> None:
    type_in(draft, "problems", {"text": "审核人代填的一段。"}, by=cast["supervisor"])

    found = approvers_of(draft)

    assert (names(found.able), names(found.barred)) == ([], ["林远"])


def test_who_is_about_to_submit_may_not(draft: Report, cast: dict[str, User]) -> None:
    Membership.objects.create(user=cast["clerk"], agency=draft.agency, role=Role.SUPERVISOR)

    found = approvers_of(draft, writers=[cast["clerk"].pk])

    assert (names(found.able), names(found.barred)) == (["林远"], ["苏禾"])


def test_people_who_have_left_are_not_named(draft: Report) -> None:
    User.objects.filter(username="supervisor").update(is_active=False)

    assert approvers_of(draft).able == ()


def test_an_authority_signs_for_its_own_office(draft: Report) -> None:
    draft.agency = draft.reporting_year.authority

    assert names(approvers_of(draft).able) == ["文开"]
