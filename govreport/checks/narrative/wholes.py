"""N504, N505: percentages and parts of a whole, recomputed from the text."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from govreport.checks.check import Basis, Check, Missing, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.enumerations import Trigger, Whole, may_tell_wholes, wholes
from govreport.checks.narrative.extent import PART_NAMES, parts_to_read, parts_too_long
from govreport.checks.narrative.percentages import Percentage, percentages
from govreport.checks.narrative.reading.numbers import Count, counts
from govreport.checks.narrative.text import Passage, paragraphs, sentences
from govreport.checks.subject import Subject
from govreport.editions.numbers import plain

# A percentage may be rounded or cut off: within one point it is right.
POINTS = 1

_OF_THE_SENTENCE_BEFORE = re.compile(r"\s*(?:其中|按|从)")
_AMONG_THEM = re.compile("其中|当中")
_SHOWN_PARTS = 8


@check(
    "N504",
    Level.NOTE,
    rule="正文中的百分比与旁边的数字相符，相差不超过 1 个百分点（四舍五入、截尾都可以）",
    basis=Basis.INFERRED,
    source="由正文自身的数字推定",
    example="第一部分写“12篇，占比39.5%”，12÷40＝30%，不相符",
)
def percentage_does_not_recompute(subject: Subject) -> Iterator[Remark | Missing]:
    """A percentage beside its part and its base is more than a point off."""
    yield from parts_too_long(subject)
    for paragraph in _paragraphs(subject):
        if "%" in paragraph.text or "％" in paragraph.text:
            yield from _wrong_percentages(paragraph)


def _paragraphs(subject: Subject) -> Iterator[Passage]:
    """The paragraphs, each as if it stood first: what is said of it is kept wherever it stands next time."""
    for part in parts_to_read(subject):
        for paragraph in paragraphs(part):
            yield Passage(part.part, 0, paragraph.text)


@lru_cache(maxsize=1024)
def _wrong_percentages(paragraph: Passage) -> tuple[Remark, ...]:
    return tuple(_percentages_of(paragraph))


def _percentages_of(paragraph: Passage) -> Iterator[Remark]:
    before: list[Count] = []
    for sentence in sentences(paragraph):
        base = before if _OF_THE_SENTENCE_BEFORE.match(sentence.text) else []
        for told in percentages(sentence.text, base):
            if all(abs(told.told.value - value) > POINTS for value in told.values):
                yield _off(told, sentence)
        before = list(counts(sentence.text)) or before


def _off(told: Percentage, sentence: Passage) -> Remark:
    passage = _piece(sentence, told.part.start, told.told.end)
    part, base = told.fractions[0]
    value = plain(round(told.values[0], 2))
    message = (
        f"{PART_NAMES[sentence.part]}写“{passage.quoted}”，{plain(part)}÷{plain(base)}＝{value}%，不相符"
    )
    return Remark(message, "按旁边的数字重新计算百分比", part=sentence.part, passage=passage.text)


@check(
    "N505",
    Level.QUERY,
    rule="正文中分项之和不大于总数；“其中”之后的分项之和小于总数的，予以提示",
    basis=Basis.PRACTICE,
    source="评估惯例：正文中的总数与分项一致",
    example="第一部分写“咨询372次”，分项 331＋61＝392，比总数多 20",
)
def parts_do_not_make_the_whole(subject: Subject) -> Iterator[Remark | Missing]:
    """The parts of a whole are more than it, or fewer where 其中 announced them."""
    yield from parts_too_long(subject)
    for paragraph in _paragraphs(subject):
        if may_tell_wholes(paragraph.text):
            yield from _wrong_wholes(paragraph)


@lru_cache(maxsize=1024)
def _wrong_wholes(paragraph: Passage) -> tuple[Remark, ...]:
    return tuple(
        remark
        for sentence in _with_among(paragraph)
        for whole in wholes(sentence.text)
        for remark in _uneven(whole, sentence)
    )


def _with_among(paragraph: Passage) -> Iterator[Passage]:
    """The sentences that may tell a whole, each together with the next where that begins with 其中."""
    told: Passage | None = None
    for sentence in sentences(paragraph):
        if told and _AMONG_THEM.match(sentence.text) and told.end == sentence.start:
            told = Passage(told.part, told.start, told.text + sentence.text)
            continue
        if told:
            yield told
        told = sentence
    if told:
        yield told


def _uneven(whole: Whole, sentence: Passage) -> Iterator[Remark]:
    gap = whole.total - whole.count.value
    # 0 has no parts: they are told of another number.
    single = len(whole.parts) == 1
    if not whole.count.value or whole.adds_up or (single and whole.trigger is not Trigger.AMONG):
        return
    if gap > 0:
        hint = "核对总数和各分项；分项有交叉的，在正文中写明"
        yield _remark(whole, sentence, f"多 {plain(gap)}", hint)
    elif gap < 0 and whole.trigger is Trigger.AMONG and not single and not whole.open_ended:
        hint = "“其中”之后没有列全的，在末尾加“等”；应当列全的，核对总数和各分项"
        yield _remark(whole, sentence, f"少 {plain(-gap)}", hint, Level.NOTE)


def _remark(whole: Whole, sentence: Passage, gap: str, hint: str, level: Level | None = None) -> Remark:
    start = min(whole.count.start, whole.parts[0].start)
    end = max(whole.count.end, whole.parts[-1].end)
    values = [plain(part.value) for part in whole.parts]
    shown = "＋".join(values if len(values) <= _SHOWN_PARTS else [*values[:_SHOWN_PARTS], "…"])
    told = _piece(sentence, whole.count.start, whole.count.end).text
    total = plain(Decimal(whole.total))
    added = f"{shown}＝{total}" if len(values) > 1 else total
    message = f"{PART_NAMES[sentence.part]}写总数“{told}”，分项 {added}，比总数{gap}"
    passage = _piece(sentence, start, end).text
    return Remark(message, hint, part=sentence.part, passage=passage, level=level)


def _piece(sentence: Passage, start: int, end: int) -> Passage:
    return Passage(sentence.part, sentence.start + start, sentence.text[start:end])


CHECKS: tuple[Check, ...] = (percentage_does_not_recompute, parts_do_not_make_the_whole)
