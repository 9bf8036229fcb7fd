"""Files of history between upload and confirmation."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_predecessor"),
        ("importing", "0001_initial"),
        ("publishing", "0002_publication_evidence"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="上传时间")),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="政务公开办",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
            ],
            options={
                "verbose_name": "历史数据导入",
                "verbose_name_plural": "历史数据导入",
            },
        ),
        migrations.CreateModel(
            name="ImportItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255, verbose_name="文件名")),
                ("data", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ready", "可以导入"),
                            ("differs", "内容不同"),
                            ("unknown", "请选择单位和年度"),
                            ("present", "已有"),
                            ("refused", "不能导入"),
                            ("kept", "已导入"),
                        ],
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("sentence", models.TextField(blank=True, verbose_name="说明")),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="年度")),
                ("figures", models.PositiveIntegerField(default=0, verbose_name="数字")),
                ("said", models.JSONField(default=dict, verbose_name="存疑和问题")),
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
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="importing.importbatch",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="publishing.publication",
                    ),
                ),
            ],
            options={
                "verbose_name": "历史文件",
                "verbose_name_plural": "历史文件",
            },
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["authority", "-at"], name="import_batch_newest"),
        ),
        migrations.AddConstraint(
            model_name="importitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "kept"), _negated=True),
                    ("publication__isnull", False),
                    _connector="OR",
                ),
                name="import_item_kept_has_a_publication",
            ),
        ),
    ]
