"""People, agencies and memberships; and the table of the cache, in which the limits of sign-in count."""

import django.contrib.auth.models
import django.contrib.auth.validators
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.apps.registry import Apps
from django.conf import settings
from django.core.management.commands.createcachetable import Command
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import govreport.agencies.codes


def create_cache_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What `createcachetable` does, whatever CACHES says: the table is there before it is needed."""
    command = Command()
    command.verbosity = 0
    command.create_table(schema_editor.connection.alias, "cache", dry_run=False)


def drop_cache_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The way back."""
    schema_editor.execute("DROP TABLE cache")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("name", models.CharField(max_length=50, verbose_name="姓名")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "人员",
                "verbose_name_plural": "人员",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=255, unique=True)),
                ("depth", models.PositiveIntegerField()),
                ("numchild", models.PositiveIntegerField(default=0)),
                (
                    "code",
                    models.CharField(
                        help_text="用于公开网页的地址，确定后不能修改",
                        max_length=60,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]+\\Z", "代码只能由小写字母、数字和连字符组成"
                            )
                        ],
                        verbose_name="代码",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="单位全称")),
                ("short_name", models.CharField(blank=True, max_length=50, verbose_name="单位简称")),
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
                        verbose_name="类别",
                    ),
                ),
                ("rule_making_power", models.BooleanField(default=False, verbose_name="有规章制定权")),
                ("office", models.CharField(blank=True, max_length=100, verbose_name="公开工作机构")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="办公地址")),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=6,
                        validators=[
                            django.core.validators.RegexValidator("^[0-9]{6}\\Z", "邮政编码是 6 位数字")
                        ],
                        verbose_name="邮政编码",
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                (
                    "credit_code",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[govreport.agencies.codes.check_credit_code],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                (
                    "division_code",
                    models.CharField(
                        blank=True,
                        max_length=12,
                        validators=[govreport.agencies.codes.check_division_code],
                        verbose_name="行政区划代码",
                    ),
                ),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="撤并的单位不再填报，以往的年度报告仍然保留",
                        verbose_name="在用",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位",
                "verbose_name_plural": "单位",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9-]+\\Z")), name="agency_code_is_plain"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="agency_has_a_name"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgency",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "code",
                    models.CharField(
                        db_index=True,
                        help_text="用于公开网页的地址，确定后不能修改",
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]+\\Z", "代码只能由小写字母、数字和连字符组成"
                            )
                        ],
                        verbose_name="代码",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="单位全称")),
                ("short_name", models.CharField(blank=True, max_length=50, verbose_name="单位简称")),
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
                        verbose_name="类别",
                    ),
                ),
                ("rule_making_power", models.BooleanField(default=False, verbose_name="有规章制定权")),
                ("office", models.CharField(blank=True, max_length=100, verbose_name="公开工作机构")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="办公地址")),
                (
                    "postcode",
                    models.CharField(
                        blank=True,
                        max_length=6,
                        validators=[
                            django.core.validators.RegexValidator("^[0-9]{6}\\Z", "邮政编码是 6 位数字")
                        ],
                        verbose_name="邮政编码",
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="电子邮箱")),
                (
                    "credit_code",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[govreport.agencies.codes.check_credit_code],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                (
                    "division_code",
                    models.CharField(
                        blank=True,
                        max_length=12,
                        validators=[govreport.agencies.codes.check_division_code],
                        verbose_name="行政区划代码",
                    ),
                ),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="撤并的单位不再填报，以往的年度报告仍然保留",
                        verbose_name="在用",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "单位变更",
                "verbose_name_plural": "单位变更",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMembership",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("clerk", "填报人"),
                            ("supervisor", "审核人"),
                            ("authority", "政务公开办"),
                            ("administrator", "系统管理员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职变更",
                "verbose_name_plural": "任职变更",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("clerk", "填报人"),
                            ("supervisor", "审核人"),
                            ("authority", "政务公开办"),
                            ("administrator", "系统管理员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="agencies.agency",
                        verbose_name="单位",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职",
                "verbose_name_plural": "任职",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "agency", "role"),
                        name="membership_once",
                        violation_error_message="该人员在这个单位已有这个角色",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["clerk", "supervisor", "authority", "administrator"])
                        ),
                        name="membership_role_is_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(create_cache_table, drop_cache_table),
    ]
