"""EDIT 4 · A draft with everything that the checks compare it with: last year, the agency, the others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from govreport.agencies.models import Agency, Predecessor
from govreport.agencies.tree import area_name
from govreport.checks.shingles import RECIPE, Shingles
from govreport.checks.subject import AgencyFacts, Child, OtherText, Subject
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Kind, Number
from govreport.editions.relations import with_totals
from govreport.publishing.models import Publication
from govreport.reports.content import contact_of, content_of
from govreport.reports.models import Narrative, Report, Scope, State
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
    return Subject(
        content=content_of(report),
        previous=previous_of(agency, year.year - 1, scope=report.scope),
        agency=facts_of(agency),
        settings=rules_of(year.authority).settings,
        others=_others(report) if with_others else None,
        children=_children(report) if report.scope == Scope.AGGREGATE else None,
        day=day,
        due=deadline.submit_by if deadline and report.state in AWAITED else None,
        for_authority=for_authority,
    )


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


def previous_of(agency: Agency, year: int, *, scope: str) -> Content | None:
    """The report on `year`: its own, else the sum of its predecessors' by share; None when one is missing."""
    own = _report_on(agency, year, scope=scope)
    if own is not None:
        return own
    origins = list(Predecessor.objects.filter(agency=agency, year=year + 1).select_related("predecessor"))
    contents = [(_report_on(origin.predecessor, year, scope=scope), origin.share) for origin in origins]
    known = [(content, share) for content, share in contents if content is not None]
    if not known or len(known) < len(contents):
        return None
    return _shared_sum(known, agency)


def _report_on(agency: Agency, year: int, *, scope: str) -> Content | None:
    """What was published, else what stands in the draft."""
    published = Publication.objects.filter(agency=agency, year=year, scope=scope, corrected_by=None).first()
    if published is not None:
        return published.content
    drafts = Report.objects.filter(agency=agency, reporting_year__year=year, scope=scope)
    draft = drafts.select_related("agency", "reporting_year", "processing_fee", "signature").first()
    return None if draft is None else content_of(draft)


def _shared_sum(contents: Iterable[tuple[Content, Decimal]], agency: Agency) -> Content:
    """The figures of several reports added up by share, whole numbers rounded; without their texts."""
    figures: dict[Address, Decimal] = {}
    first: Content | None = None
    for content, share in contents:
        first = first or content
        for address, number in content.figures.items():
            figures[address] = figures.get(address, Decimal(0)) + Decimal(number) * share
    assert first is not None  # noqa: S101 - the caller has at least one
    form = edition(first.edition)
    whole = {address: _rounded(number, form.cells[address].kind) for address, number in figures.items()}
    return replace(
        first,
        agency_name=agency.name,
        agency_code=agency.code,
        figures=with_totals(whole, form),
        narrative={},
        unread={},
        totals_stated=False,
    )


def _rounded(number: Decimal, kind: Kind) -> Number:
    return number if kind is Kind.MONEY else int(number.to_integral_value(ROUND_HALF_UP))


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
    """The compared parts of a report, each read when it is asked for."""

    def __init__(self, report_id: int) -> None:
        self._report_id = report_id

    def __getitem__(self, part: str) -> str:
        stored = Narrative.objects.filter(report=self._report_id, part=part)
        return stored.values_list("text", flat=True).first() or ""

    def __iter__(self) -> Iterator[str]:
        return iter(COMPARED_PARTS)

    def __len__(self) -> int:
        return len(COMPARED_PARTS)


def _children(report: Report) -> tuple[Child, ...]:
    """What the agencies of the campaign below a government have published, in the newest version."""
    below = must_file(report.reporting_year).exclude(pk=report.agency_id)
    below = below.filter(path__startswith=report.agency.path).order_by("path")
    published = Publication.objects.filter(
        agency__in=below, year=report.reporting_year.year, scope=Scope.OWN, corrected_by=None
    )
    contents: Mapping[int, Content] = {one.agency_id: one.content for one in published}
    return tuple(Child(agency.name, contents.get(agency.pk)) for agency in below)
