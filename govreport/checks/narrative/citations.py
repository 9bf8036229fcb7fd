"""N518: the statute and the notices behind the form, cited as they stand."""

import re
from collections.abc import Iterator

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.surroundings import before, places, sentence_around
from govreport.checks.narrative.text import parts
from govreport.checks.narrative.widths import narrowed
from govreport.checks.subject import Subject

FORM_SINCE = 2021
DECREE, _OLD_DECREE = 711, 492
_FORM, _OLD_FORM = ("2021", "30"), ("2019", "60")

# 令第711号, 令711号, 第711号令.
_DECREE = re.compile(
    r"令\s?第?\s?(?P<after>[0-9]{1,4})\s?号|(?=[第0-9])第?\s?(?P<before>[0-9]{1,4})\s?号(?:国务院)?令"
)
# What stands between the name of the statute and its decree.
_STATUTE = re.compile(r"信息公开条例[》〉”]?[(\s]{0,2}(?:中华人民共和国)?(?:国务院|国)?$")
_NOTICE = re.compile(
    r"国办公开办函\s?[〔\[【(]?\s?(?P<year>20[0-9]{2})\s?[〕\]】)]?\s?(?P<number>[0-9]{1,3})\s?号"
)
_END_OF_NUMBER = re.compile(r"[0-9]\s?号")
_END_OF_TITLE = re.compile(r"[，,；;。)和、]")
_LONGEST_TITLE = 60
_ON_THE_FORM = re.compile(r"年度报告.{0,3}格式|报告格式|年报格式|统一格式")
_TOLD_AS_HISTORY = re.compile(r"第?711号|〔2021〕30号|废止|原条例|旧条例|停止|不再|取代|代替|修订前")

# A document number has 〔〕 around a year of four digits; (2021) is left alone, courts write so.
_BROKEN = re.compile(
    r"(?=[〔\[【2])(?:"
    r"[〔\[【]20[0-9]{2}\s?第?[0-9]{1,4}号"
    r"|(?<=[一-龥])20[0-9]{2}[〕\]】]\s?第?[0-9]{1,4}号"
    r"|[\[【]20[0-9]{2}[〕\]】)]\s?第?[0-9]{1,4}号"
    r"|〔20[0-9]{2}[\]】)]\s?第?[0-9]{1,4}号"
    r"|〔(?:[0-9]{1,3}|[0-9]{5,8})〕\s?第?[0-9]{1,4}号)"
)

Said = tuple[re.Match[str], str, str]  # the words, what is wrong with them, what to write


@check(
    "N518",
    Level.NOTE,
    rule="引用的文件是现行的，文号完整：条例是国务院令第711号，2021年度起的报告格式是国办公开办函〔2021〕30号",
    basis=Basis.PRACTICE,
    source="《政府信息公开条例》（国务院令第711号）；国办公开办函〔2021〕30号",
    example="“令第492号”是修订前的条例，现行条例是国务院令第711号",
)
def wrong_citation(subject: Subject) -> Iterator[Remark]:
    """The statute or the format notice is cited by a number out of force, or a document number is broken."""
    for part in parts(subject):
        if "号" not in part.text:
            continue
        text, told = narrowed(part.text), set()
        for found, message, hint in (*_decrees(text, subject), *_notices(text, subject), *_broken(text)):
            words = part.text[found.start() : found.end()]
            if words not in told:
                told.add(words)
                yield Remark(f"“{words}”{message}", hint, part=part.part, passage=words)


def _decrees(text: str, subject: Subject) -> Iterator[Said]:
    for found in places(_DECREE, text) if "令" in text else ():
        number = int(found["after"] or found["before"])
        if number == _OLD_DECREE:
            if _in_force(subject) and not _is_history(sentence_around(text, found)):
                yield found, f"是修订前的条例，现行条例是国务院令第{DECREE}号", f"改为国务院令第{DECREE}号"
        elif number != DECREE and _STATUTE.search(before(text, found)):
            yield found, f"不是条例的文号，现行条例是国务院令第{DECREE}号", f"改为国务院令第{DECREE}号"


def _notices(text: str, subject: Subject) -> Iterator[Said]:
    in_force = _FORM if _in_force(subject) else _OLD_FORM
    form = f"国办公开办函〔{in_force[0]}〕{in_force[1]}号"
    for found in places(_NOTICE, text):
        notice = (found["year"], found["number"])
        if notice == in_force:
            continue
        if notice == _OLD_FORM:
            if not _is_history(sentence_around(text, found)):
                yield found, f"是2019年的试行格式，2021年度起的格式是{form}", f"改为{form}"
        elif int(notice[0]) <= FORM_SINCE and _is_about_the_form(text, found):
            yield found, f"不是年度报告格式的文号，格式是{form}", f"改为{form}"


def _is_about_the_form(text: str, found: re.Match[str]) -> bool:
    """Whether the words since the citation before, and those of the clause behind it, name the form."""
    title = _END_OF_NUMBER.split(before(text, found))[-1]
    title += _END_OF_TITLE.split(text[found.end() : found.end() + _LONGEST_TITLE])[0]
    return bool(_ON_THE_FORM.search(title)) and "平台" not in title


def _broken(text: str) -> Iterator[Said]:
    for found in places(_BROKEN, text):
        yield found, "的文号不完整或括号不对", "文号写成〔2021〕30号的样子：六角括号、四位年份"


def _in_force(subject: Subject) -> bool:
    """Whether the report is on a year of the form of 2021; without a year its edition says so."""
    return subject.year >= FORM_SINCE if subject.year is not None else subject.content.edition == "2021"


def _is_history(sentence: str) -> bool:
    """Whether a sentence tells that a number is out of force, by words or by the one in force beside it."""
    return bool(_TOLD_AS_HISTORY.search(sentence))
