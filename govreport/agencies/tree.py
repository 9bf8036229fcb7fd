"""Who stands above whom: the area of a government, and who oversees an agency."""

from django.db.models import Q, QuerySet

from govreport.agencies.models import Agency


def area_of(agency: Agency) -> QuerySet[Agency]:
    """What an agency oversees when it is an authority: its parent and everything below the parent.

    The authority is the office of a government and the government is its parent. An authority without
    a parent oversees its own subtree.
    """
    return Agency.objects.filter(path__startswith=agency.path[: -Agency.steplen] or agency.path)


def area_name(agency: Agency) -> str:
    """The name of the area in which an agency works (泽州县): that of the nearest government.

    Empty when no government stands above it. A town names the area that it lies in.
    """
    step = Agency.steplen
    above = [agency.path[:end] for end in range(step, len(agency.path) + 1, step)]
    governments = Agency.objects.filter(path__in=above, kind=Agency.Kind.GOVERNMENT).order_by("-depth")
    name = governments.values_list("name", flat=True).first()
    return (name or "").removesuffix("人民政府")


def overseeing(agency: Agency) -> QuerySet[Agency]:
    """The agencies in whose area this one is, whether or not they are authorities."""
    step = Agency.steplen
    above = [agency.path[:end] for end in range(step, len(agency.path) + 1, step)]  # the agency itself too
    found = Q(path=above[0])
    for path in above:
        found |= Q(path__startswith=path, depth=len(path) // step + 1)
    return Agency.objects.filter(found)
