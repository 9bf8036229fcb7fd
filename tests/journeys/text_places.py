"""A section of text in the states worth looking at: with references and findings, with the dialog open."""

from govreport.agencies.models import User
from tests.drafts import type_in
from tests.journeys.visit import Visit
from tests.journeys.windows import Window
from tests.workflow.findings import publish

RECEIVED = "applications.new_received.natural_person"
NAME, LAST = "〔表三·本年新收·自然人〕", "〔上年·表三·本年新收·自然人〕"
# A reference without a figure, one that is none, a wrong word, and a sentence whose number is vague.
TEXT = (
    "（一）主动公开情况\n全年公开各类信息30余件，局局网站设专栏三个，按月更新。\n（二）依申请公开情况\n"
    f"全年收到政府信息公开申请{NAME}件，上年{LAST}件；予以公开〔表三·予以公开·总计〕件，"
    "移送〔表三·移送·总计〕件，均在法定期限内答复，没有因公开引起的行政复议和行政诉讼。\n"
)


def referring(visit: Visit) -> Window:
    """A text with references to figures, over a draft that has some of them."""
    clerk = User.objects.get(username="clerk")
    publish(visit.report.agency, {RECEIVED: 8})
    type_in(visit.report, "applications", {RECEIVED: "1234"}, by=clerk)
    type_in(visit.report, "overview", {"text": TEXT}, by=clerk)
    return visit.section("overview")


def inserting(visit: Visit) -> Window:
    """The dialog in which a figure is searched."""
    window = referring(visit)
    window.page.get_by_role("button", name="插入数据").first.click()
    window.page.get_by_role("combobox").fill("新收")
    return window
