"""PUBLISH 10 · Release a content: freeze it, store its artifacts, then its rows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from govreport.agencies.models import Agency, User
from govreport.editions.cells import Content
from govreport.publishing.models import MARKS, ORIGINAL, Artifact, Figure, Origin, Publication
from govreport.publishing.storage import store
from govreport.rendering import interchange
from govreport.rendering.document import document
from govreport.rendering.renderers import RENDERERS


def release(
    content: Content,
    *,
    agency: Agency,
    by: User | None,
    at: datetime,
    note: str = "",
    origin: Origin = Origin.REPORT,
    evidence: Mapping[str, object] | None = None,
    original: bytes | None = None,
) -> Publication:
    """Publish a content as the next version of its agency and year, inside the caller's transaction.

    `evidence` is kept with it as JSON, `original` as the file it was imported from; neither is public.
    A crash may leave a file without rows, never a row without its file. Raises ValueError without a year.
    """
    year = _year_of(content)
    before = newest(agency, year)
    version = before.version + 1 if before else 1
    content = replace(content, version=version)
    artifacts = _artifacts(content, mark=MARKS[origin], original=original)
    publication = Publication.objects.create(
        agency=agency,
        year=year,
        version=version,
        edition=content.edition,
        scope=content.scope,
        title=document(content).name,
        origin=origin,
        canonical=interchange.canonical(content).decode(),
        sha256=interchange.fingerprint(content),
        corrects=before,
        note=note,
        evidence=dict(evidence or {}),
        published_at=at,
        published_by=by,
    )
    _keep(publication, artifacts, content)
    return publication


def _year_of(content: Content) -> int:
    if content.year is None:
        raise ValueError("a content without year cannot be published")
    return content.year


def _artifacts(content: Content, *, mark: str, original: bytes | None) -> list[Artifact]:
    """Every format, and the file that was imported, as it came."""
    rendered = [_rendered(name, content, mark) for name in RENDERERS]
    kept = [] if original is None else [_stored(ORIGINAL, "application/octet-stream", original)]
    return rendered + kept


def _rendered(name: str, content: Content, mark: str) -> Artifact:
    renderer = RENDERERS[name]
    return _stored(name, renderer.media_type, renderer.render(content, mark))


def _stored(name: str, media_type: str, data: bytes) -> Artifact:
    """Put a file on disk."""
    return Artifact(format=name, media_type=media_type, sha256=store(data), size=len(data))


def _keep(publication: Publication, artifacts: list[Artifact], content: Content) -> None:
    """The rows beside the publication's own."""
    for artifact in artifacts:
        artifact.publication = publication
    Artifact.objects.bulk_create(artifacts)
    Figure.objects.bulk_create(_figures(publication, content))


def newest(agency: Agency, year: int) -> Publication | None:
    """The newest version for an agency and year."""
    return Publication.objects.filter(agency=agency, year=year).order_by("-version").first()


def _figures(publication: Publication, content: Content) -> list[Figure]:
    return [
        Figure(
            publication=publication,
            table=address.table,
            row=address.row,
            column=address.column,
            value=number,
        )
        for address, number in content.figures.items()
        if number != 0
    ]
