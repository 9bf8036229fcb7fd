"""The stored files of a published report, as they were published, to the byte."""

import logging
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import condition, require_safe

from govreport.portal.access import artifact_for
from govreport.portal.views.errors import unavailable
from govreport.publishing.models import Artifact
from govreport.publishing.storage import ArtifactMissing, load

logger = logging.getLogger(__name__)

# How long a copy may be used unasked: a correction is seen soon, a version never changes.
NEWEST_SECONDS = 5 * 60
VERSION_SECONDS = 30 * 24 * 60 * 60

# Shown by the browser. Other files are saved: a page of theirs would not follow our content security policy.
SHOWN = {"pdf", "json"}


@require_safe
def artifact(
    request: HttpRequest, code: str, year: int, format: str, version: int | None = None
) -> HttpResponse:
    """The file of the newest version, or of the one asked for. 503 when the store has lost it."""
    file = artifact_for(code, year, format=format, version=version)
    try:
        response = _send(request, file, _file_name(file, pinned=version is not None))
    except ArtifactMissing:
        logger.error("artifact missing: publication %s, format %s", file.publication_id, file.format)
        return unavailable(request)
    seconds = NEWEST_SECONDS if version is None else VERSION_SECONDS
    patch_cache_control(response, public=True, max_age=seconds)
    return response


def _etag(request: HttpRequest, file: Artifact, name: str) -> str:
    return f'"{file.sha256}"'


def _last_modified(request: HttpRequest, file: Artifact, name: str) -> datetime:
    return file.publication.published_at


@condition(etag_func=_etag, last_modified_func=_last_modified)
def _send(request: HttpRequest, file: Artifact, name: str) -> HttpResponse:
    """The bytes, unless the browser has them already (304)."""
    response = HttpResponse(load(file.sha256), content_type=file.media_type)
    disposition = content_disposition_header(as_attachment=file.format not in SHOWN, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    return response


def _file_name(file: Artifact, *, pinned: bool) -> str:
    """The title of the report; a version asked for by number carries it, so that two are not mixed up."""
    publication = file.publication
    mark = f"（第{publication.version}版）" if pinned else ""
    return f"{publication.title}{mark}.{file.format}"
