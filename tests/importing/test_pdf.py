"""PDFs as they are drawn: cells by their rules, paragraphs by their indents, nothing lost between pages."""

import pytest

from govreport.importing.grid import Grid, Paragraph, Source, Unreadable
from govreport.importing.readers import pdf
from govreport.importing.readers.pdf_glyphs import normal
from tests.importing import pdfs
from tests.importing.pdfs import box, line, ruled, say

LEFT, RIGHT = 100, 400  # the text is 30 signs of ten points wide
XS = (100, 200, 250, 300)


def read(*pages: str) -> Source:
    return pdf.read(pdfs.pdf(*pages))


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row if cell.row == number] for number, row in enumerate(grid.rows)]


def row(y: float, *cells: str, xs: tuple[int, ...] = XS) -> str:
    return "".join(say(x + 5, y, text) for x, text in zip(xs, cells, strict=False) if text)


def test_a_ruled_table_is_a_grid_between_its_paragraphs() -> None:
    table = ruled(XS, (120, 140, 160)) + row(135, "规章", "1", "2") + row(155, "行政规范性文件", "3", "4")

    source = read(say(120, 100, "表一") + table + say(120, 200, "以上"))

    assert [type(piece) for piece in source.pieces] == [Paragraph, Grid, Paragraph]
    assert texts(source.grids[0]) == [["规章", "1", "2"], ["行政规范性文件", "3", "4"]]
    assert source.grids[0].placed


def test_what_no_line_parts_is_one_cell_with_its_spans() -> None:
    lines = ruled((100, 300), (120, 160)) + line(200, 120, 200, 160) + line(200, 140, 300, 140)

    source = read(lines + line(250, 140, 250, 160) + row(145, "申请人") + say(205, 135, "法人"))

    spans = [(c.row, c.column, c.rowspan, c.colspan) for c in source.grids[0].cells]
    assert spans == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


@pytest.mark.parametrize("thickness", [0.5, 2.5])
def test_thin_boxes_are_rules_as_word_draws_them(thickness: float) -> None:
    level = "".join(box(100, y, 200, thickness) for y in (120, 140, 160))
    upright = "".join(box(x, y, thickness, 20) for x in XS for y in (120, 140))

    source = read(level + upright + row(135, "规章", "1", "2"))

    assert texts(source.grids[0]) == [["规章", "1", "2"], ["", "", ""]]


def test_double_and_dotted_lines_are_one_line() -> None:
    dots = "".join(box(x, 140, 1, 1) for x in range(100, 300, 3))

    source = read(ruled(XS, (120, 160)) + ruled(XS, (122, 158)) + dots + row(135, "规章", "1", "2"))

    assert texts(source.grids[0]) == [["规章", "1", "2"], ["", "", ""]]


def test_a_label_torn_into_lines_keeps_them_in_order() -> None:
    signs = "".join(say(105, 132 + 12 * number, sign) for number, sign in enumerate("商业企业"))

    source = read(ruled((100, 120, 200), (120, 180)) + signs)

    assert source.grids[0].cells[0].text == "商\n业\n企\n业"


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    source = read(say(100, 100, "共11件") + say(100.4, 100, "共11件"))

    assert source.paragraphs == ("共11件",)


def test_a_raised_digit_does_not_become_part_of_a_number() -> None:
    source = read(ruled((100, 200, 300), (120, 160)) + say(105, 145, "5") + say(115, 140, "2", size=6))

    assert source.grids[0].cells[0].text == "2\n5"


def test_a_figure_over_an_edge_stays_whole_and_is_marked() -> None:
    source = read(ruled((100, 130, 160), (120, 140)) + say(105, 135, "1234"))

    assert [(cell.text, bool(cell.remark)) for cell in source.grids[0].cells] == [
        ("1234", True),
        ("", False),
    ]


def test_a_figure_without_room_is_joined_and_marked_but_two_figures_are_not() -> None:
    table = ruled((100, 130, 260), (120, 160))

    source = read(table + say(105, 135, "12") + say(105, 150, "3") + say(135, 135, "12") + say(135, 150, "3"))

    assert [cell.text for cell in source.grids[0].cells] == ["123", "12\n3"]
    assert source.grids[0].cells[0].remark


def test_a_row_of_figures_outside_every_frame_stays_a_row() -> None:
    source = read(say(100, 100, "自然人") + say(200, 100, "3") + say(250, 100, "0"))

    assert texts(source.grids[0]) == [["自然人", "3", "0"]]
    assert not source.grids[0].placed


def test_columns_without_upright_lines_are_told_by_their_words() -> None:
    level = "".join(line(100, y, 300, y) for y in (120, 140, 160, 180))
    rows = row(135, "内容", "制作", "废止") + row(155, "规章", "1", "") + row(175, "文件", "", "4")

    source = read(level + rows)

    assert texts(source.grids[0]) == [["内容", "制作", "废止"], ["规章", "1", ""], ["文件", "", "4"]]


