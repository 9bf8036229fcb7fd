"""What is said to the findings of a report, and what it was judged by: explanations, waivers, submissions."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator, MinLengthValidator
from django.db import models
from django.db.models import Q

from govreport.reports.models.report import Report

SHORTEST_EXPLANATION, LONGEST_EXPLANATION = 6, 500


class Explanation(models.Model):
    """The agency's answer to a query (情况说明): a text, a ticked reason, or both.

    `fingerprint` is that of the cells and the text which the finding concerned: the answer is valid while
    the finding has it. A new answer is a new row; of those with one fingerprint the newest counts.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="explanations")
    code = models.CharField(max_length=10)
    anchor = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    choice = models.CharField(max_length=50, blank=True)
    text = models.TextField(
        blank=True,
        validators=[MinLengthValidator(SHORTEST_EXPLANATION), MaxLengthValidator(LONGEST_EXPLANATION)],
    )
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(text="", choice=""), name="reports_explanation_says_something"
            )
        ]
        indexes: ClassVar = [models.Index(fields=("report", "code", "anchor"), name="reports_explanation_of")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.code} {self.anchor}"

    @property
    def words(self) -> str:
        """The ticked reason and the text, as one sentence reads."""
        return "：".join(filter(None, (self.choice, self.text)))


class Waiver(models.Model):
    """One error of one report let pass: asked for by the supervisor, decided by the authority.

    Like an explanation it holds for what the finding concerned, and no longer.
    """

    class State(models.TextChoices):
        """Where the request stands."""

        ASKED = "asked", "待答复"
        GRANTED = "granted", "已同意"
        REFUSED = "refused", "未同意"

    report = models.ForeignKey(Report, models.CASCADE, related_name="waivers")
    code = models.CharField(max_length=10)
    anchor = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64)
    message = models.TextField()
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    answer = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="reports_waiver_has_a_reason"),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by=None, decided_at=None)
                | Q(state__in=("granted", "refused"), decided_by__isnull=False, decided_at__isnull=False),
                name="reports_waiver_is_decided_by_somebody",
            ),
            models.UniqueConstraint(
                fields=("report", "code", "anchor", "fingerprint"),
                condition=Q(state="asked"),
                name="reports_waiver_asked_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.code} {self.anchor} {self.state}"


class Submission(models.Model):
    """What a report said when it was submitted, and what it was judged by. Triggers refuse to change it.

    `findings` holds each finding as it was shown, with its explanation or waiver.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="submissions")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    canonical = models.TextField()
    sha256 = models.CharField(max_length=64)
    findings = models.JSONField()
    not_assessable = models.JSONField()

    def __str__(self) -> str:
        return f"{self.report_id} {self.at:%Y-%m-%d %H:%M}"
