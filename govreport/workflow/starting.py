"""Starting a report from last year's: what it left over, in the cells that this year opens with."""

from collections.abc import Iterator
from datetime import datetime

from govreport.agencies.models import Agency, User
from govreport.checks.figures import figure
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.editions.relations import Relation, relations
from govreport.editions.schema import CarriedOver, Edition, PendingFloor
from govreport.reports.drafts import scope_of, start
from govreport.reports.models import Report
from govreport.reports.openings import Opening
from govreport.workflow.last_year import goes_on_from_others, previous_of
from govreport.years.models import ReportingYear


def start_report(agency: Agency, reporting_year: ReportingYear, *, by: User, at: datetime) -> Report:
    """Start the report of an agency for a year with what last year's leaves over."""
    previous = previous_of(agency, reporting_year.year - 1, scope=scope_of(agency))
    opening = opening_of(agency, edition(reporting_year.edition), previous)
    return start(agency, reporting_year, by=by, at=at, opening=opening)


def opening_of(agency: Agency, form: Edition, previous: Content | None) -> Opening | None:
    """The cells that a year opens with, as last year's report closed; None when that is not known."""
    left = left_over(form, previous)
    cells = (one.left[0] for one in _from_last_year(form) if isinstance(one.rule, CarriedOver))
    figures = {cell: int(left[cell]) for cell in cells if cell in left and not form.cells[cell].total}
    if not figures or previous is None:
        return None
    return Opening(f"{source_of(agency, previous)}的结转下年度", figures)


def left_over(form: Edition, previous: Content | None) -> dict[Address, Number]:
    """What last year left over, by the cells of this year that go on from it, totals included."""
    known = ((one.left[0], figure(previous, one.before[0])) for one in _from_last_year(form))
    return {cell: number for cell, number in known if number is not None}


def source_of(agency: Agency, previous: Content) -> str:
    """Which report on last year it is, in words."""
    if previous.version:
        return f"{previous.year} 年度年报（第 {previous.version} 版）"
    if goes_on_from_others(agency, previous.year or 0):
        return f"机构调整前各单位 {previous.year} 年度年报的合计"
    return f"{previous.year} 年度年报（已提交，尚未发布）"


def _from_last_year(form: Edition) -> Iterator[Relation]:
    for table in form.tables:
        for relation in relations(form, table.key):
            if isinstance(relation.rule, CarriedOver | PendingFloor):
                yield relation
