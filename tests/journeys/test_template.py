"""The Excel template: downloaded, filled in, tried, corrected, imported."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from govreport.editions.cells import Address
from govreport.editions.lookup import edition
from govreport.importing.models import Proposal
from govreport.reports.entries import figures_of
from govreport.reports.models import Report
from tests.contents import published
from tests.importing.report_files import ReportFile, workbook_with
from tests.journeys.conftest import NewWindow
from tests.journeys.windows import Window

SEED = "shanxi-zezhou-ziranziyuanju-2023"
GRANTED = "applications.granted.natural_person"
RECEIVED = "applications.new_received.natural_person"
PLACE = "工作表“三、收到和处理政府信息公开申请情况”的 "
TABLES = ("disclosure", "applications", "disputes")


def seed() -> dict[str, str]:
    """The published figures as they are typed, the wrong column put right."""
    figures = published(SEED).figures
    entries = [cell.address for table in TABLES for cell in edition("2021").entries(table)]
    return {str(address): str(figures[address]) for address in entries} | {GRANTED: "8"}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_template_is_filled_in_tried_corrected_and_imported(
    report: Report, new_window: NewWindow, script: bool
) -> None:
    window = new_window("clerk", script=script)
    window.page.goto(f"/desk/reports/{report.pk}/import/")
    template = downloads(window)

    tries(window, workbook_with(template, seed() | {GRANTED: "八件"}))
    imports(window, workbook_with(template, seed()))

    assert figures_of(report) == {Address.parse(name): int(text) for name, text in seed().items()}


def downloads(window: Window) -> bytes:
    with window.page.expect_download() as waiting:
        window.page.get_by_role("link", name="下载 Excel 模板").click()
    assert waiting.value.suggested_filename == "泽州县自然资源局2023年报填报模板.xlsx"
    return Path(waiting.value.path()).read_bytes()


def tries(window: Window, file: ReportFile) -> None:
    """Everything at once, each with sheet and cell; nothing is stored."""
    window.choose(file, "仅校验")
    expect(window.page.get_by_role("status").first).to_contain_text("校验完毕")
    doubt = window.page.locator("#doubts li")
    expect(doubt).to_contain_text("文件写的是“八件”")
    expect(doubt).to_contain_text(PLACE)
    expect(window.findings("T203").first).to_contain_text(PLACE)
    assert not Proposal.objects.exists()


def imports(window: Window, file: ReportFile) -> None:
    window.choose(file, "导入")
    expect(window.page.locator("#doubts")).to_have_count(0)
    with window.page.expect_navigation():
        window.button("确认导入").click()
    expect(window.page.get_by_role("status").first).to_contain_text("已从“填报模板.xlsx”导入")
    window.page.goto(window.page.url.rsplit("/", 2)[0] + "/applications/")
    window.shows({RECEIVED: "8", GRANTED: "8"})
    expect(window.findings("T203")).to_have_count(0)
