"""The administrator's pages for people, agencies and who acts for which."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.forms import ModelForm
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin
from treebeard.admin import TreeAdmin
from treebeard.forms import MoveNodeForm, movenodeform_factory

from govreport.agencies.memberships import open_administration
from govreport.agencies.models import Agency, Membership, Predecessor, User

# Rights come with roles; addresses are not confirmed.
admin.site.unregister(Group)
admin.site.unregister(EmailAddress)


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]  # no parameters when it runs
    """The roles of a person, on the page of the person."""

    model = Membership
    extra = 1
    autocomplete_fields = ("agency",)


@admin.register(User)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]  # no parameters when it runs
    """People: account, name, roles."""

    list_display = ("username", "name", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "memberships__role")
    search_fields = ("username", "name", "memberships__agency__name")
    ordering = ("username",)
    filter_horizontal = ()
    inlines = (MembershipInline,)
    fieldsets = (
        (None, {"fields": ("username", "name", "email", "password", "is_active")}),
        ("登录记录", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("username", "name", "usable_password", "password1", "password2"),
            },
        ),
    )
    readonly_fields = ("last_login", "date_joined")

    def save_related(
        self, request: HttpRequest, form: "ModelForm[User]", formsets: Any, change: bool
    ) -> None:
        """The role of administrator opens these pages; taking it away closes them, but never to oneself."""
        super().save_related(request, form, formsets, change)
        changed = any(formset.has_changed() for formset in formsets)
        if changed and form.instance.pk != request.user.pk:
            open_administration(form.instance)


class AgencyForm(MoveNodeForm):  # type: ignore[misc]  # treebeard ships no types
    """An agency and its place in the tree, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        position, other = self.fields["treebeard_position"], self.fields["treebeard_ref_node"]
        position.label, other.label = "位置", "单位"
        position.choices = [
            ("first-child", "所选单位的下级"),
            ("left", "所选单位之前"),
            ("right", "所选单位之后"),
        ]
        other.empty_label = "（没有上级单位）"


class PredecessorInline(admin.TabularInline):  # type: ignore[type-arg]  # no parameters when it runs
    """Where an agency comes from, on its own page."""

    model = Predecessor
    fk_name = "agency"
    extra = 0
    autocomplete_fields = ("predecessor",)


@admin.register(Agency)
class AgencyAdmin(TreeAdmin, SimpleHistoryAdmin):  # type: ignore[misc]  # both ship no types
    """The tree of agencies. An agency that has reported is closed, not removed."""

    form = movenodeform_factory(Agency, form=AgencyForm)
    list_display = ("name", "code", "kind", "active")
    list_filter = ("kind", "active", "rule_making_power")
    search_fields = ("name", "short_name", "code")
    inlines = (PredecessorInline,)
    fieldsets = (
        (None, {"fields": ("code", "name", "short_name", "kind", "rule_making_power", "active")}),
        ("隶属关系", {"fields": ("treebeard_position", "treebeard_ref_node")}),
        ("公开工作机构", {"fields": ("office", "address", "postcode", "telephone", "email")}),
        ("标识", {"fields": ("credit_code", "division_code")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Agency | None = None) -> tuple[str, ...]:
        """The code is part of public addresses."""
        return ("code",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Agency | None = None) -> bool:
        """Only one at a time, and without others below it: treebeard removes those without asking."""
        return obj is not None and obj.is_leaf() and super().has_delete_permission(request, obj)
