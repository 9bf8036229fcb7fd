"""The campaign of one authority for one year: its dates, and who need not file."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from govreport.agencies.models import Agency
from govreport.editions import lookup

FIRST_YEAR, LAST_YEAR = 2019, 2100


class ReportingYear(models.Model):
    """The reports on one year, as one authority asks its agencies for them."""

    authority = models.ForeignKey(
        Agency, models.PROTECT, related_name="reporting_years", verbose_name="政务公开办"
    )
    year = models.PositiveSmallIntegerField("年度")
    edition = models.CharField(
        "格式",
        max_length=10,
        choices=[(key, f"{key}年版") for key in lookup.EDITIONS],
        blank=True,
        help_text="不选时按年度确定",
    )
    opens_on = models.DateField("开始填报日期")

    class Meta:
        verbose_name = "年度编制工作"
        verbose_name_plural = "年度编制工作"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "year"],
                name="reporting_year_once",
                violation_error_message="这一年度的编制工作已经建立",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="reporting_year_in_range",
                violation_error_message=f"年度应在 {FIRST_YEAR} 到 {LAST_YEAR} 之间",
            ),
            models.CheckConstraint(
                condition=Q(edition__in=list(lookup.EDITIONS)), name="reporting_year_edition_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}年度年报编制工作"

    def clean(self) -> None:
        """Choose the edition in force for the year, and refuse another. Raises ValidationError."""
        if not self.year:
            return  # said of the field itself
        self.edition = self.edition or _edition_key(self.year)
        if self.edition != _edition_key(self.year):
            raise ValidationError({"edition": f"{self.year} 年度不适用 {self.edition} 年版格式"})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the edition in force for the year when none was chosen."""
        self.edition = self.edition or _edition_key(self.year)
        super().save(*args, **kwargs)


def _edition_key(year: int) -> str:
    try:
        return lookup.edition_for(year).key
    except lookup.UnknownEdition as error:
        raise ValidationError(str(error)) from None


class Deadline(models.Model):
    """Until when the agencies of one kind submit, and publish. A kind without a deadline does not file."""

    reporting_year = models.ForeignKey(
        ReportingYear, models.CASCADE, related_name="deadlines", verbose_name="年度编制工作"
    )
    kind = models.CharField("单位类别", max_length=30, choices=Agency.Kind)
    submit_by = models.DateField("报送截止日期")
    publish_by = models.DateField("发布截止日期")

    class Meta:
        verbose_name = "截止日期"
        verbose_name_plural = "截止日期"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["reporting_year", "kind"],
                name="deadline_once_a_kind",
                violation_error_message="这一类单位已有截止日期",
            ),
            models.CheckConstraint(
                condition=Q(publish_by__gte=F("submit_by")),
                name="deadline_submit_before_publish",
                violation_error_message="发布截止日期不能早于报送截止日期",
            ),
            models.CheckConstraint(condition=Q(kind__in=Agency.Kind.values), name="deadline_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}：{self.submit_by}"


class Exemption(models.Model):
    """An agency that need not file this year, and why."""

    reporting_year = models.ForeignKey(
        ReportingYear, models.CASCADE, related_name="exemptions", verbose_name="年度编制工作"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="exemptions", verbose_name="单位")
    reason = models.CharField("理由", max_length=200)

    class Meta:
        verbose_name = "免报单位"
        verbose_name_plural = "免报单位"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["reporting_year", "agency"],
                name="exemption_once",
                violation_error_message="这个单位已在免报名单中",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="exemption_has_a_reason",
                violation_error_message="请写明免报的理由",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}免报"


class CheckRules(models.Model):
    """How an authority has set the checks for its agencies; without a row everything is as declared.

    `levels` gives a level by code, `wrong_words` for each word what to write instead. Changed by
    `years.check_rules.change` only, which records who did it.
    """

    authority = models.OneToOneField(
        Agency, models.PROTECT, related_name="check_rules", verbose_name="政务公开办"
    )
    levels = models.JSONField("等级", default=dict)
    overview_limit = models.PositiveIntegerField("总体情况字数上限", default=1000)
    wrong_words = models.JSONField("错别字表", default=dict)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "检查规则设置"

    def __str__(self) -> str:
        return f"{self.authority}的检查规则"
