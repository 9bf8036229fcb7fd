"""A draft as content."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from govreport.agencies.models import Agency, User
from govreport.editions.cells import Address
from govreport.rendering.interchange import canonical, read
from govreport.reports.content import content_of
from govreport.reports.drafts import start
from govreport.reports.models import Report, Section, State
from govreport.workflow.judging import judge
from govreport.years.models import ReportingYear
from tests.contents import anchors, codes
from tests.drafts import NOW, complete, type_in, zeros


def test_a_new_draft_has_its_preamble_and_otherwise_only_what_it_cannot_fill_in(draft: Report) -> None:
    content = content_of(draft)

    assert content.part("preamble").startswith("根据《中华人民共和国政府信息公开条例》")
    assert "云溪县林业局编制了2023年政府信息公开工作年度报告" in content.part("preamble")
    assert content.part("overview") == ""
    assert {(cell.row, figure) for cell, figure in content.figures.items()} == {("government_rules", 0)}
    assert (len(content.figures), content.unread, content.edition) == (3, {}, "2021")


def test_who_may_make_rules_fills_them_in(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    county["yunxi-lyj"].rule_making_power = True

    assert content_of(start(county["yunxi-lyj"], reporting_year, by=cast["clerk"], at=NOW)).figures == {}


def test_the_preamble_names_the_contact_that_the_agency_has(
    county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    agency = county["yunxi-lyj"]
    agency.office, agency.telephone, agency.postcode = "办公室", "0730-0000000", "410000"

    report = start(agency, reporting_year, by=cast["clerk"], at=NOW)

    ending = content_of(report).part("preamble").splitlines()[-1]
    assert ending == "如对本报告有疑问，请与办公室联系（邮编：410000；电话：0730-0000000）。"


def test_a_government_reports_on_its_area_and_everybody_else_on_the_own_work(
    draft: Report, county: dict[str, Agency], cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    of_the_county = start(county["yunxi"], reporting_year, by=cast["clerk"], at=NOW)
    of_a_town = start(county["yunxi-qhz"], reporting_year, by=cast["clerk"], at=NOW)

    assert (of_the_county.scope, of_a_town.scope, draft.scope) == ("aggregate", "own", "own")
    assert content_of(of_the_county).scope == "aggregate"


def test_starting_again_gives_the_same_draft(
    draft: Report, cast: dict[str, User], reporting_year: ReportingYear
) -> None:
    again = start(draft.agency, reporting_year, by=cast["clerk"], at=NOW)

    assert again == draft
    assert Section.objects.filter(report=draft).count() == 8


def test_totals_are_computed_and_an_unread_entry_is_kept(draft: Report, cast: dict[str, User]) -> None:
    typed = {"applications.granted.natural_person": "8", "applications.granted.other_org": "许多"}

    type_in(draft, "applications", typed, by=cast["clerk"])

    content = content_of(Report.objects.get(pk=draft.pk))
    assert content.figure(Address.parse("applications.results_total.total")) == 8
    assert content.unread == {Address.parse("applications.granted.other_org"): "许多"}
    assert content.totals_stated is False


def test_a_complete_draft_has_no_findings_and_survives_the_interchange_form(
    draft: Report, cast: dict[str, User]
) -> None:
    money = {"disclosure.administrative_fees.amount": "0.37"}

    report = complete(draft, by=cast["clerk"], figures=money)
    content = content_of(report)

    assert codes(judge(report, day=NOW.date()).result) == set()
    assert content.figures[Address.parse("disclosure.administrative_fees.amount")] == Decimal("0.37")
    assert read(canonical(content)).content.figures == content.figures


def test_the_figures_of_the_seed_lack_one_cell_and_then_hold(draft: Report, cast: dict[str, User]) -> None:
    typed = zeros(draft, "applications") | {"applications.new_received.natural_person": "8"}
    type_in(draft, "applications", typed | {"applications.granted.natural_person": ""}, by=cast["clerk"])
    result = judge(Report.objects.get(pk=draft.pk), day=NOW.date()).result
    assert "applications.granted.natural_person" in anchors(result, "F101")
    assert anchors(result, "T203") == [
        "applications.new_received.natural_person",
        "applications.new_received.total",
    ]

    type_in(draft, "applications", {"applications.granted.natural_person": "8"}, by=cast["clerk"])

    mended = judge(Report.objects.get(pk=draft.pk), day=NOW.date()).result
    assert "applications.granted.natural_person" not in anchors(mended, "F101")
    assert anchors(mended, "T203") == []


@pytest.mark.parametrize("value", ["drafted", ""])
def test_the_database_knows_the_states(draft: Report, value: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=draft.pk).update(state=value)

    assert Report.objects.get(pk=draft.pk).state == State.DRAFT


def test_a_reference_in_a_text_says_what_its_cell_says(draft: Report, cast: dict[str, User]) -> None:
    figures = {"applications.new_received.other_org": "1234"}
    type_in(draft, "applications", figures, by=cast["clerk"])
    type_in(draft, "disclosure", {"disclosure.administrative_fees.amount": "0.370"}, by=cast["clerk"])
    text = "收到申请〔表三·本年新收·总计〕件，收费〔表二·行政事业性收费·本年收费金额〕万元。"

    type_in(draft, "overview", {"text": text}, by=cast["clerk"])

    report = Report.objects.get(pk=draft.pk)
    assert content_of(report).part("overview") == "收到申请1234件，收费0.37万元。"
    assert "⟦applications.new_received.total⟧" in report.narrative.get(part="overview").text


def test_a_reference_without_a_figure_stays_to_be_seen(draft: Report, cast: dict[str, User]) -> None:
    text = "收到申请〔表三·本年新收·总计〕件，上年〔上年·表三·本年新收·总计〕件。"

    type_in(draft, "overview", {"text": text}, by=cast["clerk"])

    assert content_of(Report.objects.get(pk=draft.pk)).part("overview") == text
