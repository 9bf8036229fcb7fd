"""Which edition a year or key means."""

import pytest

from govreport.editions.lookup import UnknownEdition, cell_name, edition, edition_for


@pytest.mark.parametrize(("year", "key"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")])
def test_a_report_year_has_its_edition(year: int, key: str) -> None:
    assert edition_for(year).key == key


def test_a_year_before_2019_has_none() -> None:
    with pytest.raises(UnknownEdition, match="2018 年没有适用的格式"):
        edition_for(2018)


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(UnknownEdition, match="2014"):
        edition("2014")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("disclosure.penalties.items_last_year", "行政处罚 · 上一年项目数量"),
        ("disclosure.penalties.decisions", "行政处罚 · 本年处理决定数量"),
        ("overview", ""),
    ],
)
def test_a_cell_is_named_whichever_edition_has_it(address: str, name: str) -> None:
    assert cell_name(address) == name
