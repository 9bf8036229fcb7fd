"""What a draft is compared with: last year, the agency, the settings, the others, the children."""

from datetime import date

import pytest

from govreport.agencies.models import Agency, User
from govreport.checks.finding import Level
from govreport.checks.subject import CheckSettings, Subject
from govreport.editions.cells import Contact
from govreport.reports.drafts import start
from govreport.reports.models import Report, State
from govreport.workflow.subjects import facts_of, subject_of
from govreport.years.check_rules import change
from govreport.years.models import Deadline, Exemption, ReportingYear
from tests.drafts import NOW, type_in
from tests.people import make_reporting_year
from tests.workflow.findings import DAY, publish

pytestmark = pytest.mark.usefixtures("quick_pdf")

County = dict[str, Agency]
Cast = dict[str, User]


def subject(report: Report, *, with_others: bool = False) -> Subject:
    return subject_of(Report.objects.get(pk=report.pk), day=DAY, with_others=with_others)


def test_the_content_is_the_draft_with_its_totals(draft: Report, cast: Cast) -> None:
    type_in(draft, "applications", {"applications.new_received.natural_person": "8"}, by=cast["clerk"])

    judged = subject(draft)

    assert judged.content.agency_name == "云溪县林业局"
    assert judged.number("applications.new_received.total") == 8
    assert judged.year == 2023


def test_the_agency_is_as_the_master_data_know_it(county: County) -> None:
    forestry = county["yunxi-lyj"]
    forestry.rule_making_power, forestry.telephone = True, "0356-1234567"

    facts = facts_of(forestry)

    assert (facts.name, facts.kind, facts.names) == ("云溪县林业局", "department", ("县林业局",))
    assert facts.rule_making_power
    assert facts.contact == Contact(office="办公室", telephone="0356-1234567")


def test_an_agency_without_short_name_goes_by_no_other_name(county: County) -> None:
    county["yunxi-lyj"].short_name = ""

    assert facts_of(county["yunxi-lyj"]).names == ()


@pytest.mark.parametrize(
    ("code", "area"),
    [("yunxi-lyj", "云溪县"), ("yunxi-qhz", "云溪县"), ("yunxi", "云溪县"), ("hekou-lyj", "河口县")],
)
def test_the_area_is_that_of_the_nearest_government(county: County, code: str, area: str) -> None:
    assert facts_of(county[code]).area == area


def test_a_county_below_a_city_is_its_own_area(county: County) -> None:
    city = Agency.objects.add_root({"code": "city", "name": "平川市人民政府", "kind": Agency.Kind.GOVERNMENT})
    Agency.objects.move(county["hekou"], city, "last-child")

    assert facts_of(Agency.objects.get(code="hekou-lyj")).area == "河口县"
    assert facts_of(Agency.objects.get(code="hekou")).area == "河口县"
    assert facts_of(city).area == "平川市"


def test_an_agency_below_no_government_has_no_area(county: County) -> None:
    Agency.objects.filter(code="yunxi").update(kind=Agency.Kind.OTHER)

    assert facts_of(county["yunxi-lyj"]).area == ""


def test_the_settings_are_those_of_the_campaign_s_authority(
    draft: Report, county: County, cast: Cast
) -> None:
    ours = CheckSettings({"T205": Level.NOTE}, overview_limit=1500)
    theirs = CheckSettings({"X304": Level.NOTE})
    change(county["yunxi-gov"], ours, based_on=0, by=cast["authority"], at=NOW)
    change(county["hekou-gov"], theirs, based_on=0, by=cast["foreign_authority"], at=NOW)

    assert subject(draft).settings == ours


def test_without_settings_everything_is_as_declared(draft: Report) -> None:
    assert subject(draft).settings == CheckSettings()


@pytest.mark.parametrize("for_authority", [True, False])
def test_day_and_reader_are_passed_on(draft: Report, for_authority: bool) -> None:
    judged = subject_of(draft, day=DAY, for_authority=for_authority)

    assert (judged.day, judged.for_authority) == (DAY, for_authority)


AWAITED = {State.DRAFT, State.RETURNED}


@pytest.mark.parametrize("state", State.values)
def test_a_report_is_due_while_it_is_awaited(draft: Report, state: str) -> None:
    Report.objects.filter(pk=draft.pk).update(state=state)

    assert subject(draft).due == (date(2024, 1, 31) if state in AWAITED else None)


def test_a_correction_is_not_due_for_its_first_version_was_filed(draft: Report) -> None:
    Report.objects.filter(pk=draft.pk).update(correction_note="行政许可数量有误")

    assert subject(draft).due is None


def test_a_kind_without_deadline_is_never_due(draft: Report) -> None:
    Deadline.objects.filter(kind=Agency.Kind.DEPARTMENT).delete()

    assert subject(draft).due is None


@pytest.fixture
def neighbour(county: County, cast: Cast, reporting_year: ReportingYear) -> Report:
    """The report of 云溪县交通运输局, submitted with all its texts."""
    report = start(county["yunxi-jtj"], reporting_year, by=cast["stranger"], at=NOW)
    for part in ("overview", "problems", "other_matters"):
        type_in(report, part, {"text": f"交通运输局写的{part}。"}, by=cast["stranger"])
    Report.objects.filter(pk=report.pk).update(state=State.SUBMITTED)
    return report


def test_the_others_are_read_only_when_asked_for(draft: Report, neighbour: Report) -> None:
    assert subject(draft).others is None


