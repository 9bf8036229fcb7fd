"""A password needs three kinds of characters of four; a long one two."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from govreport.agencies.models import User
from govreport.agencies.passwords import MixedCharacters


@pytest.mark.parametrize(
    "password",
    [
        "Yunxi-linye",
        "yunxi2linye-",
        "Yunxi2024linye",
        "govreport-demo",
        "林业局的密码abc1",
        "wanshan hongbian",
    ],
)
def test_these_are_accepted(password: str) -> None:
    validate_password(password, User(username="clerk", name="苏禾"))


@pytest.mark.parametrize("password", ["yunxi-linye", "Yunxilinye", "2024-01-31", "yunxilinyejuclerk"])
def test_too_few_kinds_are_refused(password: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MixedCharacters().validate(password)

    assert caught.value.messages == [MixedCharacters().get_help_text()]


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("Short-1", "password_too_short"),
        ("1234567890", "password_entirely_numeric"),
        ("qwertyuiop", "password_too_common"),
        ("Clerk-Clerk1", "password_too_similar"),
    ],
)
def test_short_numeric_common_and_telling_ones_are_refused(password: str, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        validate_password(password, User(username="clerk-clerk", name="苏禾"))

    assert code in [error.code for error in caught.value.error_list]


def test_two_kinds_are_enough_from_14_characters_on() -> None:
    MixedCharacters().validate("govreport-demo")
    with pytest.raises(ValidationError):
        MixedCharacters().validate("govreport-dem")
