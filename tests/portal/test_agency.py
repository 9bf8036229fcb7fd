"""The page of one agency."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from govreport.agencies.models import Agency
from govreport.publishing.models import Publication
from tests.portal.conftest import Publish

ADDRESS = "/agencies/yunxi-lyj/"


def test_reports_stand_newest_year_first(publish: Publish, client: Client) -> None:
    for year in (2022, 2023, 2021):
        publish(year=year)

    page = client.get(ADDRESS).context["page"]

    assert [line.year for line in page.reports] == [2023, 2022, 2021]


def test_the_files_of_a_report_are_linked(published: Publication, client: Client) -> None:
    page = client.get(ADDRESS).content.decode()

    kinds = ["pdf", "html", "xlsx", "json"]

    assert [kind for kind in kinds if f'href="{ADDRESS}2023/report.{kind}"' in page] == kinds


def test_a_correction_is_told_with_its_note(corrected: Publication, client: Client) -> None:
    page = client.get(ADDRESS).content.decode()

    assert "第 2 版，已更正" in page
    assert "更正说明：更正表三本年新收申请数量。" in page


def test_figures_are_those_of_the_newest_version(corrected: Publication, client: Client) -> None:
    figures = client.get(ADDRESS).context["page"].figures

    assert {row.label: row.texts for row in figures.rows}["本年新收申请"] == ("5",)


def test_only_the_contact_that_is_known_is_shown(published: Publication, client: Client) -> None:
    Agency.objects.filter(code="yunxi-lyj").update(telephone="0356-1234567")

    page = client.get(ADDRESS).content.decode()

    assert "0356-1234567" in page
    assert "邮政编码" not in page


@pytest.mark.parametrize("years", [2, 12])
def test_the_page_takes_three_queries(
    publish: Publish, client: Client, django_assert_num_queries: DjangoAssertNumQueries, years: int
) -> None:
    for year in range(2019, 2019 + years):
        publish(year=year)

    with django_assert_num_queries(3):
        client.get(ADDRESS)
