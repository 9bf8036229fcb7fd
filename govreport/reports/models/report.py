"""The draft as rows: report, sections with their version, narrative, fee, signature."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreport.agencies.models import Agency
from govreport.editions.cells import NARRATIVE_PARTS
from govreport.editions.lookup import edition
from govreport.editions.schema import Edition
from govreport.reports.columns import amount_check, count_check
from govreport.years.models import ReportingYear


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
    """The text of one part; paragraphs are separated by line breaks.

    `shingles` is the packed sample of the text by which other reports are compared with it, made by the
    `recipe` of that number; one made by another recipe is void.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="narrative")
    part = models.CharField(max_length=20, choices=[(part, part) for part in NARRATIVE_PARTS])
    text = models.TextField(blank=True)
    shingles = models.BinaryField(default=bytes)
    recipe = models.PositiveSmallIntegerField(default=0)

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
