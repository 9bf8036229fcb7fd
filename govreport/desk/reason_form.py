"""The form in which a person says why."""

from collections.abc import Mapping
from typing import Any

from django import forms

from govreport.reports.forms import PlainForm, TextField
from govreport.workflow.conditions import LONGEST_REASON

READERS = {
    "return": "填报人会看到",
    "correct": "随新的一版公开，公众会看到；审核人审签时也会看到",
}


class ReasonForm(PlainForm):
    """A reason of some words, and who will read it; its length is judged by the action."""

    reason = TextField(
        required=False,
        label="理由",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_REASON}),
    )

    def __init__(self, action: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix=action)
        self.fields["reason"].help_text = READERS.get(action, "")
        if action == "correct":
            self.fields["reason"].label = "更正说明"
