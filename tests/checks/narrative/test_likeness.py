"""N506, N507: a part that is last year's, or another agency's; and good reports that only sound alike."""

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.checks.finding import Finding, Level, Result
from govreport.checks.narrative.likeness import SHORT, like_another_agency, like_last_year
from govreport.checks.shingles import Shingles
from govreport.checks.subject import OtherText, Subject
from govreport.editions.cells import Content
from tests.contents import NARRATIVE, anchors, filled, judged

PARAGRAPHS = (
    "（一）主动公开。2022年通过县政府网站林业专栏发布信息126条，其中造林补贴名单38条、采伐许可结果41条。"
    "古树名木保护目录改成可以按村查询的表格，群众反映查找比过去方便。",
    "（二）依申请公开。全年收到申请9件，上年结转1件，均在二十个工作日内答复，平均用时12.5天。"
    "对涉及林权登记的申请，先与自然资源部门核对档案，再告知申请人查询的办法。",
    "（三）政府信息管理。办公室对每份拟公开的文件逐页核对，涉及护林员个人信息的先作处理，"
    "历年的林地征收批复补录了214份，缺页的从档案馆复印补齐。",
    "（四）平台建设。林业专栏由三级并为两级，停用了两个长期没有更新的子栏目，"
    "手机端增加了防火期的提示，累计浏览1,280次。",
    "（五）监督保障。每季度抽查各林场的公开栏，通报错漏7处，当月全部改正；培训信息员2次。",
)
OVERVIEW = "\n".join(PARAGRAPHS)
OTHER_FIGURES = OVERVIEW.translate(str.maketrans("0123456789", "3456789012"))
NEXT_YEAR = OTHER_FIGURES.replace("5355", "2023").replace("4,513", "987")

# A good report of the year after: the same five aspects and the same set phrases, other work.
OTHER_WORK = (
    "（一）主动公开。2023年在县政府网站林业专栏发布信息143条，新设退耕还林政策问答，配图解读12篇。"
    "松材线虫病疫木清理的招标和验收结果首次按标段公布。\n"
    "（二）依申请公开。全年收到申请6件，无上年结转，予以公开4件，另2件因没有现成信息无法提供。"
    "答复书统一写明救济渠道，寄出前由法规股把关。\n"
    "（三）政府信息管理。清理了2015年以来的规范性文件，废止3件，现行有效11件，清单随文公布。\n"
    "（四）平台建设。专栏接入省林草数据目录，公益林落界图可以放大到小班，旧链接全部修复。\n"
    "（五）监督保障。请五位村民代表评议公开栏，提出意见13条，采纳11条；把答复时限列入年度考核。"
)


def _report(overview: str, **parts: str) -> Content:
    return replace(filled("2021"), narrative={**NARRATIVE, "overview": overview, **parts})


def _against_last_year(overview: str, before: str) -> Result:
    return judged(_report(overview), previous=_report(before))


def _against(overview: str, *others: OtherText) -> Result:
    return judged(_report(overview), others=others, for_authority=True)


def _other(overview: str, agency: str = "云溪县水利局") -> OtherText:
    return OtherText(agency, {"overview": overview})


def _only(result: Result, code: str) -> Finding:
    (finding,) = [finding for finding in result.findings if finding.code == code]
    return finding


def _signs(count: int, start: int = 0) -> str:
    """So many different ideographs: any two texts of different signs have nothing in common."""
    return "".join(chr(0x5200 + start + number) for number in range(count))


def _partly_new(percent: int) -> str:
    """A part of 300 signs, of which so many percent are those of `_signs(300)`."""
    return _signs(3 * percent) + _signs(300 - 3 * percent, start=5000)


def test_N506_finds_last_years_text_with_other_figures() -> None:
    finding = _only(_against_last_year(NEXT_YEAR, OVERVIEW), "N506")

    assert (finding.level, finding.part, finding.passage) == (Level.QUERY, "overview", "")
    assert finding.message == (
        "“一、总体情况”有 100% 的文字与上一年度年报相同（数字、年份、标点和空格不计），"
        "如“（一）主动公开。2023年通过县政府网站林业专栏发布信息459条，其中造林补贴名…”"
    )


