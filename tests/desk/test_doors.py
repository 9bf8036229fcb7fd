"""The cast asks every address of the desk the same question: who gets what."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client

from govreport.desk import urls
from govreport.reports.models import Report, State

Sign_in = Callable[[str], Client]

pytestmark = pytest.mark.usefixtures("quick_pdf")

PEOPLE = ("anonymous", "clerk", "supervisor", "stranger", "authority", "foreign_authority", "admin")

# address: what anonymous, clerk, supervisor, stranger, authority, foreign_authority, admin get
READING = {
    "home": ("/desk/", (302, 200, 200, 200, 200, 200, 200)),
    "report": ("/desk/reports/{id}/", (302, 302, 302, 404, 404, 404, 404)),
    "section": ("/desk/reports/{id}/applications/", (302, 200, 200, 404, 404, 404, 404)),
    "review": ("/desk/reports/{id}/review/", (302, 200, 200, 404, 404, 404, 404)),
    "action": ("/desk/reports/{id}/submit/", (302, 200, 302, 404, 404, 404, 404)),
    "preview": ("/desk/reports/{id}/preview/", (302, 200, 200, 404, 404, 404, 404)),
    "preview_pdf": ("/desk/reports/{id}/preview.pdf", (302, 200, 200, 404, 404, 404, 404)),
    "import": ("/desk/reports/{id}/import/", (302, 200, 200, 404, 404, 404, 404)),
    "proposal": ("/desk/reports/{id}/proposal/", (302, 302, 302, 404, 404, 404, 404)),
    "template": ("/desk/reports/{id}/template.xlsx", (302, 200, 200, 404, 404, 404, 404)),
    "starting": ("/desk/reports/{id}/starting/", (302, 302, 302, 404, 404, 404, 404)),
    "waivers": ("/desk/waivers/", (302, 404, 404, 404, 200, 200, 404)),
    "check_rules": ("/desk/agencies/yunxi-gov/checks/", (302, 404, 404, 404, 200, 404, 404)),
    "imports": ("/desk/imports/", (302, 404, 404, 404, 200, 200, 404)),
    "import_batch": ("/desk/imports/1/", (302, 404, 404, 404, 404, 404, 404)),
    "imported": ("/desk/imported/1/", (302, 404, 404, 404, 404, 404, 404)),
    "original": ("/desk/imported/1/original/", (302, 404, 404, 404, 404, 404, 404)),
}
WRITING = {
    "section": ("/desk/reports/{id}/applications/", (302, 302, 403, 404, 404, 404, 404)),
    "start": ("/desk/agencies/yunxi-lyj/2023/start/", (302, 302, 404, 404, 404, 404, 404)),
    "action": ("/desk/reports/{id}/submit/", (302, 200, 403, 404, 404, 404, 404)),
    "explain": ("/desk/reports/{id}/explain/", (302, 200, 200, 404, 404, 404, 404)),
    "waive": ("/desk/reports/{id}/waive/", (302, 403, 200, 404, 404, 404, 404)),
    "import": ("/desk/reports/{id}/import/", (302, 200, 200, 404, 404, 404, 404)),
    "proposal": ("/desk/reports/{id}/proposal/", (302, 302, 302, 404, 404, 404, 404)),
    "starting": ("/desk/reports/{id}/starting/", (302, 302, 302, 404, 404, 404, 404)),
    "check_rules": ("/desk/agencies/yunxi-gov/checks/", (302, 404, 404, 404, 200, 404, 404)),
    "decide": ("/desk/waivers/1/decide/", (302, 404, 404, 404, 404, 404, 404)),
    "imports": ("/desk/imports/", (302, 404, 404, 404, 404, 404, 404)),
    "import_batch": ("/desk/imports/1/", (302, 404, 404, 404, 404, 404, 404)),
    "import_files": ("/desk/imports/1/files/", (302, 404, 404, 404, 404, 404, 404)),
}
# The same report once it has been submitted: the authority reads it, nobody but a reviewer changes it.
# 200 is the page that says why the action does not go; 302 leads on when it went.
READING_FILED = {
    "report": ("/desk/reports/{id}/", (302, 302, 302, 404, 302, 404, 404)),
    "section": ("/desk/reports/{id}/applications/", (302, 200, 200, 404, 200, 404, 404)),
    "review": ("/desk/reports/{id}/review/", (302, 200, 200, 404, 200, 404, 404)),
    "action": ("/desk/reports/{id}/submit/", (302, 200, 302, 404, 302, 404, 404)),
    "publish": ("/desk/reports/{id}/publish/", (302, 302, 302, 404, 302, 404, 404)),
    "preview": ("/desk/reports/{id}/preview/", (302, 200, 200, 404, 200, 404, 404)),
    "preview_pdf": ("/desk/reports/{id}/preview.pdf", (302, 200, 200, 404, 200, 404, 404)),
    "import": ("/desk/reports/{id}/import/", (302, 200, 200, 404, 403, 404, 404)),
    "proposal": ("/desk/reports/{id}/proposal/", (302, 302, 302, 404, 403, 404, 404)),
    "template": ("/desk/reports/{id}/template.xlsx", (302, 200, 200, 404, 403, 404, 404)),
    "starting": ("/desk/reports/{id}/starting/", (302, 302, 302, 404, 403, 404, 404)),
}
WRITING_FILED = {
    "section": ("/desk/reports/{id}/applications/", (302, 403, 302, 404, 403, 404, 404)),
    "submit": ("/desk/reports/{id}/submit/", (302, 200, 403, 404, 403, 404, 404)),
    "withdraw": ("/desk/reports/{id}/withdraw/", (302, 302, 403, 404, 403, 404, 404)),
    "return": ("/desk/reports/{id}/return/", (302, 403, 200, 404, 403, 404, 404)),
    "approve": ("/desk/reports/{id}/approve/", (302, 403, 200, 404, 403, 404, 404)),
    "publish": ("/desk/reports/{id}/publish/", (302, 403, 200, 404, 403, 404, 404)),
    "correct": ("/desk/reports/{id}/correct/", (302, 403, 200, 404, 403, 404, 404)),
    "explain": ("/desk/reports/{id}/explain/", (302, 200, 200, 404, 403, 404, 404)),
    "waive": ("/desk/reports/{id}/waive/", (302, 403, 200, 404, 403, 404, 404)),
    "import": ("/desk/reports/{id}/import/", (302, 200, 200, 404, 403, 404, 404)),
    "proposal": ("/desk/reports/{id}/proposal/", (302, 302, 302, 404, 403, 404, 404)),
}


def cases(table: Mapping[str, tuple[str, tuple[int, ...]]]) -> list[tuple[str, str, int]]:
    """One case a person and address."""
    return [
        (address, person, status)
        for address, statuses in table.values()
        for person, status in zip(PEOPLE, statuses, strict=True)
    ]


@pytest.mark.parametrize(("address", "person", "status"), cases(READING))
def test_who_reads_a_draft(draft: Report, client_of: Sign_in, address: str, person: str, status: int) -> None:
    assert client_of(person).get(address.format(id=draft.pk)).status_code == status


@pytest.mark.parametrize(("address", "person", "status"), cases(WRITING))
def test_who_changes_a_draft(
    draft: Report, client_of: Sign_in, address: str, person: str, status: int
) -> None:
    answer = client_of(person).post(address.format(id=draft.pk), {"version": "0"})

    assert answer.status_code == status


@pytest.mark.parametrize(("address", "person", "status"), cases(READING_FILED))
def test_who_reads_a_submitted_report(
    draft: Report, client_of: Sign_in, address: str, person: str, status: int
) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    assert client_of(person).get(address.format(id=draft.pk)).status_code == status


@pytest.mark.parametrize(("address", "person", "status"), cases(WRITING_FILED))
def test_who_changes_a_submitted_report(
    draft: Report, client_of: Sign_in, address: str, person: str, status: int
) -> None:
    Report.objects.filter(pk=draft.pk).update(state=State.SUBMITTED)

    assert client_of(person).post(address.format(id=draft.pk), {"version": "0"}).status_code == status


def test_every_address_of_the_desk_is_asked_for() -> None:
    asked = {*READING, *WRITING}

    assert {pattern.name for pattern in urls.urlpatterns} == asked


@pytest.mark.parametrize("address", ["/desk/reports/{id}/", "/desk/reports/{id}/applications/"])
def test_a_report_that_does_not_exist_is_404(draft: Report, client_of: Sign_in, address: str) -> None:
    assert client_of("clerk").get(address.format(id=draft.pk + 1)).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(draft: Report, client_of: Sign_in, method: str) -> None:
    address = f"/desk/reports/{draft.pk}/applications/"

    assert getattr(client_of("clerk"), method)(address).status_code == 405


def test_an_unknown_section_leads_nowhere(draft: Report, client_of: Sign_in) -> None:
    assert client_of("clerk").get(f"/desk/reports/{draft.pk}/grants/").status_code == 404
