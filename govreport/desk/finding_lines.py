"""Findings as lines of a list: each with the link to where it is mended; blanks of one row in one line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.http import urlencode

from govreport.agencies.models import User
from govreport.checks.finding import Finding, Level
from govreport.checks.listing import gathered
from govreport.desk.finding_pages import Attempted, FindingGroup, FindingLine, Said, SayForm, grouped
from govreport.desk.text_fields import field_with
from govreport.editions.cells import NARRATIVE_PARTS, Content
from govreport.reports.models import Explanation, Report, SectionKey, Waiver
from govreport.workflow.answers import can_be_waived, may_ask
from govreport.workflow.judging import Judgement, Standing
from govreport.workflow.permissions import may_edit

LONGEST_WORDS = 200  # in an address
OUTDATED = "数据已变，请重新说明"


@dataclass(frozen=True)
class Listing:
    """Whose list it is, on which page: `back` is the key of a section, or "review"."""

    report: Report
    judgement: Judgement
    back: str
    explains: bool
    asks: bool
    attempted: Attempted | None


def listing(
    report: Report, judgement: Judgement, *, user: User, back: str, attempted: Attempted | None = None
) -> Listing:
    """The list of a report's findings as this person sees it."""
    return Listing(report, judgement, back, may_edit(user, report), may_ask(user, report), attempted)


def unplaced(page: Listing) -> Attempted | None:
    """What was typed for a finding that is there no more, or that takes no answer now."""
    typed = page.attempted
    if typed is None:
        return None
    marks = {standing.fingerprint for standing in page.judgement.standings.values()}
    return None if typed.mark in marks and (page.explains or page.asks) else typed


def finding_groups(page: Listing, findings: Iterable[Finding]) -> tuple[FindingGroup, ...]:
    """The findings grouped by level, in the order in which they were found."""
    others, blank_rows = gathered(findings, page.report.edition)
    lines = [_line(page, finding) for finding in others]
    for row in blank_rows:
        place = href(page.report, row, row.section)
        lines.append(FindingLine(row.code, row.level, row.message, row.hint, place))
    return grouped(lines)


def href(report: Report, finding: Finding, section: str, content: Content | None = None) -> str:
    """Where a finding is mended: at its cell on the page of its table, else at the text.

    What concerns the report as a whole stands on its own page. On a page without the text the link says
    which words it is about. `content` is what the report says, for the box in which they stand.
    """
    if not finding.section:
        return reverse("desk:review", args=[report.pk])
    here = next((cell for cell in finding.cells if cell.table == section), None)
    if here is None and finding.part is None:
        here = finding.cells[0] if finding.cells else None
    key = here.table if here else finding.part or section
    field = "id_date" if key == SectionKey.SIGNATURE else f"id_{_box(report, finding, key, content)}"
    words = finding.passage if key != section and not here else ""
    query = f"?{urlencode({'words': words[:LONGEST_WORDS]})}" if words else ""
    return f"{reverse('desk:section', args=[report.pk, key])}{query}#{here or field}"


def _box(report: Report, finding: Finding, key: str, content: Content | None) -> str:
    if content is None or key not in NARRATIVE_PARTS:
        return "text"
    return field_with(report, SectionKey(key), content.part(key), finding.passage)


def _line(page: Listing, finding: Finding) -> FindingLine:
    standing = page.judgement.standings[finding]
    line = FindingLine(
        finding.code,
        finding.level,
        finding.message,
        finding.hint,
        href(page.report, finding, page.back, page.judgement.subject.content),
        passage=finding.passage,
        form=_form(page, finding, standing),
    )
    if finding.level is Level.QUERY:
        return _explained(line, standing)
    return _waived(line, standing.waiver) if finding.level is Level.ERROR else line


def _explained(line: FindingLine, standing: Standing) -> FindingLine:
    if standing.explanation is not None:
        said = _said(standing.explanation, "情况说明")
        return replace(line, standing="✓ 已说明", settled=True, said=(said,))
    if standing.outdated is not None:
        return replace(line, standing=f"⚠ {OUTDATED}", said=(_said(standing.outdated, "原来的说明"),))
    return line


def _said(answer: Explanation, label: str) -> Said:
    return Said(label, answer.words, str(answer.given_by), answer.given_at)


def _waived(line: FindingLine, waiver: Waiver | None) -> FindingLine:
    if waiver is None:
        return line
    said = [Said("申请豁免", waiver.reason, str(waiver.asked_by), waiver.asked_at)]
    if waiver.decided_at is not None:
        said.append(Said("政务公开办答复", waiver.answer, str(waiver.decided_by), waiver.decided_at))
    return replace(
        line,
        standing=f"豁免{waiver.get_state_display()}",
        settled=waiver.state == Waiver.State.GRANTED,
        said=tuple(said),
    )


def _form(page: Listing, finding: Finding, standing: Standing) -> SayForm | None:
    typed = page.attempted if page.attempted and page.attempted.mark == standing.fingerprint else None
    if finding.level is Level.QUERY and page.explains:
        form = _explanation_form(page, finding, standing)
    elif can_be_waived(finding) and page.asks and not _is_open(standing.waiver):
        form = _waiver_form(page, finding, standing)
    else:
        return None
    return replace(form, choice=typed.choice, text=typed.text, refusal=typed.refusal) if typed else form


def _is_open(waiver: Waiver | None) -> bool:
    return waiver is not None and waiver.state != Waiver.State.REFUSED


def _explanation_form(page: Listing, finding: Finding, standing: Standing) -> SayForm:
    before = standing.explanation or standing.outdated
    return SayForm(
        href=reverse("desk:explain", args=[page.report.pk]),
        summary="写情况说明",
        button="保存说明",
        code=finding.code,
        mark=standing.fingerprint,
        back=page.back,
        label="情况说明",
        choices=finding.choices,
        choice=before.choice if before else "",
        text=before.text if before else "",
    )


def _waiver_form(page: Listing, finding: Finding, standing: Standing) -> SayForm:
    return SayForm(
        href=reverse("desk:waive", args=[page.report.pk]),
        summary="申请豁免",
        button="提出申请",
        code=finding.code,
        mark=standing.fingerprint,
        back=page.back,
        label="申请豁免的理由",
    )
