"""The key figures over the years."""

from dataclasses import replace

from govreport.editions.cells import Content
from govreport.portal.figures import INDICATORS, key_figures
from tests.contents import filled


def texts(label: str, *contents: Content) -> tuple[str, ...]:
    rows = key_figures(contents).rows
    return next(row.texts for row in rows if row.label == label)


def test_years_stand_in_order() -> None:
    contents = [replace(filled("2021"), year=year) for year in (2023, 2021, 2022)]

    assert key_figures(contents).years == (2021, 2022, 2023)


def test_zero_is_shown_and_blank_is_not() -> None:
    content = filled("2021", {"applications.carried_in.total": None})

    assert texts("本年新收申请", content) == ("0",)
    assert texts("上年结转申请", content) == ("",)


def test_litigation_is_the_sum_of_both_ways() -> None:
    figures = {
        "disputes.direct_litigation.total": 2,
        "disputes.litigation_after_reconsideration.total": 3,
    }

    assert texts("行政诉讼", filled("2021", figures)) == ("5",)


def test_the_form_of_2019_says_nothing_of_documents_in_force() -> None:
    assert texts("现行有效行政规范性文件", filled("2019"), filled("2021")) == ("", "0")


def test_every_indicator_is_of_the_current_form() -> None:
    content = filled("2021")

    assert [label for label in INDICATORS if texts(label, content) != ("0",)] == []
