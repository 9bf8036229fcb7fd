"""Putting the pages of an import together: choosing a file, and confirming what was read of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils import timezone

from govreport.agencies.models import User
from govreport.desk.editor import form_for, header_of
from govreport.desk.import_pages import ImportPage, OpenProposal, ProposalPage, SavedMeanwhile
from govreport.desk.proposal_choices import Choices
from govreport.desk.read_files import read_file
from govreport.desk.text_fields import by_field
from govreport.importing.limits import LARGEST_FILE
from govreport.importing.models import Proposal
from govreport.importing.proposal import Upload, open_proposals
from govreport.importing.reading import FORMATS, SUFFIXES
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.saving import meanwhile
from govreport.workflow.permissions import may_edit


@dataclass(frozen=True)
class Posted:
    """What came back from the page of a proposal: the choices, the versions seen, why it was refused."""

    choices: Choices = field(default_factory=Choices)
    based_on: Mapping[str, int] = field(default_factory=dict)
    refusal: str = ""


def import_page(
    report: Report, *, user: User, refusal: str = "", refused: str = "", tried: Upload | None = None
) -> ImportPage:
    """The page on which a file is chosen; `tried` is what a dry run has read."""
    editable = may_edit(user, report)
    waiting = open_proposals(report).first()
    return ImportPage(
        header=header_of(report, today=timezone.localdate(), editable=editable),
        editable=editable,
        refusal=refusal,
        refused=refused,
        waiting=_waiting(waiting) if waiting else None,
        suffixes=SUFFIXES,
        formats=FORMATS,
        megabytes=LARGEST_FILE // 1024 // 1024,
        template_href=reverse("desk:template", args=[report.pk]),
        tried=read_file(report, tried.name, tried.reading, Choices(), choosable=False) if tried else None,
    )


def proposal_page(report: Report, proposal: Proposal, *, user: User, posted: Posted) -> ProposalPage:
    """The page of the report's open proposal, beside the draft as it is stored now."""
    editable = may_edit(user, report)
    choices = posted.choices
    return ProposalPage(
        header=header_of(report, today=timezone.localdate(), editable=editable),
        editable=editable,
        refusal=posted.refusal,
        meanwhile=tuple(_meanwhile(report, posted.based_on)),
        waiting=_waiting(proposal),
        sha256=proposal.sha256,
        versions=tuple(Section.objects.filter(report=report).order_by("pk").values_list("key", "version")),
        sure=choices.sure,
        rest=choices.rest,
        read=read_file(report, proposal.file_name, proposal.reading, choices, choosable=editable),
    )


def _waiting(proposal: Proposal) -> OpenProposal:
    return OpenProposal(
        proposal.pk,
        proposal.file_name,
        str(proposal.made_by),
        proposal.made_at,
        reverse("desk:proposal", args=[proposal.report_id]),
    )


def _meanwhile(report: Report, based_on: Mapping[str, int]) -> Iterator[SavedMeanwhile]:
    """What others saved in any section since the page was opened, with the names of the fields."""
    sections = Section.objects.filter(report=report, key__in=based_on).select_related("changed_by")
    for section in sections.order_by("pk"):
        if section.version == based_on[section.key] or section.changed_at is None:
            continue
        section.report = report
        changes = by_field(form_for(section), meanwhile(section, since=based_on[section.key]))
        fields = form_for(section, dict.fromkeys(changes, "")).fields  # those of notes that are gone too
        yield SavedMeanwhile(
            title=SectionKey(section.key).label,
            by=str(section.changed_by),
            at=section.changed_at,
            changes=tuple((str(fields[name].label), change) for name, change in changes.items()),
        )
