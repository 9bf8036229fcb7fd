"""A past report's file before it is kept: read, recognised, judged, compared with what is there."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from govreport.agencies.memberships import authorities_over
from govreport.agencies.models import Agency
from govreport.checks.finding import Finding, Result
from govreport.checks.fingerprint import fingerprint as mark_of
from govreport.checks.run import run
from govreport.checks.subject import CheckSettings, Subject
from govreport.editions.cells import Content
from govreport.editions.lookup import UnknownEdition, edition, edition_for
from govreport.editions.numbers import shown
from govreport.importing.grid import Unreadable
from govreport.importing.history.names import Register, Signs, Unrecognised, recognise, year_in
from govreport.importing.history.register import former_names
from govreport.importing.kept import storable
from govreport.importing.limits import LARGEST_FILE, read_safely
from govreport.importing.reading import Reading
from govreport.publishing.models import ORIGINAL, Artifact, Origin, Publication
from govreport.rendering.interchange import fingerprint
from govreport.reports.drafts import scope_of
from govreport.reports.models import Report
from govreport.workflow.last_year import previous_of
from govreport.workflow.subjects import facts_of
from govreport.years.check_rules import rules_of

LONGEST_NOTE = 120


class Standing(StrEnum):
    """What is there already for an agency and year, as far as this file is concerned."""

    NEW = "new"
    PRESENT = "present"
    DIFFERS = "differs"
    REFUSED = "refused"


@dataclass(frozen=True)
class Found:
    """A file as it would be kept. `content` has the agency's code and scope; the figures are as filed.

    `standing` with its `sentence` says whether it can be kept; `publication` is there already. `incomplete`
    says what is missing that every report has: perhaps the file was cut off, and a person has to look.
    """

    name: str
    data: bytes
    reading: Reading
    agency: Agency
    content: Content
    subject: Subject
    result: Result
    standing: Standing
    sentence: str
    publication: Publication | None
    incomplete: str

    @property
    def year(self) -> int:
        """The year that it is kept under."""
        assert self.content.year is not None  # noqa: S101 - `examine` has seen to it
        return self.content.year


def read_file(name: str, data: bytes) -> Reading:
    """The one place where a file of history is read. Raises Unreadable, also where no figure was found."""
    if len(data) > LARGEST_FILE:
        raise Unreadable("文件超过 10 MB")
    found = read_safely(name, data)
    if not found.content.figures:
        raise Unreadable("三张表里没有读到一个数字，文件可能不完整")
    return found


def kept_already(data: bytes) -> Publication | None:
    """The publication that this very file was imported as, if any."""
    same = Artifact.objects.filter(format=ORIGINAL, sha256=hashlib.sha256(data).hexdigest())
    found = same.select_related("publication__agency").order_by("-pk").first()
    return found.publication if found else None


def agency_of(reading: Reading, register: Register, *, places: tuple[str, ...] = ()) -> Agency:
    """The agency that a file is of. Raises Unrecognised."""
    content, source = reading.content, reading.source
    signature = content.signature.name if content.signature else None
    texts = (content.title, source.title if source else None, signature)
    known = recognise(
        Signs(content.agency_name or "", tuple(filter(None, texts)), content.agency_code or "", places),
        register,
    )
    return Agency.objects.get(pk=known.id)


def year_of(reading: Reading, *, places: tuple[str, ...] = ()) -> int:
    """The year that a file reports on. Raises Unrecognised."""
    year = reading.content.year or year_in(places)
    if year is None:
        raise Unrecognised("没有读出是哪一年度的年报")
    return year


def examine(name: str, data: bytes, reading: Reading, *, agency: Agency, year: int, at: datetime) -> Found:
    """Judge a file as the report of this agency and year. Raises Unrecognised for a year without reports."""
    _check_year(year, at)
    content = as_filed(reading.content, agency=agency, year=year)
    authority = authorities_over(agency).first()
    facts = facts_of(agency)
    subject = Subject(
        content=content,
        previous=previous_of(agency, year - 1, scope=scope_of(agency)),
        agency=replace(facts, names=(*facts.names, *former_names({agency.pk}).get(agency.pk, ()))),
        settings=rules_of(authority).settings if authority else CheckSettings(),
        for_authority=True,
        layout=reading.layout,
        archived=True,
    )
    standing, sentence, publication = standing_of(content, data, agency=agency, year=year)
    return Found(
        name=name,
        data=data,
        reading=reading,
        agency=agency,
        content=content,
        subject=subject,
        result=run(subject),
        standing=standing,
        sentence=sentence,
        publication=publication,
        incomplete=_missing_tables(reading),
    )


def as_filed(content: Content, *, agency: Agency, year: int) -> Content:
    """The content under the agency's code; what the file says of name and year is kept where it says it.

    What stands in a cell and is no number is printed as its note: the cell itself can hold only a figure.
    """
    unread = {
        str(address): f"原文件写的是“{shown(text, LONGEST_NOTE)}”" for address, text in content.unread.items()
    }
    return replace(
        content,
        notes={**unread, **content.notes},
        agency_name=content.agency_name or agency.name,
        agency_code=agency.code,
        year=year,
        scope="aggregate" if scope_of(agency) == "aggregate" else "own",
        version=None,
    )


def standing_of(
    content: Content, data: bytes, *, agency: Agency, year: int
) -> tuple[Standing, str, Publication | None]:
    """What is there already for this agency and year, in one sentence; "" when nothing is."""
    versions = list(Publication.objects.filter(agency=agency, year=year).order_by("-version"))
    digest = hashlib.sha256(data).hexdigest()
    files = set(
        Artifact.objects.filter(publication__in=versions, format=ORIGINAL, sha256=digest).values_list(
            "publication", flat=True
        )
    )
    for one in versions:
        if one.pk in files or one.sha256 == fingerprint(replace(content, version=one.version)):
            return Standing.PRESENT, "内容相同，没有再导入", one
    if versions and versions[0].origin == Origin.REPORT:
        sentence = f"已有 {year} 年度的年报，是在本系统编制的，更正请在本系统里进行"
        return Standing.REFUSED, sentence, versions[0]
    if Report.objects.filter(agency=agency, reporting_year__year=year).exists():
        return Standing.REFUSED, f"{year} 年度的年报正在本系统编制，不能再导入", None
    if versions:
        difference = _difference(versions[0].content, content)
        return Standing.DIFFERS, f"已有 {year} 年度的年报，内容不同（{difference}）", versions[0]
    return Standing.NEW, "", None


def evidence_of(found: Found) -> dict[str, Any]:
    """What is kept with the publication, as JSON can hold it: the file, every doubt, every finding."""
    stated, source = found.reading.content, found.reading.source
    evidence = {
        "file": {
            "name": found.name,
            "sha256": hashlib.sha256(found.data).hexdigest(),
            "size": len(found.data),
        },
        "stated": {"agency": stated.agency_name, "year": stated.year},
        "doubts": [asdict(doubt) for doubt in found.reading.doubts],
        "removed": list(source.removed) if source else [],
        "findings": list(_findings(found.result.findings, found.subject)),
        "not_assessable": [asdict(item) for item in found.result.not_assessable],
    }
    kept: dict[str, Any] = storable(evidence)
    return kept


def _findings(findings: tuple[Finding, ...], subject: Subject) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield {
            "code": finding.code,
            "level": str(finding.level),
            "message": finding.message,
            "cells": [str(cell) for cell in finding.cells],
            "part": finding.part,
            "passage": finding.passage,
            "fingerprint": mark_of(finding, subject),
        }


def _missing_tables(reading: Reading) -> str:
    """The tables that the file does not have at all, in a sentence; "" when all are there."""
    found = reading.layout.tables if reading.layout else frozenset()
    tables = edition(reading.content.edition).tables
    missing = [table.title for table in tables if found and table.key not in found]
    return f"没有读到表“{'”“'.join(missing)}”，文件可能不完整" if missing else ""


def _check_year(year: int, at: datetime) -> None:
    try:
        edition_for(year)
    except UnknownEdition as error:
        raise Unrecognised(str(error)) from None
    if year >= at.year:
        raise Unrecognised(f"{year} 年度还没有结束")


def _difference(before: Content, now: Content) -> str:
    cells = {*before.figures, *now.figures}
    others = sum(before.figure(cell) != now.figure(cell) for cell in cells)
    return f"{others} 格数字不同" if others else "数字相同，文字不同"
