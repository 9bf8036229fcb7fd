"""Past reports are kept as filed, once, with their file and what was found."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry
from govreport.checks.layout import Layout
from govreport.checks.subject import Subject
from govreport.editions.cells import Address, Content
from govreport.importing.history import keeping
from govreport.importing.history.examining import Found, Standing, examine, read_file
from govreport.importing.history.intake import Intake, Outcome
from govreport.importing.history.keeping import NotKept, keep
from govreport.importing.history.register import register_of
from govreport.importing.reading import Reading, read
from govreport.publishing.models import ORIGINAL, Artifact, Origin, Publication
from govreport.publishing.release import release
from govreport.publishing.storage import load
from govreport.rendering.interchange import canonical
from govreport.reports.models import Report
from govreport.workflow.subjects import subject_of
from tests.importing.past import NOW, as_page, as_text, past

pytestmark = pytest.mark.usefixtures("quick_pdf", "county")


def found(content: Content, *, code: str = "yunxi-lyj", data: bytes | None = None) -> Found:
    """A content as it is found in a web page, for the agency with this code."""
    page = as_page(content) if data is None else data
    agency = Agency.objects.get(code=code)
    return examine(
        "报告.html", page, read_file("x.html", page), agency=agency, year=content.year or 0, at=NOW
    )


def stored(content: Content, **known: str) -> Publication:
    return keep(found(content, **known), by=None, at=NOW)  # type: ignore[arg-type]  # only the code


def intake(**options: bool | str) -> Intake:
    return Intake(register_of(Agency.objects.all()), **options)  # type: ignore[arg-type]  # as named


def test_a_past_report_becomes_a_publication_as_filed() -> None:
    wrong = past(granted=3, results_total=9)

    publication = stored(wrong)

    assert (publication.origin, publication.year, publication.version) == (Origin.IMPORTED, 2019, 1)
    assert publication.content.figures == wrong.figures
    assert publication.content.agency_name == "云溪县林业局"
    assert publication.published_at == NOW


def test_the_file_itself_is_kept_and_its_printed_forms_bear_the_mark() -> None:
    data = as_page(past())

    publication = keep(found(past(), data=data), by=None, at=NOW)

    files = {file.format: load(file.sha256) for file in Artifact.objects.filter(publication=publication)}
    assert files[ORIGINAL] == data
    assert "历史数据导入" in files["html"].decode()
    assert "历史数据导入" in files["pdf"].decode()
    assert files["json"].decode() == publication.canonical
    assert "历史数据导入" not in publication.canonical


def test_doubts_and_findings_are_kept_with_it() -> None:
    publication = stored(past(granted=3, results_total=9))

    evidence = publication.evidence
    assert "T202" in {finding["code"] for finding in evidence["findings"]}
    assert evidence["file"]["name"] == "报告.html"
    assert evidence["stated"] == {"agency": "云溪县林业局", "year": 2019}
    assert isinstance(evidence["doubts"], list)


def test_a_cell_that_could_not_be_read_is_kept_as_a_doubt_with_what_was_seen() -> None:
    data = as_page(past(granted=777)).replace(b"777", "约3件".encode())

    publication = keep(found(past(), data=data), by=None, at=NOW)

    cell = Address("applications", "granted", "natural_person")
    assert publication.content.figure(cell) is None
    assert [doubt["seen"] for doubt in publication.evidence["doubts"] if doubt["cell"] == str(cell)] == [
        "约3件"
    ]
    assert publication.content.notes[str(cell)] == "原文件写的是“约3件”"


def test_the_report_of_a_government_is_that_of_its_area() -> None:
    publication = stored(past("云溪县人民政府"), code="yunxi")

    assert publication.scope == publication.content.scope == "aggregate"


def test_a_report_under_a_former_name_keeps_that_name(county: dict[str, Agency]) -> None:
    publication = stored(past("云溪县林业站"))

    assert publication.title == "云溪县林业站2019年政府信息公开工作年度报告"
    assert publication.agency == county["yunxi-lyj"]


def test_who_imported_it_is_on_record(cast: dict[str, User]) -> None:
    publication = keep(found(past()), by=cast["authority"], at=NOW)

    entry = Entry.objects.get(action="publication.imported")
    assert (entry.actor, entry.subject) == (cast["authority"], f"publication:{publication.pk}")
    assert publication.published_by == cast["authority"]


def test_the_same_file_is_there_already() -> None:
    stored(past())

    assert found(past()).standing is Standing.PRESENT


def test_the_same_content_from_another_file_is_there_already() -> None:
    stored(past())

    again = found(past(), data=as_page(past()) + b"<!-- saved again -->")

    assert again.standing is Standing.PRESENT
    with pytest.raises(NotKept, match="内容相同，没有再导入"):
        keep(again, by=None, at=NOW, correction="重新导入")


def test_other_content_for_the_same_year_is_told_and_not_kept() -> None:
    stored(past())

    other = found(past(granted=4))

    assert other.sentence == "已有 2019 年度的年报，内容不同（1 格数字不同）"
    with pytest.raises(NotKept, match="内容不同"):
        keep(other, by=None, at=NOW)
    assert Publication.objects.count() == 1


def test_other_content_is_the_next_version_when_a_reason_is_given() -> None:
    first = stored(past())

    second = keep(found(past(granted=4)), by=None, at=NOW, correction="原文件缺页")

    assert (second.version, second.corrects, second.note) == (2, first, "原文件缺页")
    assert found(past()).standing is Standing.PRESENT


def test_what_this_system_published_is_not_superseded_by_a_file(county: dict[str, Agency]) -> None:
    release(past(), agency=county["yunxi-lyj"], by=None, at=NOW)

    other = found(past(granted=4))

    assert other.standing is Standing.REFUSED
    with pytest.raises(NotKept, match="是在本系统编制的"):
        keep(other, by=None, at=NOW, correction="换一个文件")


def test_a_year_that_is_being_written_here_is_not_imported(draft: Report) -> None:
    assert found(past(year=2023)).sentence == "2023 年度的年报正在本系统编制，不能再导入"


def test_of_two_at_the_same_time_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*args: object, **kwargs: object) -> Publication:
        raise IntegrityError

    monkeypatch.setattr(keeping, "release", lost)

    with pytest.raises(NotKept, match="请再导入一次"):
        stored(past())


def test_a_crash_leaves_nothing_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*args: object, **kwargs: object) -> None:
        raise OSError("the machine stops")

    monkeypatch.setattr(keeping, "record", crash)

    with pytest.raises(OSError, match="stops"):
        stored(past())
    assert not Publication.objects.exists()
    assert not Artifact.objects.exists()


def test_a_title_beyond_all_measure_is_refused() -> None:
    long = replace(found(past()), content=replace(past(), agency_name="局" * 300))

    with pytest.raises(NotKept, match="标题过长"):
        keep(long, by=None, at=NOW)


def test_signs_that_the_database_refuses_are_left_out_of_the_evidence() -> None:
    data = as_page(past(granted=777)).replace(b"777", b"7\x007x")

    publication = keep(found(past(), data=data), by=None, at=NOW)

    assert "\x00" not in str(publication.evidence)


def test_a_past_report_is_last_year_for_the_next(draft: Report) -> None:
    stored(past(year=2022, carried_out=7))

    previous = subject_of(draft, day=date(2024, 1, 10)).previous

    assert previous is not None
    assert previous.figure(Address("applications", "carried_out", "natural_person")) == 7


def test_a_past_report_is_judged_by_the_one_before_it() -> None:
    stored(past(year=2019, carried_out=7))

    subject: Subject = found(past(year=2020)).subject

    assert subject.previous is not None
    assert subject.archived


def test_a_file_is_taken_in_under_the_agency_and_year_that_it_names() -> None:
    taken = intake().take("a.txt", as_text(past(granted=2)), at=NOW)

    assert (taken.outcome, taken.agency, taken.year) == (Outcome.KEPT, "云溪县林业局", 2019)
    assert "数字" in taken.sentence


def test_a_former_name_leads_to_the_agency(county: dict[str, Agency]) -> None:
    renamed = county["yunxi-lyj"]
    renamed.name = "云溪县林业和草原局"
    renamed.save()
    renamed.name = "云溪县自然资源局"
    renamed.save()

    taken = intake().take("a.html", as_page(past("云溪县林业和草原局")), at=NOW)

    assert (taken.outcome, taken.agency) == (Outcome.KEPT, "云溪县自然资源局")


def test_a_file_that_was_taken_in_is_known_without_reading_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_page(past())
    intake().take("a.html", data, at=NOW)
    monkeypatch.delattr("govreport.importing.history.examining.read_safely")

    assert intake().take("b.html", data, at=NOW).outcome is Outcome.PRESENT


def test_a_dry_run_keeps_nothing_and_tells_of_two_files_for_one_report() -> None:
    run = intake(dry_run=True)

    outcomes = [run.take("a.html", as_page(past(granted=number)), at=NOW).outcome for number in (1, 1, 2)]

    assert outcomes == [Outcome.KEPT, Outcome.KEPT, Outcome.FAILED]
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.html", b"<p>hello</p>", "没有找到年度报告的三张表"),
        ("a.html", as_page(replace(past(), figures={})), "没有读到一个数字，文件可能不完整"),
        ("a.exe", b"MZ", "不支持这种文件"),
        ("a.html", as_page(past("云溪县教育局")), "没有叫“云溪县教育局”的单位"),
        ("a.json", canonical(replace(past(), year=None)), "没有读出是哪一年度的年报"),
        ("a.html", as_page(replace(past(), year=2018)), "2018 年没有适用的格式"),
        ("a.html", as_page(past(year=2024)), "2024 年度还没有结束"),
        ("a.txt", b" " * (10 * 1024 * 1024 + 1), "文件超过 10 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_in_says_why(name: str, data: bytes, sentence: str) -> None:
    taken = intake().take(name, data, at=NOW)

    assert taken.outcome is Outcome.FAILED
    assert sentence in taken.sentence


def test_a_file_that_lacks_a_table_is_taken_in_only_when_a_person_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cut_off(name: str, data: bytes) -> Reading:
        whole = read(name, data)
        return replace(whole, layout=Layout(frozenset(), frozenset({"disclosure", "applications"})))

    monkeypatch.setattr("govreport.importing.history.examining.read_safely", cut_off)

    refused = intake().take("a.html", as_page(past()), at=NOW)
    taken = intake(incomplete=True).take("a.html", as_page(past()), at=NOW)

    assert "没有读到表“四、" in refused.sentence
    assert (refused.outcome, taken.outcome) == (Outcome.FAILED, Outcome.KEPT)


def test_what_a_person_says_outweighs_the_file(county: dict[str, Agency]) -> None:
    said = {"agency": county["yunxi-jtj"], "year": 2020}

    taken = intake().take("a.html", as_page(past()), at=NOW, **said)  # type: ignore[arg-type]  # as named

    publication = Publication.objects.get()
    assert (taken.agency, taken.year) == ("云溪县交通运输局", 2020)
    assert (publication.agency, publication.year, publication.content.year) == (said["agency"], 2020, 2020)
    assert publication.evidence["stated"] == {"agency": "云溪县林业局", "year": 2019}
