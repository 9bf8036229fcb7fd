"""The form in which an authority sets the checks: a level by code, a limit, its own list of words."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from govreport.checks.catalogue import FAMILIES, LEVEL_WORDS, family, levels_open_to
from govreport.checks.check import Declaration
from govreport.checks.finding import Level
from govreport.checks.subject import CheckSettings
from govreport.reports.forms import TextField

MOST_WORDS, LONGEST_WORD = 500, 50
LEAST_LIMIT, MOST_LIMIT = 200, 20_000


class WordsField(TextField):
    """One word a line, with what to write instead behind a ＝; a word alone just should not stand there."""

    def clean(self, value: Any) -> dict[str, str]:
        words: dict[str, str] = {}
        for number, line in enumerate(super().clean(value).splitlines(), start=1):
            wrong, sign, right = (part.strip() for part in line.replace("=", "＝").partition("＝"))
            if sign and (not wrong or wrong == right):
                shown = line.strip()[:LONGEST_WORD]
                raise ValidationError(f"第 {number} 行“{shown}”看不出什么是错的、什么是对的")
            if wrong:
                words[wrong] = right
        if len(words) > MOST_WORDS:
            raise ValidationError(f"最多 {MOST_WORDS} 个词，现在是 {len(words)} 个")
        long = [word for pair in words.items() for word in pair if len(word) > LONGEST_WORD]
        if long:
            raise ValidationError(f"“{long[0][:LONGEST_WORD]}…”超过 {LONGEST_WORD} 个字")
        return words


class CheckRulesForm(forms.Form):
    """The settings of an authority. A field a code whose level can be chosen, named by the code."""

    overview_limit = forms.IntegerField(
        label="“一、总体情况”的字数上限（N510）", min_value=LEAST_LIMIT, max_value=MOST_LIMIT
    )
    wrong_words = WordsField(
        label="错别字和敏感词（N519）",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="一行一个；写成“错的＝对的”，没有对的就只写错的。",
    )

    def __init__(self, data: Mapping[str, Any] | None, settings: CheckSettings) -> None:
        words = "\n".join("＝".join(filter(None, pair)) for pair in settings.wrong_words.items())
        levels = {told.code: settings.levels.get(told.code, told.level) for told in _settable()}
        initial = {"overview_limit": settings.overview_limit, "wrong_words": words, **levels}
        super().__init__(data, initial=initial)
        for told in _settable():
            choices = [(str(level), LEVEL_WORDS[level]) for level in levels_open_to(told)]
            self.fields[told.code] = forms.ChoiceField(choices=choices, label=f"{told.code} 的等级")

    @property
    def families(self) -> Iterator[tuple[str, list[tuple[Declaration, forms.BoundField | None]]]]:
        """Every code by family, with its field; None where the level is fixed."""
        for letter, name in FAMILIES.items():
            told = family(letter)
            yield name, [(one, self[one.code] if one.code in self.fields else None) for one in told]

    def unlike(self, settings: CheckSettings) -> tuple[tuple[str, str], ...]:
        """Where a valid form differs from these settings: the name of the field, what was filled in."""
        other = CheckRulesForm(None, settings)
        return tuple(
            (str(field.label), dict(getattr(field, "choices", ())).get(typed, typed))
            for name, field in self.fields.items()
            if (typed := str(self[name].value() or "")) != str(other[name].value() or "")
        )

    @property
    def settings(self) -> CheckSettings:
        """What was chosen; only of a valid form."""
        data = self.cleaned_data
        levels = {told.code: Level(data[told.code]) for told in _settable()}
        return CheckSettings(levels, data["overview_limit"], data["wrong_words"])


def _settable() -> list[Declaration]:
    return [told for letter in FAMILIES for told in family(letter) if len(levels_open_to(told)) > 1]
