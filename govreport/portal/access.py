"""What the public sees: publications, and of each report the newest version unless one is asked for."""

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from govreport.agencies.models import Agency
from govreport.publishing.models import ORIGINAL, Artifact, Publication


def newest_versions() -> QuerySet[Publication]:
    """Every published report in the version that holds: the one that no other corrects."""
    return Publication.objects.filter(corrected_by__isnull=True)


def agency_for(code: str) -> Agency:
    """The agency with this code, whether or not it has published anything; else Http404."""
    return get_object_or_404(Agency, code=code)


def publication_for(code: str, year: int, *, version: int | None = None) -> Publication:
    """A published report with its agency and artifacts, the newest version by default; else Http404."""
    found = newest_versions() if version is None else Publication.objects.filter(version=version)
    found = found.select_related("agency").prefetch_related("artifacts")
    return get_object_or_404(found, agency__code=code, year=year)


def artifact_for(code: str, year: int, *, format: str, version: int | None = None) -> Artifact:
    """The file of a published report in this format, with its publication; else Http404.

    The file that a report was imported from is not for the public.
    """
    found = Artifact.objects.filter(publication__agency__code=code, publication__year=year, format=format)
    found = found.exclude(format=ORIGINAL)
    if version is None:
        found = found.filter(publication__corrected_by__isnull=True)
    else:
        found = found.filter(publication__version=version)
    artifact = found.select_related("publication").defer("publication__canonical").first()
    if artifact is None:
        raise Http404
    return artifact
