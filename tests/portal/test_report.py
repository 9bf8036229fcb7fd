"""The page of a published report and of its versions."""

from dataclasses import replace
from datetime import date

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from govreport.editions.cells import Signature
from govreport.publishing.models import MARKS, Origin, Publication
from govreport.publishing.release import release
from govreport.rendering.document import document
from govreport.rendering.html import article
from tests.contents import filled
from tests.drafts import NOW
from tests.portal.conftest import Publish

ADDRESS = "/agencies/yunxi-lyj/2023/"


def page_at(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_page_holds_the_very_article_of_the_official_form(published: Publication, client: Client) -> None:
    assert article(document(published.content)) in page_at(client, ADDRESS)


def test_the_newest_version_is_shown_with_its_note(corrected: Publication, client: Client) -> None:
    page = page_at(client, ADDRESS)

    assert article(document(corrected.content)) in page
    assert "<strong>更正说明：</strong>更正表三本年新收申请数量。" in page
    assert "已被第" not in page


def test_an_earlier_version_is_kept_and_marked(
    published: Publication, corrected: Publication, client: Client
) -> None:
    page = page_at(client, f"{ADDRESS}v1/")

    assert article(document(published.content)) in page
    assert "<strong>已被第 2 版更正</strong>" in page
    assert "，最新；更正说明：更正表三本年新收申请数量。" in page
    assert f'<a href="{ADDRESS}">阅读最新版本</a>' in page


def test_the_newest_version_under_its_number_is_not_marked(corrected: Publication, client: Client) -> None:
    assert "已被第" not in page_at(client, f"{ADDRESS}v2/")


def test_every_version_names_the_newest_as_the_canonical_page(corrected: Publication, client: Client) -> None:
    link = f'<link rel="canonical" href="http://testserver{ADDRESS}">'

    assert all(link in page_at(client, f"{ADDRESS}{version}") for version in ("", "v1/", "v2/"))


def test_a_version_links_its_own_files(corrected: Publication, client: Client) -> None:
    assert f'href="{ADDRESS}v1/report.pdf"' in page_at(client, f"{ADDRESS}v1/")
    assert f'href="{ADDRESS}report.pdf"' in page_at(client, ADDRESS)


def test_a_report_never_corrected_lists_no_versions(published: Publication, client: Client) -> None:
    assert "全部版本" not in page_at(client, ADDRESS)


def test_the_fingerprints_to_compare_with_are_shown(published: Publication, client: Client) -> None:
    page = page_at(client, ADDRESS)

    assert published.sha256 in page
    assert all(artifact.sha256 in page for artifact in published.artifacts.all())


def test_printing_follows_the_official_form(published: Publication, client: Client) -> None:
    page = page_at(client, ADDRESS)

    assert '<link rel="stylesheet" href="/static/css/report.css" media="screen">' in page
    assert page.index("css/portal.css") < page.index('css/print.css" media="print"')


def test_a_report_taken_over_from_before_says_so(
    published: Publication, publish: Publish, client: Client
) -> None:
    release(filled("2019"), agency=published.agency, by=None, at=NOW, origin=Origin.IMPORTED)

    page = page_at(client, "/agencies/yunxi-lyj/2019/")

    assert "<strong>历史数据导入</strong>" in page
    assert f'<p class="report-mark">{MARKS[Origin.IMPORTED]}</p>' in page
    assert "收录 · 第 1 版" in page


def test_the_date_under_an_imported_report_is_told_beside_the_day_of_the_import(
    published: Publication, publish: Publish, client: Client
) -> None:
    signed = replace(filled("2019"), signature=Signature("云溪县林业局", date(2020, 1, 20)))
    release(signed, agency=published.agency, by=None, at=NOW, origin=Origin.IMPORTED)

    page = page_at(client, "/agencies/yunxi-lyj/2019/")

    assert "（落款日期 2020年1月20日）" in page
    assert "2024年1月10日</time>收录" in page


def test_a_report_made_here_bears_no_mark(published: Publication, client: Client) -> None:
    assert "历史数据导入" not in page_at(client, ADDRESS)


def test_an_imported_version_is_told_apart_among_the_versions(published: Publication, client: Client) -> None:
    first = filled("2019")
    agency = published.agency
    release(first, agency=agency, by=None, at=NOW, origin=Origin.IMPORTED)
    release(replace(first, title="更正"), agency=agency, by=None, at=NOW, note="更正")

    page = page_at(client, "/agencies/yunxi-lyj/2019/")

    assert "收录，历史数据导入，已被更正" in page
    assert "<strong>历史数据导入</strong>" not in page


def test_the_page_takes_three_queries(
    corrected: Publication, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get(ADDRESS)
