"""The form in which a person says why."""

from django import forms

from govreport.reports.forms import PlainForm, TextField
from govreport.workflow.conditions import LONGEST_REASON


class ReasonForm(PlainForm):
    """A reason of some words; its length is judged by the action."""

    reason = TextField(
        required=False,
        label="理由",
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": LONGEST_REASON}),
    )
