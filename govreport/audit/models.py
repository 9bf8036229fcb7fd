"""One entry for each thing done: who, when, for which agency, to what."""

from typing import ClassVar

from django.db import models

from govreport.agencies.models import Agency, User


class Entry(models.Model):
    """A line of the record. Triggers in the database refuse to change or remove it."""

    at = models.DateTimeField("时间")
    actor = models.ForeignKey(
        User, models.PROTECT, related_name="+", null=True, verbose_name="操作人", help_text="空表示系统"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+", null=True, verbose_name="单位")
    action = models.CharField("操作", max_length=50)
    subject = models.CharField("对象", max_length=100, help_text="例如 report:12")
    data = models.JSONField("内容", default=dict)

    class Meta:
        verbose_name = "操作记录"
        verbose_name_plural = "操作记录"
        indexes: ClassVar = [
            models.Index(fields=["subject", "at"], name="entry_by_subject"),
            models.Index(fields=["agency", "at"], name="entry_by_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"
