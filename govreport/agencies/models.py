"""Users, agencies and memberships: who acts for which agency."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords
from treebeard.mp_tree import MP_Node, MP_NodeManager

from govreport.agencies.codes import check_credit_code, check_division_code

CODE = r"^[a-z0-9-]+\Z"
PLACE = ("path", "depth", "numchild")  # in the tree; treebeard's own, which moves whole branches in SQL


class CodeIsFixed(ValueError):
    """The code of an agency is part of its public addresses and cannot be changed."""


class User(AbstractUser):
    """A person who signs in. One field for the name: Chinese names are not split."""

    first_name = None  # type: ignore[assignment]  # Django's way to remove an inherited field
    last_name = None  # type: ignore[assignment]  # the same
    name = models.CharField("姓名", max_length=50)

    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "人员"
        verbose_name_plural = "人员"

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        """The name as it is shown; Django builds it of the two fields we do not have."""
        return self.name

    def get_short_name(self) -> str:
        """The same: a Chinese name has no short form."""
        return self.name


class AgencyManager(MP_NodeManager, models.Manager["Agency"]):  # type: ignore[misc]  # treebeard ships no types
    """Treebeard's manager, with the type of what it finds: `add_root`, `add_child`, `get_children` …"""


class Agency(MP_Node, models.Model):  # type: ignore[misc]  # treebeard ships no types
    """An agency that files reports, or stands in the tree above those that do.

    A government and its office are two agencies: the office is a child of the government.
    """

    class Kind(models.TextChoices):
        """What sort of agency it is; deadlines are set by kind."""

        GOVERNMENT = "government", "政府"
        DEPARTMENT = "department", "部门"
        TOWN = "town", "乡镇"
        SUBDISTRICT = "sub_district", "街道"
        COMMITTEE = "management_committee", "管委会"
        OTHER = "other", "其他"

    code = models.CharField(
        "代码",
        max_length=60,
        unique=True,
        validators=[RegexValidator(CODE, "代码只能由小写字母、数字和连字符组成")],
        help_text="用于公开网页的地址，确定后不能修改",
    )
    name = models.CharField("单位全称", max_length=100)
    short_name = models.CharField("单位简称", max_length=50, blank=True)
    kind = models.CharField("类别", max_length=30, choices=Kind)
    rule_making_power = models.BooleanField("有规章制定权", default=False)
    office = models.CharField("公开工作机构", max_length=100, blank=True)
    address = models.CharField("办公地址", max_length=200, blank=True)
    postcode = models.CharField(
        "邮政编码",
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{6}\Z", "邮政编码是 6 位数字")],
    )
    telephone = models.CharField("联系电话", max_length=50, blank=True)
    email = models.EmailField("电子邮箱", blank=True)
    credit_code = models.CharField(
        "统一社会信用代码", max_length=18, blank=True, validators=[check_credit_code]
    )
    division_code = models.CharField(
        "行政区划代码", max_length=12, blank=True, validators=[check_division_code]
    )
    active = models.BooleanField("在用", default=True, help_text="撤并的单位不再填报，以往的年度报告仍然保留")

    objects: ClassVar[AgencyManager] = AgencyManager()
    history = HistoricalRecords(
        excluded_fields=list(PLACE), verbose_name="单位变更", verbose_name_plural="单位变更"
    )

    class Meta:
        verbose_name = "单位"
        verbose_name_plural = "单位"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(code__regex=CODE), name="agency_code_is_plain"),
            models.CheckConstraint(condition=~Q(name=""), name="agency_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The name where space is short."""
        return self.short_name or self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save. Raises CodeIsFixed when the code is no longer the stored one.

        The place in the tree is left alone: others may have moved the branch since this was read.
        """
        if not self._state.adding:
            if not self._has_stored_code():
                raise CodeIsFixed(f"单位代码确定后不能修改（{self.name}）")
            if kwargs.get("update_fields") is None:
                kwargs["update_fields"] = self._own_fields()
        super().save(*args, **kwargs)

    def _has_stored_code(self) -> bool:
        return Agency.objects.filter(pk=self.pk, code=self.code).exists()

    def _own_fields(self) -> list[str]:
        fields = [field for field in self._meta.concrete_fields if not field.primary_key]
        return [field.name for field in fields if field.name not in PLACE]


class Predecessor(models.Model):
    """Where an agency comes from: the one it took over, wholly or in part, with the reports on `year`.

    `share` is the part of the predecessor's figures that went over: 1 in a merger, less in a split.
    """

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="predecessors", verbose_name="承接单位")
    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="successors", verbose_name="原单位")
    year = models.PositiveSmallIntegerField("自哪一年度的年报起", help_text="承接后第一份年报的年度")
    share = models.DecimalField(
        "承接比例", max_digits=5, decimal_places=4, default=1, help_text="合并填 1；拆分填 0 到 1 之间的数"
    )

    class Meta:
        verbose_name = verbose_name_plural = "机构沿革"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "predecessor", "year"],
                name="predecessor_once",
                violation_error_message="这条沿革已经登记",
            ),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=1),
                name="predecessor_share_is_a_part",
                violation_error_message="承接比例应大于 0、不大于 1",
            ),
            models.CheckConstraint(
                condition=~Q(agency=F("predecessor")),
                name="predecessor_is_another_agency",
                violation_error_message="原单位不能是承接单位自己",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.agency}（{self.year}）"

    def clean(self) -> None:
        """On the agency's own page Django leaves the agency out of what the constraints are asked."""
        if self.predecessor_id and self.predecessor_id == self.agency_id:
            raise ValidationError({"predecessor": "原单位不能是承接单位自己"})


class Role(models.TextChoices):
    """What a person may do for an agency."""

    CLERK = "clerk", "填报人"
    SUPERVISOR = "supervisor", "审核人"
    AUTHORITY = "authority", "政务公开办"
    ADMINISTRATOR = "administrator", "系统管理员"


class Membership(models.Model):
    """A person has a role at an agency. Several roles are several memberships."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships", verbose_name="人员")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships", verbose_name="单位")
    role = models.CharField("角色", max_length=20, choices=Role)

    history = HistoricalRecords(verbose_name="任职变更", verbose_name_plural="任职变更")

    class Meta:
        verbose_name = "任职"
        verbose_name_plural = "任职"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "agency", "role"],
                name="membership_once",
                violation_error_message="该人员在这个单位已有这个角色",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user}：{self.agency}{self.get_role_display()}"
