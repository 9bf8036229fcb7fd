"""Two codes from outside: 统一社会信用代码 (GB 32100) and 行政区划代码 (GB/T 2260, and its longer forms)."""

import re

from django.core.exceptions import ValidationError
from stdnum import numdb
from stdnum.cn import uscc

DIVISION_CODE = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")


def check_credit_code(value: str) -> None:
    """Refuse a 统一社会信用代码 whose form or check digit is wrong. Raises ValidationError."""
    if uscc.compact(value) != value or not uscc.is_valid(value):
        raise ValidationError("统一社会信用代码不正确：应为 18 位大写字母和数字，末位是校验码")


def check_division_code(value: str) -> None:
    """Refuse a 行政区划代码 that cannot be one. Raises ValidationError.

    Only the province is looked up: development zones use county codes that no list has, and new
    counties come before any list knows them.
    """
    if not DIVISION_CODE.fullmatch(value):
        raise ValidationError("行政区划代码应为 6 位、9 位或 12 位数字")
    if not any("province" in found for _, found in numdb.get("cn/loc").info(value[:6])):
        raise ValidationError(f"行政区划代码不正确：没有以 {value[:2]} 开头的省级行政区")
