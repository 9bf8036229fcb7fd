"""A visitor who has not signed in checks a file, follows the signs, and looks at the next one."""

from playwright.sync_api import Page, expect

from tests.checked_files import html_report


def test_a_visitor_checks_a_file_and_reads_what_is_wrong_with_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="上传检查").click()
    page.locator("#id_report").set_input_files(
        {"name": "年报.html", "mimeType": "text/html", "buffer": html_report()}
    )
    page.get_by_role("button", name="检查", exact=True).click()

    expect(page.get_by_role("heading", level=1).first).to_contain_text("处必须改正")
    expect(page.locator(".check-facts")).to_contain_text("云溪县林业局")
    expect(page.locator("#doubts")).to_be_visible()
    page.locator("li", has_text="T202").get_by_role("link").first.click()
    cell = page.locator('[id="applications.results_total.natural_person"]')
    expect(cell).to_be_in_viewport()
    cell.get_by_role("link", name="强制").click()
    expect(page.locator("li:target")).to_contain_text("T202")


def test_what_cannot_be_read_is_said_beside_the_field_and_can_be_mended(page: Page) -> None:
    page.goto("/check/")
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("#error_1_id_report")).to_have_text("请选择要检查的文件")

    page.locator("#id_report").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": "没有表".encode()}
    )
    page.get_by_role("button", name="检查", exact=True).click()

    expect(page.locator("#error_1_id_report")).to_contain_text("没有找到年度报告的三张表")
