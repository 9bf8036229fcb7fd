"""The agencies that a past report may be of, with all their names."""

from collections import defaultdict

from django.db.models import QuerySet

from govreport.agencies.models import Agency
from govreport.importing.history.names import Known, Register


def register_of(agencies: QuerySet[Agency]) -> Register:
    """These agencies, those no longer in use among them. Two queries."""
    rows = list(agencies.values_list("id", "code", "name", "short_name"))
    before = former_names({pk for pk, *_ in rows})
    return Register(
        tuple(
            Known(pk, code, name, short_name, tuple(one for one in before.get(pk, ()) if one != name))
            for pk, code, name, short_name in rows
        )
    )


def former_names(agencies: set[int]) -> dict[int, tuple[str, ...]]:
    """The full names that agencies have borne, as their history tells, by agency."""
    found: dict[int, set[str]] = defaultdict(set)
    kept = Agency.history.model.objects.values_list("id", "name").distinct().order_by()
    for pk, name in kept:
        if pk in agencies:
            found[pk].add(name)
    return {pk: tuple(sorted(names)) for pk, names in found.items()}
