"""References to figures that are still names in a text, because they have no figure (F105)."""

from collections.abc import Iterator

from govreport.checks.check import Remark
from govreport.checks.narrative.text import Passage
from govreport.checks.subject import Subject
from govreport.editions.references import LAST_YEAR, TABLES, named_in, references


def unresolved(subject: Subject, part: Passage, heading: str) -> Iterator[Remark]:
    """Each name that a reference has left in a part, with why no figure stands there."""
    known = references(subject.edition)
    for name in named_in(part.text):
        reference = known.get(name)
        if reference is None:
            message = f"“{heading}”里的{name}不是本报告表里的数"
            hint = "用“插入数据”重新插入，或者改成文字"
        elif reference.last_year:
            message = f"“{heading}”里引用的{name}没有数：上年的年报里没有可比的这一格"
            hint = f"删去这处引用，或者改成不带“{LAST_YEAR}”的本年数"
        else:
            message = f"“{heading}”里引用的{name}没有数：{TABLES[reference.address.table]}的这一格还没有填"
            hint = "填好表里的这一格，或者删去这处引用"
        cells = (reference.address,) if reference and not reference.last_year else ()
        yield Remark(message, hint, cells, part=part.part, passage=name)
