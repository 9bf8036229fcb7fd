"""How people sign in, and what they read when they cannot."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from govreport.agencies.models import User
from tests.people import PASSWORD

Cast = dict[str, User]
ClientOf = Callable[[str], Client]

LOGIN = "/accounts/login/"


def sign_in(client: Client, username: str, password: str = PASSWORD, **more: str) -> tuple[int, str, str]:
    """Status, where to, and what the page says."""
    response = client.post(LOGIN, {"login": username, "password": password, **more})
    return response.status_code, response.headers.get("Location", ""), response.content.decode()


def test_the_right_password_leads_to_the_desk(cast: Cast, client: Client) -> None:
    assert sign_in(client, "clerk")[:2] == (302, "/desk/")


def test_it_leads_back_to_where_one_was_going(cast: Cast, client: Client) -> None:
    assert sign_in(client, "clerk", next="/desk/reports/1/")[:2] == (302, "/desk/reports/1/")
    assert sign_in(Client(), "clerk", next="https://elsewhere.example/")[:2] == (302, "/desk/")


@pytest.mark.parametrize(("username", "password"), [("clerk", "wrong"), ("nobody", PASSWORD), ("clerk", "")])
def test_anything_else_is_refused_without_saying_what_was_wrong(
    cast: Cast, client: Client, username: str, password: str
) -> None:
    status, _, page = sign_in(client, username, password)

    assert status == 200
    assert ("用户名或密码不正确。" in page) == (password != "")
    assert "_auth_user_id" not in client.session


def test_a_closed_account_says_so(cast: Cast, client: Client) -> None:
    User.objects.filter(username="clerk").update(is_active=False)

    _, location, _ = sign_in(client, "clerk")

    assert "这个账号已经停用" in client.get(location).content.decode()


def test_the_sixth_wrong_password_locks_this_account_but_nobody_else(cast: Cast, client: Client) -> None:
    for _ in range(5):
        sign_in(client, "clerk", "wrong")

    assert "密码输错次数过多，请 5 分钟后再试" in sign_in(client, "clerk")[2]
    assert sign_in(client, "supervisor")[:2] == (302, "/desk/")


def test_a_county_behind_one_address_can_sign_in_at_once(cast: Cast, client: Client) -> None:
    statuses = {sign_in(Client(), "clerk")[0] for _ in range(31)}

    assert statuses == {302}


def test_too_many_requests_get_a_page(cast: Cast, client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(client, "clerk", "wrong")

    status, _, page = sign_in(client, "clerk")

    assert status == 429
    assert "尝试次数过多" in page


def test_who_has_signed_in_does_not_see_the_form_again(client_of: ClientOf) -> None:
    assert client_of("clerk").get(LOGIN).headers["Location"] == "/desk/"


def test_nobody_signs_up(db: None, client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    for address in ("/accounts/signup/", "/accounts/email/", "/accounts/password/reset/", "/accounts/"):
        assert client.get(address).status_code == 404


def test_signing_out_is_confirmed_and_said(client_of: ClientOf) -> None:
    client = client_of("clerk")
    assert "退出登录" in client.get("/accounts/logout/").content.decode()

    response = client.post("/accounts/logout/")

    assert response.headers["Location"] == "/"
    assert "您已退出登录。" in client.get(LOGIN).content.decode()


def change_password(client: Client, new: str) -> tuple[int, str]:
    response = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    return response.status_code, response.content.decode()


def test_a_password_can_be_changed(client_of: ClientOf, cast: Cast) -> None:
    status, _ = change_password(client_of("clerk"), "Yunxi-linye-2024")

    cast["clerk"].refresh_from_db()
    assert status == 302
    assert cast["clerk"].check_password("Yunxi-linye-2024")


def test_a_weak_new_password_is_refused_with_the_rule(client_of: ClientOf) -> None:
    status, page = change_password(client_of("clerk"), "yunxi-linye")

    assert status == 200
    assert "四类中的至少三类" in page


def test_strangers_are_asked_to_sign_in_first(client: Client, db: None) -> None:
    response = client.get("/accounts/password/change/")

    assert response.headers["Location"].startswith(LOGIN)


def test_the_pages_are_in_chinese(db: None, client_of: ClientOf) -> None:
    assert "用户名" in client_of("anonymous").get(LOGIN).content.decode()
    page = client_of("clerk").get("/accounts/password/change/").content.decode()
    assert all(words in page for words in ("当前密码", "新密码"))
