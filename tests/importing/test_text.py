"""Text files are read whichever way they write a table."""

import time

import pytest

from govreport.importing.grid import Grid, Paragraph, Source, Unreadable
from govreport.importing.readers.text import read


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[cell.text for cell in row] for row in grid.rows]


def only_grid(text: str) -> list[list[str]]:
    (grid,) = read(text.encode()).grids
    return texts(grid)


def shape(source: Source) -> list[str]:
    """The paragraphs of a source, and "grid" where one stands."""
    return [piece.text if isinstance(piece, Paragraph) else "grid" for piece in source.pieces]


def test_one_cell_per_line_is_read_row_by_row() -> None:
    assert only_grid("\t规章\n\t0\n\t 2\n\n\t行政许可\n\t4\n\n") == [["规章", "0", "2"], ["行政许可", "4"]]


def test_a_cell_goes_on_on_lines_without_a_tab() -> None:
    assert only_grid("\t\n\t自\n然\n人\n\t总\n计\n\n") == [["", "自\n然\n人", "总\n计"]]


def test_text_after_a_table_of_lines_is_text_again() -> None:
    source = read("二、情况\n\t规章\n\t0\n\n\n\n三、申请\n文字".encode())

    assert shape(source) == ["二、情况", "grid", "三、申请", "文字"]


def test_blank_signs_within_a_cell_are_kept() -> None:
    assert only_grid("\t规章\n\t　0\n\t\xa0\n\n") == [["规章", "　0", "\xa0"]]


def test_paragraphs_indented_with_a_tab_are_text() -> None:
    sentence = "我局高度重视政府信息公开工作，指派专人负责，及时公开应当主动公开的政府信息。" * 2

    assert shape(read(f"\t{sentence}\n\t{sentence}\n\n\t{sentence}".encode())) == [sentence] * 3


def test_the_columns_of_a_text_export_are_not_known() -> None:
    (grid,) = read(b"\ta\n\t0\n\n").grids

    assert not grid.placed


def test_tabs_part_the_cells_of_a_row() -> None:
    assert only_grid("规章\t0\t\t2\n行政许可\t4") == [["规章", "0", "", "2"], ["行政许可", "4"]]


def test_a_row_that_opens_with_an_empty_cell_keeps_it() -> None:
    assert only_grid("一\t二\t3\n\t四\t5") == [["一", "二", "3"], ["", "四", "5"]]


def test_a_quoted_cell_goes_on_over_lines() -> None:
    assert only_grid('"自\n然\n人"\t"他说""好"""\n1\t2') == [["自\n然\n人", '他说"好"'], ["1", "2"]]


def test_a_quote_that_never_closes_takes_nothing_in() -> None:
    assert only_grid('"自\t1\n然\t2') == [['"自', "1"], ["然", "2"]]


def test_a_markdown_table_is_read_without_its_rule() -> None:
    table = "| 信息内容 | 数量 |\n| :--- | ---: |\n| **行政许可** | 4 |\n| a\\|b | 自<br>然 |"

    assert only_grid(table) == [["信息内容", "数量"], ["行政许可", "4"], ["a|b", "自\n然"]]


def test_an_empty_cell_in_markdown_keeps_its_place() -> None:
    assert only_grid("|a|b|c|\n|-|-|-|\n||  |3|\n") == [["a", "b", "c"], ["", "", "3"]]


def test_marks_of_markdown_are_taken_off_the_text() -> None:
    assert shape(read("# 一、总体情况\n**重点**工作\n\n|a|b|\n|-|-|\n|1|2|".encode())) == [
        "一、总体情况",
        "重点工作",
        "grid",
    ]


def test_a_sharp_sign_in_a_plain_text_stays() -> None:
    assert shape(read("# 号楼".encode())) == ["# 号楼"]


def test_columns_set_with_blanks_are_cells() -> None:
    assert only_grid("规章      0    12   /") == [["规章", "0", "12", "/"]]


def test_a_sentence_with_wide_gaps_is_no_table() -> None:
    assert read("电话   0356-3033010   联系人".encode()).grids == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig"])
def test_line_ends_and_encodings_make_no_difference(ending: str, encoding: str) -> None:
    text = ending.join(["一、总体情况工作", "\t行政许可", "\t4", "", "完"])

    assert shape(read(text.encode(encoding))) == ["一、总体情况工作", "grid", "完"]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="空"):
        read(b" \n\n")


@pytest.mark.parametrize("line", ["\ta", "a|b", '"a\tb', "# a", "甲  1  2"])
def test_a_long_file_is_read_in_linear_time(line: str) -> None:
    started = time.process_time()

    source = read(f"{line}\n".encode() * 20_000)

    assert source.pieces
    assert time.process_time() - started < 10


def test_cells_each_on_a_line_without_tabs_are_rows_of_a_label_and_its_figures() -> None:
    source = read("信息内容\n制发\n规章\n0\n2\n许可\n4\n强制\n7\n完。".encode())

    assert [texts(grid) for grid in source.grids] == [
        [["信息内容", "制发"], ["规章", "0", "2"]],
        [["许可", "4"]],
        [["强制", "7"]],
    ]
    assert source.paragraphs == ("完。",)


def test_a_page_number_between_sentences_is_no_table() -> None:
    assert read("第一段。\n3\n（一）主动公开\n第二段。\n4\n第三段。".encode()).grids == ()


def test_rows_set_with_single_blanks_are_cells() -> None:
    assert only_grid("（一）予以公开 3 0 0 3\n二、上年 结转 1 0 0 1\n（二）其他 0 0 / 0") == [
        ["（一）予以公开", "3", "0", "0", "3"],
        ["二、上年 结转", "1", "0", "0", "1"],
        ["（二）其他", "0", "0", "/", "0"],
    ]


def test_rows_without_anything_between_stay_together_for_the_matching() -> None:
    assert only_grid("规章000\n规范性文件002\n信息内容本年数量\n行政许可4") == [
        ["规章000"],
        ["规范性文件002"],
        ["信息内容本年数量"],
        ["行政许可4"],
    ]


@pytest.mark.parametrize(
    "lines", ["字\n", "1\n", "规章\n0\n2\n" * 2 + "。\n", "字\n" + "\n" * 300, "规章000\n", "\t1\n"]
)
def test_lines_that_may_open_a_table_are_looked_at_a_bounded_number_of_times(lines: str) -> None:
    started = time.process_time()

    read((lines * (20_000 // lines.count("\n"))).encode())

    assert time.process_time() - started < 5


@pytest.mark.parametrize("text", ["字\n" * 20_001, "字" * 500_001])
def test_more_than_any_report_says_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="文字过多"):
        read(text.encode())
