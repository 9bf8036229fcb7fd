"""Texts: references put in with the keyboard alone, marks, what is pasted from Word; and without script."""

import pytest
from playwright.sync_api import Locator, expect

from govreport.agencies.models import User
from govreport.reports.content import content_of
from govreport.reports.models import Report
from tests.drafts import type_in
from tests.journeys.blocks import copy_elsewhere
from tests.journeys.conftest import NewWindow
from tests.journeys.text_places import LAST, NAME, RECEIVED
from tests.journeys.windows import DESKTOP, PHONE, Window

# Lines end in the layer where they end in the box, and what is painted lies under its words.
ALIGNED = """box => {
    const [text, layer] = [box.querySelector("textarea"), box.querySelector(".text-layer")];
    const sizes = ["clientWidth", "clientHeight", "scrollHeight", "offsetTop", "offsetLeft"];
    const rules = ["font", "letterSpacing", "padding", "wordBreak", "overflowWrap", "lineBreak"];
    const [style, other] = [getComputedStyle(text), getComputedStyle(layer)];
    const differ = sizes.filter(size => text[size] !== layer[size]);
    return [...differ, ...rules.filter(rule => style[rule] !== other[rule])];
}"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>@list l0:level1 {mso-level-text:"%1."}
p.MsoNormal {margin:0cm}</style></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt'><b><span
style='color:red'>（一）主动公开<o:p></o:p></span></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span>公开信息
<a href="https://a.example/">三十条</a>；</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='font-family:Wingdings'><span style='mso-list:Ignore'>l</span></span><![endif]>办理申请
<del>两</del>三件。<span style='display:none'>隐藏</span></p>
<table><tr><td><p>渠道</p></td><td><p>条数</p></td></tr><tr><td>网站</td><td>40</td></tr></table>
<ol start=2 style='list-style-type:cjk-ideographic'><li>定人</li><li>定时</li></ol><script>alert(1)</script>
<p>换行<br>之后&lt;b&gt;</p><!--EndFragment--></body></html>"""
PASTED = (
    "（一）主动公开\n1.公开信息三十条；\n办理申请三件。\n渠道 条数\n网站 40\n"
    "二、定人\n三、定时\n换行\n之后<b>"
)


def open_overview(window: Window, report: Report) -> Locator:
    window.open_section(report.pk, "overview")
    return window.page.locator("#id_text")


def overview(report: Report) -> str:
    return content_of(Report.objects.get(pk=report.pk)).part("overview")


@pytest.fixture
def window(report: Report, cast: dict[str, User], new_window: NewWindow) -> Window:
    """A clerk's window, and a draft with one figure."""
    type_in(report, "applications", {RECEIVED: "10"}, by=cast["clerk"])
    return new_window("clerk")


def test_a_figure_is_put_in_with_the_keyboard_alone_and_undone(report: Report, window: Window) -> None:
    box, keys = open_overview(window, report), window.page.keyboard
    window.tab_to(box)
    keys.type("收到申请件。")
    for key in ("ArrowLeft", "ArrowLeft", "Tab", "Enter"):
        keys.press(key)

    keys.type("新收")
    for key in ("ArrowDown", "Enter"):
        keys.press(key)

    expect(box).to_be_focused()
    expect(box).to_have_value(f"收到申请{NAME}件。")
    expect(window.page.locator("[data-figures]").first).to_have_text(f"{NAME} → 10")
    expect(window.page.locator("[data-length]").first).to_have_text("8 字")
    keys.press("Control+z")
    expect(box).to_have_value("收到申请件。")
    keys.press("Control+Shift+z")
    window.save()
    assert overview(report) == "收到申请10件。"


def test_a_dialog_that_is_left_puts_nothing_in_and_a_reference_goes_as_a_whole(
    report: Report, window: Window
) -> None:
    box = open_overview(window, report)
    box.fill(f"收到{NAME}")
    window.page.locator("[data-insert]").first.click()
    window.page.keyboard.press("Escape")
    expect(window.page.locator("[data-insert]").first).to_be_focused()
    expect(box).to_have_value(f"收到{NAME}")

    box.focus()
    window.page.keyboard.press("Control+End")
    window.page.keyboard.press("Backspace")

    expect(box).to_have_value("收到")


def test_the_words_of_a_finding_are_marked_across_a_reference_and_led_to(
    report: Report, window: Window
) -> None:
    box = open_overview(window, report)
    text = f"全年公开信息约300件。\n部分单位对{NAME}件申请重视不够。\n" + "情况良好，继续推进工作。" * 60
    box.fill(text)
    window.save()
    marks = window.page.locator(".text-layer .is-found")
    expect(marks.filter(has_text="约300件")).to_have_count(1)
    assert "".join(marks.all_inner_texts()) == f"约300件部分单位对{NAME}件申请重视不够"
    for size in (PHONE, DESKTOP):
        window.page.set_viewport_size(size)
        assert window.page.locator("text-box").first.evaluate(ALIGNED) == []

    window.findings("N516").get_by_role("link").click()
    selected = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
    begin, end = window.page.evaluate(selected)
    assert text[begin:end] == f"部分单位对{NAME}件申请重视不够"

    window.page.keyboard.type("本局重视不够")

    expect(marks).to_have_text(["约300件"])
    expect(window.findings("N516")).to_have_count(0)  # the text has saved itself


def test_what_is_pasted_from_word_comes_in_as_paragraphs_with_their_numbers(
    report: Report, window: Window
) -> None:
    box = open_overview(window, report)
    box.fill("前。后。")
    copy_elsewhere(window.page, WORD, "as text")
    box.focus()
    box.evaluate("box => box.setSelectionRange(2, 2)")

    window.page.keyboard.press("Control+v")

    expect(box).to_have_value(f"前。{PASTED}后。")
    window.page.keyboard.press("Control+z")
    expect(box).to_have_value("前。后。")


def test_without_script_a_name_is_copied_into_the_text(
    report: Report, window: Window, new_window: NewWindow
) -> None:
    plain = new_window("clerk", script=False)
    box = open_overview(plain, report)
    plain.page.get_by_text("可以引用的数", exact=True).click()
    expect(plain.page.locator("tr", has_text=NAME)).to_contain_text("10")

    box.fill(f"收到{NAME}件，上年{LAST}件。")
    plain.save()

    used = plain.page.locator("[data-plain] li")
    expect(used).to_have_text([f"{NAME} → 10", f"{LAST} → 没有上年的数"])
    assert overview(report) == f"收到10件，上年{LAST}件。"
    expect(plain.findings("F111")).to_contain_text("上年的年报里没有可比的这一格")
