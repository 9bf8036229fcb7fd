"""What a text tells: topic, role, applicant and number of each fact, and what is left unread."""

import pytest

from tests.checks.narrative.telling import told


def facts(text: str) -> list[str]:
    """Each fact as `topic:role=number`; several items of one fact are joined with +."""
    return [
        "+".join(":".join(filter(None, item)) for item in claim.items) + f"={claim.value}"
        for claim in told(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我局收到政府信息公开申请9件", "applications:received=9"),
        ("一年来，县林业局收到信息公开申请共计十三件", "applications:received=13"),
        ("政府信息公开申请受理量9件", "applications:received=9"),
        ("政府信息公开申请数为9件", "applications=9"),
        ("共有8件政府信息公开申请", "applications=8"),
        ("收到的11件政府信息公开申请均已答复", "applications:received=11"),
        ("10件政府信息公开申请均已办结", "applications:finished=10"),
        ("收到申请公开政府信息9件", "applications:received=9"),
        ("依申请公开信息9件", "applications:on_request=9"),
        ("对30件申请作出予以公开的决定", "applications:granted=30"),
        ("予以公开6件（含部分公开1件", "applications:granted_with_partly=6"),
        ("因不掌握相关信息无法提供2件", "applications:unable_not_held=2"),
        ("不予公开和无法提供共5件", "applications:denied+applications:unable=5"),
        ("被提起政府信息公开行政诉讼两起", "litigation:arose=2"),
        ("作出行政许可120件次", "licenses:decided_on=120"),
        ("行政事业性收费863,500元", "administrative_fees=863500"),
        ("保留行政规范性文件12件", "normative_documents:kept=12"),
    ],
)
def test_a_fact_is_read_wherever_its_number_stands(text: str, expected: str) -> None:
    assert facts(f"{text}。")[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请10件，办结9件。", ["applications:received=10", "applications:finished=9"]),
        ("收到申请10件。其中予以公开6件。", ["applications:received=10", "applications:granted=6"]),
        (
            "（二）依申请公开情况\n收到10件，结转1件。",
            ["applications:received=10", "applications:carried=1"],
        ),
        (
            "有4件政府信息公开申请因需征求意见，结转下年度办理。",
            ["applications:carried_out=4"],
        ),
        ("制发规范性文件3件，废止1件。", ["normative_documents:issued=3", "normative_documents:repealed=1"]),
        ("行政许可和行政处罚各30件。", ["licenses=30", "penalties=30"]),
        ("行政复议4件，均维持原行为。", ["reconsideration=4", "reconsideration:upheld=4"]),
        (
            "收到、办结申请分别为10件、12件。",
            ["applications:received=10", "applications:finished=12"],
        ),
        (
            "收到自然人申请10件，法人或者其他组织申请2件。",
            ["applications:received:natural_person=10", "applications:organisations=2"],
        ),
    ],
)
def test_what_a_clause_leaves_out_is_taken_from_what_was_said(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("未收到政府信息公开申请。", ["applications:received=0"]),
        ("没有公民、法人和其他组织提出政府信息公开申请。", ["applications:received=0"]),
        ("无行政复议和行政诉讼。", ["reconsideration=0", "litigation=0"]),
        ("实现零复议、零诉讼。", ["reconsideration=0", "litigation=0"]),
        ("无一起因政府信息公开引发的行政复议。", ["reconsideration:arose=0"]),
        ("收到申请2件，无结转。", ["applications:received=2", "applications:carried=0"]),
        ("未实施行政强制。", ["compulsory_measures:decided_on=0"]),
        ("没有一件申请超期答复。", []),
        ("未及时答复申请的情况没有发生。", []),
        ("没有发生行政复议被纠错的情况。", []),
        ("未发生行政诉讼败诉案件。", []),
        ("未收到对政府信息公开工作的投诉举报。", []),
        ("没有收到政府信息公开收费申请。", []),
        ("申请人无正当理由逾期不补正1件。", ["applications:other_correction_overdue=1"]),
    ],
)
def test_a_denial_is_0_of_what_it_denies_and_of_nothing_else(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年收到政府信息公开申请15件。",
        "截至目前累计受理政府信息公开申请100件。",
        "2023年1—6月收到申请5件。",
        "近三年收到政府信息公开申请60件。",
        "2022年、2023年收到政府信息公开申请8件、10件。",
        "较上年增加申请3件。",
        "力争全年办结申请20件。",
        "由2021年结转2件申请。",
    ],
)
def test_another_time_is_not_told_of_the_year(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2023年1月1日至12月31日，收到政府信息公开申请9件。",
        "截至2023年底，共收到政府信息公开申请9件。",
        "与2022年相比，2023年收到政府信息公开申请9件。",
        "今年以来，收到政府信息公开申请9件。",
        "全年累计收到政府信息公开申请9件。",
    ],
)
def test_the_year_is_told_in_many_ways(text: str) -> None:
    assert facts(text) == ["applications:received=9"]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("我局收到申请9件。", False),
        ("县林业局收到申请9件。", False),
        ("县教育局收到申请9件。", True),
        ("全县收到申请9件。", True),
        ("以县政府名义印发规范性文件9件。", True),
        ("向县教育局转送后，收到申请9件。", False),
    ],
)
def test_who_did_it_is_the_agency_unless_another_is_named(text: str, partial: bool) -> None:
    (claim,) = told(text)

    assert claim.partial is partial


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("收到申请9件。", True),
        ("对内容明确的予以公开6件。", False),
        ("因政府信息公开和其他原因引发行政复议4件。", True),
    ],
)
def test_a_number_of_some_of_them_is_not_exact(text: str, exact: bool) -> None:
    (claim,) = told(text)

    assert claim.exact is exact


def test_the_passage_is_the_words_with_their_number() -> None:
    text = "工作情况如下。\n我局全年收到政府信息公开申请８件，均已答复。"

    (claim,) = told(text)

    assert claim.passage.text == "收到政府信息公开申请８件"
    assert text[claim.passage.start : claim.passage.end] == claim.passage.text
