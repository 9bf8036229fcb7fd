"""A publication with its artifacts and figures. Triggers in the database refuse to change or remove them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from govreport.agencies.models import Agency
from govreport.editions.cells import Content
from govreport.rendering import interchange


class Origin(models.TextChoices):
    """How a publication came to be."""

    REPORT = "report", "本系统编制"
    IMPORTED = "imported", "历史数据导入"


# What is printed above the title, so that nobody takes one for the other.
MARKS = {Origin.REPORT: "", Origin.IMPORTED: "历史数据导入：按原公开文件收录，未作改动"}

# The format of the artifact that is the file a report was imported from; kept and not public.
ORIGINAL = "original"


class Publication(models.Model):
    """Version n of the published report of one agency for one year.

    `canonical` is the content in canonical interchange form, `sha256` its fingerprint. A correction is the
    next version; it names the one it `corrects` and carries a public note. `evidence` holds the findings
    it was published with and what was said to them; it is kept and not shown to the public.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="publications", verbose_name="单位")
    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版次")
    edition = models.CharField("格式", max_length=10)
    scope = models.CharField("口径", max_length=10)
    title = models.CharField("标题", max_length=300)
    origin = models.CharField("来源", max_length=10, choices=Origin, default=Origin.REPORT)
    canonical = models.TextField("内容")
    sha256 = models.CharField(max_length=64)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")
    note = models.TextField("更正说明", blank=True)
    evidence = models.JSONField("检查记录", default=dict)
    published_at = models.DateTimeField("发布时间")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "发布版本"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("agency", "year", "version"), name="publication_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, corrects=None) | Q(version__gt=1, corrects__isnull=False),
                name="publication_corrects_the_one_before",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("-published_at",), name="publication_newest")]

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"

    @property
    def content(self) -> Content:
        """The frozen content."""
        return interchange.read(self.canonical.encode()).content

    @property
    def mark(self) -> str:
        """What stands above the title in print; "" for a report made here."""
        return MARKS[Origin(self.origin)]


class Artifact(models.Model):
    """One file of a publication, kept under its hash in the artifact store."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="artifacts")
    format = models.CharField(max_length=10)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("publication", "format"), name="artifact_once_a_format")
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}.{self.format}"


class Figure(models.Model):
    """One cell of a publication that is not 0, for sums in SQL."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="figures")
    table = models.CharField(max_length=20)
    row = models.CharField(max_length=40)
    column = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=24, decimal_places=6)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("publication", "table", "row", "column"), name="figure_once_a_cell"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.table}.{self.row}.{self.column}"
