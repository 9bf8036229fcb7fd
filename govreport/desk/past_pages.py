"""What an authority sees of the past reports that it imports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from govreport.agencies.models import Agency
from govreport.agencies.tree import area_of
from govreport.checks.catalogue import LEVEL_WORDS
from govreport.checks.finding import Level
from govreport.editions.lookup import EDITIONS
from govreport.importing.history.batches import DAYS, MOST_FILES, said_of
from govreport.importing.models import ImportBatch, ImportItem
from govreport.importing.reading import FORMATS, SUFFIXES
from govreport.publishing.models import Publication

LISTED = 200
SAID_AT_MOST = 60
State = ImportItem.State
JUDGED = (State.READY, State.DIFFERS, State.KEPT, State.REFUSED)
OPEN = (State.READY, State.DIFFERS, State.UNKNOWN, State.PRESENT)  # a person may still change whose it is


@dataclass(frozen=True)
class Said:
    """What was said of a file: doubts, findings as level, word, code, sentence; `more` counts the rest."""

    doubts: tuple[str, ...]
    findings: tuple[tuple[str, str, str, str], ...]
    more: int


@dataclass(frozen=True)
class FileLine:
    """One file of a batch. `agency` is a code; `editable` says that agency and year can be chosen.

    `href` leads to the public page of the report that it became, or that is there already; `record` to what
    was found in it. A file whose agency is unknown is not `judged`: it has no findings yet.
    """

    id: int
    name: str
    state: str
    word: str
    sentence: str
    agency: str
    agency_name: str
    year: int | None
    figures: int
    doubts: int
    findings: int
    judged: bool
    said: Said
    editable: bool
    chosen: bool
    asks_reason: bool
    href: str
    record: str


@dataclass(frozen=True)
class BatchPage:
    """Files uploaded together. `agencies` are codes and names to choose from, `counts` how many are what."""

    id: int
    authority: str
    at: datetime
    lines: tuple[FileLine, ...]
    agencies: tuple[tuple[str, str], ...]
    years: tuple[int, ...]
    counts: tuple[tuple[str, int], ...]
    open: int


@dataclass(frozen=True)
class BatchLine:
    """Files uploaded before that are still here."""

    at: datetime
    by: str
    files: int
    kept: int
    href: str


@dataclass(frozen=True)
class ImportedLine:
    """A past report that is in the system."""

    agency: str
    year: int
    version: int
    at: datetime
    href: str
    record: str


@dataclass(frozen=True)
class ImportsPage:
    """The upload, what was uploaded lately, and what has been imported; `more` counts what is not listed."""

    authorities: tuple[tuple[str, str], ...]
    formats: str
    accept: str
    most: int
    at_once: int
    days: int
    batches: tuple[BatchLine, ...]
    imported: tuple[ImportedLine, ...]
    more: int
    refusal: str = ""


@dataclass(frozen=True)
class RecordPage:
    """What was found in a past report when it was imported."""

    title: str
    agency: str
    year: int
    file: str
    at: datetime
    by: str
    said: Said
    href: str
    original: str


def imports_page(
    authorities: Iterable[Agency],
    batches: Iterable[ImportBatch],
    imported: Iterable[Publication],
    *,
    total: int,
    at_once: int,
    refusal: str = "",
) -> ImportsPage:
    """The page; `imported` are the first of `total`, each with its agency."""
    lines = tuple(
        ImportedLine(one.agency.name, one.year, one.version, one.published_at, _public(one), _record(one))
        for one in imported
    )
    return ImportsPage(
        authorities=tuple((one.code, one.name) for one in authorities),
        formats=FORMATS,
        accept=",".join(SUFFIXES),
        most=MOST_FILES,
        at_once=at_once,
        days=DAYS,
        batches=tuple(_batch_line(one) for one in batches),
        imported=lines,
        more=total - len(lines),
        refusal=refusal,
    )


def batch_page(batch: ImportBatch, items: Iterable[ImportItem], *, this_year: int) -> BatchPage:
    """The page of a batch with its files as they stand."""
    files = list(items)
    words = ((state.label, sum(item.state == state for item in files)) for state in State)
    first = min(edition.first_year for edition in EDITIONS.values())
    return BatchPage(
        id=batch.pk,
        authority=batch.authority.name,
        at=batch.at,
        lines=tuple(file_line(item) for item in files),
        agencies=tuple(area_of(batch.authority).order_by("path").values_list("code", "name")),
        years=tuple(range(this_year - 1, first - 1, -1)),
        counts=tuple((word, count) for word, count in words if count),
        open=sum(item.state in OPEN for item in files),
    )


def file_line(item: ImportItem) -> FileLine:
    """One file with what can be done about it."""
    doubts, findings = item.said.get("doubts", ()), item.said.get("findings", ())
    return FileLine(
        id=item.pk,
        name=item.name,
        state=item.state,
        word=item.get_state_display(),
        sentence=item.sentence,
        agency=item.agency.code if item.agency else "",
        agency_name=item.agency.name if item.agency else "",
        year=item.year,
        figures=item.figures,
        doubts=len(doubts),
        findings=len(findings),
        judged=bool(findings) or (item.agency is not None and item.state in JUDGED),
        said=_said(item.said),
        editable=item.state in OPEN or (item.state == State.REFUSED and item.agency is not None),
        chosen=item.state == State.READY and not item.sentence,
        asks_reason=item.state == State.DIFFERS,
        href=_public(item.publication) if item.publication else "",
        record=_record(item.publication) if item.publication and item.state == State.KEPT else "",
    )


def record_page(publication: Publication) -> RecordPage:
    """The page of an imported report, with all that was found."""
    evidence = publication.evidence
    return RecordPage(
        title=publication.title,
        agency=publication.agency.name,
        year=publication.year,
        file=evidence.get("file", {}).get("name", ""),
        at=publication.published_at,
        by=str(publication.published_by or ""),
        said=_said(said_of(evidence.get("doubts", ()), evidence.get("findings", ())), most=None),
        href=_public(publication),
        original=reverse("desk:original", args=[publication.pk]),
    )


def _said(said: Mapping[str, Any], most: int | None = SAID_AT_MOST) -> Said:
    doubts, findings = said.get("doubts", ()), said.get("findings", ())
    lines = tuple((level, LEVEL_WORDS[Level(level)], code, text) for level, code, text in findings)
    shown = Said(tuple(doubts[:most]), lines[:most], 0)
    more = len(doubts) + len(findings) - len(shown.doubts) - len(shown.findings)
    return Said(shown.doubts, shown.findings, more)


def _batch_line(batch: ImportBatch) -> BatchLine:
    states = list(batch.items.values_list("state", flat=True))
    href = reverse("desk:import_batch", args=[batch.pk])
    return BatchLine(batch.at, str(batch.by), len(states), states.count(State.KEPT), href)


def _public(publication: Publication) -> str:
    return reverse("portal:report", args=[publication.agency.code, publication.year])


def _record(publication: Publication) -> str:
    return reverse("desk:imported", args=[publication.pk])
