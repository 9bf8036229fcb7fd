"""The text of a file comes apart into its parts, and what belongs to none is named."""

import json
import time

import pytest

from govreport.importing.grid import MOST_PARAGRAPHS, in_rows
from govreport.importing.parts import split
from tests.contents import SAMPLES
from tests.importing.texts import HEADINGS, TITLE, source, table, whole

SIGNED = ("云溪县林业局", "2024年1月9日")


def seen(found, reason: str) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    """Part and text of the doubts that begin with a reason."""
    return [(doubt.cell, doubt.seen) for doubt in found.doubts if doubt.reason.startswith(reason)]


def test_a_report_as_the_form_has_it_comes_apart_without_a_doubt() -> None:
    found = split(whole(end=("无。", *SIGNED)))

    assert found.narrative == {
        "preamble": "前言。",
        "overview": "overview的正文。",
        "problems": "problems的正文。",
        "other_matters": "无。",
    }
    assert found.sections == frozenset(HEADINGS)
    assert found.doubts == ()


def test_paragraphs_and_headings_within_a_part_are_kept() -> None:
    found = split(
        source(HEADINGS["overview"], "（一）主动公开情况", "甲。\n乙。", HEADINGS["problems"], "丙。")
    )

    assert found.narrative == {"overview": "（一）主动公开情况\n甲。\n乙。", "problems": "丙。"}


def test_a_sentence_that_lists_the_parts_stays_in_the_preamble() -> None:
    listing = "本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况组成。"

    found = split(source(*TITLE, listing, *HEADINGS.values()))

    assert found.narrative == {"preamble": listing}


@pytest.mark.parametrize(
    "second", ["一、主动公开政府信息情况", "2.主动公开政府信息情况", "主动公开政府信息情况"]
)
def test_numbers_that_restart_or_are_missing_do_not_hide_a_part(second: str) -> None:
    found = split(whole(disclosure=second))

    assert found.headings["disclosure"] == second
    assert len(found.sections) == 6


def test_of_two_headings_of_part_one_the_official_one_counts() -> None:
    found = split(whole(overview=("一、概述", "概述的正文。", "一、总体情况")))

    assert found.headings["overview"] == "一、总体情况"
    assert found.narrative["preamble"] == "前言。\n一、概述\n概述的正文。"


def test_headings_like_those_of_parts_stay_within_part_one_and_five() -> None:
    overview = (HEADINGS["overview"], "（一）主动公开政府信息情况", "甲。", "1.依申请公开情况")

    found = split(whole(overview=overview, problems=(HEADINGS["problems"], "一、存在的主要问题")))

    assert (
        found.narrative["overview"] == "（一）主动公开政府信息情况\n甲。\n1.依申请公开情况\noverview的正文。"
    )
    assert found.narrative["problems"] == "一、存在的主要问题\nproblems的正文。"


def test_a_heading_torn_over_two_lines_is_one() -> None:
    found = split(whole(disputes=("四、政府信息公开行政复议、行政诉讼", "情况")))

    assert found.headings["disputes"] == "四、政府信息公开行政复议、行政诉讼情况"
    assert found.beside_tables == {}


def test_a_heading_glued_to_the_sentence_before_it_is_found_where_there_is_no_other() -> None:
    overview = ("前言的末句。一、总体情况", "甲。")

    found = split(whole(overview=overview, problems="（无内容）。五、存在的主要问题及改进情况 乙。"))

    assert found.narrative["preamble"] == "前言。\n前言的末句。"
    assert found.narrative["problems"] == "乙。\nproblems的正文。"


@pytest.mark.parametrize(
    "listing", ["分为六部分。一、总体情况；二、主动公开。", "内容有：一、总体情况。二、其他。"]
)
def test_a_sentence_with_numbered_parts_stays_whole(listing: str) -> None:
    assert split(whole(title=(*TITLE, listing))).narrative["preamble"] == f"{listing}\n前言。"


def test_a_table_of_contents_is_no_part_and_is_named() -> None:
    found = split(
        source(*TITLE, "目录", *(f"{line}……1" for line in HEADINGS.values()), *whole(title=()).paragraphs)
    )

    assert found.narrative["preamble"] == "前言。"
    assert len(found.sections) == 6
    ((part, text),) = seen(found, "删去了目录")
    assert part == "preamble"
    assert text.startswith("目录 一、总体情况……1 二、")