@pytest.mark.parametrize(
    "written",
    [
        "\n".join(reversed(PARAGRAPHS)),
        OVERVIEW.replace("2022年", "二〇二三年"),
        OVERVIEW.replace("。", "；\n　　").replace("，", ","),
        OVERVIEW.replace("县政府", "本县政府").replace("群众反映", "村民反映"),
        OVERVIEW[:240],
    ],
    ids=["paragraphs in another order", "year in words", "other punctuation", "two words changed", "shorter"],
)
def test_N506_finds_a_copy_that_was_dressed_up(written: str) -> None:
    assert _only(_against_last_year(written, OVERVIEW), "N506").level is Level.QUERY


def test_N506_finds_half_a_copy_worth_a_note() -> None:
    written = "\n".join((*PARAGRAPHS[:4], OTHER_WORK[-150:]))

    finding = _only(_against_last_year(written, OVERVIEW), "N506")

    assert finding.level is Level.NOTE
    assert PARAGRAPHS[0][5:30] in finding.message


def test_N506_finds_each_part_by_itself() -> None:
    text = "（一）" + OTHER_WORK
    result = judged(_report(OVERVIEW, problems=text), previous=_report(OTHER_WORK, problems=text))

    assert anchors(result, "N506") == ["problems"]


@pytest.mark.parametrize(
    ("written", "before"),
    [
        (OTHER_WORK, OVERVIEW),
        (OTHER_WORK + OVERVIEW[:150], OVERVIEW),
        (NARRATIVE["overview"], NARRATIVE["overview"]),
        ("12345" * 60, "12345" * 60),
    ],
    ids=["the same aspects, other work", "mostly new", "short", "nothing but digits"],
)
def test_N506_passes_good_reports_and_short_ones(written: str, before: str) -> None:
    assert anchors(_against_last_year(written, before), "N506") == []


@pytest.mark.parametrize(
    ("percent", "level"), [(90, Level.QUERY), (89, Level.NOTE), (60, Level.NOTE), (59, None)]
)
def test_N506_at_the_edge_of_its_percentages(percent: int, level: Level | None) -> None:
    result = _against_last_year(_partly_new(percent), _signs(300))

    assert [finding.level for finding in result.findings if finding.code == "N506"] == [level] * bool(level)
    assert all(f"有 {percent}% 的文字" in one.message for one in result.findings if one.code == "N506")


@pytest.mark.parametrize(("length", "places"), [(SHORT, []), (SHORT + 1, ["overview"])])
def test_N506_at_the_edge_of_its_length_white_space_not_counted(length: int, places: list[str]) -> None:
    text = _signs(100) + " \n　" + _signs(length - 100, start=100)

    assert anchors(_against_last_year(text, text), "N506") == places


def test_N506_at_the_edge_where_eight_letters_in_a_row_are_a_stretch() -> None:
    eight = "".join(_signs(8, start=20 * n) + _signs(2, start=5000 + 2 * n) for n in range(30))
    seven = "".join(_signs(7, start=20 * n) + _signs(1, start=5000 + n) for n in range(40))

    assert anchors(_against_last_year(eight, _signs(900)), "N506") == ["overview"]
    assert anchors(_against_last_year(seven, _signs(900)), "N506") == []


def test_N506_is_not_assessable_without_last_years_text() -> None:
    figures_only = replace(filled("2021"), narrative={})

    missing = judged(_report(OVERVIEW), previous=figures_only).not_assessable
    unknown = judged(_report(OVERVIEW)).not_assessable

    assert [one.reason for one in missing if one.code == "N506"] == ["“一、总体情况”缺上一年度年报的文字"]
    assert [one.reason for one in unknown if one.code == "N506"] == ["缺上一年度的年报"]


def test_N507_finds_another_agencys_text_and_quotes_the_own_words() -> None:
    finding = _only(_against(NEXT_YEAR, _other(OTHER_WORK, "云溪县农业局"), _other(OVERVIEW)), "N507")

    assert (finding.level, finding.part, finding.passage) == (Level.QUERY, "overview", "")
    assert "有 100% 的文字与云溪县水利局同年的年报相同" in finding.message
    assert NEXT_YEAR[4:30] in finding.message
    assert "农业局" not in finding.message


