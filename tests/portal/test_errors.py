"""The pages for what went wrong."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from govreport.agencies.models import Agency
from govreport.portal.views import errors, home


def broken(text: str) -> None:
    raise RuntimeError(text)


def test_a_page_that_is_not_there_is_in_house_style(client: Client) -> None:
    answer = client.get("/nowhere/")

    assert answer.status_code == 404
    assert "没有找到这个页面" in answer.content.decode()
    assert "回到我的工作台" not in answer.content.decode()


def test_somebody_signed_in_is_led_back_to_the_desk(client_of: Callable[[str], Client]) -> None:
    assert "回到我的工作台" in client_of("clerk").get("/nowhere/").content.decode()


def test_an_error_of_ours_is_told_without_the_database(
    client_of: Callable[[str], Client],
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = client_of("clerk")
    client.raise_request_exception = False
    monkeypatch.setattr(home, "home_page", broken)

    with django_assert_num_queries(0):
        answer = client.get("/")

    assert answer.status_code == 500
    assert "系统出错了" in answer.content.decode()


def test_a_request_for_another_host_is_told_without_the_database(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["portal.example"]

    answer = client.get("/")

    assert answer.status_code == 400
    assert "无法处理这个请求" in answer.content.decode()


def test_a_form_without_its_token_is_explained(county: dict[str, Agency], settings: Settings) -> None:
    settings.CSRF_FAILURE_VIEW = "govreport.portal.views.errors.csrf_failure"
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/accounts/login/", {"login": "clerk"})

    assert answer.status_code == 403
    assert "这次提交没有被接受" in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)],
)
def test_every_handler_answers_with_its_own_status(view: Callable[..., HttpResponse], status: int) -> None:
    answer = view(RequestFactory().get("/"), Exception("secret"))

    assert answer.status_code == status
    assert "secret" not in answer.content.decode()
