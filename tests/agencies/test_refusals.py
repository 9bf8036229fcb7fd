"""What a script is told when it is refused."""

import re

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import RequestFactory

from govreport.agencies.refusals import ANSWERS, Refusal, by_script, refused
from govreport.portal.views import errors
from tests.house.inspection import ROOT

ENTRY = re.compile(r'^  (\w+): "(?:compare|sign_in|renew|wait)",$', re.M)


def test_server_and_script_share_one_list() -> None:
    script = (ROOT / "static" / "js" / "lib" / "refusals.js").read_text()

    assert ENTRY.findall(script) == [*Refusal] == [*ANSWERS]


def test_a_refusal_has_code_sentence_and_what_belongs_to_it() -> None:
    answer = refused(Refusal.INVALID, "日期：请写成年、月、日", fields={"date": "请写成年、月、日"})

    assert answer.status_code == 422
    assert '"code": "invalid"' in answer.content.decode()
    assert '"fields"' in answer.content.decode()


@pytest.mark.parametrize(
    ("accept", "told"), [("application/json", True), ("text/html,*/*;q=0.8", False), ("*/*", False)]
)
def test_a_browser_that_opens_a_page_gets_a_page(accept: str, told: bool) -> None:
    assert by_script(RequestFactory().get("/", headers={"Accept": accept})) is told


@pytest.mark.parametrize(
    ("view", "status", "code"),
    [
        (lambda request: errors.bad_request(request, RequestDataTooBig("secret")), 413, "too_large"),
        (lambda request: errors.forbidden(request, Exception("secret")), 403, "not_allowed"),
        (lambda request: errors.not_found(request, Exception("secret")), 404, "not_found"),
        (lambda request: errors.csrf_failure(request, "secret"), 403, "csrf"),
    ],
)
def test_every_handler_tells_a_script_the_code(view, status, code) -> None:  # type: ignore[no-untyped-def]
    answer = view(RequestFactory().post("/", headers={"Accept": "application/json"}))

    assert answer.status_code == status
    assert f'"code": "{code}"' in answer.content.decode()
    assert "secret" not in answer.content.decode()
