"""The facts that a part of the narrative tells, sentence by sentence with what was spoken of before.

What a sentence leaves out comes from those before it in the paragraph, or from the heading above:

    （二）依申请公开
    收到9件，办结8件。

tells applications received 9 and finished 8. A paragraph starts anew.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from govreport.checks.narrative.reading.items import Item
from govreport.checks.narrative.reading.memory import Memory
from govreport.checks.narrative.reading.sentence import Claim, Sentence
from govreport.checks.narrative.reading.standing import Speaker
from govreport.checks.narrative.reading.tokens import tokens
from govreport.checks.narrative.text import Passage, paragraphs, sentences

# Paragraphs without any of these tell nothing that stands in a table.
_CORE = re.compile(
    "申请|复议|诉讼|规范性文件|规章|许可|处罚|强制|事业性收费|予以?公开|部分公开|不予|无法提供|结转|其他处理|不掌握|"
    "内部事务|过程性|执法案卷|行政查询|国家秘密|第三方合法|补正|出版物"
)
_COUNTING = re.compile("[0-9０-９未没无零]|[一二两三四五六七八九十百千万][件条宗起份项次个例]")
# Behind the last of these a paragraph tells nothing: every number that may count, every word that denies.
_TELLING = re.compile(
    "[0-9０-９未没无零]|不存在|"
    "[〇一二两三四五六七八九十百千万][余多来几千万亿 \u3000\xa0]{0,10}[件条宗起份项次个例元]"
)
_HEADING = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十]+[）)]|[0-9]+[.、．]|[一二三四五六七八九十]、)[^，。；：]{2,20}[。：]?\s*"
)


def claims(part: Passage, who: Speaker) -> Iterator[Claim]:
    """Every counted fact that a part of the narrative tells, in order."""
    on_applications = False  # only they may be left out in the paragraphs under a heading
    for paragraph in paragraphs(part):
        text = paragraph.text
        if _HEADING.fullmatch(text):
            on_applications = _names_applications(text)
        elif (on_applications or _CORE.search(text)) and _TELLING.search(text):
            for claim in _told_in(text, who, on_applications=on_applications):
                place = claim.passage
                yield replace(claim, passage=Passage(part.part, paragraph.start + place.start, place.text))


@lru_cache(maxsize=256)  # the headings of all reports are much the same
def _names_applications(heading: str) -> bool:
    return "申请" in heading and any(token.name == "applications" for token in tokens(heading))


@lru_cache(maxsize=1024)
def _told_in(paragraph: str, who: Speaker, *, on_applications: bool) -> tuple[Claim, ...]:
    """The facts of a paragraph with their places in it, kept: the next save changes few paragraphs."""
    memory = Memory()
    if on_applications:
        memory.note(Item("applications", ""))
    return tuple(_of_sentences(Passage("", 0, paragraph), memory, who))


def _of_sentences(paragraph: Passage, memory: Memory, who: Speaker) -> Iterator[Claim]:
    told = list(sentences(paragraph))
    while told and not _TELLING.search(told[-1].text):
        told.pop()
    for sentence in told:
        goes_on = memory.topics and _COUNTING.search(sentence.text)
        if goes_on or _CORE.search(sentence.text):
            yield from Sentence(sentence, memory, who).claims()
