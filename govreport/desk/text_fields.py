"""The boxes of the text sections: which form a section has, where words stand, what others changed by box."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.forms import Form

from govreport.editions.aspects import Aspect, split_overview
from govreport.reports.aspects import aspects_in
from govreport.reports.models import Report, SectionKey
from govreport.reports.saving import Change
from govreport.reports.text_forms import (
    BoxesForm,
    NarrativeForm,
    OtherMattersForm,
    OverviewForm,
    ProblemsForm,
    split_into_pairs,
)


def text_form(
    report: Report, key: SectionKey, data: Mapping[str, Any] | None, initial: Mapping[str, Any]
) -> NarrativeForm | BoxesForm:
    """The form of a part that is text, filled with what is stored or bound to what was typed."""
    if key == SectionKey.OVERVIEW:
        aspects = aspects_in(report)
        return OverviewForm(aspects, data, initial) if aspects else NarrativeForm(key, data, initial)
    if key == SectionKey.PROBLEMS:
        return ProblemsForm(data, initial)
    kind = OtherMattersForm if key == SectionKey.OTHER_MATTERS else NarrativeForm
    return kind(key, data, initial)


def field_with(report: Report, key: SectionKey, text: str, words: str) -> str:
    """The field of a part in which these words of its text stand; its first one when none has them."""
    boxes = _boxes(key, aspects_in(report), text)
    return next((name for name, box in boxes.items() if words and words in box), "text")


@lru_cache(maxsize=16)  # every finding of a part asks for the same
def _boxes(key: SectionKey, aspects: tuple[Aspect, ...], text: str) -> Mapping[str, str]:
    if key == SectionKey.PROBLEMS:
        return split_into_pairs(text)
    return split_overview(text, aspects) if key == SectionKey.OVERVIEW else {}


def by_field(form: Form, changes: Mapping[str, Change]) -> dict[str, Change]:
    """What others changed in a section by the fields of its form: a text in boxes box by box."""
    result = dict(changes)
    if isinstance(form, BoxesForm) and "text" in result:
        whole = result.pop("text")
        before, now = form.split(whole.before), form.split(whole.now)
        for name in before | now:
            change = Change(before.get(name, "").strip(), now.get(name, "").strip())
            if change.before != change.now:
                result[name] = change
    return result


def typed_in(form: Form) -> Mapping[str, Any]:
    """What was typed into a valid form, by field."""
    return form.boxes if isinstance(form, BoxesForm) else form.cleaned_data
