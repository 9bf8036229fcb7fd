"""The lists of the front page, and what a search finds."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from govreport.agencies.models import Agency
from govreport.portal import listing
from govreport.portal.listing import agency_groups, home_page, newest_reports, normalized, search
from govreport.publishing.models import Origin, Publication
from govreport.publishing.release import release
from tests.contents import filled
from tests.drafts import NOW
from tests.portal.conftest import Publish

DAY = timedelta(days=1)


def names(query: str) -> list[str]:
    return [agency.name for agency in search(query).agencies]


def test_the_newest_reports_come_first(publish: Publish) -> None:
    publish("yunxi-lyj", at=NOW)
    publish("yunxi-jtj", at=NOW + timedelta(days=2))
    publish("yunxi-qhz", at=NOW + timedelta(days=1))

    assert [line.title[:6] for line in newest_reports()] == ["云溪县交通运", "云溪县青禾镇", "云溪县林业局"]


def test_a_corrected_report_is_listed_once_in_its_newest_version(corrected: Publication) -> None:
    assert [line.version for line in newest_reports()] == [2]


def test_only_ten_of_the_newest_are_listed(publish: Publish) -> None:
    for year in range(2019, 2031):
        publish(year=year)

    assert len(newest_reports()) == 10


def test_agencies_are_grouped_by_kind_in_the_order_of_the_tree(publish: Publish) -> None:
    for code in ("yunxi-qhz", "yunxi-jtj", "yunxi-lyj", "yunxi"):
        publish(code)

    groups = [(group.label, [line.href for line in group.agencies]) for group in agency_groups()]

    assert groups == [
        ("政府", ["/agencies/yunxi/"]),
        ("部门", ["/agencies/yunxi-lyj/", "/agencies/yunxi-jtj/"]),
        ("乡镇", ["/agencies/yunxi-qhz/"]),
    ]


def test_the_front_page_counts_reports_not_versions(corrected: Publication, publish: Publish) -> None:
    publish("yunxi-lyj", 2022)
    publish("yunxi-jtj")

    page = home_page("")

    assert (page.agencies, page.reports) == (2, 3)


def test_an_empty_portal_says_so(client: Client, county: dict[str, Agency]) -> None:
    assert "目前还没有公开的年度报告" in client.get("/").content.decode()


@pytest.mark.parametrize(
    "query", ["林业", "林业局 云溪", "县林业局 yunxi", "YUNXI-LYJ", "ＹＵＮＸＩ－ＬＹＪ"]
)
def test_an_agency_is_found_by_words_of_its_names_and_code(county: dict[str, Agency], query: str) -> None:
    assert "云溪县林业局" in names(normalized(query))


def test_what_is_found_stands_in_the_order_of_the_tree(county: dict[str, Agency]) -> None:
    assert names("林业") == ["云溪县林业局", "河口县林业局"]


@pytest.mark.parametrize("typed", ["中心(筹)", "中心（筹）"])
def test_either_kind_of_brackets_finds_the_name(county: dict[str, Agency], typed: str) -> None:
    Agency.objects.filter(code="yunxi-jtj").update(name="云溪县物流中心（筹）")

    assert names(normalized(typed)) == ["云溪县物流中心（筹）"]


@pytest.mark.parametrize("query", ["%", "_", "云溪%局", "\\"])
def test_signs_of_patterns_are_plain_signs(county: dict[str, Agency], query: str) -> None:
    assert names(normalized(query)) == []


def test_an_abolished_agency_is_found_while_it_has_reports(published: Publication) -> None:
    Agency.objects.filter(name__contains="林业").update(active=False)

    assert names("林业") == ["云溪县林业局"]


def test_a_long_list_is_cut_and_says_so(
    county: dict[str, Agency], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FOUND", 3)

    page = client.get("/?q=云溪").content.decode()

    assert page.count("<li>") == 3
    assert "这里只列出前 3 个" in page


def test_finding_nothing_is_a_sentence_that_quotes_safely(county: dict[str, Agency], client: Client) -> None:
    page = client.get("/", {"q": "<b>水利"}).content.decode()

    assert "没有名称含有“&lt;b&gt;水利”的单位" in page


@pytest.mark.parametrize(
    ("typed", "query"), [("  林业 \t 局 ", "林业 局"), ("ｌｙｊ", "lyj"), ("\x00林\n业", "林 业"), (" ", "")]
)
def test_a_query_is_normalized(typed: str, query: str) -> None:
    assert normalized(typed) == query


def test_a_query_has_an_end() -> None:
    assert len(normalized("林" * 1000)) == listing.LONGEST_QUERY


@pytest.mark.parametrize("years", [2, 12])
def test_the_front_page_takes_two_queries(
    publish: Publish, client: Client, django_assert_num_queries: DjangoAssertNumQueries, years: int
) -> None:
    for year in range(2019, 2019 + years):
        publish(year=year)

    with django_assert_num_queries(2):
        client.get("/")


def test_a_search_takes_one_query(
    published: Publication, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get("/?q=林业")


def test_reports_imported_from_before_come_after_the_newest_and_say_so(
    published: Publication, client: Client
) -> None:
    release(filled("2019"), agency=published.agency, by=None, at=NOW + DAY, origin=Origin.IMPORTED)

    assert [(line.year, line.imported) for line in newest_reports()] == [(2023, False), (2019, True)]
    assert client.get("/").content.decode().count('portal-mark-imported">历史数据导入') == 1


def test_a_search_and_the_page_of_the_agency_tell_imported_reports_apart(
    published: Publication, client: Client
) -> None:
    release(filled("2019"), agency=published.agency, by=None, at=NOW, origin=Origin.IMPORTED)

    found, page = client.get("/?q=林业"), client.get("/agencies/yunxi-lyj/")

    assert "2 份，最新 2023 年，其中 1 份为历史数据导入" in found.content.decode()
    assert "收录 · <span" in page.content.decode()
