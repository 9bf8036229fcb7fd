"""The cast asks every address of the portal the same question: all get the same page."""

from collections.abc import Callable

import pytest
from django.test import Client

from govreport.portal import urls
from govreport.publishing.models import Publication

Sign_in = Callable[[str], Client]

PEOPLE = ("anonymous", "clerk", "supervisor", "stranger", "authority", "foreign_authority", "admin")
REPORT = "/agencies/yunxi-lyj/2023"

PUBLIC = {
    "home": "/",
    "agency": "/agencies/yunxi-lyj/",
    "report": f"{REPORT}/",
    "artifact": f"{REPORT}/report.pdf",
    "version": f"{REPORT}/v1/",
    "version_artifact": f"{REPORT}/v1/report.json",
    "check": "/check/",
    "checks": "/checks/",
    "healthz": "/healthz",
    "readyz": "/readyz",
}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("address", PUBLIC.values())
def test_everybody_reads_what_is_published(
    corrected: Publication, client_of: Sign_in, address: str, person: str
) -> None:
    assert client_of(person).get(address).status_code == 200


def test_every_address_of_the_portal_is_asked_for() -> None:
    assert {pattern.name for pattern in urls.urlpatterns} == set(PUBLIC)


@pytest.mark.parametrize("address", [one for name, one in PUBLIC.items() if name != "check"])
def test_nothing_can_be_sent_to_the_portal(corrected: Publication, client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", PUBLIC.values())
def test_every_address_answers_head(corrected: Publication, client: Client, address: str) -> None:
    answer = client.head(address)

    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/agencies/nowhere/",
        "/agencies/nowhere/2023/",
        "/agencies/yunxi-lyj/2022/",
        "/agencies/yunxi-lyj/99999999999999999999/",
        "/agencies/hekou-lyj/2023/",
        f"{REPORT}/v0/",
        f"{REPORT}/v3/",
        f"{REPORT}/v99999999999999999999/",
        f"{REPORT}/report.docx",
        f"{REPORT}/v1/report.docx",
        f"{REPORT}/v3/report.pdf",
        "/agencies/hekou-lyj/2023/report.pdf",
    ],
)
def test_what_was_never_published_is_404(corrected: Publication, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
