"""Every page of the signed-in side in every state worth looking at, by name: how to get there."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from playwright.sync_api import FilePayload

from govreport.agencies.models import User
from govreport.publishing.release import release
from govreport.reports.drafts import start
from govreport.reports.models import Report, SectionKey, State, Waiver
from govreport.workflow import actions
from tests.checked_files import html_report
from tests.contents import filled
from tests.drafts import NOW, complete, type_in
from tests.importing.report_files import ReportFile, interchange_file, three_doubts, with_texts
from tests.journeys import box_places, past_places, text_places
from tests.journeys.blocks import paste_html, texts
from tests.journeys.visit import Visit
from tests.journeys.windows import Window
from tests.people import make_reporting_year
from tests.workflow.findings import publish

FIRST = {
    "disclosure": "disclosure.licenses.decisions",
    "applications": "applications.new_received.natural_person",
    "disputes": "disputes.reconsideration.upheld",
}
FEES = "disclosure.administrative_fees.amount"


def login(visit: Visit) -> Window:
    window = visit.window("anonymous")
    window.page.goto("/accounts/login/")
    return window


def login_refused(visit: Visit) -> Window:
    window = login(visit)
    window.page.get_by_label("用户名").fill("clerk")
    window.page.locator("input[type=password]").fill("wrong")
    with window.page.expect_navigation():
        window.button("登录").click()
    return window


def home(visit: Visit, person: str = "clerk") -> Window:
    window = visit.window(person)
    window.page.goto("/desk/")
    return window


def home_before_the_start(visit: Visit) -> Window:
    visit.report.delete()
    return home(visit)


def password_change(visit: Visit) -> Window:
    window = visit.window()
    window.page.goto("/accounts/password/change/")
    return window


def password_refused(visit: Visit) -> Window:
    window = password_change(visit)
    for field in window.page.locator("input[type=password]").all():
        field.fill("kurz")
    with window.page.expect_navigation():
        window.button("修改密码").click()
    return window


def missing(visit: Visit) -> Window:
    visit.tripwire.allow(404)
    window = visit.window()
    window.page.goto("/desk/reports/999999/")
    return window


def forbidden(visit: Visit) -> Window:
    """A form that was open while the report was submitted, sent by somebody who then may only read it."""
    visit.tripwire.allow(403)
    window = visit.section("disputes")
    Report.objects.filter(pk=visit.report.pk).update(state=State.SUBMITTED)
    window.post()
    return window


def read_only(visit: Visit) -> Window:
    Report.objects.filter(pk=visit.report.pk).update(state=State.SUBMITTED)
    return visit.section("applications")


def with_findings(visit: Visit, key: str) -> Window:
    """Half filled in, with one unreadable entry; the first finding's cell has the focus."""
    window = visit.section(key)
    cells = window.page.locator("td input:not([readonly])")
    for place, text in enumerate(("8", "12abc", "0", "3")):
        cells.nth(place).fill(text)
    window.save()
    cells.nth(1).focus()
    return window


def doubtful(visit: Visit) -> Window:
    """A query, and a try to explain it that was refused."""
    window = visit.section("disclosure")
    window.fill({FEES: "70487"})
    window.save()
    window.say("属实")
    return window


def explained(visit: Visit) -> Window:
    window = doubtful(visit)
    window.say("当年集中收取森林植被恢复费，已与财政票据核对。")
    return window


def waivers(visit: Visit) -> Window:
    """The authority's page with a request that waits and one that was decided."""
    clerk = User.objects.get(username="clerk")
    asked = partial(
        Waiver.objects.create,
        report=visit.report,
        message="规章：本年制发件数 5",
        reason="由本局代为登记。",
        asked_by=clerk,
        asked_at=NOW,
    )
    asked(code="T206")
    asked(code="F105", state=Waiver.State.GRANTED, answer="情况属实", decided_by=clerk, decided_at=NOW)
    window = visit.window("authority")
    window.page.goto("/desk/waivers/")
    return window


def check_rules(visit: Visit) -> Window:
    authority = visit.report.reporting_year.authority
    window = visit.window("authority")
    window.page.goto(f"/desk/agencies/{authority.code}/checks/")
    return window


def unsaved(visit: Visit) -> Window:
    window = visit.section("applications")
    window.fill({FIRST["applications"]: "12abc", "applications.granted.natural_person": "3"})
    return window


def beside_last_year(visit: Visit) -> Window:
    """Figures of last year under what is filled in now."""
    publish(visit.report.agency, {FIRST["applications"]: 1234, "applications.granted.natural_person": 8})
    return unsaved(visit)


def edition_2019(visit: Visit) -> Window:
    """Table 二 of a late report on 2020, with the published figures of 2019 beside it."""
    agency, licenses = visit.report.agency, "disclosure.licenses"
    figures = {f"{licenses}.items_last_year": 27, f"{licenses}.items_change": 3, f"{licenses}.decisions": 12}
    before = replace(filled("2019", figures), agency_name=agency.name, agency_code=agency.code)
    release(before, agency=agency, by=None, at=NOW)
    campaign = make_reporting_year(visit.report.reporting_year.authority, 2020)
    late = start(agency, campaign, by=User.objects.get(username="clerk"), at=NOW)
    window = visit.window()
    window.open_section(late.pk, "disclosure")
    return window


