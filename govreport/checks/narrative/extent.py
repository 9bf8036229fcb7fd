"""How much of a part is read for its figures, and what a sentence calls the part."""

from collections.abc import Iterator

from govreport.checks.check import Missing
from govreport.checks.narrative.text import Passage, parts
from govreport.checks.subject import Subject

PART_NAMES = {
    "preamble": "报告开头",
    "overview": "第一部分",
    "problems": "第五部分",
    "other_matters": "第六部分",
}

# Nobody writes a part as long as this; what comes behind it is not read.
READ_AT_MOST = 20_000


def parts_to_read(subject: Subject) -> Iterator[Passage]:
    """The parts that say something, no more of each than is read."""
    for part in parts(subject):
        yield Passage(part.part, 0, part.text[:READ_AT_MOST])


def parts_too_long(subject: Subject) -> Iterator[Missing]:
    """The parts that are not read to their end."""
    for part in parts(subject):
        if len(part.text) > READ_AT_MOST:
            yield Missing(PART_NAMES[part.part], f"过长，只核对了前 {READ_AT_MOST} 个字中的数字")
