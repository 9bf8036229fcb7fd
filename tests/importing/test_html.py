"""Web pages of every hand are read into the same grids and paragraphs."""

import time

import pytest

from govreport.importing.grid import Grid, Paragraph, Source, Unreadable
from govreport.importing.readers.html import read

PERMITS = "<tr><td>行政许可</td><td>4</td></tr>"


def page(body: str, encoding: str = "utf-8") -> Source:
    """A page with this body, read."""
    return read(f"<html><body>{body}</body></html>".encode(encoding))


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[cell.text for cell in row] for row in grid.rows]


def only_grid(source: Source) -> Grid:
    (grid,) = source.grids
    return grid


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312"])
def test_the_bytes_decide_on_the_encoding_whatever_is_declared(encoding: str, declared: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""

    source = read(f"<html>{meta}<p>云溪县林业局年度报告</p></html>".encode(encoding))

    assert source.paragraphs == ("云溪县林业局年度报告",)


def test_a_sign_that_only_gb18030_has_is_read() -> None:
    assert page("<p>县人民政府㐂厅𠀀镇</p>", "gb18030").paragraphs == ("县人民政府㐂厅𠀀镇",)


def test_a_stray_byte_leaves_the_rest_of_a_utf8_page_alone() -> None:
    data = ("<p>" + "政务公开工作" * 20 + "</p>").encode() + b"<p>\xff</p>"

    assert read(data).paragraphs == ("政务公开工作" * 20, "\ufffd")


def test_a_page_cut_off_within_a_sign_is_read_up_to_there() -> None:
    assert read("<p>云溪县林业局".encode()[:-1]).paragraphs == ("云溪县林业",)


def test_an_xml_declaration_of_another_encoding_does_no_harm() -> None:
    data = '<?xml version="1.0" encoding="gb2312"?><html><body><p>云溪县</p></body></html>'.encode()

    assert read(data).paragraphs == ("云溪县",)


def test_paragraphs_and_grids_keep_their_order() -> None:
    source = page(f"<p>二、主动公开</p><table>{PERMITS}</table>三、申请<table>{PERMITS}</table>")

    kinds = [piece.text if isinstance(piece, Paragraph) else "grid" for piece in source.pieces]
    assert kinds == ["二、主动公开", "grid", "三、申请", "grid"]


def test_a_span_per_character_is_one_text() -> None:
    spans = "".join(f"<span>{sign}</span>\n<span><o:p></o:p></span>" for sign in "行政许可")

    assert texts(only_grid(page(f"<table><tr><td><p>{spans}</p></td><td>1</td></tr></table>"))) == [
        ["行政许可", "1"]
    ]


def test_spans_of_rows_and_columns_place_what_follows() -> None:
    grid = only_grid(
        page(
            "<table><tr><td rowspan=2 colspan='2'>角</td><td>甲</td></tr>"
            "<tr><td>乙</td></tr><tr><td>一</td><td>二</td><td>三</td></tr></table>"
        )
    )

    assert [(cell.row, cell.column, cell.text) for cell in grid.cells] == [
        (0, 0, "角"),
        (0, 2, "甲"),
        (1, 2, "乙"),
        (2, 0, "一"),
        (2, 1, "二"),
        (2, 2, "三"),
    ]
    assert texts(grid)[1] == ["角", "乙"]


def test_a_rowspan_beyond_the_table_ends_with_it() -> None:
    grid = only_grid(page("<table><tr><td rowspan=99>甲</td><td>1</td></tr><tr><td>2</td></tr></table>"))

    assert grid.height == 2


def test_a_rowspan_of_nought_runs_to_the_end() -> None:
    grid = only_grid(
        page("<table><tr><td rowspan=0>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>")
    )

    assert texts(grid)[2] == ["甲", "3"]


def test_lines_within_a_cell_are_kept_apart() -> None:
    grid = only_grid(
        page("<table><tr><td>本年新<br/>制作数量</td><td><p>商业</p><p>企业</p></td></tr></table>")
    )

    assert texts(grid) == [["本年新\n制作数量", "商业\n企业"]]


def test_an_empty_cell_and_one_with_a_blank_sign_differ() -> None:
    grid = only_grid(page("<table><tr><td></td><td>&nbsp;</td><td> <o:p> </o:p> </td></tr></table>"))

    assert texts(grid) == [["", "\xa0", ""]]


def test_a_table_that_lays_out_the_page_gives_way_to_what_it_holds() -> None:
    source = page(f"<table><tr><td>左</td><td><p>文字</p><table>{PERMITS}</table></td></tr></table>")

    assert source.paragraphs == ("左", "文字")
    assert texts(only_grid(source)) == [["行政许可", "4"]]


def test_a_report_in_one_cell_is_text() -> None:
    assert page("<table><tr><td><p>一、总体情况</p><p>甲</p></td></tr></table>").paragraphs == (
        "一、总体情况",
        "甲",
    )


def test_a_figure_in_a_table_of_its_own_stays_in_its_cell() -> None:
    inner = "<table><tr><td>4</td></tr></table>"

    assert texts(only_grid(page(f"<table><tr><td>行政许可</td><td>{inner}</td></tr></table>"))) == [
        ["行政许可", "4"]
    ]


def test_what_is_not_shown_is_not_read() -> None:
    source = page(
        "<style>p{}</style><script>1</script><p style='DISPLAY: none'>暗</p><p hidden>暗</p>"
        "<!--[if gte mso 9]><p>暗</p><![endif]--><p>明<!-- 暗 -->白</p>"
    )

    assert source.paragraphs == ("明白",)


def test_struck_text_is_left_out_and_remarked() -> None:
    cell = only_grid(page("<table><tr><td>甲</td><td><del>5</del>6</td></tr></table>")).cells[1]

    assert (cell.text, cell.remark) == ("6", "有删除线标出的文字，没有采用")


def test_a_footnote_mark_does_not_become_a_digit() -> None:
    assert texts(only_grid(page("<table><tr><td>甲</td><td>5<sup>2</sup></td></tr></table>"))) == [
        ["甲", "5²"]
    ]


def test_a_source_line_that_breaks_between_han_leaves_no_space() -> None:
    assert page("<p>政府信息\n   公开 工作 A\nB</p>").paragraphs == ("政府信息公开 工作 A B",)


def test_unclosed_rows_and_cells_are_read_as_a_browser_does() -> None:
    assert texts(only_grid(page("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>"))) == [
        ["甲", "1"],
        ["乙", "2"],
    ]


def test_pictures_are_counted_and_the_title_kept() -> None:
    source = read("<head><title>云溪县\n年报</title></head><p><img src='http://a/b.png'>".encode())

    assert (source.pictures, source.title) == (1, "云溪县 年报")


def test_an_entity_of_a_file_is_not_opened() -> None:
    source = read(b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>")

    assert not any("root:" in text for text in source.paragraphs)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "空"),
        (b"PK\x03\x04rest", "扩展名"),
        (bytes(range(256)) * 20, "不是文本"),
        (b"<table><tr><td>" * 1000, "嵌套"),
        (b"<table>" + b"<tr><td rowspan=65534 colspan=1000>1<td>2" * 200 + b"</table>", "过大"),
    ],
)
def test_a_hostile_page_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    started = time.process_time()

    with pytest.raises(Unreadable, match=sentence):
        read(data)

    assert time.process_time() - started < 10


