"""The clerk's main job: a real report filled in and submitted by keyboard, with script and without."""

import re
from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import expect

from govreport.agencies.models import Agency, User
from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.reports.entries import figures_of
from govreport.reports.models import Report, State
from tests.contents import published
from tests.drafts import type_in
from tests.journeys.conftest import NewWindow
from tests.journeys.faults import gone, injected
from tests.journeys.windows import Window
from tests.people import PASSWORD

SEED = "shanxi-zezhou-ziranziyuanju-2023"
LEFT_BLANK = "applications.granted.natural_person"
ALERTED = ("applications.new_received.natural_person", "applications.new_received.total")
TABLES = ("disclosure", "applications", "disputes")
OVERVIEW = {
    "proactive": "在县政府网站的部门专栏公开信息96条，其中行政许可决定4条、行政处罚决定47条。",
    "on_request": "全年收到政府信息公开申请8件，均在期限内答复，全部予以公开。",
    "management": "现行有效的规范性文件2件，每半年清理一次，失效的当日标注。",
    "platforms": "部门专栏由办公室维护，每周检查一次链接和更新情况。",
    "supervision": "一名副局长分管，办公室两人专职，全年培训1次、参加31人。",
}
PROBLEMS = {
    "problem_1": "批后公开偏晚，有3个项目过了20个工作日才上网。",
    "measure_1": "批复当日由承办股室转办公室，办公室两日内上网，每月核对一次。",
}
OTHER_MATTERS = {
    "text": "本年度没有其他需要报告的事项，也没有收取信息处理费。",
    "notices_issued": "0",
    "notices_amount": "0",
    "collected_amount": "0",
}
FEW = 120  # keys for the three tables together
DATE = "01202024"  # 20 January 2024, in the order in which a date field of this browser is typed
EXPLAINED = {"F104": "联系方式由县政府网站统一公布，本局不另设咨询电话。"}


def seed(table: str) -> dict[str, str]:
    """The published figures of a table as they are typed: entries only, in the order of the form."""
    figures = published(SEED).figures
    return {str(cell.address): str(figures[cell.address]) for cell in edition("2021").entries(table)}


def not_locked(table: str) -> dict[str, str]:
    """The same without 规章, which a bureau cannot make: these cells are 0 and passed over."""
    figures = seed(table)
    return {
        name: text for name, text in figures.items() if not name.startswith("disclosure.government_rules.")
    }


def not_zero(table: str) -> dict[str, str]:
    """What has to be typed where the rest is filled with 0."""
    return {name: text for name, text in seed(table).items() if text != "0"}


def stored_figures() -> Mapping[Address, object]:
    """What the database holds of the one report."""
    return figures_of(Report.objects.get())


Step = Callable[[Window], None]


@pytest.mark.sqlite
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_clerk_fills_in_the_whole_form_and_submits_it_with_the_keyboard_only(
    bureau: Agency, new_window: NewWindow, record_property: Callable[[str, object], None], script: bool
) -> None:
    window = new_window(script=script)
    counted = {name: counting(window, step) for name, step in (WITH_SCRIPT if script else WITHOUT).items()}

    in_tables = sum(counted[table] for table in TABLES)
    every = ", ".join(f"{name} {keys}" for name, keys in counted.items())
    way = "with script" if script else "without script"
    record_property(f"keys pressed {way}", f"{every}; tables {in_tables}, all {sum(counted.values())}")
    assert in_tables < FEW or not script
    expected = {Address.parse(name): int(text) for table in TABLES for name, text in seed(table).items()}
    assert stored_figures() == expected
    assert Report.objects.get().state == State.SUBMITTED


def counting(window: Window, step: Step) -> int:
    """How often a key is pressed on the way."""
    before = window.keys.pressed
    step(window)
    return window.keys.pressed - before


