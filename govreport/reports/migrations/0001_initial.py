"""The draft: report, sections, narrative, figures with what the database refuses and computes."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        ("years", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[("own", "本单位"), ("aggregate", "本级政府汇总")],
                        default="own",
                        max_length=10,
                        verbose_name="口径",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "填写中"),
                            ("submitted", "待审核"),
                            ("returned", "退回修改"),
                            ("approved", "已审签"),
                            ("published", "已发布"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="建立时间")),
                ("opened_at", models.DateTimeField(null=True, verbose_name="审核人打开时间")),
                ("correction_note", models.TextField(blank=True, verbose_name="更正说明")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
                (
                    "reporting_year",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="years.reportingyear",
                        verbose_name="年度",
                    ),
                ),
            ],
            options={
                "verbose_name": "年报",
                "verbose_name_plural": "年报",
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="signature",
                        serialize=False,
                        to="reports.report",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100)),
                ("date", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Narrative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("preamble", "preamble"),
                            ("overview", "overview"),
                            ("problems", "problems"),
                            ("other_matters", "other_matters"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="narrative",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DisputeOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=40)),
                ("upheld", models.BigIntegerField(null=True)),
                ("corrected", models.BigIntegerField(null=True)),
                ("other_result", models.BigIntegerField(null=True)),
                ("pending", models.BigIntegerField(null=True)),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(
                                    ("upheld", None),
                                    ("corrected", None),
                                    ("other_result", None),
                                    ("pending", None),
                                ),
                                then=None,
                            ),
                            default=django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.comparison.Coalesce(
                                            models.F("upheld"), models.Value(0)
                                        ),
                                        "+",
                                        django.db.models.functions.comparison.Coalesce(
                                            models.F("corrected"), models.Value(0)
                                        ),
                                    ),
                                    "+",
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("other_result"), models.Value(0)
                                    ),
                                ),
                                "+",
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("pending"), models.Value(0)
                                ),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disputes",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DisclosureCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.CharField(max_length=40)),
                ("measure", models.CharField(max_length=20)),
                ("count", models.BigIntegerField(null=True)),
                ("amount", models.DecimalField(decimal_places=6, max_digits=15, null=True)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="disclosure",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ApplicationOutcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row", models.CharField(max_length=40)),
                ("natural_person", models.BigIntegerField(null=True)),
                ("commercial_enterprise", models.BigIntegerField(null=True)),
                ("research_institution", models.BigIntegerField(null=True)),
                ("public_welfare_org", models.BigIntegerField(null=True)),
                ("legal_service_org", models.BigIntegerField(null=True)),
                ("other_org", models.BigIntegerField(null=True)),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                models.Q(
                                    ("natural_person", None),
                                    ("commercial_enterprise", None),
                                    ("research_institution", None),
                                    ("public_welfare_org", None),
                                    ("legal_service_org", None),
                                    ("other_org", None),
                                ),
                                then=None,
                            ),
                            default=django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.functions.comparison.Coalesce(
                                                    models.F("natural_person"), models.Value(0)
                                                ),
                                                "+",
                                                django.db.models.functions.comparison.Coalesce(
                                                    models.F("commercial_enterprise"), models.Value(0)
                                                ),
                                            ),
                                            "+",
                                            django.db.models.functions.comparison.Coalesce(
                                                models.F("research_institution"), models.Value(0)
                                            ),
                                        ),
                                        "+",
                                        django.db.models.functions.comparison.Coalesce(
                                            models.F("public_welfare_org"), models.Value(0)
                                        ),
                                    ),
                                    "+",
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("legal_service_org"), models.Value(0)
                                    ),
                                ),
                                "+",
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("other_org"), models.Value(0)
                                ),
                            ),
                        ),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="applications",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        choices=[
                            ("preamble", "前言"),
                            ("overview", "一、总体情况"),
                            ("disclosure", "二、主动公开政府信息情况"),
                            ("applications", "三、收到和处理政府信息公开申请情况"),
                            ("disputes", "四、政府信息公开行政复议、行政诉讼情况"),
                            ("problems", "五、存在的主要问题及改进情况"),
                            ("other_matters", "六、其他需要报告的事项"),
                            ("signature", "落款"),
                        ],
                        max_length=20,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("changed_at", models.DateTimeField(null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UnreadCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.CharField(max_length=80)),
                ("text", models.TextField()),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unread",
                        to="reports.section",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProcessingFee",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="processing_fee",
                        serialize=False,
                        to="reports.report",
                    ),
                ),
                ("notices_issued", models.BigIntegerField(default=0)),
                ("notices_amount", models.DecimalField(decimal_places=6, default=0, max_digits=15)),
                ("collected_amount", models.DecimalField(decimal_places=6, default=0, max_digits=15)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notices_issued", None),
                            models.Q(
                                (
                                    "notices_issued",
                                    django.db.models.functions.comparison.Cast(
                                        models.F("notices_issued"), models.BigIntegerField()
                                    ),
                                ),
                                ("notices_issued__gte", 0),
                                ("notices_issued__lte", 99999999),
                            ),
                            _connector="OR",
                        ),
                        name="reports_fee_notices_issued",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notices_amount", None),
                            models.Q(
                                (
                                    "notices_amount",
                                    django.db.models.functions.comparison.Cast(
                                        models.F("notices_amount"),
                                        models.DecimalField(decimal_places=6, max_digits=15),
                                    ),
                                ),
                                ("notices_amount__gte", 0),
                                ("notices_amount__lt", 1000000000),
                            ),
                            _connector="OR",
                        ),
                        name="reports_fee_notices_amount",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("collected_amount", None),
                            models.Q(
                                (
                                    "collected_amount",
                                    django.db.models.functions.comparison.Cast(
                                        models.F("collected_amount"),
                                        models.DecimalField(decimal_places=6, max_digits=15),
                                    ),
                                ),
                                ("collected_amount__gte", 0),
                                ("collected_amount__lt", 1000000000),
                            ),
                            _connector="OR",
                        ),
                        name="reports_fee_collected_amount",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("agency", "reporting_year", "scope"), name="reports_one_report_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "submitted", "returned", "approved", "published"])
                ),
                name="reports_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("scope__in", ["own", "aggregate"])), name="reports_scope_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="narrative",
            constraint=models.UniqueConstraint(fields=("report", "part"), name="reports_one_text_a_part"),
        ),
        migrations.AddConstraint(
            model_name="disputeoutcome",
            constraint=models.UniqueConstraint(
                fields=("report", "channel"), name="reports_one_dispute_channel"
            ),
        ),
        migrations.AddConstraint(
            model_name="disputeoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("upheld", None),
                    models.Q(
                        (
                            "upheld",
                            django.db.models.functions.comparison.Cast(
                                models.F("upheld"), models.BigIntegerField()
                            ),
                        ),
                        ("upheld__gte", 0),
                        ("upheld__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_disputes_upheld",
            ),
        ),
        migrations.AddConstraint(
            model_name="disputeoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("corrected", None),
                    models.Q(
                        (
                            "corrected",
                            django.db.models.functions.comparison.Cast(
                                models.F("corrected"), models.BigIntegerField()
                            ),
                        ),
                        ("corrected__gte", 0),
                        ("corrected__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_disputes_corrected",
            ),
        ),
        migrations.AddConstraint(
            model_name="disputeoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other_result", None),
                    models.Q(
                        (
                            "other_result",
                            django.db.models.functions.comparison.Cast(
                                models.F("other_result"), models.BigIntegerField()
                            ),
                        ),
                        ("other_result__gte", 0),
                        ("other_result__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_disputes_other_result",
            ),
        ),
        migrations.AddConstraint(
            model_name="disputeoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("pending", None),
                    models.Q(
                        (
                            "pending",
                            django.db.models.functions.comparison.Cast(
                                models.F("pending"), models.BigIntegerField()
                            ),
                        ),
                        ("pending__gte", 0),
                        ("pending__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_disputes_pending",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurecount",
            constraint=models.UniqueConstraint(
                fields=("report", "item", "measure"), name="reports_one_disclosure_cell"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurecount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("count", None),
                    models.Q(
                        (
                            "count",
                            django.db.models.functions.comparison.Cast(
                                models.F("count"), models.BigIntegerField()
                            ),
                        ),
                        models.Q(
                            models.Q(("count__gte", 0), ("count__lte", 99999999)),
                            models.Q(
                                ("measure", "items_change"),
                                ("count__gte", -99999999),
                                ("count__lte", 99999999),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="reports_disclosure_count",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurecount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount", None),
                    models.Q(
                        (
                            "amount",
                            django.db.models.functions.comparison.Cast(
                                models.F("amount"), models.DecimalField(decimal_places=6, max_digits=15)
                            ),
                        ),
                        ("amount__gte", 0),
                        ("amount__lt", 1000000000),
                    ),
                    _connector="OR",
                ),
                name="reports_disclosure_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurecount",
            constraint=models.CheckConstraint(
                condition=models.Q(("count", None), ("amount", None), _connector="OR"),
                name="reports_disclosure_count_or_amount",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.UniqueConstraint(fields=("report", "row"), name="reports_one_application_row"),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("natural_person", None),
                    models.Q(
                        (
                            "natural_person",
                            django.db.models.functions.comparison.Cast(
                                models.F("natural_person"), models.BigIntegerField()
                            ),
                        ),
                        ("natural_person__gte", 0),
                        ("natural_person__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_natural_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("commercial_enterprise", None),
                    models.Q(
                        (
                            "commercial_enterprise",
                            django.db.models.functions.comparison.Cast(
                                models.F("commercial_enterprise"), models.BigIntegerField()
                            ),
                        ),
                        ("commercial_enterprise__gte", 0),
                        ("commercial_enterprise__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_commercial_enterprise",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("research_institution", None),
                    models.Q(
                        (
                            "research_institution",
                            django.db.models.functions.comparison.Cast(
                                models.F("research_institution"), models.BigIntegerField()
                            ),
                        ),
                        ("research_institution__gte", 0),
                        ("research_institution__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_research_institution",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("public_welfare_org", None),
                    models.Q(
                        (
                            "public_welfare_org",
                            django.db.models.functions.comparison.Cast(
                                models.F("public_welfare_org"), models.BigIntegerField()
                            ),
                        ),
                        ("public_welfare_org__gte", 0),
                        ("public_welfare_org__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_public_welfare_org",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("legal_service_org", None),
                    models.Q(
                        (
                            "legal_service_org",
                            django.db.models.functions.comparison.Cast(
                                models.F("legal_service_org"), models.BigIntegerField()
                            ),
                        ),
                        ("legal_service_org__gte", 0),
                        ("legal_service_org__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_legal_service_org",
            ),
        ),
        migrations.AddConstraint(
            model_name="applicationoutcome",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other_org", None),
                    models.Q(
                        (
                            "other_org",
                            django.db.models.functions.comparison.Cast(
                                models.F("other_org"), models.BigIntegerField()
                            ),
                        ),
                        ("other_org__gte", 0),
                        ("other_org__lte", 99999999),
                    ),
                    _connector="OR",
                ),
                name="reports_applications_other_org",
            ),
        ),
        migrations.AddConstraint(
            model_name="section",
            constraint=models.UniqueConstraint(fields=("report", "key"), name="reports_one_section_a_key"),
        ),
        migrations.AddConstraint(
            model_name="unreadcell",
            constraint=models.UniqueConstraint(
                fields=("section", "address"), name="reports_one_unread_a_cell"
            ),
        ),
    ]
