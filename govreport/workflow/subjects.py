"""EDIT 4 · A draft with everything that the checks compare it with: last year, the agency, the others."""

from collections.abc import Iterator, Mapping
from datetime import date

from govreport.agencies.models import Agency
from govreport.agencies.tree import area_name
from govreport.checks.shingles import RECIPE, Shingles
from govreport.checks.subject import AgencyFacts, Child, OtherText, Subject
from govreport.editions.references import without_values
from govreport.publishing.models import Publication
from govreport.reports.content import contact_of, content_of
from govreport.reports.drafts import scope_of
from govreport.reports.models import Narrative, Report, Scope, State
from govreport.workflow.last_year import report_before
from govreport.years.campaign import deadline_of, must_file
from govreport.years.check_rules import rules_of

COMPARED_PARTS = ("overview", "problems")
NOTHING = Shingles(b"")  # of a text that is not written
AWAITED = (State.DRAFT, State.RETURNED)  # the states in which a deadline still says something


def subject_of(
    report: Report, *, day: date, with_others: bool = False, for_authority: bool = False
) -> Subject:
    """The report as the checks judge it on this day.

    `with_others` reads what the other agencies of the campaign wrote, which N507 needs and which costs;
    `for_authority` says that the authority of the campaign reads the findings.
    """
    year, agency = report.reporting_year, report.agency
    deadline = deadline_of(year, agency)
    previous = report_before(report)
    return Subject(
        content=content_of(report, last_year=lambda: previous),
        previous=previous,
        agency=facts_of(agency),
        settings=rules_of(year.authority).settings,
        others=_others(report) if with_others else None,
        children=_children(report) if report.scope == Scope.AGGREGATE else None,
        day=day,
        due=deadline.submit_by if deadline and is_awaited(report) else None,
        for_authority=for_authority,
    )


def is_awaited(report: Report) -> bool:
    """Whether the deadline still counts: what is corrected was published before."""
    return report.state in AWAITED and not report.correction_note


def facts_of(agency: Agency) -> AgencyFacts:
    """The agency as the master data know it."""
    return AgencyFacts(
        name=agency.name,
        kind=agency.kind,
        names=(agency.short_name,) if agency.short_name else (),
        area=area_name(agency),
        rule_making_power=agency.rule_making_power,
        contact=contact_of(agency),
    )


def _others(report: Report) -> tuple[OtherText, ...]:
    """What the other agencies of the campaign wrote; drafts are nobody else's business."""
    rows = Narrative.objects.filter(report__reporting_year=report.reporting_year, part__in=COMPARED_PARTS)
    rows = rows.exclude(report__agency=report.agency).exclude(report__state=State.DRAFT)
    samples: dict[tuple[str, int], dict[str, Shingles]] = {}
    columns = ("report__agency__name", "report_id", "part", "recipe", "shingles")
    for name, report_id, part, recipe, packed in rows.order_by("pk").values_list(*columns):
        known = samples.setdefault((name, report_id), dict.fromkeys(COMPARED_PARTS, NOTHING))
        if recipe == RECIPE:
            known[part] = Shingles(bytes(packed))
        else:
            del known[part]
    return tuple(OtherText(name, _Texts(pk), shingles) for (name, pk), shingles in samples.items())


class _Texts(Mapping[str, str]):
    """The compared parts of a report, each read when it is asked for; what they refer to does not count."""

    def __init__(self, report_id: int) -> None:
        self._report_id = report_id

    def __getitem__(self, part: str) -> str:
        stored = Narrative.objects.filter(report=self._report_id, part=part)
        return without_values(stored.values_list("text", flat=True).first() or "")

    def __iter__(self) -> Iterator[str]:
        return iter(COMPARED_PARTS)

    def __len__(self) -> int:
        return len(COMPARED_PARTS)


def _children(report: Report) -> tuple[Child, ...]:
    """What the agencies of the campaign below a government have published, in the newest version.

    A government below it speaks for its whole area.
    """
    below = must_file(report.reporting_year).exclude(pk=report.agency_id)
    added_up: list[Agency] = []
    area = ""
    for agency in below.filter(path__startswith=report.agency.path).order_by("path"):
        if not area or not agency.path.startswith(area):
            added_up.append(agency)
            area = agency.path if agency.kind == Agency.Kind.GOVERNMENT else ""
    published = Publication.objects.filter(
        agency__in=added_up, year=report.reporting_year.year, corrected_by=None
    )
    contents = {(one.agency_id, one.scope): one.content for one in published}
    return tuple(Child(agency.name, contents.get((agency.pk, scope_of(agency)))) for agency in added_up)