def test_of_the_others_the_two_compared_parts_are_read(draft: Report, neighbour: Report) -> None:
    (other,) = subject(draft, with_others=True).others or ()

    assert other.agency == "云溪县交通运输局"
    assert other.narrative == {"overview": "交通运输局写的overview。", "problems": "交通运输局写的problems。"}


@pytest.mark.parametrize("state", State.values)
def test_a_draft_of_another_agency_is_nobody_s_business(draft: Report, neighbour: Report, state: str) -> None:
    Report.objects.filter(pk=neighbour.pk).update(state=state)

    read = [other.agency for other in subject(draft, with_others=True).others or ()]

    assert read == ([] if state == State.DRAFT else ["云溪县交通运输局"])


def test_an_agency_is_not_compared_with_itself(neighbour: Report) -> None:
    assert subject(neighbour, with_others=True).others == ()


def test_a_text_that_is_not_written_has_an_empty_sample_and_is_not_read(
    draft: Report, neighbour: Report
) -> None:
    neighbour.narrative.filter(part="overview").delete()

    (other,) = subject(draft, with_others=True).others or ()

    assert other.shingles
    assert (other.shingles["overview"].packed, other.narrative["overview"]) == (b"", "")
    assert other.shingles["problems"].packed


def test_another_campaign_s_texts_are_not_compared(draft: Report, neighbour: Report, county: County) -> None:
    Report.objects.filter(pk=neighbour.pk).update(reporting_year=make_reporting_year(county["hekou-gov"]))

    assert subject(draft, with_others=True).others == ()


@pytest.fixture
def aggregate(county: County, cast: Cast, reporting_year: ReportingYear) -> Report:
    """The report of 云溪县人民政府 on its whole area."""
    return start(county["yunxi"], reporting_year, by=cast["clerk"], at=NOW)


def children_of(report: Report) -> dict[str, bool]:
    """The children by name, and whether their report is there."""
    return {child.agency: child.content is not None for child in subject(report).children or ()}


def test_the_children_are_all_who_must_file_below(aggregate: Report, county: County) -> None:
    publish(county["yunxi-lyj"], year=2023)
    publish(county["yunxi-jtj"], year=2022)

    assert children_of(aggregate) == {
        "云溪县人民政府办公室": False,
        "云溪县林业局": True,
        "云溪县交通运输局": False,
        "云溪县青禾镇人民政府": False,
    }


def test_who_stands_beside_a_government_is_no_child(cast: Cast, reporting_year: ReportingYear) -> None:
    Agency.objects.filter(code="yunxi-qhz").update(kind=Agency.Kind.GOVERNMENT)
    town = Agency.objects.get(code="yunxi-qhz")

    report = start(town, reporting_year, by=cast["clerk"], at=NOW)

    assert subject(report).children == ()


def test_who_need_not_file_is_no_child(aggregate: Report, county: County) -> None:
    year = aggregate.reporting_year
    Exemption.objects.create(reporting_year=year, agency=county["yunxi-jtj"], reason="新设")
    Deadline.objects.filter(kind=Agency.Kind.TOWN).delete()

    assert list(children_of(aggregate)) == ["云溪县人民政府办公室", "云溪县林业局"]


def test_a_child_counts_with_its_newest_version(aggregate: Report, county: County) -> None:
    cell = "applications.granted.natural_person"
    publish(county["yunxi-lyj"], {cell: 1}, year=2023)
    second = publish(county["yunxi-lyj"], {cell: 2}, year=2023, note="更正一处")

    contents = [child.content for child in subject(aggregate).children or () if child.content]

    assert contents == [second.content]


def test_a_child_s_draft_does_not_count(aggregate: Report, draft: Report) -> None:
    assert not any(children_of(aggregate).values())


def test_a_report_on_the_own_work_has_no_children(draft: Report) -> None:
    assert subject(draft).children is None


def test_a_reference_to_last_year_says_what_last_year_s_report_says(
    draft: Report, county: County, cast: Cast
) -> None:
    publish(
        county["yunxi-lyj"],
        {"applications.new_received.natural_person": 8, "applications.new_received.total": 8},
    )
    type_in(draft, "overview", {"text": "上年〔上年·表三·本年新收·总计〕件。"}, by=cast["clerk"])

    assert subject(draft).content.part("overview") == "上年8件。"


def test_last_year_s_report_that_is_not_published_yet_says_what_the_year_before_it_said(
    draft: Report, county: County, cast: Cast
) -> None:
    publish(county["yunxi-lyj"], {"disclosure.licenses.decisions": 5}, year=2021)
    before = start(draft.agency, make_reporting_year(county["yunxi-gov"], 2022), by=cast["clerk"], at=NOW)
    type_in(
        before, "overview", {"text": "上年许可〔上年·表二·行政许可·本年处理决定数量〕件。"}, by=cast["clerk"]
    )
    Report.objects.filter(pk=before.pk).update(state=State.SUBMITTED)

    previous = subject(draft).previous

    assert previous
    assert previous.part("overview") == "上年许可5件。"


def test_of_the_others_the_figures_they_refer_to_do_not_count(
    draft: Report, neighbour: Report, cast: Cast
) -> None:
    plain, referring = "收到申请0件，都已答复。", "收到申请〔表三·本年新收·总计〕件，都已答复。"
    samples = []
    for text in (plain, referring):
        Report.objects.filter(pk=neighbour.pk).update(state=State.RETURNED)
        type_in(neighbour, "overview", {"text": text}, by=cast["stranger"])
        (other,) = subject(draft, with_others=True).others or ()
        assert other.shingles
        samples.append((other.narrative["overview"], other.shingles["overview"]))

    assert samples[0] == samples[1]