def noted(visit: Visit) -> Window:
    """Notes and sources, one of them refused; the whole table has one too."""
    visit.tripwire.allow(422)  # what the script says while the page is left
    documents = "disclosure.normative_documents.in_force"
    typed = {
        documents: "22",
        f"note:{documents}": "其中修订 16 件",
        f"source:{documents}": "法规股规范性文件登记簿",
        f"source:{FEES}": "财务股决算报表第 3 张",
    }
    type_in(visit.report, "disclosure", typed, by=User.objects.get(username="clerk"))
    window = visit.section("disclosure")
    window.page.locator("cell-notes-list select").select_option("disclosure")
    window.page.keyboard.type("含下属单位" * 101)
    window.post()
    return window


def nothing_to_report(visit: Visit, *, figures: bool = False) -> Window:
    """The button pressed: done, or refused over figures in other sections."""
    if figures:
        typed = {FIRST["disputes"]: "3"}
        type_in(visit.report, "disputes", typed, by=User.objects.get(username="clerk"))
    window = visit.section("applications")
    with window.page.expect_navigation():
        window.button("本年度无申请、无复议诉讼").click()
    return window


def opening_offered(visit: Visit) -> Window:
    """Last year's report came after this one was started."""
    publish(visit.report.agency, {"applications.carried_out.natural_person": 3})
    return visit.section("applications")


def opening_taken_over(visit: Visit) -> Window:
    window = opening_offered(visit)
    with window.page.expect_navigation():
        window.button("按上年年报填上年结转").click()
    return window


def paste_preview(visit: Visit) -> Window:
    """A block with a word in it that is too wide besides."""
    window = visit.section("applications")
    paste_html(window.cell(FIRST["applications"]), texts(["1", "两件", *"234567"], ["9", "1.5"]))
    return window


def stale(visit: Visit) -> Window:
    visit.tripwire.allow(409)  # what the script says while the page is left
    mine, other = visit.section("applications"), visit.section("applications", "stranger")
    other.fill({FIRST["applications"]: "9", "applications.granted.natural_person": "1"})
    other.save()
    mine.fill({"applications.granted.natural_person": "8"})
    mine.post()
    return mine


def stale_text(visit: Visit) -> Window:
    visit.tripwire.allow(409)  # what the script says while the page is left
    mine, other = visit.section("overview"), visit.section("overview", "stranger")
    other.page.locator("#id_text").fill("本年度主动公开政府信息六百五十二条。\n" * 5)
    other.save()
    mine.page.locator("#id_text").fill("后写的一段。")
    mine.post()
    return mine


def refused_text(visit: Visit) -> Window:
    visit.tripwire.allow(422)  # what the script says while the page is left
    window = visit.section("other_matters")
    window.page.locator("#id_notices_amount").fill("12元")
    window.post()
    return window


def upload(visit: Visit, button: str = "") -> Window:
    """The page on which a file is chosen; with a button pressed for a file of three doubts."""
    window = visit.window()
    window.page.goto(f"/desk/reports/{visit.report.pk}/import/")
    if button:
        window.choose(three_doubts(visit.report.agency.name), button)
    return window


def upload_refused(visit: Visit) -> Window:
    window = upload(visit)
    window.choose(ReportFile("年报.html", b"<p>hello"), "导入")
    return window


def upload_while_another_is_open(visit: Visit) -> Window:
    upload(visit, "导入")
    return upload(visit)


def proposal_undecided(visit: Visit) -> Window:
    """A proposal over a draft that has figures, confirmed before its doubts were settled."""
    typed = {FIRST["applications"]: "9", "applications.new_received.other_org": "0"}
    type_in(visit.report, "applications", typed, by=User.objects.get(username="clerk"))
    window = upload(visit, "导入")
    with window.page.expect_navigation():
        window.button("确认导入").click()
    return window


def proposal_stale(visit: Visit) -> Window:
    """Texts and figures of a file of another year, while somebody else saves."""
    content = replace(with_texts(filled("2021")), agency_name=visit.report.agency.name, year=2022)
    window = upload(visit)
    window.choose(interchange_file(content), "导入")
    type_in(visit.report, "overview", {"text": "别人先写的。"}, by=User.objects.get(username="stranger"))
    window.page.get_by_label("已经核对，仍要导入").check()
    with window.page.expect_navigation():
        window.button("确认导入").click()
    return window


def review(visit: Visit, state: State, person: str) -> Window:
    Report.objects.filter(pk=visit.report.pk).update(state=state)
    window = visit.window(person)
    window.page.goto(f"/desk/reports/{visit.report.pk}/review/")
    return window


def review_refused(visit: Visit) -> Window:
    """A return without a reason."""
    window = review(visit, State.SUBMITTED, "supervisor")
    with window.page.expect_navigation():
        window.button("退回修改").click()
    return window


