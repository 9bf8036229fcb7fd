"""What a password must be made of."""

import string

from django.core.exceptions import ValidationError

LONG = 14


class MixedCharacters:
    """Three of four kinds of characters; two are enough for a long passphrase.

    Length protects better than kinds, and people write complicated passwords on a note at the screen.
    """

    SENTENCE = (
        "密码应包含小写字母、大写字母、数字、其他符号（含汉字）四类中的至少三类；"
        f"{LONG} 位以上的长密码包含两类即可。"
    )

    def validate(self, password: str, user: object = None) -> None:
        """Refuse a password of too few kinds. Raises ValidationError."""
        if len(_kinds(password)) < (2 if len(password) >= LONG else 3):
            raise ValidationError(self.SENTENCE, code="password_too_few_kinds")

    def get_help_text(self) -> str:
        """The rule, as shown beside the field."""
        return self.SENTENCE


def _kinds(password: str) -> set[str]:
    return {_kind(character) for character in password}


def _kind(character: str) -> str:
    if character in string.ascii_lowercase:
        return "lower"
    if character in string.ascii_uppercase:
        return "upper"
    return "digit" if character in string.digits else "other"
