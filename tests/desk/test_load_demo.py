"""load_demo: the sample county is whole, its figures agree, and a second run changes nothing."""

from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import count

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from govreport.agencies.models import Agency, Membership, Role
from govreport.audit.models import Entry
from govreport.desk.sample_county import narrative, stories
from govreport.desk.sample_county.places import PASSWORD
from govreport.desk.sample_county.reports import make_report
from govreport.desk.sample_county.stories import chapter
from govreport.editions.aspects import FIVE, split_overview
from govreport.editions.cells import Address, Content
from govreport.editions.lookup import edition
from govreport.editions.numbers import Number
from govreport.editions.pairs import split_problems
from govreport.publishing.models import Publication
from govreport.rendering.renderers import RENDERERS, Render, Renderer
from govreport.reports.content import content_of
from govreport.reports.models import Report, State
from govreport.years.models import Deadline
from tests.contents import anchors, codes, judged, published

BLANK = Address.parse("applications.granted.natural_person")
FIRST_RUN_GETS = 3  # reports, before it is interrupted


class Interrupted(Exception):
    """The first run ends here."""


@pytest.fixture(scope="module", autouse=True)
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker, settings_for_tests: None) -> Iterator[int]:
    """The county, loaded once for this module by a run that is interrupted and one that goes on.

    Gives the number of reports after the first run. Takes the place of pytest-django's fixture, by its
    name, so that the test database is made; the tests share one transaction, rolled back at the end.
    """
    assert "test" in str(connection.settings_dict["NAME"])
    patch = pytest.MonkeyPatch()
    with django_db_blocker.unblock(), override_settings(GOVREPORT_DEMO=True), transaction.atomic():
        patch.setitem(RENDERERS, "pdf", Renderer("application/pdf", "pdf", _interrupted_pdf()))
        with pytest.raises(Interrupted):
            call_command("load_demo", stdout=StringIO())
        first = Report.objects.count()
        call_command("load_demo", stdout=StringIO())
        yield first
        transaction.set_rollback(True)
        patch.undo()


def _interrupted_pdf() -> Render:
    runs = count()

    def pdf(content: Content, mark: str = "", /) -> bytes:
        if next(runs) == FIRST_RUN_GETS:
            raise Interrupted
        return f"%PDF {content.agency_code} {content.year}".encode()

    return pdf


def reports() -> list[Report]:
    related = ("agency", "reporting_year", "processing_fee", "signature")
    return list(Report.objects.select_related(*related).order_by("agency", "reporting_year__year"))


def report(code: str, year: int) -> Report:
    return next(item for item in reports() if (item.agency.code, item.reporting_year.year) == (code, year))


def newest_published(code: str, year: int) -> Content:
    return Publication.objects.get(agency__code=code, year=year, corrected_by=None).content


