"""The information-processing fee read out of part six: our own sentence, and how others put it.

Our own sentence is made from the figures and is taken out of the text again. What somebody else wrote stays
in the text as it is his wording, and the figures are read besides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from govreport.checks.narrative.years import years_in
from govreport.editions.cells import ProcessingFee
from govreport.importing.dates import plain
from govreport.rendering.document import fee_sentence

_N = r"(\d[\d,]{0,20}(?:\.\d{1,10})?)"
_IS = "(?:共计|总计|合计|总额|共|为|是|计|:)*"
_OWN = re.compile(
    rf"本年度收取信息处理费情况:(?:发出收费通知{_N}件)?,?(?:通知收取的总金额为{_N}元)?,?(?:实际收取的总金额为{_N}元)?。"
)
_ISSUED = (
    re.compile(
        rf"(?:发出|出具|开具|下达|送达)(?:的)?(?:信息处理费)?(?:收费)?通知(?:书)?的?(?:件数|数量)?{_IS}{_N}[件份次张]"
    ),
    re.compile(rf"(?<!\d){_N}[件份次张](?:信息处理费)?收费通知"),
)
_AMOUNT = (
    re.compile(
        rf"(?<!实际收取的)(?<!实际收取)(?<!实际收取的总)(?:通知(?:书)?(?:收取|收费)?的?)?总?金额{_IS}{_N}(万?元)"
    ),
)
_COLLECTED = (
    re.compile(rf"实际收取的?(?:信息处理费)?的?(?:总)?(?:金额|费用)?{_IS}{_N}(万?元)"),
    re.compile(rf"(?<!通知)收取了?(?:政府信息公开|依申请公开)?信息处理费(?:用)?(?:金额)?{_IS}{_N}(万?元)"),
)
_NONE_ISSUED = re.compile(
    r"(?:未|没有|无)(?:发出|出具|开具|下达|送达)过?(?:任何)?(?:信息处理费)?(?:收费)?通知"
)
_NONE_COLLECTED = re.compile(
    r"(?:未|没有|无|从未|均未|未曾|不存在)(?:实际)?(?:向[^,。;]{1,8})?收取过?(?:任何)?(?:[^,。;]{0,12}的?)?信息处理费|"
    r"信息处理费(?:的?收取情况)?(?:为|:)?(?:未收取|没有收取|未产生收费)"
)
_ABOUT = ("信息处理费", "收费通知")
_LONGEST = 15  # digits of a figure; longer ones are none


def take_own_sentence(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], ProcessingFee | None]:
    """The paragraphs of part six without our own sentence at their end, and the fee that it states."""
    if not paragraphs:
        return (), None
    found = _OWN.fullmatch(plain(paragraphs[-1]))
    if found is None or not any(found.groups()):
        return tuple(paragraphs), None
    if any(len(part or "") > _LONGEST for part in found.groups()):
        return tuple(paragraphs), None
    issued, amount, collected = (_figure(part) for part in found.groups())
    if issued is not None and issued != int(issued):
        return tuple(paragraphs), None
    fee = ProcessingFee(None if issued is None else int(issued), amount, collected)
    own = plain(fee_sentence(fee)) == plain(paragraphs[-1])
    return (tuple(paragraphs[:-1]), fee) if own else (tuple(paragraphs), None)


def _figure(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits.replace(",", ""))


def fee_in(paragraphs: Sequence[str], year: int | None) -> ProcessingFee | None:
    """The fee that a text states in other words; None when it states none. Zero only where it says so."""
    sentences = list(_sentences(paragraphs, year))
    issued = _stated(_ISSUED, sentences)
    fee = ProcessingFee(
        notices_issued=int(issued) if issued is not None and issued == int(issued) else None,
        notices_amount=_stated(_AMOUNT, sentences),
        collected_amount=_stated(_COLLECTED, sentences),
    )
    if fee.notices_issued is None and any(_NONE_ISSUED.search(text) for text in sentences):
        fee = replace(fee, notices_issued=0, notices_amount=fee.notices_amount or Decimal(0))
    if fee.collected_amount is None and any(_NONE_COLLECTED.search(text) for text in sentences):
        fee = replace(fee, collected_amount=Decimal(0))
    return None if fee == ProcessingFee() else fee


def _sentences(paragraphs: Sequence[str], year: int | None) -> Iterator[str]:
    """The sentences on the fee, those that speak of another year left out."""
    for paragraph in paragraphs:
        for sentence in re.split("[。;]", plain(paragraph)):
            years = years_in(sentence)
            if any(words in sentence for words in _ABOUT) and (year is None or not years or year in years):
                yield sentence


def _stated(patterns: Sequence[re.Pattern[str]], sentences: Sequence[str]) -> Decimal | None:
    """The one figure that the sentences give; None when they give none or several."""
    found = {_number(match) for text in sentences for one in patterns for match in one.finditer(text)}
    if len(found) > 1 or None in found:
        return None
    return next(iter(found), None)


def _number(found: re.Match[str]) -> Decimal | None:
    """The amount in yuan, or the count; None for digits without end."""
    if len(found[1]) > _LONGEST:
        return None
    number = Decimal(found[1].replace(",", ""))
    return number * 10000 if found.re.groups > 1 and found[2] == "万元" else number