def submit(visit: Visit, state: State, person: str = "clerk") -> Window:
    """The page before submitting, or after."""
    Report.objects.filter(pk=visit.report.pk).update(state=state)
    window = visit.window(person)
    window.page.goto(f"/desk/reports/{visit.report.pk}/submit/")
    return window


def submit_returned(visit: Visit) -> Window:
    """Returned with a reason; one figure has been changed since, and a query waits for its explanation."""
    clerk, supervisor = (User.objects.get(username=name) for name in ("clerk", "supervisor"))
    actions.submit(complete(visit.report, by=clerk), by=clerk, at=NOW)
    actions.return_(visit.report, by=supervisor, at=NOW, reason="行政事业性收费请再核对")
    type_in(visit.report, "disclosure", {FEES: "70487"}, by=clerk)
    return submit(visit, State.RETURNED)


def submit_ready(visit: Visit) -> Window:
    complete(visit.report, by=User.objects.get(username="clerk"))
    return submit(visit, State.DRAFT)


def publish_asked(visit: Visit) -> Window:
    complete(visit.report, by=User.objects.get(username="clerk"))
    window = review(visit, State.APPROVED, "supervisor")
    window.page.get_by_role("link", name="发布", exact=True).click()
    return window


def preview(visit: Visit) -> Window:
    window = visit.window()
    window.page.goto(f"/desk/reports/{visit.report.pk}/preview/")
    return window


def preview_beside(visit: Visit) -> Window:
    """Opened beside a table."""
    window = visit.section("applications")
    window.button("对照预览").click()
    window.page.frame_locator("draft-preview iframe").locator("article.report").wait_for()
    return window


def check(visit: Visit) -> Window:
    window = visit.window("anonymous")
    window.page.goto("/check/")
    return window


def check_refused(visit: Visit) -> Window:
    """Without a file."""
    window = check(visit)
    with window.page.expect_navigation():
        window.button("检查").click()
    return window


def checked(visit: Visit) -> Window:
    """A file with doubts and errors."""
    window = check(visit)
    file = FilePayload(name="年报.html", mimeType="text/html", buffer=html_report())
    window.page.locator("#id_report").set_input_files(file)
    with window.page.expect_navigation():
        window.button("检查").click()
    return window


PLACES: dict[str, Callable[[Visit], Window]] = {
    "login": login,
    "login-refused": login_refused,
    "home": home,
    "home-before-the-start": home_before_the_start,
    "home-of-the-authority": partial(home, person="authority"),
    "home-of-the-administrator": partial(home, person="admin"),
    **{f"section-{key}": partial(Visit.section, key=key) for key in SectionKey.values},
    **{f"findings-{key}": partial(with_findings, key=key) for key in FIRST},
    "doubtful": doubtful,
    "explained": explained,
    "waivers": waivers,
    "check-rules": check_rules,
    "imports": past_places.imports,
    "imports-refused": past_places.imports_refused,
    "import-batch": past_places.import_batch,
    "imported": past_places.imported,
    "public-past-report": past_places.public_past_report,
    "public-agency-with-past-reports": past_places.public_agency,
    "overview-in-boxes": box_places.overview,
    "overview-of-another-form": box_places.overview_of_another_form,
    "problems-in-pairs": box_places.problems,
    "fee-sentence": box_places.other_matters,
    "unsaved": unsaved,
    "beside-last-year": beside_last_year,
    "edition-2019": edition_2019,
    "noted": noted,
    "nothing-declared": nothing_to_report,
    "nothing-refused": partial(nothing_to_report, figures=True),
    "opening-offered": opening_offered,
    "opening-taken-over": opening_taken_over,
    "paste-preview": paste_preview,
    "stale": stale,
    "stale-text": stale_text,
    "refused-text": refused_text,
    "text-with-references": text_places.referring,
    "inserting-a-figure": text_places.inserting,
    "read-only": read_only,
    "import": upload,
    "import-tried": partial(upload, button="仅校验"),
    "import-refused": upload_refused,
    "import-while-another-is-open": upload_while_another_is_open,
    "proposal": partial(upload, button="导入"),
    "proposal-undecided": proposal_undecided,
    "proposal-stale": proposal_stale,
    "preview": preview,
    "preview-beside": preview_beside,
    "submit-blank": partial(submit, state=State.DRAFT),
    "submit-ready": submit_ready,
    "submit-returned": submit_returned,
    "submitted": partial(submit, state=State.SUBMITTED),
    "publish-asked": publish_asked,
    "review-draft": partial(review, state=State.DRAFT, person="clerk"),
    "review-submitted": partial(review, state=State.SUBMITTED, person="supervisor"),
    "review-refused": review_refused,
    "review-published": partial(review, state=State.PUBLISHED, person="authority"),
    "password-change": password_change,
    "password-refused": password_refused,
    "check": check,
    "check-refused": check_refused,
    "checked": checked,
    "missing": missing,
    "forbidden": forbidden,
}