def test_N507_is_a_note_to_the_agency_itself() -> None:
    result = judged(_report(NEXT_YEAR), others=(_other(OVERVIEW),))

    assert _only(result, "N507").level is Level.NOTE


def test_N507_finds_a_copy_with_every_name_changed() -> None:
    copy = NEXT_YEAR.replace("林业", "水利").replace("林场", "水库").replace("护林员", "巡河员")

    assert "云溪县水利局" in _only(_against(NEXT_YEAR, _other(copy)), "N507").message


def test_N507_finds_several_and_names_the_most_alike_first() -> None:
    dressed = OVERVIEW.replace("办公室", "文秘股")
    others = [
        _other(dressed, "甲镇"),
        _other(OVERVIEW, "乙镇"),
        *(_other(dressed, f"{n}村") for n in "丙丁戊"),
    ]

    message = _only(_against(OVERVIEW, *others), "N507").message

    assert "与乙镇同年的年报相同" in message
    assert message.endswith("；甲镇、丙村、丁村等单位的年报也有这些文字")


def test_N507_finds_the_same_with_stored_shingles_and_reads_only_the_candidates() -> None:
    class Unread(dict[str, str]):
        def get(self, key: str, default: object = None) -> str:
            raise AssertionError("read, though its shingles are others")

    stored = {"overview": Shingles(Shingles.of(OTHER_WORK).packed)}
    far = OtherText("云溪县农业局", Unread(), stored)
    near = OtherText("云溪县水利局", {"overview": OVERVIEW}, {"overview": Shingles.of(OVERVIEW)})

    assert _against(OVERVIEW, far, near).findings == _against(OVERVIEW, _other(OVERVIEW)).findings


@pytest.mark.parametrize(
    ("written", "others"),
    [
        (OVERVIEW, ()),
        (OVERVIEW, (_other(OTHER_WORK),)),
        (OVERVIEW, (_other(OVERVIEW, "云溪县林业局"),)),
        (OVERVIEW, (_other(""), OtherText("云溪县水利局", {"problems": OVERVIEW}))),
        (NARRATIVE["overview"], (_other(NARRATIVE["overview"]),)),
    ],
    ids=["nobody else", "the same aspects", "the agency's own", "another part", "short"],
)
def test_N507_passes_what_is_no_copy(written: str, others: tuple[OtherText, ...]) -> None:
    assert anchors(_against(written, *others), "N507") == []


@pytest.mark.parametrize(("percent", "places"), [(90, ["overview"]), (89, [])])
def test_N507_at_the_edge_of_its_percentage(percent: int, places: list[str]) -> None:
    assert anchors(_against(_partly_new(percent), _other(_signs(300))), "N507") == places


@pytest.mark.parametrize("length", [210, 3000, 15000])
def test_N507_at_the_edge_a_copy_with_every_tenth_letter_changed_is_still_a_candidate(length: int) -> None:
    original = _signs(length)
    copy = "".join(chr(ord(sign) + 20000) if at % 10 == 9 else sign for at, sign in enumerate(original))

    assert anchors(_against(copy, _other(original)), "N507") == ["overview"]


def test_N507_at_the_edge_is_not_assessable_when_the_others_are_not_known() -> None:
    result = judged(_report(OVERVIEW))

    assert [one.reason for one in result.not_assessable if one.code == "N507"] == ["缺其他单位的年报"]


@given(st.text(), st.text())
def test_no_text_makes_them_raise(text: str, another: str) -> None:
    long = text + _signs(250) + another

    for before in (long, another, text + "\x00\u202e"):
        assert _both(long, before) is not None


@pytest.mark.parametrize("piece", ["公", "公开", OVERVIEW, "9", "公1 开\x00"])
def test_two_hundred_thousand_characters_end_within_a_second(piece: str) -> None:
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    began = time.process_time()

    _both(text, text[1:] + "完")

    assert time.process_time() - began < 1


def _both(written: str, other: str) -> list[object]:
    texts: Mapping[str, str] = {"overview": other}
    subject = Subject(_report(written), previous=_report(other), others=(OtherText("水利局", texts),))
    return [*like_last_year(subject), *like_another_agency(subject)]
