"""F111: references to figures that are still names in a text, because they have no figure."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Remark, check
from govreport.checks.finding import Level
from govreport.checks.narrative.text import Passage, parts
from govreport.checks.subject import Subject
from govreport.editions.references import LAST_YEAR, TABLES, named_in, references


@check(
    "F111",
    Level.ERROR,
    rule="文字里引用的数据（〔表三·本年新收·总计〕）都有数：是本报告表里的格，表里已经填写",
    basis=Basis.PRACTICE,
    source="没有数的引用会把格子的名称原样印在年报里",
    example="“一、总体情况”里引用的〔表三·本年新收·总计〕没有数：表三的这一格还没有填",
    fixed=True,
)
def reference_without_figure(subject: Subject) -> Iterator[Remark]:
    """A name stands in the text where a figure should: nobody can let that pass."""
    headings = {section.key: section.heading for section in subject.edition.sections}
    for part in parts(subject):
        yield from _unresolved(subject, part, headings.get(part.part, "前言"))


def _unresolved(subject: Subject, part: Passage, heading: str) -> Iterator[Remark]:
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


CHECKS = (reference_without_figure,)