def rows() -> dict[str, int]:
    """How many rows every table of ours has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_it_is_refused_outside_a_demonstration() -> None:
    with override_settings(GOVREPORT_DEMO=False), pytest.raises(CommandError, match="GOVREPORT_DEMO=1"):
        call_command("load_demo", stdout=StringIO())


def test_an_interrupted_run_leaves_whole_reports_and_the_next_goes_on(db: int) -> None:
    assert db == FIRST_RUN_GETS
    assert {(item.agency.code, item.reporting_year.year) for item in reports()} == set(stories.told())


def test_a_second_run_changes_no_row() -> None:
    before, said = rows(), StringIO()

    call_command("load_demo", stdout=said)

    assert rows() == before
    assert said.getvalue() == "示例数据已经齐全\n"


def test_twelve_agencies_stand_in_the_tree() -> None:
    government = Agency.objects.get(code="zezhou")
    kinds = Counter(Agency.objects.get_children(government).values_list("kind", flat=True))

    assert (government.depth, government.kind, government.rule_making_power) == (1, "government", False)
    assert kinds == {"department": 8, "town": 3}


def test_the_master_data_are_valid() -> None:
    for agency in Agency.objects.all():
        agency.full_clean(exclude=["path", "depth", "numchild"])
        assert agency.telephone.startswith("0356-00000")
    assert len(set(Agency.objects.values_list("credit_code", flat=True))) == 12


@pytest.mark.parametrize(
    ("username", "code", "role"),
    [
        ("clerk", "zezhou-zrzyj", Role.CLERK),
        ("supervisor", "zezhou-zrzyj", Role.SUPERVISOR),
        ("clerk2", "zezhou-jyj", Role.CLERK),
        ("supervisor2", "zezhou-jyj", Role.SUPERVISOR),
        ("authority", "zezhou-gov", Role.AUTHORITY),
        ("admin", "zezhou-gov", Role.ADMINISTRATOR),
    ],
)
def test_people_sign_in_with_the_printed_password(username: str, code: str, role: Role) -> None:
    user = authenticate(username=username, password=PASSWORD)

    assert user is not None
    assert Membership.objects.filter(user=user, agency__code=code, role=role).exists()
    assert (user.is_staff, user.is_superuser) == (username == "admin",) * 2


def test_departments_are_due_in_january_and_the_others_in_march() -> None:
    due = {
        (item.kind, item.reporting_year.year, item.publish_by.isoformat())
        for item in Deadline.objects.select_related("reporting_year")
    }

    assert due == {
        (kind, year, f"{year + 1}-{day}")
        for kind, day in (("department", "01-31"), ("government", "03-31"), ("town", "03-31"))
        for year in (2021, 2022, 2023)
    }


def test_reports_stand_in_every_state() -> None:
    states = Counter((item.reporting_year.year, item.state) for item in reports())

    assert {state for _, state in states} == set(State.values)
    assert (states[2021, State.PUBLISHED], states[2022, State.PUBLISHED]) == (12, 12)
    assert Entry.objects.filter(action="report.returned").get().data["reason"]


def test_one_published_report_was_corrected_with_a_note() -> None:
    second = Publication.objects.get(version=2)
    address = Address.parse("disclosure.licenses.decisions")

    assert second.corrects is not None
    assert (second.corrects.content.figure(address), second.content.figure(address)) == (1702, 1720)
    assert "1702" in second.note
    assert "1720" in second.content.part("overview")


def test_the_draft_of_2023_holds_the_real_figures_but_one() -> None:
    entries = {cell.address for cell in edition("2021").cells.values() if not cell.total}
    real = published("shanxi-zezhou-ziranziyuanju-2023").figures

    draft = content_of(report("zezhou-zrzyj", 2023))

    assert {address: number for address, number in draft.figures.items() if address in entries} == {
        address: real[address] for address in entries - {BLANK}
    }


def test_the_draft_of_2023_has_the_findings_of_the_blank_cell() -> None:
    result = judged(content_of(report("zezhou-zrzyj", 2023)))

    assert codes(result) == {"F101", "T203"}
    assert anchors(result, "F101") == [str(BLANK)]
    assert anchors(result, "T203") == [
        f"applications.new_received.{name}" for name in ("natural_person", "total")
    ]


def test_figures_go_on_from_the_year_before() -> None:
    told = {(item.agency.code, item.reporting_year.year): content_of(item) for item in reports()}
    for (code, year), content in told.items():
        before = told.get((code, year - 1))
        if before is None or (code, year) == ("zezhou-zcz", 2023):  # its tables are not filled in yet
            continue
        for address in edition("2021").cells:
            if address.row == "carried_in":
                out = Address(address.table, "carried_out", address.column)
                assert content.figure(address) == before.figure(out), (code, year, address)
            if address.column == "in_force":
                lapsed = (chapter(code, year) or {}).get("lapsed", {}).get(address.row, 0)
                expected = before.figures[address] + change(content, address) - lapsed
                assert content.figures[address] == expected


def change(content: Content, address: Address) -> Number:
    issued, repealed = (
        content.figures[Address(address.table, address.row, name)] for name in ("issued", "repealed")
    )
    return issued - repealed


def test_everything_that_was_handed_in_has_no_findings() -> None:
    handed_in = [content_of(item) for item in reports() if item.state != State.DRAFT]
    frozen = [publication.content for publication in Publication.objects.filter(corrected_by=None)]

    assert [judged(content).findings for content in handed_in + frozen] == [()] * (33 + 27)


@pytest.mark.parametrize("year", [2021, 2022])
def test_the_government_adds_up_its_eleven_agencies(year: int) -> None:
    below = [
        newest_published(agency.code, year)
        for agency in Agency.objects.get_children(Agency.objects.get(code="zezhou"))
    ]

    aggregate = newest_published("zezhou", year)

    assert (aggregate.scope, len(below)) == ("aggregate", 11)
    for address, number in aggregate.figures.items():
        assert number == sum(content.figures[address] for content in below), address


def test_reports_are_signed_and_published_in_time() -> None:
    for item in reports():
        if item.state != State.DRAFT:
            assert item.signature.date is not None
            assert item.signature.date.year == item.reporting_year.year + 1
    first = Publication.objects.filter(version=1).select_related("agency")
    for publication in first:
        due = (publication.year + 1, 1 if publication.agency.kind == Agency.Kind.DEPARTMENT else 3)
        assert (publication.published_at.year, publication.published_at.month) <= due


def test_overviews_are_short_and_of_each_year_its_own() -> None:
    overviews = [content_of(item).part("overview") for item in reports()]

    assert len(set(overviews)) == len(overviews)
    assert [text for text in overviews if not 250 <= len(text) <= 500 or "{" in text] == []


def test_who_wrote_and_who_approved_are_on_record() -> None:
    for item in reports():
        entries = Entry.objects.filter(subject=item.subject)
        writers = set(entries.filter(action="section.saved").values_list("actor", flat=True))
        approvers = set(entries.filter(action="report.approved").values_list("actor", flat=True))
        assert len(writers) == 1
        assert not writers & approvers


def test_a_report_that_is_not_told_of_is_not_made() -> None:
    with pytest.raises(ValueError, match="nothing is told of zezhou 2023"):
        make_report("zezhou", 2023)


def test_a_text_cannot_name_a_cell_that_does_not_exist() -> None:
    told = {"overview": ["许可{licences}件", "", "", "", ""]}

    with pytest.raises(KeyError, match="licences"):
        narrative.texts_of(told, {}, 2023)


def test_overviews_and_problems_stand_in_their_boxes() -> None:
    contents = [content_of(item) for item in reports()]

    problems = [split_problems(content.part("problems")) for content in contents]
    assert {opening for opening, _ in problems} == {""}
    assert {split_overview(one.part("overview"), FIVE)["text"] for one in contents} == {""}
    assert [pair[1] for _, pairs in problems for pair in pairs].count("") == 1