def test_a_table_goes_on_with_the_next_page() -> None:
    first = ruled(XS, (700, 720, 740)) + row(715, "内容", "制作", "废止") + row(735, "规章", "1", "2")
    second = ruled(XS, (100, 120)) + row(115, "文件", "3", "4")

    source = read(first + say(290, 810, "- 1 -"), second + say(290, 810, "- 2 -"))

    assert texts(source.grids[0]) == [["内容", "制作", "废止"], ["规章", "1", "2"], ["文件", "3", "4"]]
    assert source.removed == ("页码",)


def test_a_head_printed_again_on_the_next_page_is_left_out_and_named() -> None:
    head = row(115, "内容", "制作", "废止")
    page = ruled(XS, (100, 120, 140)) + head

    source = read(page + row(135, "规章", "1", "2"), page + row(135, "文件", "3", "4"))

    assert len(source.grids[0].rows) == 3
    assert source.removed == ("跨页重复的表头",)


def test_a_row_cut_by_the_page_is_one_row_when_its_label_had_to_go_on() -> None:
    first = ruled(XS, (700, 720)) + row(715, "属于行政执法案", "1", "2")
    second = ruled(XS, (100, 120, 140)) + row(115, "卷信息") + row(135, "规章", "3", "4")

    source = read(first, second)

    assert texts(source.grids[0]) == [["属于行政执法案\n卷信息", "1", "2"], ["规章", "3", "4"]]


def test_a_blank_row_after_the_page_break_is_no_half_of_the_row_before() -> None:
    first = ruled(XS, (700, 720)) + row(715, "规章", "1", "2")
    second = ruled(XS, (100, 120, 140)) + row(115, "行政规范性文件") + row(135, "其他", "3", "4")

    source = read(first, second)

    assert texts(source.grids[0])[:2] == [["规章", "1", "2"], ["行政规范性文件", "", ""]]


@pytest.mark.parametrize("halves", [(("规章",), ("", "1", "2")), (("", "1", "2"), ("规章",))])
def test_a_label_and_its_figures_on_two_pages_are_joined_and_marked(
    halves: tuple[tuple[str, ...], ...],
) -> None:
    source = read(ruled(XS, (700, 720)) + row(715, *halves[0]), ruled(XS, (100, 120)) + row(115, *halves[1]))

    assert texts(source.grids[0]) == [["规章", "1", "2"]]
    assert [bool(cell.remark) for cell in source.grids[0].cells] == [False, True, True]


def test_lines_are_paragraphs_by_their_indents_over_pages_too() -> None:
    first = say(120, 700, "甲" * 28) + say(100, 720, "乙" * 30)
    second = say(100, 100, "丙" * 5) + say(120, 120, "丁" * 28) + say(120, 140, "（一）戊")

    source = read(first, second)

    assert source.paragraphs == ("甲" * 28 + "乙" * 30 + "丙" * 5, "丁" * 28, "（一）戊")


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    pages = [
        say(100, 40, "云溪县林业局") + say(120, 300, f"第{n}段") + say(300, 810, str(n)) for n in (1, 2, 3)
    ]

    source = read(*pages)

    assert source.paragraphs == ("第1段", "第2段", "第3段")
    assert source.removed == ("页眉或页脚“云溪县林业局”", "页码")


def test_rows_of_noughts_at_the_foot_of_pages_are_no_page_numbers() -> None:
    page = ruled(XS, (790, 815)) + row(810, "0", "0", "0")

    source = read(page, page.replace("790", "780"))

    assert [cell.text for grid in source.grids for cell in grid.cells] == ["0"] * 6
    assert source.removed == ()


def test_text_across_the_page_is_left_out_as_a_watermark() -> None:
    mark = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{'样稿'.encode('utf-16-be').hex()}> Tj ET\n"

    source = read(say(100, 100, "正文") + mark)

    assert source.paragraphs == ("正文",)
    assert source.removed == ("斜排的水印“样稿”",)


@pytest.mark.parametrize(
    ("glyph", "meant"),
    [("⼀", "一"), ("⻓", "长"), ("⻚", "页"), ("\u200b", ""), ("５", "５"), ("\ud800", "\ufffd")],
)
def test_a_glyph_that_only_looks_like_a_character_is_that_character(glyph: str, meant: str) -> None:
    assert normal(glyph) == meant


def test_a_scan_is_refused_with_a_sentence() -> None:
    image = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"

    with pytest.raises(Unreadable, match="这是扫描件"):
        read(image)


def test_what_a_scanner_recognised_under_its_picture_is_not_read() -> None:
    with pytest.raises(Unreadable, match="这是扫描件"):
        read("BT 3 Tr ET " + say(100, 100, "共12件"))
