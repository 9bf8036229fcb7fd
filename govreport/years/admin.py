"""The administrator's page for a campaign, with its deadlines and exemptions."""

from django.contrib import admin
from django.http import HttpRequest

from govreport.years.models import Deadline, Exemption, ReportingYear


class DeadlineInline(admin.TabularInline):  # type: ignore[type-arg]  # no parameters when it runs
    """One line a kind of agency; a kind without a line does not file."""

    model = Deadline
    extra = 1


class ExemptionInline(admin.TabularInline):  # type: ignore[type-arg]  # no parameters when it runs
    """Who need not file, and why."""

    model = Exemption
    extra = 0
    autocomplete_fields = ("agency",)


@admin.register(ReportingYear)
class ReportingYearAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # no parameters when it runs
    """A campaign on one page."""

    list_display = ("year", "authority", "edition", "opens_on")
    list_filter = ("year",)
    list_select_related = ("authority",)
    search_fields = ("year", "authority__name")
    autocomplete_fields = ("authority",)
    ordering = ("-year", "authority")
    inlines = (DeadlineInline, ExemptionInline)

    def get_readonly_fields(self, request: HttpRequest, obj: ReportingYear | None = None) -> tuple[str, ...]:
        """Reports stand on these: another year or edition would leave them with cells that do not exist."""
        return ("authority", "year", "edition") if obj else ()
