"""Publications, their artifacts and figures: rows that can be added and never changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from govreport.audit.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版次")),
                ("edition", models.CharField(max_length=10, verbose_name="格式")),
                ("scope", models.CharField(max_length=10, verbose_name="口径")),
                ("title", models.CharField(max_length=300, verbose_name="标题")),
                (
                    "origin",
                    models.CharField(
                        choices=[("report", "本系统编制"), ("imported", "历史数据导入")],
                        default="report",
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                ("canonical", models.TextField(verbose_name="内容")),
                ("sha256", models.CharField(max_length=64)),
                ("note", models.TextField(blank=True, verbose_name="更正说明")),
                ("published_at", models.DateTimeField(verbose_name="发布时间")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="publishing.publication",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "发布版本",
                "verbose_name_plural": "发布版本",
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(max_length=20)),
                ("row", models.CharField(max_length=40)),
                ("column", models.CharField(max_length=40)),
                ("value", models.DecimalField(decimal_places=6, max_digits=24)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="publishing.publication",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Artifact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(max_length=10)),
                ("media_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artifacts",
                        to="publishing.publication",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["-published_at"], name="publication_newest"),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(
                fields=("agency", "year", "version"), name="publication_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects", None), ("version", 1)),
                    models.Q(("corrects__isnull", False), ("version__gt", 1)),
                    _connector="OR",
                ),
                name="publication_corrects_the_one_before",
            ),
        ),
        migrations.AddConstraint(
            model_name="figure",
            constraint=models.UniqueConstraint(
                fields=("publication", "table", "row", "column"), name="figure_once_a_cell"
            ),
        ),
        migrations.AddConstraint(
            model_name="artifact",
            constraint=models.UniqueConstraint(
                fields=("publication", "format"), name="artifact_once_a_format"
            ),
        ),
        AppendOnly("publishing_publication", unique=[("agency_id", "year", "version"), ("corrects_id",)]),
        AppendOnly("publishing_artifact", unique=[("publication_id", "format")]),
        AppendOnly("publishing_figure", unique=[("publication_id", "table", "row", "column")]),
    ]
