"""The cast: two small counties, the people in them, and the campaign for 2023. Made in few queries."""

from collections import Counter
from datetime import date

from django.contrib.auth.hashers import make_password

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.years.models import Deadline, ReportingYear

Kind = Agency.Kind

PASSWORD = "govreport-demo"

# code, name, short name, kind; a code with a hyphen stands below the one before its hyphen.
AGENCIES = (
    ("yunxi", "云溪县人民政府", "县政府", Kind.GOVERNMENT),
    ("yunxi-gov", "云溪县人民政府办公室", "县政府办", Kind.DEPARTMENT),
    ("yunxi-lyj", "云溪县林业局", "县林业局", Kind.DEPARTMENT),
    ("yunxi-jtj", "云溪县交通运输局", "县交通局", Kind.DEPARTMENT),
    ("yunxi-qhz", "云溪县青禾镇人民政府", "青禾镇", Kind.TOWN),
    ("hekou", "河口县人民政府", "县政府", Kind.GOVERNMENT),
    ("hekou-gov", "河口县人民政府办公室", "县政府办", Kind.DEPARTMENT),
    ("hekou-lyj", "河口县林业局", "县林业局", Kind.DEPARTMENT),
)

# user name: name, role, agency
PEOPLE = {
    "clerk": ("苏禾", Role.CLERK, "yunxi-lyj"),
    "supervisor": ("林远", Role.SUPERVISOR, "yunxi-lyj"),
    "stranger": ("车路", Role.CLERK, "yunxi-jtj"),
    "authority": ("文开", Role.AUTHORITY, "yunxi-gov"),
    "foreign_authority": ("江舟", Role.AUTHORITY, "hekou-gov"),
    "admin": ("管宁", Role.ADMINISTRATOR, "yunxi-gov"),
}

DEADLINES = {
    Kind.DEPARTMENT: date(2024, 1, 31),
    Kind.GOVERNMENT: date(2024, 3, 31),
    Kind.TOWN: date(2024, 3, 31),
}


def make_county() -> dict[str, Agency]:
    """The agencies of both counties, by code."""
    agencies: dict[str, Agency] = {}
    children: Counter[str] = Counter()
    for code, name, short_name, kind in AGENCIES:
        parent = agencies.get(code.partition("-")[0])
        above = parent.path if parent else ""
        children[above] += 1  # below ten, so that the digits are treebeard's
        path = f"{above}{children[above]:04}"
        agencies[code] = Agency(
            code=code,
            name=name,
            short_name=short_name,
            kind=kind,
            office="办公室",
            telephone="0000-0000000",
            path=path,
            depth=len(path) // 4,
        )
    for agency in agencies.values():
        agency.numchild = children[agency.path]
    Agency.objects.bulk_create(agencies.values())
    return agencies


def make_cast(county: dict[str, Agency]) -> dict[str, User]:
    """One person a role, by user name; the password of all is PASSWORD."""
    password = make_password(PASSWORD)
    people = {
        username: User(
            username=username,
            name=name,
            password=password,
            is_staff=role == Role.ADMINISTRATOR,
            is_superuser=role == Role.ADMINISTRATOR,
        )
        for username, (name, role, _) in PEOPLE.items()
    }
    User.objects.bulk_create(people.values())
    Membership.objects.bulk_create(
        Membership(user=people[username], agency=county[code], role=role)
        for username, (_, role, code) in PEOPLE.items()
    )
    return people


def make_reporting_year(authority: Agency, year: int = 2023) -> ReportingYear:
    """The campaign of an authority, with the dates of the regulation; it opens on 2 January."""
    later = year - 2023
    reporting_year = ReportingYear.objects.create(
        authority=authority, year=year, opens_on=date(year + 1, 1, 2)
    )
    Deadline.objects.bulk_create(
        Deadline(
            reporting_year=reporting_year,
            kind=kind,
            submit_by=day.replace(year=day.year + later),
            publish_by=day.replace(year=day.year + later),
        )
        for kind, day in DEADLINES.items()
    )
    return reporting_year
