"""What was read of a file for a draft, until a person has confirmed or discarded it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreport.importing import kept
from govreport.importing.reading import Reading
from govreport.reports.models import Report

LONGEST_NAME = 200


class Proposal(models.Model):
    """A file read for one draft. Nothing of it is in the draft before it is confirmed.

    `kept` is the reading as JSON; once the proposal is decided, only the name and the hash of the file stay.
    """

    class State(models.TextChoices):
        """Where it stands."""

        OPEN = "open", "待确认"
        CONFIRMED = "confirmed", "已确认"
        DISCARDED = "discarded", "已放弃"

    report = models.ForeignKey(Report, models.CASCADE, related_name="proposals")
    file_name = models.CharField(max_length=LONGEST_NAME)
    sha256 = models.CharField(max_length=64)
    kept = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("report",), condition=Q(state="open"), name="importing_one_open_proposal"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "confirmed", "discarded"]), name="importing_state_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.file_name}"

    @property
    def reading(self) -> Reading:
        """What was read, while the proposal is open."""
        return kept.from_json(self.kept)
