"""Where the public may ask, read out of the text: office, address, postcode, telephone, e-mail."""

import re
import unicodedata
from collections.abc import Iterable

from govreport.editions.cells import Contact

_NUMBER = r"[(]?[\d*]{3,5}[)]?\s?[-–—]?\s?[\d*]{3,12}(?:[-–—转]\d{1,6})?"
_TELEPHONE = re.compile(
    rf"(?:电\s?话|热线|座机|手机)(?:号码)?(?:[、/及和]传真)?\s*[:为是]?\s*({_NUMBER})(?![\d*])"
)
_BARE_TELEPHONE = re.compile(r"(?<![\d-])(0\d{2,3}[-–—]\d{7,8}(?:[-–—]\d{1,6})?)(?![\d-])")
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_POSTCODE = re.compile(r"(?:邮\s?编|邮政编码)\s*[:为是]?\s*(\d{6})(?!\d)")
_ADDRESS = re.compile(
    r"(?<!网)(?<!网络)(?<!网站)(?<!下载)(?<!链接)(?<!邮箱)(?<!邮件)(?:地\s?址|地\s?点)\s*[:为是]\s*"
    r"([^,。;:\n]{4,60}?)(?=[,。;\n)]|\s*(?:邮编|邮政编码|联系电话|电话|邮箱)|$)"
)
_UNIT = r"[\u3400-\u9fff()]{1,38}?(?:室|科|股|处|局|办|中心|厅|委|会|院|所|站|府|部|司|队)"
_OFFICE = re.compile(
    rf"(?:与|和|向|同)\s*({_UNIT})(?=\s*(?:\([^()]{{0,120}}\))?(?:直接|取得|进行)?(?:联系|咨询))"
)
_OFFICE_NAMED = re.compile(rf"(?:联系(?:单位|部门|机构|科室)?(?::|为:?)|请联系)\s*({_UNIT})(?=[,。;(\s]|$)")


def contact_in(texts: Iterable[str]) -> Contact | None:
    """What the texts say of the contact, the first that is said counts; None when they say nothing."""
    plain = unicodedata.normalize("NFKC", "\n".join(texts))
    found = Contact(
        office=_first(_OFFICE, plain) or _first(_OFFICE_NAMED, plain),
        address=_first(_ADDRESS, plain),
        postcode=_first(_POSTCODE, plain),
        telephone=_first(_TELEPHONE, plain) or _first(_BARE_TELEPHONE, plain),
        email=_first(_EMAIL, plain),
    )
    reachable = (found.address, found.postcode, found.telephone, found.email)
    return found if any(reachable) else None


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[found.re.groups].strip() if found else None
