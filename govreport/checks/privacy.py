"""P601, P602: personal data in what will be public."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from stdnum import luhn
from stdnum.cn import ric
from stdnum.exceptions import ValidationError

from govreport.checks.check import Basis, Check, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.surroundings import sentence_around
from govreport.checks.narrative.widths import narrowed
from govreport.checks.subject import Subject
from govreport.editions.cells import NARRATIVE_PARTS, Address, Contact

# All of them have 11 digits or more; a text without so long a number need not be searched further.
_LONG_NUMBER = re.compile(r"[0-9](?:[ -]?[0-9]){10}")

# 6 digits of a place, 8 of the birth date, 3 and the check digit; written in one or in three groups.
_CITIZEN_ID = re.compile(r"(?<![0-9])(?P<number>[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx])(?![0-9])")
_PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_BIRTH_YEARS = range(1900, 2100)

# Not inside a longer number, a word or an address on the web, and not an amount.
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z=/_.])(?:\+?86[ -]?)?(?P<number>1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4})"
    r"(?![0-9]|\.[0-9]|\s?(?:元|万|亿|件|条|次|人|平方))"
)
# The sentence that tells whom to ask about the report.
_ASK = re.compile(r"联系|电话|手机|咨询|传真")
_ON_THE_REPORT = re.compile(r"本报告|年度报告|本年报|疑问")

# 16 to 19 digits, in one or in groups of four; Chinese and foreign cards begin with these digits.
_BANK_CARD = re.compile(
    r"(?<![0-9A-Za-z=/_.-])(?P<number>[34569][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?)"
    r"(?![0-9A-Za-z]|\.[0-9]|[ -][0-9])"
)
_OTHER_NUMBER = re.compile(r"代码|文号|编号|案号|索引号|流水号|单号|证号|备案号|登记号|批准号|标识码")
_BEFORE_NUMBER = 16


@dataclass(frozen=True)
class _Place:
    """A text that will be public: what it is called, its section, the cells it belongs to."""

    name: str
    part: str | None
    text: str
    cells: tuple[Address, ...] = ()
    is_narrative: bool = False


@check(
    "P601",
    Level.ERROR,
    rule="公开的内容里没有公民身份号码",
    basis=Basis.LAW,
    source="《个人信息保护法》",
    example="“一、总体情况”里有公民身份号码：130***********0017",
)
def citizen_id(subject: Subject) -> Iterator[Remark]:
    """A valid citizen ID stands anywhere in what will be public."""
    for place in _places(subject):
        for number, found in _numbers(_CITIZEN_ID, place.text):
            if _is_citizen_id(number):
                yield _remark(place, "公民身份号码", _masked(number, 3, 4), found)


@check(
    "P602",
    Level.QUERY,
    rule="公开的内容里没有个人手机号码和银行卡号；联系方式里的手机号码不在此列",
    basis=Basis.LAW,
    source="《个人信息保护法》",
    example="“一、总体情况”里有手机号码：138****5678",
)
def mobile_or_card(subject: Subject) -> Iterator[Remark]:
    """A mobile number stands outside the contact, or a bank-card number anywhere."""
    contact = _contact_digits(subject)
    for place in _places(subject):
        for number, found in _numbers(_MOBILE, place.text):
            if number not in contact and not _is_contact(place, found):
                yield _remark(place, "手机号码", _masked(number, 3, 4), found)
        for number, found in _numbers(_BANK_CARD, place.text):
            if luhn.is_valid(number) and not _is_citizen_id(number) and not _is_other(place.text, found):
                yield _remark(place, "银行卡号", _masked(number, 4, 4), found)


def _places(subject: Subject) -> Iterator[_Place]:
    """Every text that people write into a report."""
    content, edition = subject.content, subject.edition
    headings = {section.key: section.heading for section in edition.sections}
    for key in NARRATIVE_PARTS:
        yield _Place(headings.get(key, "前言"), key, content.part(key), is_narrative=True)
    if content.contact:
        yield _Place("联系方式", "preamble", "\n".join(_details(content.contact)))
    if content.signature:
        yield _Place("落款", "signature", content.signature.name or "")
    cells = {str(address): cell for address, cell in edition.cells.items()} if content.notes else {}
    for key, text in content.notes.items():
        if key in cells:
            yield _Place(f"{cells[key].name}的注", None, text, (cells[key].address,))
        else:
            yield _Place(f"{headings.get(key, '表格')}的注", key.partition(".")[0], text)


def _details(contact: Contact) -> list[str]:
    told = (contact.office, contact.address, contact.postcode, contact.telephone, contact.email)
    return [detail for detail in told if detail]


def _contact_digits(subject: Subject) -> str:
    """The digits of the telephones and addresses that are published as contact, one behind the other."""
    contacts = [subject.content.contact, subject.agency.contact if subject.agency else None]
    told = [narrowed(detail) for contact in contacts if contact for detail in _details(contact)]
    return " ".join(re.sub(r"[^0-9]", "", detail) for detail in told)


def _is_contact(place: _Place, found: re.Match[str]) -> bool:
    """Whether the words around a number tell whom to ask about the report."""
    sentence = sentence_around(place.text, found)
    about_report = place.part == "preamble" or _ON_THE_REPORT.search(sentence)
    return bool(about_report and _ASK.search(sentence))


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each number that matches, once, as digits alone, with the place where it stands."""
    told = set()
    for found in pattern.finditer(narrowed(text)) if _has_long_number(text) else ():
        number = re.sub("[ -]", "", found["number"]).upper()
        if number not in told:
            told.add(number)
            yield number, found


@lru_cache(maxsize=32)
def _has_long_number(text: str) -> bool:
    return _LONG_NUMBER.search(narrowed(text)) is not None


def _is_citizen_id(number: str) -> bool:
    """Check digit, birth date and province are right. Counties are not looked up: no list has them all."""
    if len(number) != 18 or not _PROVINCES.match(number) or number[17] != ric.calc_check_digit(number):
        return False
    try:
        return ric.get_birth_date(number).year in _BIRTH_YEARS
    except ValidationError:
        return False


def _is_other(text: str, found: re.Match[str]) -> bool:
    """Whether the words before a number say that it is a code or the number of a document."""
    return bool(_OTHER_NUMBER.search(text, max(0, found.start() - _BEFORE_NUMBER), found.start()))


def _masked(number: str, first: int, last: int) -> str:
    return number[:first] + "*" * (len(number) - first - last) + number[-last:]


def _remark(place: _Place, kind: str, masked: str, found: re.Match[str]) -> Remark:
    """The finding; `found` was made in the text of the place with half-width signs, of the same length."""
    return Remark(
        f"“{place.name}”里有{kind}：{masked}",
        "删去；报告公开后任何人都能看到",
        cells=place.cells,
        part=place.part,
        passage=place.text[found.start() : found.end()] if place.is_narrative else "",
    )


CHECKS: tuple[Check, ...] = (citizen_id, mobile_or_card)
