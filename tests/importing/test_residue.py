"""What exports, pages and sites leave behind is taken out, each kind under its name; text stays."""

import pytest

from govreport.importing.passages import Kind, Passage
from govreport.importing.residue import EXPORT, PAGE, SITE, without_residue


def cleaned(*lines: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines that stay, and kind and text of what was taken out."""
    kept, removed = without_residue([Passage(line) for line in lines])
    return [line.text for line in kept], [(item.kind, item.seen) for item in removed]


def test_a_mark_of_an_export_is_taken_out_of_its_line() -> None:
    mark = "[bookmark: _GoBack]"

    assert cleaned(f"{mark}公开20条。") == (["公开20条。"], [(EXPORT, mark)])


@pytest.mark.parametrize(
    "line", ["— 3 —", "- 3 -", "－３－", "第3页 共8页", "第 3 页", "3 / 8", "Page 3 of 8"]
)
def test_a_page_number_is_taken_out(line: str) -> None:
    assert cleaned("甲。", line, "乙。") == (["甲。", "乙。"], [(PAGE, line)])


def test_bare_numbers_that_count_the_pages_are_taken_out() -> None:
    assert cleaned("甲。", "1", "乙。", "2", "丙。", "3")[0] == ["甲。", "乙。", "丙。"]


@pytest.mark.parametrize("lines", [("甲", "12", "乙"), ("4", "5", "6"), ("甲", "3", "乙", "9")])
def test_bare_numbers_that_count_nothing_stay(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines) == (list(lines), [])


@pytest.mark.parametrize(
    "line",
    [
        "【打印】【关闭】",
        "打印本页 关闭窗口",
        "[ 大 中 小 ]",
        "分享到：微信 微博",
        "上一篇：某通知",
        "下一篇：无",
        "浏览次数：12",
        "发布时间：2024-01-09 来源：县林业局 字体：大 中 小",
        "当前位置：首页 > 年报",
        "网站标识码：0000000000",
    ],
)
def test_what_a_web_site_says_is_taken_out(line: str) -> None:
    assert cleaned("甲。", line) == (["甲。"], [(SITE, line)])


@pytest.mark.parametrize(
    "line",
    [
        "来源于企业的申请3件。",
        "网站标识码0000000000，公网安备00000000000000号。",
        "全年打印资料20份。",
        "浏览次数达到20万。",
        "大",
        "主办培训3次。",
        "一、3月",
        "2024年1月9日",
        "无",
    ],
)
def test_text_stays(line: str) -> None:
    assert cleaned(line) == ([line], [])


def test_rows_of_tables_are_let_alone() -> None:
    row = Passage("- 3 -", Kind.TABLE)

    assert without_residue([row]) == ([row], [])
