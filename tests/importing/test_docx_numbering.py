"""Automatic numbers are read as they are printed."""

import pytest

from govreport.importing.readers.docx import read
from govreport.importing.readers.docx_numbering import FORMATS, chinese
from tests.importing.word import cell, paragraph, row, table, word


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(levels: str, *numbers: str) -> str:
    """A numbering part: one list, and what stands in each of its numbers from 1 on."""
    items = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>{inside}</w:num>'
        for place, inside in enumerate(numbers or ("",), 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{items}'


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph in a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
)


def paragraphs(body: str, numbering: str, styles: str = "") -> tuple[str, ...]:
    return read(word(body, numbering=numbering, styles=styles)).paragraphs


def test_headings_carry_their_numbers_and_lower_levels_begin_again() -> None:
    body = (
        numbered("总体情况")
        + numbered("主动公开", 1)
        + numbered("数量", 2)
        + numbered("质量", 2)
        + numbered("依申请公开", 1)
        + numbered("数量", 2)
        + numbered("主动公开政府信息情况")
    )

    assert paragraphs(body, lists(OFFICIAL)) == (
        "一、总体情况",
        "（一）主动公开",
        "1.数量",
        "2.质量",
        "（二）依申请公开",
        "1.数量",
        "二、主动公开政府信息情况",
    )


def test_a_style_numbers_its_paragraphs() -> None:
    styles = '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    tied = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2、", '<w:pStyle w:val="1"/>')

    body = paragraph("数量", '<w:pStyle w:val="1"/>')

    assert paragraphs(body, lists(tied), styles) == ("1、数量",)


def test_number_0_switches_a_styles_numbering_off() -> None:
    styles = '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    off = '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'

    assert paragraphs(paragraph("正文", off), lists(OFFICIAL), styles) == ("正文",)


def test_a_number_that_begins_afresh_does_so_once() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = numbered("甲") + numbered("乙") + numbered("丙", number=2) + numbered("丁", number=2)

    assert paragraphs(body, lists(OFFICIAL, "", again)) == ("一、甲", "二、乙", "一、丙", "二、丁")


def test_a_number_may_write_a_level_otherwise() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>'

    assert paragraphs(numbered("甲", number=2), lists(OFFICIAL, "", other)) == ("1)甲",)


def test_a_list_may_be_that_of_a_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="s"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    )
    styles = '<w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'

    assert paragraphs(numbered("甲", number=7), lists(OFFICIAL) + linked, styles) == ("一、甲",)


def test_upper_levels_are_counted_even_when_nobody_wrote_them() -> None:
    deep = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")

    assert paragraphs(numbered("甲", 1) + numbered("乙", 1), lists(deep)) == ("1.1 甲", "1.2 乙")


def test_bullets_and_unknown_lists_print_no_number() -> None:
    bullets = lists(level(0, "bullet", "\uf06c"))

    assert paragraphs(numbered("甲") + numbered("乙", number=9), bullets) == ("甲", "乙")


def test_a_numbered_line_that_was_deleted_takes_no_number() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>'
    )

    assert paragraphs(numbered("甲") + gone + numbered("乙"), lists(OFFICIAL)) == ("一、甲", "二、乙")


def test_an_automatic_number_in_a_cell_is_what_the_cell_says() -> None:
    source = read(word(table(row(cell(numbered("", 2)), "许可")), numbering=lists(OFFICIAL)))

    assert [item.text for item in source.grids[0].cells] == ["1.", "许可"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
    ],
)
def test_numbers_are_counted_in_chinese(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 27, "aa"),
        ("ideographTraditional", 2, "乙"),
        ("chineseLegalSimplified", 12, "拾贰"),
        ("ideographDigital", 10, "一〇"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 3, "03"),
        ("numberInDash", 3, "- 3 -"),
    ],
)
def test_each_way_of_numbering_is_written_as_word_does(form: str, number: int, written: str) -> None:
    assert FORMATS[form](number) == written
