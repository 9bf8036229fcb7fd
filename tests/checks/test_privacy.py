"""P601, P602: numbers of persons in what will be public. All numbers are of standards or synthetic."""

from dataclasses import replace

import pytest
from stdnum.cn import ric

from govreport.checks.finding import Finding, Level
from govreport.editions.cells import Contact, Signature
from tests.checks.narrative.saying import found
from tests.contents import filled, judged

ID = "11010519491231002X"  # the example of GB 11643
MOBILE = "13800138000"
CARD = "6217000000000000012"


def shows(finding: Finding, number: str) -> bool:
    """Whether the number can be read in what is shown of a finding."""
    return number[4:-4] in finding.message or number[4:-4] in finding.hint


@pytest.mark.parametrize(
    "number",
    [ID, ID.lower(), "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", "110105194912010000"],
)
def test_P601_finds_a_citizen_id_however_it_is_written(number: str) -> None:
    (finding,) = found("P601", f"为张某（证件号{number}）提供档案。")

    assert (finding.level, finding.part, finding.passage) == (Level.ERROR, "overview", number)
    assert not shows(finding, ID)


def test_P601_finds_an_id_in_notes_contact_and_signature() -> None:
    content = replace(
        filled("2021"),
        notes={"disclosure.licenses.decisions": f"含{ID}一件", "disclosure": f"见{ID}"},
        contact=Contact(office=f"王某{ID}"),
        signature=Signature(name=ID),
    )

    told = [finding for finding in judged(content).findings if finding.code == "P601"]

    assert {finding.anchor for finding in told} == {
        "preamble",
        "signature",
        "disclosure.licenses.decisions",
        "disclosure",
    }


@pytest.mark.parametrize(
    "number",
    [
        "110105194912310021",  # wrong check digit
        "110105********002X",
        f"{ID[:-1]}12",
        "91140525MA0K123456",
    ],
)
def test_P601_passes_other_numbers(number: str) -> None:
    assert found("P601", f"流水号{number}可查进度。") == []


@pytest.mark.parametrize(
    ("number", "count"),
    [("110105200002290005", 1), ("110105190002290009", 0), ("990105194912310023", 0)],
)
def test_P601_at_the_edge_a_date_or_a_province_that_is_not_is_no_id(number: str, count: int) -> None:
    assert ric.calc_check_digit(number) == number[-1]
    assert len(found("P601", f"证件号{number}。")) == count


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (MOBILE, "138****8000"),
        ("139-0000-0000", "139****0000"),
        ("+86 13800138000", "138****8000"),
        (CARD, "6217***********0012"),
        ("6225 8800 0000 0001", "6225********0001"),
    ],
)
def test_P602_finds_mobile_and_card_numbers_and_masks_them(number: str, masked: str) -> None:
    (finding,) = found("P602", f"退费转入李某账户，号码{number}。")

    assert (finding.level, finding.passage) == (Level.QUERY, number)
    assert finding.message.endswith(masked)


@pytest.mark.parametrize(
    "text",
    [
        "值班电话0356-3012345，邮编048000。",
        "访问量13800138000次，投资13800138000元，见https://example.cn/a/13800138000。",
        "网站标识码1405250021，项目编号4100000000000000。",
        "卡号6217000000000000013已经注销。",
        "如对本报告有疑问，请拨打手机13800138000。",
    ],
)
def test_P602_passes_landlines_amounts_codes_and_the_contact(text: str) -> None:
    assert found("P602", text) == []


def test_P602_passes_the_mobile_number_of_the_contact_anywhere() -> None:
    content = replace(
        filled("2021"),
        contact=Contact(telephone="139 0000 0000"),
        narrative={"overview": "公开热线13900000000全年畅通。"},
    )

    assert [finding for finding in judged(content).findings if finding.code == "P602"] == []


@pytest.mark.parametrize(
    ("part", "text", "count"),
    [
        ("preamble", "联系人：办公室，电话：13800138000。", 0),
        ("overview", "联系人：办公室，电话：13800138000。", 1),
        ("preamble", "村民李某13800138000来访。", 1),
    ],
)
def test_P602_at_the_edge_a_contact_is_told_in_the_preamble(part: str, text: str, count: int) -> None:
    assert len(found("P602", text, part)) == count
