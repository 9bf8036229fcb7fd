"""EDIT 2 · The forms of the sections; made from the edition's cells, they only parse."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError

from govreport.editions.numbers import Kind, Unreadable, plain, read_number
from govreport.editions.schema import Edition
from govreport.reports.entries import Entry
from govreport.reports.models import LONGEST_NOTE
from govreport.reports.notes import LABELS, place_of, places_in

LONGEST_TEXT = 20_000
LONGEST_UNREAD = 500


class EntryField(forms.Field):
    """A cell of the grid. It never refuses: what is no number is kept as text (finding F102)."""

    def __init__(self, kind: Kind, label: str) -> None:
        super().__init__(required=False, label=label)
        self.kind = kind

    def clean(self, value: Any) -> Entry:
        text = str(value or "").replace("\x00", "")[:LONGEST_UNREAD]
        try:
            return Entry(read_number(text, self.kind))
        except Unreadable:
            return Entry(unread=text)


class NoteField(forms.CharField):
    """A printed note, or the source of a figure: one line."""

    def __init__(self, label: str) -> None:
        told = {"max_length": f"最多 {LONGEST_NOTE} 字，现在是 %(show_value)d 字"}
        super().__init__(required=False, label=label, max_length=LONGEST_NOTE, error_messages=told)

    def to_python(self, value: Any) -> str:
        return " ".join(str(value or "").replace("\x00", "").split())


class TableForm(forms.Form):
    """One official table: a field for every cell that somebody fills in, named by its address.

    And the note and the source of every place that has them, in `notes` by field, or gets them by what was
    typed. One that is not among what was typed stays as it is. ADDED is the blank line for one more.
    """

    ADDED = ("add_place", "add_note", "add_source")

    def __init__(
        self,
        form: Edition,
        table: str,
        data: Mapping[str, Any] | None = None,
        *,
        notes: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(data)
        self.fields = {str(cell.address): EntryField(cell.kind, cell.name) for cell in form.entries(table)}
        self.places = places_in(form, table)
        self.notes = notes or {}
        self.noted = {place_of(name) for name in (*self.notes, *(data or ()))}
        for place, name in self.places.items():
            if place in self.noted:
                self.fields |= {
                    f"{kind}:{place}": NoteField(f"{label}（{name}）") for kind, label in LABELS.items()
                }
        if data is not None:
            self.fields |= {name: NoteField("批注与数据来源") for name in self.ADDED}

    def clean(self) -> dict[str, Any]:
        values = {n: v for n, v in self.cleaned_data.items() if not place_of(n) or n in self.data}
        place, note, source = (values.pop(name, "") for name in self.ADDED)
        if not note and not source:
            return values
        if place not in self.places:
            self.add_error("add_place", "请选择写给哪一格")
        elif place in self.noted:
            self.add_error("add_place", f"“{self.places[place]}”上面已经有一行，请在那一行里改")
        else:
            values |= {f"note:{place}": note, f"source:{place}": source}
        return values


class TextField(forms.CharField):
    """Paragraphs of plain text, with line breaks as they are stored."""

    widget = forms.Textarea

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without `maxlength`, by which a browser cuts what is pasted and says nothing."""
        return {}

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return re.sub(r"\r\n?", "\n", text.replace("\x00", "")).strip()


class FigureField(forms.Field):
    """A figure outside the grid; blank means 0."""

    def __init__(self, kind: Kind, label: str, help_text: str = "") -> None:
        super().__init__(required=False, label=label, help_text=help_text)
        self.kind = kind
        self.widget.attrs["inputmode"] = "numeric" if kind is Kind.COUNT else "decimal"

    def prepare_value(self, value: Any) -> Any:
        return plain(value) if isinstance(value, int | Decimal) else value

    def to_python(self, value: Any) -> int | Decimal:
        try:
            return read_number(str(value or ""), self.kind) or 0
        except Unreadable as reason:
            raise ValidationError(str(reason)) from None


class SignedDateField(forms.DateField):
    """A date as the date picker sends it, or as people write it: 2024-01-26, 2024年1月26日."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            required=False,
            input_formats=["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d"],
            error_messages={"invalid": "请写成年、月、日，例如 2024-01-26"},
        )


class PlainForm(forms.Form):
    """A form that stands inside the editor's own form element."""

    @property
    def helper(self) -> FormHelper:
        """How crispy renders it."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


class SignatureForm(PlainForm):
    """Name and date under the report."""

    name = forms.CharField(label="署名", max_length=100, required=False, help_text="一般为单位全称")
    date = SignedDateField("日期")

    def __init__(self, data: Mapping[str, Any] | None, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)


def as_text(value: object) -> str:
    """A cleaned or stored value as it stands in its field and in the audit trail."""
    if isinstance(value, Entry):
        return value.text
    if isinstance(value, int | Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")
