"""What was read of files, until a person has decided on it: proposals for drafts, batches of past reports."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreport.agencies.models import Agency
from govreport.importing import kept
from govreport.importing.reading import Reading
from govreport.publishing.models import Publication
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


class ImportBatch(models.Model):
    """The files that one person uploads together for an authority. It is thrown away after some days."""

    authority = models.ForeignKey(Agency, models.PROTECT, related_name="+", verbose_name="政务公开办")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="上传人")
    at = models.DateTimeField("上传时间")

    class Meta:
        verbose_name = verbose_name_plural = "历史数据导入"
        indexes: ClassVar = [models.Index(fields=["authority", "-at"], name="import_batch_newest")]

    def __str__(self) -> str:
        return f"{self.authority} {self.at:%Y-%m-%d %H:%M}"


class ImportItem(models.Model):
    """One file of a batch: what was recognised, how many figures, doubts and findings, what became of it.

    `said` holds doubts and findings as they are read, `sentence` why it cannot be imported or that it was.
    `data` is empty once the file is kept with its publication, or where it cannot be read at all.
    """

    class State(models.TextChoices):
        """What can be done with the file."""

        READY = "ready", "可以导入"
        DIFFERS = "differs", "内容不同"
        UNKNOWN = "unknown", "请选择单位和年度"
        PRESENT = "present", "已有"
        REFUSED = "refused", "不能导入"
        KEPT = "kept", "已导入"

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="items")
    name = models.CharField("文件名", max_length=255)
    data = models.BinaryField()
    state = models.CharField("状态", max_length=10, choices=State)
    sentence = models.TextField("说明", blank=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+", verbose_name="单位")
    year = models.PositiveSmallIntegerField("年度", null=True)
    figures = models.PositiveIntegerField("数字", default=0)
    said = models.JSONField("存疑和问题", default=dict)
    publication = models.ForeignKey(Publication, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "历史文件"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="kept") | Q(publication__isnull=False),
                name="import_item_kept_has_a_publication",
            )
        ]

    def __str__(self) -> str:
        return self.name
