"""Codes from outside are checked before they are kept."""

import pytest
from django.core.exceptions import ValidationError

from govreport.agencies.codes import check_credit_code, check_division_code


def test_a_credit_code_with_the_right_check_digit_passes() -> None:
    check_credit_code("91110000600037341L")


@pytest.mark.parametrize(
    "code", ["91110000600037341M", "91110000600037341l", "9111000060003734", "91110000 600037341L"]
)
def test_any_other_credit_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match="统一社会信用代码不正确"):
        check_credit_code(code)


@pytest.mark.parametrize("code", ["140525", "140571", "140525101", "140525101203", "659012"])
def test_a_division_code_of_a_province_passes(code: str) -> None:
    check_division_code(code)


@pytest.mark.parametrize("code", ["14052", "1405251", "14052A", "990000", "140525\n", "１４０５２５"])
def test_any_other_division_code_is_refused(code: str) -> None:
    with pytest.raises(ValidationError, match="行政区划代码"):
        check_division_code(code)
