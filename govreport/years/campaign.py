"""Who must file in a reporting year, and by when."""

from django.db.models import QuerySet

from govreport.agencies.models import Agency
from govreport.agencies.tree import area_of, overseeing
from govreport.years.models import Deadline, Exemption, ReportingYear


def must_file(reporting_year: ReportingYear) -> QuerySet[Agency]:
    """The active agencies of the authority's area whose kind has a deadline, without the exempt."""
    kinds = Deadline.objects.filter(reporting_year=reporting_year).values("kind")
    exempt = Exemption.objects.filter(reporting_year=reporting_year).values("agency")
    return area_of(reporting_year.authority).filter(active=True, kind__in=kinds).exclude(pk__in=exempt)


def deadline_of(reporting_year: ReportingYear, agency: Agency) -> Deadline | None:
    """The dates for agencies of this kind; None when they do not file."""
    return Deadline.objects.filter(reporting_year=reporting_year, kind=agency.kind).first()


def years_for(agency: Agency) -> QuerySet[ReportingYear]:
    """The campaigns in which the agency must file, the newest year and its nearest authority first."""
    if not agency.active:
        return ReportingYear.objects.none()
    asked = Deadline.objects.filter(kind=agency.kind).values("reporting_year")
    exempt = Exemption.objects.filter(agency=agency).values("reporting_year")
    campaigns = ReportingYear.objects.filter(authority__in=overseeing(agency), pk__in=asked)
    return campaigns.exclude(pk__in=exempt).order_by("-year", "-authority__depth", "pk")
