"""The campaigns with their deadlines and exemptions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportingYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "edition",
                    models.CharField(
                        blank=True,
                        choices=[("2019", "2019年版"), ("2021", "2021年版")],
                        help_text="不选时按年度确定",
                        max_length=10,
                        verbose_name="格式",
                    ),
                ),
                ("opens_on", models.DateField(verbose_name="开始填报日期")),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reporting_years",
                        to="agencies.agency",
                        verbose_name="政务公开办",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度编制工作",
                "verbose_name_plural": "年度编制工作",
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exemptions",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
                (
                    "reporting_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exemptions",
                        to="years.reportingyear",
                        verbose_name="年度编制工作",
                    ),
                ),
            ],
            options={
                "verbose_name": "免报单位",
                "verbose_name_plural": "免报单位",
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("government", "政府"),
                            ("department", "部门"),
                            ("town", "乡镇"),
                            ("sub_district", "街道"),
                            ("management_committee", "管委会"),
                            ("other", "其他"),
                        ],
                        max_length=30,
                        verbose_name="单位类别",
                    ),
                ),
                ("submit_by", models.DateField(verbose_name="报送截止日期")),
                ("publish_by", models.DateField(verbose_name="发布截止日期")),
                (
                    "reporting_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="years.reportingyear",
                        verbose_name="年度编制工作",
                    ),
                ),
            ],
            options={
                "verbose_name": "截止日期",
                "verbose_name_plural": "截止日期",
            },
        ),
        migrations.AddConstraint(
            model_name="reportingyear",
            constraint=models.UniqueConstraint(
                fields=("authority", "year"),
                name="reporting_year_once",
                violation_error_message="这一年度的编制工作已经建立",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingyear",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 2019), ("year__lte", 2100)),
                name="reporting_year_in_range",
                violation_error_message="年度应在 2019 到 2100 之间",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingyear",
            constraint=models.CheckConstraint(
                condition=models.Q(("edition__in", ["2019", "2021"])), name="reporting_year_edition_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.UniqueConstraint(
                fields=("reporting_year", "agency"),
                name="exemption_once",
                violation_error_message="这个单位已在免报名单中",
            ),
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="exemption_has_a_reason",
                violation_error_message="请写明免报的理由",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("reporting_year", "kind"),
                name="deadline_once_a_kind",
                violation_error_message="这一类单位已有截止日期",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("publish_by__gte", models.F("submit_by"))),
                name="deadline_submit_before_publish",
                violation_error_message="发布截止日期不能早于报送截止日期",
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        ["government", "department", "town", "sub_district", "management_committee", "other"],
                    )
                ),
                name="deadline_kind_is_known",
            ),
        ),
    ]
