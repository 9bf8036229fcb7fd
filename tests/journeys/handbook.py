"""The pictures of docs/handbook, by name: the way to each state and what of the screen is kept.

`pytest tests/journeys/take_pictures.py` takes them anew. The figures are those of the
sample county.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import Final

from django.contrib.sessions.models import Session
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from govreport.agencies.models import Agency, Membership, User
from govreport.desk.sample_county.entries import entries_for, type_in
from govreport.desk.sample_county.figures import figures_of
from govreport.desk.sample_county.narrative import texts_of
from govreport.desk.sample_county.stories import chapter
from govreport.editions.cells import Content
from govreport.editions.lookup import edition
from govreport.editions.relations import with_totals
from govreport.publishing.release import release
from govreport.reports.drafts import start
from govreport.reports.models import Report
from govreport.workflow import actions
from tests import drafts
from tests.drafts import NOW
from tests.journeys.blocks import paste_html, texts
from tests.journeys.faults import gone, injected
from tests.journeys.test_saving import reopened
from tests.journeys.visit import Visit
from tests.journeys.windows import PHONE, Window

BUREAU = "zezhou-zrzyj"
RECEIVED, GRANTED = "applications.new_received.natural_person", "applications.granted.natural_person"
FEES = "disclosure.administrative_fees.amount"
DOCUMENTS = "disclosure.normative_documents.in_force"
MARGIN = 4
COLOURS: Final = 48


@dataclass(frozen=True)
class Shot:
    """What is kept of a window: all that is seen, or the rectangle around some places that are seen."""

    page: Page
    places: tuple[Locator, ...] = ()

    def taken(self) -> bytes:
        """As a small PNG."""
        self.page.wait_for_timeout(300)  # what is drawn a moment later
        picture: Image.Image = Image.open(BytesIO(self.page.screenshot(animations="disabled", caret="hide")))
        if self.places:
            picture = picture.crop(self._box(picture.width, picture.height))
        small = BytesIO()
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        return small.getvalue()

    def _box(self, width: int, height: int) -> tuple[int, int, int, int]:
        boxes = [box for place in self.places if (box := place.bounding_box())]
        left = min(box["x"] for box in boxes) - MARGIN
        top = min(box["y"] for box in boxes) - MARGIN
        right = max(box["x"] + box["width"] for box in boxes) + MARGIN
        bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
        return max(0, int(left)), max(0, int(top)), min(width, int(right)), min(height, int(bottom))


# What the pictures tell of


def publish_last_year(agency: Agency) -> None:
    """The bureau's report on 2022 as the sample county tells it."""
    told, figures = chapter(BUREAU, 2022), figures_of(BUREAU, 2022)
    assert told is not None
    content = Content("2021", agency.name, 2022, with_totals(figures, edition("2021")), agency_code=BUREAU)
    release(replace(content, narrative=texts_of(told, figures, 2022)), agency=agency, by=None, at=NOW)


def person(name: str = "clerk") -> User:
    """One of the cast."""
    return User.objects.get(username=name)


def write(visit: Visit, figures: Mapping[str, str] | None = None) -> Report:
    """The whole report of 2023 as the sample county tells it, but for these cells."""
    told = chapter(BUREAU, 2023)
    assert told is not None
    report = visit.report
    type_in(report, entries_for(report, told), by=person(), at=NOW)
    drafts.type_in(report, "preamble", {"text": PREAMBLE}, by=person())
    for address, text in ({GRANTED: "8"} | dict(figures or {})).items():
        drafts.type_in(report, address.partition(".")[0], {address: text}, by=person())
    return Report.objects.get(pk=report.pk)


PREAMBLE = (
    "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2023年1月1日起至12月31日止。"
    "如对本报告有疑问，请与泽州县自然资源局办公室联系（电话：0356-0000002）。"
)


def submit(visit: Visit) -> Report:
    """The whole report, handed to review."""
    actions.submit(write(visit), by=person(), at=NOW)
    return Report.objects.get(pk=visit.report.pk)


def approve(visit: Visit) -> Report:
    """The same, signed."""
    report = submit(visit)
    actions.open_review(report, by=person("supervisor"), at=NOW)
    actions.approve(report, by=person("supervisor"), at=NOW)
    return Report.objects.get(pk=report.pk)


def bar(window: Window) -> Locator:
    """The save bar."""
    return window.page.locator("section-saver")


def saved(window: Window, state: str = "saved") -> None:
    """Wait until the save bar says so."""
    expect(bar(window)).to_have_attribute("data-state", state)


