"""Which roles a person has, and where."""

from django.db.models import QuerySet

from govreport.agencies.models import Agency, Membership, Role, User
from govreport.agencies.tree import overseeing


def roles_of(user: User, agency: Agency) -> frozenset[Role]:
    """The person's roles at this very agency. One query."""
    found = Membership.objects.filter(user=user, agency=agency).values_list("role", flat=True)
    return frozenset(Role(role) for role in found)


def agencies_of(user: User, *roles: Role) -> QuerySet[Agency]:
    """The agencies at which the person has one of these roles; any role when none is named."""
    memberships = Membership.objects.filter(user=user, role__in=roles or Role.values)
    return Agency.objects.filter(pk__in=memberships.values("agency"))


def authorities_over(agency: Agency) -> QuerySet[Agency]:
    """The agencies with a 政务公开办 in whose area this agency is, the nearest first."""
    authorities = Membership.objects.filter(role=Role.AUTHORITY).values("agency")
    return overseeing(agency).filter(pk__in=authorities).order_by("-depth", "path")


def open_administration(user: User) -> None:
    """Let administrators in to `/admin/`, and nobody else: Django asks for its own two flags."""
    administers = Membership.objects.filter(user=user, role=Role.ADMINISTRATOR).exists()
    User.objects.filter(pk=user.pk).update(is_staff=administers, is_superuser=administers)
