"""The form in which a person says why."""

from collections.abc import Mapping
from typing import Any

from django import forms

from govreport.reports.forms import PlainForm, TextField
from govreport.workflow.conditions import LONGEST_REASON

# Where the reason is no mere reason: what it is called, and who will read it.
PUBLIC = {"correct": ("更正说明", "随新的一版公开，公众会看到；审核人审签时也会看到")}


class ReasonForm(PlainForm):
    """A reason of some words, and who will read it; its length is judged by the action."""

    reason = TextField(
        required=False,
        label="理由",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_REASON}),
    )

    def __init__(self, action: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, prefix=action)
        if action in PUBLIC:
            self.fields["reason"].label, self.fields["reason"].help_text = PUBLIC[action]
