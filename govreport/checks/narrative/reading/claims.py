"""The facts that a part of the narrative tells, sentence by sentence with what was spoken of before.

What a sentence leaves out comes from those before it in the paragraph, or from the heading above:

    （二）依申请公开
    收到9件，办结8件。

tells applications received 9 and finished 8. A paragraph starts anew.
"""

import re
from collections.abc import Iterator
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
_HEADING = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十]+[）)]|[0-9]+[.、．]|[一二三四五六七八九十]、)[^，。；：]{2,20}[。：]?\s*"
)


@lru_cache(maxsize=256)
def claims(part: Passage, who: Speaker) -> tuple[Claim, ...]:
    """Every counted fact that a part of the narrative tells, in order.

    Kept for the next check of the same text: between two saves the figures change more often.
    """
    return tuple(_claims(part, who))


def _claims(part: Passage, who: Speaker) -> Iterator[Claim]:
    under = Memory()
    for paragraph in paragraphs(part):
        if _HEADING.fullmatch(paragraph.text):
            under = _under_heading(paragraph)
        elif under.topics or _CORE.search(paragraph.text):
            yield from _of_paragraph(paragraph, under.copy(), who)


def _under_heading(heading: Passage) -> Memory:
    """What the paragraphs under a heading start with: only the applications may be left out in them."""
    memory = Memory()
    if any(token.name == "applications" for token in tokens(heading.text)):
        memory.note(Item("applications", ""))
    return memory


def _of_paragraph(paragraph: Passage, memory: Memory, who: Speaker) -> Iterator[Claim]:
    for sentence in sentences(paragraph):
        goes_on = memory.topics and _COUNTING.search(sentence.text)
        if goes_on or _CORE.search(sentence.text):
            yield from Sentence(sentence, memory, who).claims()
