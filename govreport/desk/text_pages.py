"""EDIT 5 · What stands around the boxes of a text section: last year's part, the fee sentence, remarks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import Form

from govreport.checks.subject import Subject
from govreport.desk.last_year_text import LastText, last_text
from govreport.editions.numbers import plain
from govreport.rendering.document import FEE_CLAUSES, FEE_LEAD
from govreport.reports.models import Section
from govreport.reports.text_forms import BlankPair, BoxesForm, OtherMattersForm, ProblemsForm, TextForm


@dataclass(frozen=True)
class FeePart:
    """A piece of the fee sentence: words, or with `field` the figure of that field."""

    text: str
    field: str = ""


@dataclass(frozen=True)
class TextPage:
    """`in_boxes` says that several boxes make the text; `remark` is "" where nothing is to be said.

    `fee` is the sentence that is printed in part 六, else empty; `blank_pair` the form that the script adds
    pairs from, where the part has pairs.
    """

    in_boxes: bool
    remark: str
    fee: tuple[FeePart, ...]
    last: LastText | None
    blank_pair: BlankPair | None


def text_page(section: Section, form: Form, subject: Subject) -> TextPage | None:
    """The page of a section of text; None for other sections."""
    if not isinstance(form, TextForm):
        return None
    return TextPage(
        in_boxes=isinstance(form, BoxesForm),
        remark=form.remark,
        fee=tuple(_fee(form)) if isinstance(form, OtherMattersForm) else (),
        last=last_text(section, form, subject),
        blank_pair=BlankPair() if isinstance(form, ProblemsForm) else None,
    )


def _fee(form: OtherMattersForm) -> Iterator[FeePart]:
    """The sentence as it will be printed with what stands in the form."""
    for place, (name, words) in enumerate(FEE_CLAUSES):
        before, after = words.split("{}")
        yield FeePart(f"{'，' if place else FEE_LEAD}{before}")
        yield FeePart(_figure(form, name), name)
        yield FeePart(after)
    yield FeePart("。")


def _figure(form: OtherMattersForm, name: str) -> str:
    try:
        return plain(form.fields[name].clean(form[name].value()))
    except ValidationError:
        return "？"
