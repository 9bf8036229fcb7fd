"""The draft as rows: report, sections with their version, narrative, figures, unread entries."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreport.agencies.models import Agency
from govreport.editions.cells import NARRATIVE_PARTS
from govreport.editions.lookup import edition
from govreport.editions.schema import Edition
from govreport.editions.shared_tables import APPLICANTS, DISPUTE_COLUMNS
from govreport.reports.columns import amount_check, count_check, sum_of
from govreport.years.models import ReportingYear

APPLICANT_COLUMNS = tuple(column.key for column in APPLICANTS if column.key != "total")
OUTCOME_COLUMNS = tuple(column.key for column in DISPUTE_COLUMNS if column.key != "total")


class State(models.TextChoices):
    """Where a report stands on its way to being published."""

    DRAFT = "draft", "填写中"
    SUBMITTED = "submitted", "待审核"
    RETURNED = "returned", "退回修改"
    APPROVED = "approved", "已审签"
    PUBLISHED = "published", "已发布"


class Scope(models.TextChoices):
    """Whose work a report tells of."""

    OWN = "own", "本单位"
    AGGREGATE = "aggregate", "本级政府汇总"


class Report(models.Model):
    """The living draft of one agency for one reporting year."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="reports", verbose_name="单位")
    reporting_year = models.ForeignKey(ReportingYear, models.PROTECT, verbose_name="年度")
    scope = models.CharField("口径", max_length=10, choices=Scope, default=Scope.OWN)
    state = models.CharField("状态", max_length=10, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField("建立时间")
    opened_at = models.DateTimeField("审核人打开时间", null=True)
    correction_note = models.TextField("更正说明", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "年报"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("agency", "reporting_year", "scope"), name="reports_one_report_a_year"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="reports_state_is_known"),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="reports_scope_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.reporting_year.year} ({self.scope})"

    @property
    def edition(self) -> Edition:
        """The official edition of its year. Reads `reporting_year`: a query when that is not loaded."""
        return edition(self.reporting_year.edition)

    @property
    def subject(self) -> str:
        """What the audit trail calls it."""
        return f"report:{self.pk}"


class SectionKey(models.TextChoices):
    """The units of editing, in the order of the report."""

    PREAMBLE = "preamble", "前言"
    OVERVIEW = "overview", "一、总体情况"
    DISCLOSURE = "disclosure", "二、主动公开政府信息情况"
    APPLICATIONS = "applications", "三、收到和处理政府信息公开申请情况"
    DISPUTES = "disputes", "四、政府信息公开行政复议、行政诉讼情况"
    PROBLEMS = "problems", "五、存在的主要问题及改进情况"
    OTHER_MATTERS = "other_matters", "六、其他需要报告的事项"
    SIGNATURE = "signature", "落款"


class Section(models.Model):
    """One unit of editing. `version` counts its saves and is the lock against lost updates."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="sections")
    key = models.CharField(max_length=20, choices=SectionKey)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "key"), name="reports_one_section_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.key} v{self.version}"


class Narrative(models.Model):
    """The text of one part; paragraphs are separated by line breaks."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="narrative")
    part = models.CharField(max_length=20, choices=[(part, part) for part in NARRATIVE_PARTS])
    text = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("report", "part"), name="reports_one_text_a_part")
        ]

    def __str__(self) -> str:
        return f"{self.report_id}/{self.part}"


class ProcessingFee(models.Model):
    """The information-processing fee of the year, amounts in yuan; 0 unless stated."""

    report = models.OneToOneField(Report, models.CASCADE, primary_key=True, related_name="processing_fee")
    notices_issued = models.BigIntegerField(default=0)
    notices_amount = models.DecimalField(max_digits=15, decimal_places=6, default=0)
    collected_amount = models.DecimalField(max_digits=15, decimal_places=6, default=0)

    class Meta:
        constraints: ClassVar = [
            count_check("notices_issued", "reports_fee_notices_issued"),
            amount_check("notices_amount", "reports_fee_notices_amount"),
            amount_check("collected_amount", "reports_fee_collected_amount"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.notices_issued}"


class Signature(models.Model):
    """Name and date under the report."""

    report = models.OneToOneField(Report, models.CASCADE, primary_key=True, related_name="signature")
    name = models.CharField(max_length=100, blank=True)
    date = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.name}"


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