def signs_in_and_starts(window: Window) -> None:
    page = window.page
    page.goto("/desk/")
    window.tab_to(page.get_by_label("用户名"))
    window.keys.type("clerk")
    window.tab_to(page.locator("input[type=password]"))
    window.keys.type(PASSWORD)
    window.press(window.button("登录"))
    window.press(page.get_by_role("button", name="开始填报"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("泽州县自然资源局 2023年")


def takes_the_preamble_as_it_is(window: Window) -> None:
    expect(window.page.locator("#id_text")).to_have_value(re.compile("泽州县自然资源局编制了2023年"))
    window.strike("Alt+x")


def writes(texts: Mapping[str, str]) -> Step:
    """From the first blank of the section through its fields, and on to the next section."""

    def write(window: Window) -> None:
        window.keys.press("Alt+n")
        for name, text in texts.items():
            window.tab_to(window.page.locator(f"#id_{name}"))
            window.keys.type(text)
        window.strike("Alt+x")

    return write


def types_with_arrows(table: str) -> Step:
    """What is not 0, with 空白补 0 for the rest."""

    def type_in(window: Window) -> None:
        window.keys.press("Alt+n")
        for address, text in not_zero(table).items():
            window.walk_to(address)
            window.keys.type(text)
        window.keys.press("Alt+0")
        window.shows(not_locked(table))
        window.strike("Alt+x")

    return type_in


def types_with_tab(table: str) -> Step:
    """The same, as the server does it."""

    def type_in(window: Window) -> None:
        window.keys.press("Alt+n")
        window.type_in(not_zero(table))
        window.strike("Alt+0")
        window.shows(not_locked(table))
        window.strike("Alt+x")

    return type_in


def explains_what_is_asked(window: Window) -> None:
    expect(window.page).to_have_url(re.compile("/submit/"))
    for code, said in EXPLAINED.items():
        line = window.findings(code)
        window.follow(line.locator("summary"))
        window.tab_to(line.locator("textarea"))
        window.keys.type(said)
        window.press(line.get_by_role("button", name="保存说明"))
        expect(line).to_contain_text("✓ 已说明")


def submits(window: Window) -> None:
    window.press(window.button("提交给审核人 林远"))
    expect(window.page.locator(".report-header .state")).to_have_text("待审核")


def whole_way(types: Callable[[str], Step]) -> dict[str, Step]:
    """The sections in the order of the form."""
    return {
        "sign in": signs_in_and_starts,
        "preamble": takes_the_preamble_as_it_is,
        "overview": writes(OVERVIEW),
        **{table: types(table) for table in TABLES},
        "problems": writes(PROBLEMS),
        "other_matters": writes(OTHER_MATTERS),
        "signature": writes({"date": DATE}),
        "explaining": explains_what_is_asked,
        "submitting": submits,
    }


WITH_SCRIPT, WITHOUT = whole_way(types_with_arrows), whole_way(types_with_tab)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_what_is_wrong_is_found_and_mended_with_the_keyboard_only(
    report: Report, cast: dict[str, User], new_window: NewWindow, script: bool
) -> None:
    typed = seed("applications") | {LEFT_BLANK: ""}
    type_in(report, "applications", typed, by=cast["clerk"])
    window = new_window("clerk", script=script)
    window.open_section(report.pk, "applications")

    is_told_at_the_cells_and_in_the_list(window)
    mends_it(window)


def is_told_at_the_cells_and_in_the_list(window: Window) -> None:
    expect(window.cell("applications.new_received.total")).to_have_text("8")
    expect(window.balance("natural_person")).to_have_text("相差 8")
    expect(window.findings("F101")).to_have_count(1)
    expect(window.findings("F101")).to_contain_text("自然人")
    expect(window.findings("T203")).to_have_count(2)
    for address in (LEFT_BLANK, *ALERTED):
        window.follow(window.page.locator(f'#findings a[href$="#{address}"]'))
        expect(window.cell(address)).to_be_focused()
        expect(window.note(address)).to_be_visible()
    assert window.page.locator(".is-anchored .cell-mark:visible").count() == len(ALERTED)


def mends_it(window: Window) -> None:
    window.type_in({LEFT_BLANK: "8"})
    window.strike("Alt+s")
    expect(window.cell(LEFT_BLANK)).to_have_value("8")
    expect(window.balance("natural_person")).to_have_text("✓ 相等")
    expect(window.findings("F101")).to_have_count(0)
    expect(window.findings("T203")).to_have_count(0)
    expect(window.page.locator(".cell-note")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_blanks_are_filled_with_0_at_one_press(report: Report, new_window: NewWindow, script: bool) -> None:
    window = new_window("clerk", script=script)
    window.open_section(report.pk, "disputes")
    window.type_in({"disputes.reconsideration.upheld": "4", "disputes.reconsideration.pending": "2"})

    fills_blanks(window, script=script)

    expect(window.cell("disputes.reconsideration.total")).to_have_text("6")
    window.shows({"disputes.reconsideration.upheld": "4", "disputes.direct_litigation.upheld": "0"})
    expect(window.findings("F101")).to_have_count(0)
    assert sum(address.table == "disputes" for address in stored_figures()) == 12


def fills_blanks(window: Window, *, script: bool) -> None:
    """With script at once, and still to be saved; without on the server."""
    if script:
        window.follow(window.button("空白补 0"))
        window.shows({"disputes.direct_litigation.upheld": "0"})
        window.press(window.button("保存"))
    else:
        window.press(window.button("空白补 0"))


def test_totals_follow_the_typing_before_anything_is_saved(report: Report, new_window: NewWindow) -> None:
    window = new_window("clerk")
    window.open_section(report.pk, "applications")
    expect(window.cell("applications.results_total.total")).to_have_text("")

    with injected(window.page, gone):  # slow machines would save before the last look
        window.type_in({ALERTED[0]: "８", LEFT_BLANK: "3", "applications.granted.other_org": "1,004"})

        expect(window.cell("applications.granted.total")).to_have_text("1007")
        expect(window.cell("applications.results_total.natural_person")).to_have_text("3")
        expect(window.cell("applications.results_total.total")).to_have_text("1007")
        expect(window.balance("natural_person")).to_have_text("相差 5")
        assert not any(address.table == "applications" for address in stored_figures())
