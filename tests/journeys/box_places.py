"""The text sections in every state worth looking at: in boxes, in pairs, beside last year's part."""

from collections.abc import Mapping
from dataclasses import replace

from govreport.agencies.models import User
from govreport.publishing.release import release
from tests.contents import filled
from tests.drafts import NOW, type_in
from tests.journeys.visit import Visit
from tests.journeys.windows import Window

LAST = {
    "overview": "（一）主动公开\n全年通过县政府网站林业专栏公布信息459条，其中造林补贴名单12批。\n"
    "公开重大建设项目信息9条，解读政策文件6件。\n"
    "（二）依申请公开\n全年收到申请5件，均在期限内答复，没有结转。\n"
    "（三）监督保障\n办公室两人专职负责，全年培训2次，46人参加。",
    "problems": "（一）存在的主要问题\n1.林业专栏的栏目更新不够及时，个别栏目三个月没有新内容。\n"
    "2.政策解读形式单一，多为文字稿。\n"
    "（二）改进情况\n1.栏目落实到股室，办公室每月核对一次，逾期的在局务会上通报。\n"
    "2.全年制作图解4期、短视频2期。",
    "other_matters": "本年度没有其他需要报告的事项，也没有收取信息处理费的情况。",
}


def published_last_year(visit: Visit, narrative: Mapping[str, str] = LAST) -> None:
    """The report on the year before, with this text."""
    agency = visit.report.agency
    content = replace(
        filled("2021"), agency_name=agency.name, agency_code=agency.code, year=2022, narrative=narrative
    )
    release(content, agency=agency, by=None, at=NOW, note="")


def overview(visit: Visit) -> Window:
    """Two boxes written, one paragraph as it stood last year."""
    published_last_year(visit)
    typed = {
        "proactive": "全年公布信息652条。\n公开重大建设项目信息9条，解读政策文件6件。",
        "supervision": "办公室两人专职负责，全年培训3次。",
    }
    type_in(visit.report, "overview", typed, by=User.objects.get(username="clerk"))
    return visit.section("overview")


def overview_of_another_form(visit: Visit) -> Window:
    """A text under other headings stands whole in the first box."""
    text = "（一）加强组织领导\n成立领导小组。\n（二）做好政策解读\n解读文件6件。"
    type_in(visit.report, "overview", {"text": text}, by=User.objects.get(username="clerk"))
    return visit.section("overview")


def problems(visit: Visit) -> Window:
    """A pair written, a pair copied from last year, a blank one behind them."""
    published_last_year(visit)
    typed = {"problem_1": "依申请公开答复文书不够规范。", "measure_1": "统一文书样式，股室起草、办公室审核。"}
    type_in(visit.report, "problems", typed, by=User.objects.get(username="clerk"))
    window = visit.section("problems")
    window.page.locator("last-text button").last.click()
    return window


def other_matters(visit: Visit) -> Window:
    """The fee sentence with what is typed."""
    published_last_year(visit)
    window = visit.section("other_matters")
    window.page.locator("#id_notices_issued").fill("3")
    window.page.locator("#id_notices_amount").fill("380.5")
    return window
