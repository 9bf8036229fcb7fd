"""The agencies, people and reporting years of the sample county, and what is there already."""

from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from govreport.agencies.memberships import open_administration
from govreport.agencies.models import Agency, Membership, User
from govreport.desk.sample_county.stories import YEARS, Story, county
from govreport.reports.models import Report
from govreport.years.models import Deadline, ReportingYear

PASSWORD = "govreport-demo"  # noqa: S105 - the password of the demonstration, printed by scripts/demo
GOVERNMENT = "zezhou"
AUTHORITY = "zezhou-gov"
DIVISION = "140525"

# By kind: month and day in the year after.
DEADLINES = {
    Agency.Kind.DEPARTMENT: (1, 31),
    Agency.Kind.GOVERNMENT: (3, 31),
    Agency.Kind.TOWN: (3, 31),
}


def make_places() -> bool:
    """Make agencies, people and reporting years, all or nothing. False when they are there already."""
    with transaction.atomic():
        if Agency.objects.filter(code=GOVERNMENT).exists():
            return False
        told = county()
        for agency in told["agencies"]:
            _make_agency(agency)
        password = make_password(PASSWORD)
        for person in told["people"]:
            _make_person(person, password)
        for year in YEARS:
            _make_reporting_year(year)
    return True


def already_made() -> set[tuple[str, int]]:
    """The reports that exist, by agency and year: each was made whole, and people go on with it."""
    made = Report.objects.filter(reporting_year__authority__code=AUTHORITY)
    return set(made.values_list("agency__code", "reporting_year__year"))


def _make_agency(told: Story) -> None:
    agency = Agency(**told, division_code=DIVISION, rule_making_power=False)
    agency.clean_fields(exclude=["path", "depth", "numchild"])
    if told["code"] == GOVERNMENT:
        Agency.objects.add_root(instance=agency)
    else:
        Agency.objects.add_child(Agency.objects.get(code=GOVERNMENT), instance=agency)


def _make_person(told: Story, password: str) -> None:
    user = User.objects.create(username=told["username"], name=told["name"], password=password)
    for code, role in told["roles"]:
        Membership.objects.create(user=user, agency=Agency.objects.get(code=code), role=role)
    open_administration(user)


def _make_reporting_year(year: int) -> None:
    reporting_year = ReportingYear.objects.create(
        authority=Agency.objects.get(code=AUTHORITY), year=year, opens_on=date(year + 1, 1, 2)
    )
    for kind, (month, day) in DEADLINES.items():
        until = date(year + 1, month, day)
        Deadline.objects.create(reporting_year=reporting_year, kind=kind, submit_by=until, publish_by=until)