def around(window: Window, *places: str) -> Shot:
    """The rectangle around some places of a window."""
    return Shot(window.page, tuple(window.page.locator(place).first for place in places))


def at(visit: Visit, where: str, person: str = "clerk") -> Window:
    """A window with a page of the report."""
    window = visit.window(person)
    window.page.goto(f"/desk/reports/{visit.report.pk}/{where}/")
    return window


# 填报


def home(visit: Visit) -> Shot:
    """The desk in the morning."""
    write(visit, {GRANTED: ""})
    window = visit.window()
    window.page.goto("/desk/")
    return around(window, ".site-header-inner", ".page-title", ".cards")


def section(visit: Visit) -> Shot:
    """Table 三 with one cell to go."""
    write(visit, {GRANTED: ""})
    window = visit.section("applications")
    window.cell(GRANTED).focus()
    return Shot(window.page)


def balance(visit: Visit) -> Shot:
    """The foot of table 三, one column not in balance."""
    write(visit, {GRANTED: "7"})
    window = visit.section("applications")
    window.page.locator(".grid-balance").scroll_into_view_if_needed()
    return around(window, ".grid-frame")


def zeros(visit: Visit) -> Shot:
    """Blanks filled with 0 by one button."""
    window = visit.section("applications")
    window.fill({RECEIVED: "8", GRANTED: "8"})
    window.button("空白补 0").click()
    saved(window)
    window.page.locator("[data-said]").scroll_into_view_if_needed()
    return around(window, "[data-said]", "section-saver")


def pasted(visit: Visit) -> Shot:
    """A block with a word in it that is too wide besides."""
    window = visit.section("applications")
    paste_html(window.cell(RECEIVED), texts(["1", "两件", *"234567"], ["9", "1.5"]))
    return around(window, "dialog.paste-preview")


def nothing(visit: Visit) -> Shot:
    """The button for a unit without any."""
    town = Agency.objects.get(code="yunxi-qhz")
    Membership.objects.filter(user=person("stranger")).update(agency=town)
    report = start(town, visit.report.reporting_year, by=person("stranger"), at=NOW)
    window = visit.window("stranger")
    window.open_section(report.pk, "applications")
    return around(window, ".section-head", ".start-panel")


def noted(visit: Visit) -> Shot:
    """A note and its source, written below the table."""
    write(visit)
    window = visit.section("disclosure")
    window.cell(DOCUMENTS).focus()
    for key in ("Shift+F2", "Tab"):
        window.page.keyboard.press(key)
    note = window.page.get_by_role("textbox", name=re.compile("^批注（"))
    note.fill("其中修订 1 件")
    window.page.get_by_role("textbox", name=re.compile("^数据来源（")).fill("法规股规范性文件登记簿")
    saved(window)
    note.scroll_into_view_if_needed()
    return around(window, ".cell-notes")


def overview(visit: Visit) -> Shot:
    """Part 一 in its boxes, last year's beside them."""
    write(visit)
    window = visit.section("overview")
    return Shot(window.page)


def inserting(visit: Visit) -> Shot:
    """The dialog in which a figure is searched."""
    write(visit)
    window = visit.section("overview")
    window.page.get_by_role("button", name="插入数据").first.click()
    window.page.get_by_role("combobox").fill("新收")
    return around(window, "dialog.figure-dialog")


def problems(visit: Visit) -> Shot:
    """Problems and measures in pairs."""
    write(visit)
    window = visit.section("problems")
    return Shot(window.page)


def phone(visit: Visit) -> Shot:
    """Table 三 on a telephone."""
    write(visit, {GRANTED: "7"})
    window = visit.section("applications")
    window.page.set_viewport_size(PHONE)
    window.cell(GRANTED).focus()
    return Shot(window.page)


# 保存与多人


def saving(visit: Visit, fault: str = "") -> Shot:
    """The save bar after somebody has typed."""
    window = visit.section("applications")
    if fault == "offline":
        with injected(window.page, gone):
            window.fill({RECEIVED: "8"})
            saved(window, "failing")
            return around(window, "section-saver")
    window.fill({RECEIVED: "8"})
    saved(window, "typed" if fault == "typed" else "saved")
    return around(window, "section-saver")


def signed_out(visit: Visit) -> Shot:
    """The session ended while somebody typed."""
    visit.tripwire.allow(401)
    window = visit.section("applications")
    Session.objects.all().delete()
    window.fill({RECEIVED: "8"})
    expect(window.page.locator("dialog.sign-in")).to_be_visible()
    return around(window, "dialog.sign-in", "section-saver")


