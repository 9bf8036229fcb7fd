"""EDIT 2 · The forms of the parts that are text: one box, or several that make one text together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Layout
from django.core.exceptions import ValidationError

from govreport.editions.aspects import OPENING, Aspect, has_headings, join_overview, split_overview
from govreport.editions.numbers import Kind
from govreport.editions.pairs import join_problems, split_problems, without_number
from govreport.reports.forms import LONGEST_TEXT, FigureField, PlainForm, TextField
from govreport.reports.models import SectionKey

TEXT_BOX = "desk/_text_box.html"
PARAGRAPHS = "每段一行；以“（一）”开头的短句作为小标题。"
ROWS = {SectionKey.PREAMBLE: 8, SectionKey.OTHER_MATTERS: 5}  # the others are long
A_LINE, MOST_ROWS = 30, 16  # characters; rows of a box as it is served
PAIR_FIELD = re.compile(r"(?:problem|measure)_([1-9]\d?)")
NO_ASPECTS = "现有的文字没有按各个方面分开，原样放在“总体说明”里，没有改动；要分开的，剪切到下面相应的方面。"
OTHER_HEADINGS = "“总体说明”里有各个方面以外的小标题，原样保留；属于某一方面的，可以剪切到下面。"
NO_PAIRS = "现有的文字没有按“问题—改进措施”分条，原样放在“总体说明”里，没有改动；要分条的，剪切到下面各框。"


def text_field(label: str, rows: int, help_text: str = "") -> TextField:
    """A box of paragraphs."""
    field = TextField(required=False, max_length=LONGEST_TEXT, label=label, help_text=help_text)
    field.widget.attrs["rows"] = rows
    return field


def text_box(name: str) -> Field:
    """Where a box of paragraphs stands in a layout."""
    return Field(name, template=TEXT_BOX)


class TextForm(PlainForm):
    """A part that is text, in one field `text`."""

    def __init__(self, label: str, data: Mapping[str, Any] | None, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        self.fields = {"text": text_field(label, 16, PARAGRAPHS), **self.fields}

    @property
    def helper(self) -> FormHelper:
        """How crispy renders it."""
        helper = super().helper
        helper.layout = self.layout()
        return helper

    @property
    def remark(self) -> str:
        """What has to be said of how the text stands in the boxes, "" mostly."""
        return ""

    def layout(self) -> Layout:
        """Its fields as they stand on the page."""
        return Layout(
            *(text_box(name) if isinstance(field, TextField) else name for name, field in self.fields.items())
        )


class NarrativeForm(TextForm):
    """The text of one part, in one box."""

    def __init__(self, key: SectionKey, data: Mapping[str, Any] | None, initial: Mapping[str, Any]) -> None:
        super().__init__(key.label, data, initial)
        self.fields["text"].widget.attrs["rows"] = ROWS.get(key, 16)


class OtherMattersForm(NarrativeForm):
    """Part 六: its text, and the three figures from which the fee sentence is made."""

    notices_issued = FigureField(Kind.COUNT, "发出信息处理费收费通知（件）", "没有的写 0")
    notices_amount = FigureField(Kind.MONEY, "通知收取的总金额（元）", "没有的写 0")
    collected_amount = FigureField(Kind.MONEY, "实际收取的总金额（元）", "没有的写 0")

    def layout(self) -> Layout:
        """The fee in one row below the text."""
        fees = ("notices_issued", "notices_amount", "collected_amount")
        return Layout(text_box("text"), Div(*fees, css_class="fee-fields"))


class BoxesForm(TextForm):
    """A part whose text is filled in in boxes. What is cleaned is the text; `boxes` are what was typed."""

    boxes: Mapping[str, str]
    printed = ""  # how the other boxes are printed, in a sentence

    def __init__(self, data: Mapping[str, Any] | None, initial: Mapping[str, Any]) -> None:
        self.stored = str(initial.get("text") or "")
        super().__init__("", data, self.split(self.stored))
        self.fields["text"] = text_field("总体说明", 2, f"写在前面的话，可以不写。{self.printed}")

    def make_room(self) -> None:
        """Boxes as high as what stands in them, so that it is seen without script too."""
        for name, field in self.fields.items():
            lines = str(self[name].value() or "").split("\n")
            needed = sum(1 + len(line) // A_LINE for line in lines)
            field.widget.attrs["rows"] = max(field.widget.attrs["rows"], min(needed, MOST_ROWS))

    def split(self, text: str) -> dict[str, str]:
        """A whole text by box."""
        raise NotImplementedError

    def join(self, boxes: Mapping[str, str]) -> str:
        """The whole text of the boxes."""
        raise NotImplementedError

    def clean(self) -> dict[str, str]:
        """The whole text; the stored one where nothing was changed, with the blank lines that it may have."""
        self.boxes = {name: self.cleaned_data.get(name, "") for name in self.fields}
        before = {name: box.strip() for name, box in self.split(self.stored).items() if box.strip()}
        changed = before != {name: box for name, box in self.boxes.items() if box}
        text = self.join(self.boxes) if changed else self.stored
        if len(text) > LONGEST_TEXT and not self.errors:
            self.add_error(
                "text", ValidationError(f"这一部分共 {len(text)} 个字，不能超过 {LONGEST_TEXT} 个字")
            )
        return {"text": text}


class OverviewForm(BoxesForm):
    """Part 一: what it says in general, and of each aspect."""

    printed = "下面每个方面印成一个小标题和它的文字，序号自动加上，空着的不印。"

    def __init__(
        self, aspects: Sequence[Aspect], data: Mapping[str, Any] | None, initial: Mapping[str, Any]
    ) -> None:
        self.aspects = aspects
        super().__init__(data, initial)
        for aspect in aspects:
            self.fields[aspect.key] = text_field(aspect.title, 4)
            self.fields[aspect.key].widget.attrs["data-heading"] = f"（一）{aspect.title}"  # printed above it
        self.make_room()

    def split(self, text: str) -> dict[str, str]:
        """By aspect."""
        return split_overview(text, self.aspects)

    def join(self, boxes: Mapping[str, str]) -> str:
        """Each aspect under its heading."""
        return join_overview(boxes, self.aspects)

    @property
    def remark(self) -> str:
        """What is said of a text that stands in the first box and is not of the aspects."""
        opening = str(self[OPENING].value() or "")
        others = any(str(self[aspect.key].value() or "").strip() for aspect in self.aspects)
        if opening.strip() and not others:
            return NO_ASPECTS
        return OTHER_HEADINGS if has_headings(opening) else ""


class ProblemsForm(BoxesForm):
    """Part 五: problems with their measures, and a blank pair to go on with."""

    printed = "下面各对按序号印成“（一）存在的主要问题”和“（二）改进情况”。"

    def __init__(self, data: Mapping[str, Any] | None, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial)
        names = self.initial if data is None else data
        self.count = max(pairs_in(names), pairs_in(self.initial)) + (data is None)
        for number in range(1, self.count + 1):
            self.fields |= pair_fields(number)
        self.make_room()

    def split(self, text: str) -> dict[str, str]:
        """By pair."""
        return split_into_pairs(text)

    def join(self, boxes: Mapping[str, str]) -> str:
        """The problems in one list, the measures in another."""
        pairs = []
        for number in range(1, pairs_in(boxes) + 1):
            sides = (boxes.get(f"problem_{number}", ""), boxes.get(f"measure_{number}", ""))
            pairs.append((without_number(sides[0], number), without_number(sides[1], number)))
        return join_problems(boxes.get(OPENING, ""), pairs)

    def layout(self) -> Layout:
        """The two of a pair side by side."""
        return Layout(text_box("text"), *(pair(number) for number in range(1, self.count + 1)))

    @property
    def remark(self) -> str:
        """What is said of a text that is no pairs."""
        pairs = any(str(self[name].value() or "").strip() for name in self.fields if name != OPENING)
        return NO_PAIRS if str(self[OPENING].value() or "").strip() and not pairs else ""


class BlankPair(PlainForm):
    """The pair that the script adds: with 0 where its number comes."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = dict(pair_fields(0))

    @property
    def helper(self) -> FormHelper:
        """How crispy renders it."""
        helper = super().helper
        helper.layout = Layout(pair(0))
        return helper


def split_into_pairs(text: str) -> dict[str, str]:
    """The text of part 五 by the names of its boxes."""
    opening, pairs = split_problems(text)
    boxes = {OPENING: opening}
    for number, (problem, measure) in enumerate(pairs, 1):
        boxes |= {f"problem_{number}": problem, f"measure_{number}": measure}
    return boxes


def pairs_in(names: Iterable[str]) -> int:
    """How many pairs these fields are."""
    return max((int(found[1]) for name in names if (found := PAIR_FIELD.fullmatch(name))), default=0)


def pair_fields(number: int) -> dict[str, TextField]:
    """The two boxes of a pair."""
    return {
        f"problem_{number}": text_field(f"问题 {number}", 4),
        f"measure_{number}": text_field(f"改进措施 {number}", 4),
    }


def pair(number: int) -> Div:
    """A pair in a layout."""
    return Div(text_box(f"problem_{number}"), text_box(f"measure_{number}"), css_class="pair")
