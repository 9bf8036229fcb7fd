"""Nothing of a draft is public, in whatever state it is."""

import pytest
from django.test import Client

from govreport.agencies.models import Agency
from govreport.reports.models import Report, State

PLACES = ("/agencies/yunxi-lyj/2023/", "/agencies/yunxi-lyj/2023/v1/", "/agencies/yunxi-lyj/2023/report.pdf")
LISTS = ("/", "/agencies/yunxi-lyj/", "/?q=林业")


# PUBLISHED too: what makes a report public is its publication, not a word in the draft.
@pytest.mark.parametrize("state", State.values)
def test_a_draft_has_no_public_address(draft: Report, client: Client, state: str) -> None:
    Report.objects.filter(pk=draft.pk).update(state=state)

    assert [client.get(place).status_code for place in PLACES] == [404, 404, 404]


@pytest.mark.parametrize("state", State.values)
def test_a_draft_is_in_no_list(draft: Report, client: Client, state: str) -> None:
    Report.objects.filter(pk=draft.pk).update(state=state)

    assert [place for place in LISTS if "2023" in client.get(place).content.decode()] == []


def test_an_agency_without_publications_says_so(county: dict[str, Agency], client: Client) -> None:
    answer = client.get("/agencies/yunxi-lyj/")

    assert answer.status_code == 200
    assert "这个单位还没有在这里公开年度报告。" in answer.content.decode()
