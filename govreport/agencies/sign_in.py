"""How people sign in: what differs from allauth's way."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.conf import settings
from django.http import HttpRequest


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth ships no types
    """User name and password, with labels and no placeholders that repeat them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up; sentences in Chinese."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": "用户名或密码不正确。",
        "invalid_login": "用户名或密码不正确。",
        "too_many_login_attempts": "密码输错次数过多，请 5 分钟后再试，或请系统管理员重设密码。",
        "enter_current_password": "请输入现在的密码。",
        "incorrect_password": "密码不正确。",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by the administrator."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work, where a message says that it is done."""
        return str(settings.LOGIN_REDIRECT_URL)
