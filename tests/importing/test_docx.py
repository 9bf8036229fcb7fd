"""Word documents are read as they are printed, with all changes accepted."""

import io

import docx
import pytest

from govreport.importing.grid import Grid, Paragraph, Source, Unreadable
from govreport.importing.readers.docx import read
from tests.importing.word import W, cell, merged, packed, paragraph, root, row, run, table, word

PERMITS = table(row("行政许可", "4"), row("行政处罚", "5"))
AUTHOR = 'w:id="1" w:author="a"'


def body(inside: str, **parts: str) -> Source:
    """A document of this body, read."""
    return read(word(inside, **parts))


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid, row by row."""
    return [[item.text for item in line] for line in grid.rows]


def only_grid(source: Source) -> Grid:
    (grid,) = source.grids
    return grid


def test_paragraphs_and_grids_keep_their_order() -> None:
    source = body(paragraph("二、主动公开") + PERMITS + paragraph("三、申请") + PERMITS)

    kinds = [piece.text if isinstance(piece, Paragraph) else "grid" for piece in source.pieces]
    assert kinds == ["二、主动公开", "grid", "三、申请", "grid"]


def test_a_file_of_python_docx_is_read_without_its_header_and_footer() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "- 3 -"
    document.add_paragraph("云溪县林业局年度报告")
    drawn = document.add_table(2, 3)
    drawn.cell(0, 0).merge(drawn.cell(1, 1)).text = "角"
    drawn.cell(1, 2).text = "7"
    buffer = io.BytesIO()
    document.save(buffer)

    source = read(buffer.getvalue())

    assert source.paragraphs == ("云溪县林业局年度报告",)
    found = [(item.text, item.column, item.rowspan, item.colspan) for item in only_grid(source).cells]
    assert found == [("角", 0, 2, 2), ("", 2, 1, 1), ("7", 2, 1, 1)]


def test_merged_cells_are_one_cell_each() -> None:
    grid = only_grid(body(merged([[("角", 2, 2), ("甲", 1, 1)], [("乙", 1, 1)], [("一", 1, 3)]])))

    found = [(item.text, item.row, item.column, item.rowspan, item.colspan) for item in grid.cells]
    assert found == [("角", 0, 0, 2, 2), ("甲", 0, 2, 1, 1), ("乙", 1, 2, 1, 1), ("一", 2, 0, 1, 3)]


def test_a_row_that_leaves_columns_out_begins_further_right() -> None:
    before = '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'

    grid = only_grid(body(table(row("一", "二", "三", "四"), row("甲", properties=before))))

    assert [(item.row, item.column) for item in grid.cells if item.text == "甲"] == [(1, 2)]


def test_a_cell_that_goes_on_with_nothing_above_is_a_cell_of_its_own() -> None:
    grid = only_grid(
        body(table(row(cell("许可", "<w:vMerge/>"), "4"), row(cell("处罚", "<w:vMerge/>"), "5")))
    )

    assert texts(grid) == [["许可", "4"], ["许可", "5"]]
    assert [item.remark for item in grid.cells] == ["有被合并的单元格里看不见的文字“处罚”，没有采用", "", ""]


def test_a_merge_that_does_not_fit_the_cell_above_is_no_merge() -> None:
    above = cell("宽", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')

    grid = only_grid(body(table(row(above, "4"), row(cell("窄", "<w:vMerge/>"), "5", "6"))))

    assert texts(grid) == [["宽", "4"], ["窄", "5", "6"]]


def test_cells_merged_sideways_the_old_way_are_one() -> None:
    first, second = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'

    grid = only_grid(body(table(row(cell("标题", first), cell("", second), "1"), row("甲", "乙", "2"))))

    assert [(item.text, item.column, item.colspan) for item in grid.rows[0]] == [("标题", 0, 2), ("1", 2, 1)]


def test_a_table_that_only_lays_out_the_page_yields_what_stands_in_it() -> None:
    inner = paragraph("二、主动公开") + PERMITS + paragraph("")

    source = body(table(row(cell(inner), "边栏")))

    assert texts(only_grid(source)) == [["行政许可", "4"], ["行政处罚", "5"]]
    assert source.paragraphs == ("二、主动公开", "边栏")


def test_lines_of_a_cell_are_joined_by_line_feeds() -> None:
    torn = paragraph("结果") + paragraph("纠\n正")

    assert texts(only_grid(body(table(row(cell(torn), "1"))))) == [["结果\n纠\n正", "1"]]


def test_a_lone_nbsp_is_what_a_cell_says() -> None:
    assert texts(only_grid(body(table(row("\xa0", "1"))))) == [["\xa0", "1"]]


def test_a_text_box_is_read_once_and_follows_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent>{paragraph('附表')}{PERMITS}</w:txbxContent>"
    drawn = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    both = f'<mc:Choice Requires="wps">{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'

    source = body(
        f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>{run('二、主动公开')}</w:p>"
    )

    assert source.paragraphs == ("二、主动公开", "附表")
    assert texts(only_grid(source)) == [["行政许可", "4"], ["行政处罚", "5"]]


def test_a_branch_that_shows_nothing_gives_way_to_the_other() -> None:
    branches = "<mc:Choice Requires='x'><w:r/></mc:Choice><mc:Fallback><w:r><w:t>4</w:t></w:r></mc:Fallback>"

    source = body(f"<w:p><mc:AlternateContent>{branches}</mc:AlternateContent></w:p>")

    assert source.paragraphs == ("4",)


def test_changes_are_accepted_and_what_was_deleted_is_named() -> None:
    source = body(
        f"<w:p>{run('共')}<w:ins {AUTHOR}>{run('12')}</w:ins>"
        f"<w:del {AUTHOR}><w:r><w:delText>11</w:delText></w:r></w:del>"
        f"<w:moveFrom {AUTHOR}>{run('余')}</w:moveFrom>{run('件')}</w:p>"
    )

    assert source.paragraphs == ("共12件",)
    assert source.removed == ("修订时删除的文字“11余”",)


def test_a_deletion_in_a_cell_is_remarked_there() -> None:
    changed = f"<w:p><w:del {AUTHOR}><w:r><w:delText>5</w:delText></w:r></w:del>{run('4')}</w:p>"

    source = body(table(row("行政许可", cell(changed))))

    assert [(item.text, item.remark) for item in only_grid(source).cells] == [
        ("行政许可", ""),
        ("4", "有修订时删除的文字“5”，没有采用"),
    ]
    assert source.removed == ()


def test_a_deleted_row_is_gone_and_named() -> None:
    gone = row("行政强制", "9", properties=f"<w:del {AUTHOR}/>")

    source = body(table(row("行政许可", "4"), gone, row("行政处罚", "5")))

    assert texts(only_grid(source)) == [["行政许可", "4"], ["行政处罚", "5"]]
    assert source.removed == ("修订时删除的文字“行政强制9”",)


def test_a_paragraph_whose_mark_was_deleted_runs_on_into_the_next() -> None:
    mark = f"<w:rPr><w:del {AUTHOR}/></w:rPr>"

    assert body(paragraph("收到申请", mark) + paragraph("12件。")).paragraphs == ("收到申请12件。",)


@pytest.mark.parametrize(
    ("look", "remark"),
    [
        ("<w:strike/>", "有删除线标出的文字“3”，没有采用"),
        ("<w:dstrike w:val='1'/>", "有删除线标出的文字“3”，没有采用"),
        ("<w:vanish/>", "有隐藏的文字“3”，没有采用"),
    ],
)
def test_what_is_struck_out_or_hidden_is_no_figure(look: str, remark: str) -> None:
    grid = only_grid(body(table(row("行政许可", cell(f"<w:p>{run('3', look)}{run('4')}</w:p>")))))

    assert (grid.cells[1].text, grid.cells[1].remark) == ("4", remark)


def test_a_look_that_is_switched_off_hides_nothing() -> None:
    shown = run("4", '<w:vanish w:val="0"/><w:strike w:val="false"/>')

    assert body(f"<w:p>{shown}</w:p>").paragraphs == ("4",)


def test_a_character_style_hides_its_text() -> None:
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )

    remark = run("批注", '<w:rStyle w:val="b"/>')

    source = body(f"<w:p>{remark}{run('正文')}</w:p>", styles=styles)

    assert source.paragraphs == ("正文",)
    assert source.removed == ("隐藏的文字“批注”",)


def test_raised_digits_stay_apart_from_the_figure() -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')

    assert body(f"<w:p>{run('5')}{raised}</w:p>").paragraphs == ("5²",)


def test_a_footnote_is_no_part_of_the_figure_and_is_named() -> None:
    notes = f'<w:footnote w:id="2">{paragraph("含自然失效")}</w:footnote>'
    noted = f'<w:p>{run("55")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'

    grid = only_grid(body(table(row("规章", cell(noted))), footnotes=notes))

    assert (grid.cells[1].text, grid.cells[1].remark) == ("55", "有脚注“含自然失效”，没有采用")


def test_the_result_of_a_field_is_kept_and_its_instruction_is_not() -> None:
    begin, parts, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    field = f"{begin}<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>{parts}{run('12')}{end}"

    assert body(f"<w:p>{field}<w:hyperlink>{run('件')}</w:hyperlink></w:p>").paragraphs == ("12件",)


def test_a_content_control_is_read_and_its_prompt_is_not() -> None:
    filled, prompt = (
        f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
        for kind, text in (("", "12"), ("<w:showingPlcHdr/>", "请输入"))
    )

    source = body(f"<w:p>{filled}{prompt}</w:p>")

    assert source.paragraphs == ("12",)
    assert source.removed == ("没有填写的提示文字“请输入”",)


def test_a_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:styleId="11"><w:name w:val="TOC 1"/></w:style>'

    source = body(paragraph("一、总体情况 1", '<w:pStyle w:val="11"/>') + paragraph("正文"), styles=styles)

    assert source.paragraphs == ("正文",)
    assert source.removed == ("目录“一、总体情况 1”",)


def test_a_symbol_that_nobody_knows_is_seen_as_unknown() -> None:
    signs = '<w:r><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="Webdings" w:char="F0AA"/></w:r>'

    assert body(f"<w:p>{signs}</w:p>").paragraphs == ("①\ufffd",)


def test_soft_hyphens_tabs_and_breaks_are_what_one_sees() -> None:
    inside = "<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>"

    assert body(f"<w:p>{inside}</w:p>").paragraphs == ("甲乙 丙", "丁")


def test_pictures_are_counted_and_bookmarks_ignored() -> None:
    marks = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    picture = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'

    source = body(f"<w:p>{marks}{run('附图')}{picture}</w:p>")

    assert (source.paragraphs, source.pictures) == (("附图",), 1)


def test_a_document_of_the_strict_format_is_read() -> None:
    strict = root("document", f"<w:body>{paragraph('云溪县')}</w:body>").replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )

    assert read(packed({"word/document.xml": strict})).paragraphs == ("云溪县",)


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("", "文件是空的，没有可以读取的内容"),
        ("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "文档里只有图片，没有可以读取的文字"),
        ('<w:altChunk r:id="r9"/>', "文档的正文是嵌入的另一个文件，请用 Word 打开后另存为 .docx"),
    ],
)
def test_a_document_without_text_says_why(inside: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        body(inside)