def test_cells_without_a_table_are_text() -> None:
    source = page("<p>前</p><div><td>规章</td><td>3</td></div><table><tr><td>甲<td>4</table>")

    assert source.paragraphs == ("前", "规章", "3")
    assert texts(only_grid(source)) == [["甲", "4"]]


@pytest.mark.parametrize(
    "page",
    [
        b"<table>" + b"<tr><td>1\n" * 200_000,
        b"<p " + b" ".join(b"a%d" % number for number in range(30_000)) + b">x</p>",
        (b"<p " + b" ".join(b"a%d=1" % number for number in range(1_000)) + b">x</p>") * 600,
        "<p>字".encode() + "字".encode() * 500_001,
    ],
    ids=["tags", "attributes of one tag", "attributes of many tags", "text"],
)
def test_a_page_beyond_any_report_is_refused_soon(page: bytes) -> None:
    started = time.process_time()

    with pytest.raises(Unreadable, match=r"过大|过多"):
        read(page)

    assert time.process_time() - started < 2


def test_a_long_attribute_or_script_is_no_reason_to_refuse_a_page() -> None:
    picture, script = "data:image/png;base64," + "QUFB" * 300_000, "var a = 1 ; " * 4_000
    page = f"<script>if (1 <b) {script}</script><p data-x='{script}'>字<img src='{picture}'></p>"

    assert read(page.encode()).paragraphs == ("字",)
