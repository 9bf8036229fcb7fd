"""Starting a report: its sections, and the preamble that agency and year already say."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from govreport.agencies.models import Agency, User
from govreport.audit.record import record
from govreport.editions.lookup import edition
from govreport.reports.locked import locked_cells
from govreport.reports.models import (
    DisclosureCount,
    Narrative,
    ProcessingFee,
    Report,
    Scope,
    Section,
    SectionKey,
    Signature,
)
from govreport.reports.openings import STARTED, Opening, open_with
from govreport.reports.saving import locked_for, save_section, stored
from govreport.years.models import ReportingYear


class AlreadyWritten(Exception):
    """Somebody has written a preamble. Nothing was written."""


def start(
    agency: Agency, reporting_year: ReportingYear, *, by: User, at: datetime, opening: Opening | None = None
) -> Report:
    """The draft of an agency for a year; the one that is there already when it was started before.

    A government reports on its whole area, everybody else on its own work. What the agency cannot fill
    in is 0 from the start; what last year left over (`opening`) stands in its cells.
    """
    scope = scope_of(agency)
    with transaction.atomic():
        report, created = Report.objects.get_or_create(
            agency=agency, reporting_year=reporting_year, scope=scope, defaults={"created_at": at}
        )
        if created:
            Section.objects.bulk_create(Section(report=report, key=key) for key in SectionKey.values)
            Narrative.objects.create(report=report, part="preamble", text=preamble(agency, reporting_year))
            ProcessingFee.objects.create(report=report)
            Signature.objects.create(report=report, name=agency.name)
            DisclosureCount.objects.bulk_create(
                DisclosureCount(report=report, item=cell.row, measure=cell.column, count=0)
                for cell in sorted(locked_cells(report))
            )
            if opening:
                open_with(report, opening)
            told = {"opening": opening.data} if opening else {}
            record(STARTED, actor=by, agency=agency, subject=report.subject, at=at, **told)
    return report


def scope_of(agency: Agency) -> Scope:
    """What an agency reports on."""
    return Scope.AGGREGATE if agency.kind == Agency.Kind.GOVERNMENT else Scope.OWN


def write_preamble(report: Report, *, by: User, at: datetime, editable: Collection[str]) -> None:
    """Write the preamble into a draft that has none. Raises NotEditable, AlreadyWritten."""
    with transaction.atomic():
        report = locked_for(report.pk, editable)
        section = Section.objects.get(report=report, key=SectionKey.PREAMBLE)
        section.report = report
        values = stored(section)
        if values["text"].strip():
            raise AlreadyWritten
        values["text"] = preamble(report.agency, report.reporting_year)
        save_section(section, values, based_on=section.version, by=by, at=at, editable=editable)


def preamble(agency: Agency, reporting_year: ReportingYear) -> str:
    """The preamble made from agency, period and contact, for the clerk to go on from."""
    year, form = reporting_year.year, edition(reporting_year.edition)
    parts = "、".join(section.heading.partition("、")[2] for section in form.sections)
    paragraphs = [
        f"根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（{form.basis}）的规定，"
        f"{agency.name}编制了{year}年政府信息公开工作年度报告。",
        f"本报告由{parts}六个部分组成，数据的统计期限为{year}年1月1日至12月31日。",
    ]
    contact = _contact(agency)
    if contact:
        paragraphs.append(f"如对本报告有疑问，请与{agency.office or agency.name}联系（{contact}）。")
    return "\n".join(paragraphs)


def _contact(agency: Agency) -> str:
    details = (
        ("地址", agency.address),
        ("邮编", agency.postcode),
        ("电话", agency.telephone),
        ("电子邮箱", agency.email),
    )
    return "；".join(f"{name}：{value}" for name, value in details if value)