def test_text_beside_a_table_is_kept_apart_by_part() -> None:
    found = split(whole(disputes=(HEADINGS["disputes"], "全年没有发生。")))

    assert found.beside_tables == {"disputes": ("全年没有发生。",)}


def test_a_grid_that_is_none_of_the_three_tables_is_text_in_reading_order() -> None:
    found = split(
        source(
            HEADINGS["overview"],
            "甲。",
            table(("渠道", "条数"), ("网站", "40")),
            "乙。",
            HEADINGS["problems"],
        )
    )

    assert found.narrative["overview"] == "甲。\n渠道 条数\n网站 40\n乙。"


def test_one_of_the_three_tables_is_no_text_wherever_it_stands() -> None:
    found = split(source(HEADINGS["overview"], "甲。", table(), HEADINGS["problems"], "乙。"))

    assert found.narrative == {"overview": "甲。", "problems": "乙。"}


def test_a_sheet_that_holds_the_whole_report_comes_apart_like_paragraphs() -> None:
    rows = [
        ["云溪县林业局2023年政府信息公开工作年度报告"],
        [HEADINGS["overview"], ""],
        ["甲。"],
        [HEADINGS["disclosure"]],
    ]
    tables = [["信息内容", "本年处理决定数量"], ["行政许可", "4"]]

    found = split(source(in_rows([*rows, *tables, [HEADINGS["problems"]], ["乙。", ""]])))

    assert (found.agency_name, found.year) == ("云溪县林业局", 2023)
    assert found.narrative == {"overview": "甲。", "problems": "乙。"}


def test_a_sites_table_about_the_document_is_no_preamble_but_names_the_agency() -> None:
    register = table(
        ("索引号", "X-1", "发布机构", "云溪县林业局"), ("名称", "2023年年报", "发文日期", "2024-01-09")
    )

    found = split(source(register, *TITLE[1:], "前言。", *HEADINGS.values()))

    assert (found.agency_name, found.narrative) == ("云溪县林业局", {"preamble": "前言。"})
    assert [part for part, _ in seen(found, "删去了网页上的")] == ["preamble"]


def test_the_signature_closes_whichever_part_is_the_last() -> None:
    found = split(
        source(HEADINGS["overview"], "甲。", HEADINGS["problems"], "乙。", "云溪县林业局", "2024-01-09")
    )

    assert found.narrative["problems"] == "乙。"
    assert found.agency_name == "云溪县林业局"


def test_what_stands_above_the_title_or_below_the_signature_is_named() -> None:
    found = split(whole(title=("首页 > 年报", *TITLE), end=("无。", *SIGNED, "附件：登记表")))

    assert seen(found, "标题之前") == [("preamble", "首页 > 年报")]
    assert seen(found, "落款之后") == [("signature", "附件：登记表")]


def test_residue_is_named_in_the_part_that_it_closes() -> None:
    found = split(
        whole(overview=(HEADINGS["overview"], "甲。"), disclosure=("- 1 -", HEADINGS["disclosure"]))
    )

    assert seen(found, "删去了页码") == [("overview", "- 1 -")]


def test_the_empty_official_form_names_nobody_no_year_and_raises_no_doubt() -> None:
    empty = whole(
        title=("政府信息公开工作年度报告格式模板",), end=("（文字描述，收取信息处理费情况在此处报告。）",)
    )

    found = split(empty)

    assert (found.agency_name, found.year, found.processing_fee, found.doubts) == (None, None, None, ())


def test_a_long_paragraph_is_split_in_linear_time() -> None:
    started = time.process_time()

    split(source("报告分六部分。一、总体情况与情况。" * 20_000))

    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "line", ["一、总体情况", "2023年政府信息公开工作年度报告", "大 中 小 字体大小 " * 6 + "x", "1"]
)
def test_a_long_file_is_split_in_linear_time(line: str) -> None:
    started = time.process_time()

    split(source(*[line] * MOST_PARAGRAPHS))

    assert time.process_time() - started < 10


@pytest.mark.parametrize("name", ["narrative.json", "narrative_second.json"])
def test_no_line_of_the_narratives_we_know_is_lost_or_moved(name: str) -> None:
    for item in json.loads((SAMPLES / name).read_text()):
        lines = {"preamble": ("前言。",)} | {key: (line,) for key, line in HEADINGS.items()}
        lines[item["part"]] += tuple(item["text"].split("\n"))

        found = split(source(*TITLE, *(line for part in lines.values() for line in part), *SIGNED))

        assert found.narrative.get(item["part"], "").removeprefix("前言。\n") == item["text"]
        assert found.doubts == ()
