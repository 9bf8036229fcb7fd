"""A published report as it is read: its line in a list, its files, its versions, its page."""

from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString

from govreport.portal.pages import Download, ReportLine, ReportPage, VersionLine
from govreport.publishing.models import Origin, Publication
from govreport.rendering import html, interchange
from govreport.rendering.document import document

# In the order in which they are offered; a publication has some of them.
FORMATS = {"pdf": "PDF", "html": "网页文件", "xlsx": "Excel", "json": "数据（JSON）"}
AGGREGATE = "本级政府汇总"
KEPT_ARTICLES = 128


def report_page(publication: Publication, *, pinned: bool) -> ReportPage:
    """The page of a publication; `pinned` when this very version was asked for, its files then too."""
    agency, year = publication.agency, publication.year
    versions = version_lines(publication)
    return ReportPage(
        agency=agency.name,
        agency_href=reverse("portal:agency", args=[agency.code]),
        line=report_line(publication, downloads=downloads(publication, pinned=pinned)),
        signed=_signed(publication),
        sha256=publication.sha256,
        article=article(publication.canonical, publication.mark),
        versions=versions,
        newest=None if versions[0].shown else versions[0],
        canonical_href=reverse("portal:report", args=[agency.code, year]),
    )


def report_line(publication: Publication, *, downloads: tuple[Download, ...] = ()) -> ReportLine:
    """A report in a list, with the address of its newest version."""
    return ReportLine(
        year=publication.year,
        title=publication.title,
        scope=AGGREGATE if publication.scope == "aggregate" else "",
        version=publication.version,
        note=publication.note,
        published_at=publication.published_at,
        imported=publication.origin == Origin.IMPORTED,
        href=reverse("portal:report", args=[publication.agency.code, publication.year]),
        downloads=downloads,
    )


def downloads(publication: Publication, *, pinned: bool) -> tuple[Download, ...]:
    """The files of a publication, in the order in which they are offered."""
    files = {artifact.format: artifact for artifact in publication.artifacts.all()}
    name = "portal:version_artifact" if pinned else "portal:artifact"
    place = [publication.agency.code, publication.year]
    place += [publication.version] if pinned else []
    return tuple(
        Download(label, reverse(name, args=[*place, key]), files[key].size, files[key].sha256)
        for key, label in FORMATS.items()
        if key in files
    )


def version_lines(publication: Publication) -> tuple[VersionLine, ...]:
    """All versions of the same report, the newest first."""
    agency, year = publication.agency, publication.year
    versions = Publication.objects.filter(agency=agency, year=year).defer("canonical").order_by("-version")
    return tuple(
        VersionLine(
            version=one.version,
            published_at=one.published_at,
            note=one.note,
            imported=one.origin == Origin.IMPORTED,
            href=reverse("portal:version", args=[agency.code, year, one.version]),
            shown=one.pk == publication.pk,
        )
        for one in versions
    )


@lru_cache(maxsize=KEPT_ARTICLES)
def article(canonical: str, mark: str) -> SafeString:
    """The official page of a frozen content. The same content always makes the same page, so it is kept."""
    return html.article(document(interchange.read(canonical.encode()).content, mark=mark))


def _signed(publication: Publication) -> date | None:
    """The date under a report that was imported; one made here was published when it says so."""
    if publication.origin != Origin.IMPORTED:
        return None
    signature = publication.content.signature
    return signature.date if signature else None
