"""An authority imports past reports: chosen together, read one by one, corrected, confirmed, published."""

import re

from playwright.sync_api import FilePayload, expect

from govreport.importing.models import ImportItem
from govreport.publishing.models import Publication
from govreport.reports.models import Report
from tests.importing.past import as_page, past
from tests.journeys.conftest import NewWindow
from tests.journeys.windows import Window

FILES = {
    "林业局2019.html": as_page(past(granted=3)),
    "交通局2020.html": as_page(past("云溪县交通局", 2020)),
    "首页.html": b"<p>404</p>",
}


def upload(window: Window) -> None:
    window.page.goto("/desk/imports/")
    window.page.locator("#files").set_input_files(
        [FilePayload(name=name, mimeType="text/html", buffer=data) for name, data in FILES.items()]
    )
    window.button("上传并读取").click()
    window.page.wait_for_url(re.compile(r"/desk/imports/\d+/$"))


def test_files_are_read_corrected_and_kept(report: Report, new_window: NewWindow, quick_pdf: None) -> None:
    window = new_window("authority")

    upload(window)
    lines = window.page.locator(".import-line")
    expect(lines).to_have_count(3)
    expect(lines.nth(1)).to_contain_text("没有叫“云溪县交通局”的单位")
    lines.nth(1).get_by_label("交通局2020.html 的单位").select_option(label="云溪县交通运输局")
    expect(lines.nth(1).get_by_role("checkbox")).to_be_checked()
    assert not Publication.objects.exists()
    window.button("导入选中的文件").click()

    expect(window.page.locator(".import-kept")).to_have_count(2)
    window.page.get_by_role("link", name="云溪县林业局2019年的公开页面").click()
    expect(window.page.get_by_text("历史数据导入", exact=True)).to_be_visible()


def test_without_script_the_same_works_for_a_few_files(
    report: Report, new_window: NewWindow, quick_pdf: None
) -> None:
    window = new_window("authority", script=False)

    upload(window)
    window.button("导入选中的文件").click()

    expect(window.page.get_by_role("status")).to_contain_text(["选中的文件导入了 1 个"])
    assert ImportItem.objects.filter(state="kept").count() == 1


def test_a_server_that_refuses_is_told_and_nothing_is_lost(
    report: Report, new_window: NewWindow, quick_pdf: None
) -> None:
    window = new_window("authority")
    upload(window)
    window.page.context.set_offline(True)

    window.button("导入选中的文件").click()

    expect(window.page.get_by_text("没有导入完：连接中断")).to_be_visible()
    assert not Publication.objects.exists()
