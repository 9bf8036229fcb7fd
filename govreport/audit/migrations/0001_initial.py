"""The record: entries that can be added and never changed."""

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
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("action", models.CharField(max_length=50, verbose_name="操作")),
                (
                    "subject",
                    models.CharField(help_text="例如 report:12", max_length=100, verbose_name="对象"),
                ),
                ("data", models.JSONField(default=dict, verbose_name="内容")),
                (
                    "actor",
                    models.ForeignKey(
                        help_text="空表示系统",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="操作人",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "操作记录",
                "verbose_name_plural": "操作记录",
                "indexes": [
                    models.Index(fields=["subject", "at"], name="entry_by_subject"),
                    models.Index(fields=["agency", "at"], name="entry_by_agency"),
                ],
            },
        ),
        AppendOnly("audit_entry"),
    ]
