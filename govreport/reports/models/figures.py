"""The figures of a draft as rows, one model a table of the form; entries that are no number; notes."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from govreport.editions.shared_tables import APPLICANTS, DISPUTE_COLUMNS
from govreport.reports.columns import amount_check, count_check, sum_of
from govreport.reports.models.report import Report, Section

APPLICANT_COLUMNS = tuple(column.key for column in APPLICANTS if column.key != "total")
OUTCOME_COLUMNS = tuple(column.key for column in DISPUTE_COLUMNS if column.key != "total")

LONGEST_NOTE = 500


class DisclosureCount(models.Model):
    """One cell of table 二: a count, or an amount in the unit of its printed head."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="disclosure")
    item = models.CharField(max_length=40)
    measure = models.CharField(max_length=20)
    count = models.BigIntegerField(null=True)
    amount = models.DecimalField(max_digits=15, decimal_places=6, null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "item", "measure"), name="reports_one_disclosure_cell"),
            count_check("count", "reports_disclosure_count", negative=Q(measure="items_change")),
            amount_check("amount", "reports_disclosure_amount"),
            models.CheckConstraint(
                condition=Q(count=None) | Q(amount=None), name="reports_disclosure_count_or_amount"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.item}.{self.measure}"


class ApplicationOutcome(models.Model):
    """One row of table 三: applications by kind of applicant; the total is the database's."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="applications")
    row = models.CharField(max_length=40)
    natural_person = models.BigIntegerField(null=True)
    commercial_enterprise = models.BigIntegerField(null=True)
    research_institution = models.BigIntegerField(null=True)
    public_welfare_org = models.BigIntegerField(null=True)
    legal_service_org = models.BigIntegerField(null=True)
    other_org = models.BigIntegerField(null=True)
    total = sum_of(APPLICANT_COLUMNS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "row"), name="reports_one_application_row"),
            *(count_check(column, f"reports_applications_{column}") for column in APPLICANT_COLUMNS),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.row}"


class DisputeOutcome(models.Model):
    """One channel of table 四: disputes by result; the total is the database's."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="disputes")
    channel = models.CharField(max_length=40)
    upheld = models.BigIntegerField(null=True)
    corrected = models.BigIntegerField(null=True)
    other_result = models.BigIntegerField(null=True)
    pending = models.BigIntegerField(null=True)
    total = sum_of(OUTCOME_COLUMNS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "channel"), name="reports_one_dispute_channel"),
            *(count_check(column, f"reports_disputes_{column}") for column in OUTCOME_COLUMNS),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.channel}"


class UnreadCell(models.Model):
    """What was typed into a cell and is no number of its kind; the cell itself is blank meanwhile."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="unread")
    address = models.CharField(max_length=80)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("section", "address"), name="reports_one_unread_a_cell")
        ]

    def __str__(self) -> str:
        return f"{self.section_id}: {self.address}"


class CellNote(models.Model):
    """What is noted at a cell or, under the key of its table, at a whole table.

    `note` is printed and published under the table; `source` says where a figure comes from (数据来源) and
    stays on the desk: it is no part of the content.
    """

    section = models.ForeignKey(Section, models.CASCADE, related_name="notes")
    place = models.CharField(max_length=80)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)
    source = models.CharField(max_length=LONGEST_NOTE, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("section", "place"), name="reports_one_note_a_place"),
            models.CheckConstraint(condition=~Q(note="", source=""), name="reports_note_says_something"),
            models.CheckConstraint(
                condition=Q(LessThanOrEqual(Length("note"), LONGEST_NOTE))
                & Q(LessThanOrEqual(Length("source"), LONGEST_NOTE)),
                name="reports_note_is_not_too_long",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section_id}: {self.place}"
