"""Keep a past report: a publication of origin "imported", as filed, with the file it came from."""

from datetime import datetime

from django.db import IntegrityError, transaction

from govreport.agencies.models import Agency, User
from govreport.audit.record import record
from govreport.importing.history.examining import Found, Standing, evidence_of, standing_of
from govreport.publishing.models import Origin, Publication
from govreport.publishing.release import release
from govreport.rendering import interchange
from govreport.rendering.document import document

LONGEST_NOTE = 500
LONGEST_TITLE = 300


class NotKept(Exception):
    """The report was not kept; the text is one sentence that says why. Nothing was changed."""


def keep(found: Found, *, by: User | None, at: datetime, correction: str = "") -> Publication:
    """Publish what was found, whole or not at all. Raises NotKept.

    With `correction`, a public reason, other content of an imported report is superseded by this one.
    """
    note = correction.strip()
    if len(note) > LONGEST_NOTE:
        raise NotKept(f"更正说明最多 {LONGEST_NOTE} 字")
    _check_readable(found)
    try:
        with transaction.atomic():
            Agency.objects.select_for_update().get(pk=found.agency.pk)
            return _release(found, by=by, at=at, note=note)
    except IntegrityError:
        raise NotKept("同时有人发布了这一年度的年报，请再导入一次") from None


def _release(found: Found, *, by: User | None, at: datetime, note: str) -> Publication:
    standing, sentence, _ = standing_of(found.content, found.data, agency=found.agency, year=found.year)
    if standing is not Standing.NEW and not (standing is Standing.DIFFERS and note):
        raise NotKept(sentence)
    publication = release(
        found.content,
        agency=found.agency,
        by=by,
        at=at,
        note=note if standing is Standing.DIFFERS else "",
        origin=Origin.IMPORTED,
        evidence=evidence_of(found),
        original=found.data,
    )
    record(
        "publication.imported",
        actor=by,
        agency=found.agency,
        subject=f"publication:{publication.pk}",
        at=at,
        year=publication.year,
        version=publication.version,
    )
    return publication


def _check_readable(found: Found) -> None:
    """What is kept can be read back and printed, or is not kept."""
    if len(document(found.content).name) > LONGEST_TITLE:
        raise NotKept("标题过长，不像是年度报告的标题")
    try:
        interchange.read(interchange.canonical(found.content))
    except interchange.Unreadable as error:
        raise NotKept(f"内容不能按统一格式保存：{error}") from None
