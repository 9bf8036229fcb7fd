"""Title, agency, year and period come from where reports name them, and from nowhere else."""

from datetime import date

import pytest

from govreport.editions.cells import Period
from govreport.importing.dates import period_in
from govreport.importing.front import front
from govreport.importing.parts import Parts, split
from tests.importing.texts import HEADINGS, source, table, whole

BUREAU = "云溪县林业局"


def titled(*lines: str, page: str = "", preamble: str = "前言。") -> Parts:
    """A report that begins with these lines, on a page of that name."""
    return split(source(*lines, preamble, *HEADINGS.values(), "无。", title=page))


@pytest.mark.parametrize(
    ("lines", "agency", "year"),
    [
        ((BUREAU, "2023年政府信息公开工作年度报告"), BUREAU, 2023),
        ((f"{BUREAU}2023年度政府信息公开年度报告",), BUREAU, 2023),
        ((f"2022年{BUREAU}政府信息公开工作年度报告",), BUREAU, 2022),
        ((BUREAU, "２０２３年政府信息公开工作年度报告"), BUREAU, 2023),
        ((f"{BUREAU}二〇二三年政府信息公开工作年度报告",), BUREAU, 2023),
        ((BUREAU, "2023年度", "政府信息公开工作", "年度报告"), BUREAU, 2023),
        ((f"{BUREAU}关于2023年政府信息公开工作的年度报告",), BUREAU, 2023),
        ((f"{BUREAU}政府信息公开工作年度报告（2023年度）",), BUREAU, 2023),
        ((f"《{BUREAU}2023年政府信息公开年报》",), BUREAU, 2023),
        (("云溪县2023年政府信息公开工作年度报告",), "云溪县", 2023),
        (("云溪县人民政府（全县）2023年政府信息公开工作年度报告",), "云溪县人民政府（全县）", 2023),
        (("云 溪 县 林 业 局", "2023 年政府信息公开工作年度报告"), BUREAU, 2023),
        (("政府信息公开年报", BUREAU, "2023年政府信息公开工作年度报告"), BUREAU, 2023),
        (("2023年政府信息公开工作年度报告",), None, 2023),
        (("××县××局20××年政府信息公开工作年度报告",), None, None),
        (("（单位名称）2023年政府信息公开工作年度报告",), None, 2023),
        (("我局2023年政府信息公开工作年度报告",), None, 2023),
    ],
)
def test_the_title_names_agency_and_year_in_every_order(
    lines: tuple[str, ...], agency: str | None, year: int | None
) -> None:
    found = titled(*lines)

    assert (found.agency_name, found.year) == (agency, year)
    assert found.narrative["preamble"] == "前言。"


def test_a_title_repeated_below_itself_is_no_preamble() -> None:
    found = titled(BUREAU, "2023年政府信息公开工作年度报告", f"{BUREAU}2023年政府信息公开工作年度报告")

    assert found.narrative["preamble"] == "前言。"


@pytest.mark.parametrize("behind", ["", "_云溪县人民政府", " - 政务公开"])
def test_the_pages_own_name_is_the_title_where_the_text_has_none(behind: str) -> None:
    found = titled(page=f"{BUREAU}2023年政府信息公开工作年度报告{behind}")

    assert (found.agency_name, found.year) == (BUREAU, 2023)


def test_the_signature_names_the_agency_where_no_title_does() -> None:
    found = split(whole(title=("2023年政府信息公开工作年度报告",), end=("无。", BUREAU, "2024年1月9日")))

    assert found.agency_name == BUREAU


@pytest.mark.parametrize(
    ("preamble", "agency", "year"),
    [
        (f"本报告由{BUREAU}按照条例编制。", BUREAU, None),
        ("统计期限自2023年1月1日起到2023年12月31日止。", None, 2023),
        ("现公布2023年政府信息公开工作年度报告。", None, 2023),
        ("按2022年政府信息公开年报的做法编制2023年政府信息公开年报。", None, None),
        ("根据2019年修订的条例编制。", None, None),
    ],
)
def test_the_preamble_names_them_where_nothing_else_does(
    preamble: str, agency: str | None, year: int | None
) -> None:
    found = titled(preamble=preamble)

    assert (found.agency_name, found.year) == (agency, year)


def test_a_site_s_table_gives_the_agency_last() -> None:
    register = table(("索引号", "X-1"), ("发布机构", BUREAU))

    assert split(source(register, *HEADINGS.values())).agency_name == BUREAU


def test_text_without_a_title_is_all_preamble() -> None:
    assert front(["根据条例编制。", "第二段。"]).preamble == ("根据条例编制。", "第二段。")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("自2023年1月1日至2023年12月31日止", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023年1月至12月", date(2023, 1, 1), date(2023, 12, 31)),
        ("期限为1月1日至12月30日", date(2023, 1, 1), date(2023, 12, 30)),
        ("二〇二三年一月一日至十二月三十一日", date(2023, 1, 1), date(2023, 12, 31)),
        ("2022年11月—2023年2月", date(2022, 11, 1), date(2023, 2, 28)),
    ],
)
def test_a_period_is_read_to_its_last_day(text: str, first: date, last: date) -> None:
    assert period_in(text, 2023) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["自2019年5月15日起施行", "2023年12月1日至2月31日", "2023年13月至14月", "全年"]
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert period_in(text, 2023) is None
