"""The signature is told from the text before it, however it is written."""

from datetime import date

import pytest

from govreport.editions.cells import Signature
from govreport.importing.back import back

BUREAU = "云溪县林业局"
DAY = date(2024, 1, 26)


@pytest.mark.parametrize(
    "lines",
    [
        ("无。", BUREAU, "2024年1月26日"),
        ("无。", BUREAU, "2024-01-26"),
        ("无。", BUREAU, "２０２４年１月２６日"),
        ("无。", BUREAU, "二〇二四年一月二十六日"),
        ("无。", BUREAU, "（2024年1月26日）"),
        ("无。", f"{BUREAU}　　2024年1月26日"),
        ("无。", "2024年1月26日", BUREAU),
        ("无。", f"编制单位：{BUREAU}", "日期：2024年1月26日"),
        (f"无。{BUREAU} 2024年1月26日",),
    ],
)
def test_name_and_date_are_the_signature(lines: tuple[str, ...]) -> None:
    found = back(lines, None)

    assert found.signature == Signature(BUREAU, DAY)
    assert found.lines == ("无。",)


def test_a_date_alone_is_a_signature_without_name() -> None:
    found = back(("无。", "2024年1月26日"), None)

    assert (found.lines, found.signature) == (("无。",), Signature(None, DAY))


def test_a_name_alone_is_a_signature_only_when_it_is_the_agency_s() -> None:
    assert back(("无。", BUREAU), BUREAU).signature == Signature(BUREAU)
    assert back(("无。", BUREAU), "云溪县水利局").signature is None


@pytest.mark.parametrize(
    "line",
    [
        "报告已于2024年1月26日",
        "2024年1月26日，召开会议。",
        "2024年1月",
        "2024年2月30日",
        "截至2023年12月31日",
    ],
)
def test_a_sentence_with_a_date_is_no_signature(line: str) -> None:
    found = back(("无。", line), BUREAU)

    assert (found.lines, found.signature) == (("无。", line), None)


def test_lines_below_the_signature_are_not_part_of_it() -> None:
    found = back(("无。", BUREAU, "2024年1月26日", "联系电话：0000-0000000"), None)

    assert found.below == ("联系电话：0000-0000000",)
