"""X304, X305: fees in yuan and in 万元."""

from dataclasses import replace
from decimal import Decimal

import pytest

from govreport.checks.finding import Level
from govreport.checks.subject import AgencyFacts
from govreport.editions.cells import Address, Content, ProcessingFee, Scope
from tests.checks.by_code import only, reasons
from tests.contents import anchors, filled, judged

BUREAU = AgencyFacts("云溪县林业局", "department")
COUNTY = AgencyFacts("云溪县人民政府", "government")
CITY = AgencyFacts("云溪市人民政府", "government", rule_making_power=True)

FEES = "disclosure.administrative_fees.amount"


def _fees(amount: str | None, scope: Scope = "own", name: str = "云溪县林业局") -> Content:
    money = None if amount is None else Decimal(amount)
    return replace(filled("2021", {FEES: money}), scope=scope, agency_name=name)


def test_X304_finds_yuan_in_the_cell_of_ten_thousands() -> None:
    finding = only(judged(_fees("70487")), "X304")

    assert finding.message == "行政事业性收费填的是 70487 万元，超过 5000 万元，像是以元计的数"
    assert (finding.level, finding.anchor) == (Level.QUERY, FEES)


def test_X304_finds_a_hundred_times_last_year() -> None:
    finding = only(judged(_fees("3700"), previous=_fees("0.37")), "X304")

    assert finding.message == (
        "行政事业性收费填的是 3700 万元，是上一年度 0.37 万元的 100 倍以上，像是以元计的数"
    )
    assert finding.before == (Address.parse(FEES),)


@pytest.mark.parametrize("amount", ["0", "52.15", "739.0766"])
def test_X304_passes_fees_as_agencies_have_them(amount: str) -> None:
    assert anchors(judged(_fees(amount), previous=_fees("650.6"), agency=BUREAU), "X304") == []


@pytest.mark.parametrize(
    ("scope", "agency", "limit"),
    [
        ("own", BUREAU, 5_000),
        ("own", None, 5_000),
        ("own", COUNTY, 100_000),
        ("aggregate", COUNTY, 100_000),
        ("aggregate", BUREAU, 100_000),
        ("aggregate", CITY, 1_000_000),
    ],
)
def test_X304_at_the_edge_the_limit_goes_by_the_size_of_the_body(
    scope: Scope, agency: AgencyFacts | None, limit: int
) -> None:
    at, above = _fees(str(limit), scope), _fees(f"{limit}.000001", scope)

    assert anchors(judged(at, agency=agency, previous=at), "X304") == []
    assert anchors(judged(above, agency=agency, previous=above), "X304") == [FEES]


@pytest.mark.parametrize(
    ("before", "amount", "found"),
    [("1", "99.99", []), ("1", "100", [FEES]), ("0.005", "0.5", [FEES]), ("0", "300", []), ("0", "0", [])],
)
def test_X304_at_the_edge_a_hundred_times_something_is_enough(
    before: str, amount: str, found: list[str]
) -> None:
    assert anchors(judged(_fees(amount), previous=_fees(before)), "X304") == found


def test_X304_at_the_edge_what_needs_no_more_to_be_judged_is_judged() -> None:
    at_the_lower_limit = _fees("100000", "aggregate")

    assert reasons(judged(_fees("0")), "X304") == []
    assert reasons(judged(at_the_lower_limit, previous=at_the_lower_limit), "X304") == []


@pytest.mark.parametrize(
    "name",
    [
        "淮溪市云溪区人民政府（全区）",
        "云溪县（全县汇总）",
        "云溪县人民政府",
        "云溪经济开发区管委会",
        "云溪新区管理委员会",
    ],
)
def test_X304_at_the_edge_an_area_is_known_by_its_name(name: str) -> None:
    result = judged(_fees("59237.2449", name=name), previous=_fees("60000", name=name))

    assert (anchors(result, "X304"), reasons(result, "X304")) == ([], [])


@pytest.mark.parametrize(
    "name", ["云溪市人民政府办公厅", "云溪县石桥镇人民政府", "云溪市国有资产监督管理委员会", "云溪县审计局"]
)
def test_X304_at_the_edge_an_office_is_no_area(name: str) -> None:
    assert anchors(judged(_fees("59237.2449", name=name)), "X304") == [FEES]


@pytest.mark.parametrize(
    ("content", "previous", "reason"),
    [
        (_fees("1"), None, "缺上一年度的年报"),
        (_fees("1"), filled("2019"), "缺上一年度的收费金额"),
        (_fees(None), _fees("1"), "行政事业性收费没有填写"),
        (_fees("200000", "aggregate"), _fees("190000", "aggregate"), "缺单位的基本信息"),
    ],
)
def test_X304_at_the_edge_what_is_not_known_is_not_judged(
    content: Content, previous: Content | None, reason: str
) -> None:
    result = judged(content, previous=previous)

    assert (anchors(result, "X304"), reasons(result, "X304")) == ([], [reason])


def test_X304_at_the_edge_a_county_may_be_no_city_but_above_a_city_nothing_is() -> None:
    assert anchors(judged(_fees("1000001", "aggregate")), "X304") == [FEES]


def _collected(yuan: str | None, amount: str | None) -> Content:
    fee = ProcessingFee(collected_amount=None if yuan is None else Decimal(yuan))
    return replace(_fees(amount), processing_fee=fee)


def test_X305_finds_more_processing_fee_than_fees() -> None:
    finding = only(judged(_collected("400", "0")), "X305")

    assert finding.message == "实际收取信息处理费 400 元（0.04 万元），多于表二行政事业性收费 0 万元"
    assert (finding.level, finding.anchor) == (Level.NOTE, FEES)


@pytest.mark.parametrize(("yuan", "amount"), [("0", "0"), ("400", "12.5"), ("123456.78", "13")])
def test_X305_passes_a_fee_among_the_fees(yuan: str, amount: str) -> None:
    result = judged(_collected(yuan, amount))

    assert (anchors(result, "X305"), reasons(result, "X305")) == ([], [])


@pytest.mark.parametrize(("yuan", "found"), [("400", []), ("400.01", [FEES])])
def test_X305_at_the_edge_yuan_are_compared_with_ten_thousands(yuan: str, found: list[str]) -> None:
    assert anchors(judged(_collected(yuan, "0.04")), "X305") == found


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_collected(None, "1"), "实际收取的信息处理费没有写明"),
        (replace(_fees("1"), processing_fee=None), "实际收取的信息处理费没有写明"),
        (_collected("400", None), "行政事业性收费没有填写"),
    ],
)
def test_X305_at_the_edge_what_is_not_stated_is_not_judged(content: Content, reason: str) -> None:
    result = judged(content)

    assert (anchors(result, "X305"), reasons(result, "X305")) == ([], [reason])