def kept_here(visit: Visit) -> Shot:
    """What never reached the server is offered when the page is opened again."""
    window = visit.section("applications")
    with injected(window.page, gone):
        window.fill({RECEIVED: "8", GRANTED: "8"})
        saved(window, "failing")
        window.page.clock.set_fixed_time(NOW + timedelta(minutes=5))
        again = reopened(window, visit.report, "applications")
    return around(again, ".section-head", "local-copy")


def compared(visit: Visit) -> Shot:
    """Two people changed the same cell."""
    visit.tripwire.allow(409)
    window = visit.section("applications")
    theirs = {RECEIVED: "9", "applications.carried_in.other_org": "0"}
    drafts.type_in(visit.report, "applications", theirs, by=person("stranger"))
    window.fill({RECEIVED: "8"})
    expect(window.page.locator("dialog.comparison")).to_be_visible()
    return around(window, "dialog.comparison")


# 核实与说明


def findings(visit: Visit) -> Shot:
    """The three kinds of findings beside the form, a query being explained."""
    write(visit, {GRANTED: "7", FEES: "70487"})
    window = at(visit, "disclosure")
    box = window.page.locator(".say-box").first
    box.evaluate("box => box.open = true")
    box.locator("textarea").fill("当年集中收取不动产登记费，已与财政票据核对。")
    return around(window, "#findings")


def explained(visit: Visit) -> Shot:
    """The same, said."""
    write(visit, {FEES: "70487"})
    window = visit.section("disclosure")
    window.say("当年集中收取不动产登记费，已与财政票据核对。")
    return around(window, "#findings")


# 预览与提交


def preview(visit: Visit) -> Shot:
    """The printed report beside the form."""
    write(visit)
    window = visit.section("applications")
    window.button("对照预览").click()
    window.page.frame_locator("draft-preview iframe").locator("article.report").wait_for()
    window.cell(RECEIVED).focus()
    return Shot(window.page)


def not_ready(visit: Visit) -> Shot:
    """The last page refuses."""
    write(visit, {GRANTED: "7", FEES: "70487"})
    return Shot(at(visit, "submit").page)


def on_a_phone(visit: Visit) -> Shot:
    """The last page, and what is explained on it, on a telephone."""
    write(visit, {FEES: "70487"})
    window = at(visit, "submit")
    window.page.set_viewport_size(PHONE)
    return Shot(window.page)


def ready(visit: Visit) -> Shot:
    """The last page lets it go."""
    write(visit)
    return Shot(at(visit, "submit").page)


def submitted(visit: Visit) -> Shot:
    """What happens next."""
    submit(visit)
    return around(at(visit, "submit"), ".submitted")


# 审核与发布, 更正


def reviewed(visit: Visit) -> Shot:
    """The reviewer's page."""
    submit(visit)
    return Shot(at(visit, "review", "supervisor").page)


def returned(visit: Visit) -> Shot:
    """Sent back, one figure changed since."""
    actions.return_(
        submit(visit), by=person("supervisor"), at=NOW, reason="请把行政处罚决定的数量再核对一遍。"
    )
    drafts.type_in(visit.report, "disclosure", {"disclosure.penalties.decisions": "48"}, by=person())
    return around(at(visit, "submit"), ".remark", ".changed")


def asked(visit: Visit) -> Shot:
    """The question before a release."""
    approve(visit)
    window = at(visit, "review", "supervisor")
    window.page.get_by_role("link", name="发布", exact=True).click()
    return around(window, ".report-header", "section.panel")


def corrected(visit: Visit) -> Shot:
    """A published report about to be opened again."""
    actions.publish(approve(visit), by=person("supervisor"), at=NOW)
    window = at(visit, "review", "supervisor")
    window.page.get_by_label("更正说明").fill("表三“予以公开”少计 1 件，已按登记簿核实。")
    return around(window, ".decision")


PICTURES: dict[str, Callable[[Visit], Shot]] = {
    "home": home,
    "section": section,
    "balance": balance,
    "zeros": zeros,
    "paste": pasted,
    "nothing": nothing,
    "notes": noted,
    "overview": overview,
    "figure": inserting,
    "problems": problems,
    "phone": phone,
    "saved": saving,
    "typed": partial(saving, fault="typed"),
    "offline": partial(saving, fault="offline"),
    "sign-in": signed_out,
    "local-copy": kept_here,
    "comparison": compared,
    "findings": findings,
    "explained": explained,
    "preview": preview,
    "refused": not_ready,
    "ready": ready,
    "phone-submit": on_a_phone,
    "submitted": submitted,
    "returned": returned,
    "review": reviewed,
    "publish": asked,
    "correct": corrected,
}
