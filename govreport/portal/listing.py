"""Lists of the portal: the newest reports, the agencies that have published, and what a search finds."""

import unicodedata
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, Max, Q, QuerySet, When
from django.urls import reverse

from govreport.agencies.models import Agency
from govreport.portal.access import newest_versions
from govreport.portal.pages import AgencyGroup, AgencyLine, HomePage, ReportLine, SearchResult
from govreport.portal.reading import report_line
from govreport.publishing.models import Origin

NEWEST = 10
FOUND = 100
LONGEST_QUERY = 60

KINDS = list(Agency.Kind.values)
SEARCHED = ("name", "short_name", "code")
# Names are stored with the brackets of Chinese type; either kind may be typed.
WIDE_BRACKETS = str.maketrans("()", "（）")
_STANDS = Q(publications__corrected_by__isnull=True)
_IMPORTED = Q(publications__origin=Origin.IMPORTED)


def home_page(text: str) -> HomePage:
    """The front page: the result of a search when something is asked for, the lists otherwise."""
    query = normalized(text)
    if query:
        return HomePage(query, search(query), newest=(), groups=(), agencies=0, reports=0)
    groups = agency_groups()
    agencies = [line for group in groups for line in group.agencies]
    return HomePage(
        query="",
        search=None,
        newest=newest_reports(),
        groups=groups,
        agencies=len(agencies),
        reports=sum(line.reports for line in agencies),
    )


def newest_reports() -> tuple[ReportLine, ...]:
    """The reports that were published or corrected last; what was taken over from before comes after them."""
    found = newest_versions().select_related("agency").defer("canonical")
    found = found.order_by(Case(When(origin=Origin.IMPORTED, then=1), default=0), "-published_at", "-pk")
    return tuple(report_line(publication) for publication in found[:NEWEST])


def agency_groups() -> tuple[AgencyGroup, ...]:
    """The agencies with published reports, by kind, each kind in the order of the tree."""
    rows = sorted(_rows(_with_reports().filter(published__gt=0)), key=lambda row: KINDS.index(row["kind"]))
    return tuple(
        AgencyGroup(kind, Agency.Kind(kind).label, tuple(_line(row) for row in group))
        for kind, group in groupby(rows, key=lambda row: row["kind"])
    )


def search(query: str) -> SearchResult:
    """The agencies whose name, short name or code holds every word of the query.

    Agencies without a report are found too, as long as they are in use.
    """
    found = _with_reports().filter(Q(active=True) | Q(published__gt=0))
    for word in query.split():
        found = found.filter(_holding(word))
    lines = [_line(row) for row in _rows(found)[: FOUND + 1]]
    return SearchResult(query, tuple(lines[:FOUND]), complete=len(lines) <= FOUND)


def normalized(text: str) -> str:
    """A query as typed, in one spelling: half-width, without control characters, single spaces."""
    plain = unicodedata.normalize("NFKC", text)
    printable = "".join(sign if sign.isprintable() else " " for sign in plain)
    return " ".join(printable.split())[:LONGEST_QUERY].strip()


def _holding(word: str) -> Q:
    condition = Q()
    for spelling in {word, word.translate(WIDE_BRACKETS)}:
        for field in SEARCHED:
            condition |= Q(**{f"{field}__icontains": spelling})
    return condition


def _with_reports() -> QuerySet[Any]:
    years = {
        "published": Count("publications__year", distinct=True),
        "newest": Max("publications__year"),
        "imported": Count("publications__year", filter=_STANDS & _IMPORTED, distinct=True),
    }
    return Agency.objects.annotate(**years)


def _rows(agencies: QuerySet[Any]) -> Any:
    return agencies.order_by("path").values("code", "name", "kind", "published", "newest", "imported")


def _line(row: dict[str, Any]) -> AgencyLine:
    return AgencyLine(
        name=row["name"],
        reports=row["published"],
        imported=row["imported"],
        newest=row["newest"],
        href=reverse("portal:agency", args=[row["code"]]),
    )
