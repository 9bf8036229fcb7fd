"""The desk's pages as HTML: labels, inputs, locked totals, findings at their cells, what is saved."""

import time
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.template.loader import render_to_string

from govreport.desk.pages import EditorPage
from govreport.editions.lookup import edition
from govreport.reports.models import SectionKey
from tests.desk.previews import STALE, home_page, html, table_page, text_page

TABLES = ("disclosure", "applications", "disputes")
RECEIVED = "applications.new_received.natural_person"
GRANTED = "applications.granted.natural_person"


def parsed(source: str) -> Element:
    """A page as a tree; fails on any parse error."""
    tree: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(source)
    return tree


def editor(page: EditorPage) -> Element:
    """The editor's page."""
    return parsed(html("desk/editor.html", page))


def one(page: Element, path: str) -> Element:
    """The only element there."""
    (found,) = page.findall(f".//{path}")
    return found


def by_id(page: Element, name: str | None) -> Element:
    """The element of this id."""
    return one(page, f"*[@id='{name}']")


def text(element: Element) -> str:
    """Its words, without the white space of the template."""
    return "".join("".join(element.itertext()).split())


@pytest.mark.parametrize("key", ["2019", "2021"])
@pytest.mark.parametrize("table", TABLES)
def test_every_entry_is_a_labelled_input_and_every_total_is_locked(table: str, key: str) -> None:
    page = editor(table_page(table, {}, key=key))

    for cell in edition(key).table(table).cells:
        field = by_id(page, str(cell.address))
        assert field.tag == ("output" if cell.total else "input")
        assert field.get("aria-label", "").startswith(cell.name)
        assert cell.total or field.get("name") == str(cell.address)


@pytest.mark.parametrize("table", TABLES)
def test_the_grid_has_the_spans_of_the_official_table(table: str) -> None:
    page = editor(table_page(table, {}))
    official = edition("2021").table(table)

    rows = [*page.findall(".//report-grid//thead/tr"), *page.findall(".//report-grid//tbody/tr")]

    printed = [[int(item.get("colspan", 1)) for item in row if item.tag in ("th", "td")] for row in rows]
    body = [row for group in official.bodies for row in group]
    assert printed == [[item.colspan for item in row] for row in (*official.head, *body)]


def test_a_number_is_asked_for_with_the_fitting_keyboard() -> None:
    page = editor(table_page("disclosure", {}))

    assert by_id(page, "disclosure.licenses.decisions").get("inputmode") == "numeric"
    assert by_id(page, "disclosure.administrative_fees.amount").get("inputmode") == "decimal"


def test_a_finding_is_a_sentence_at_its_cell() -> None:
    page = editor(table_page("applications", {GRANTED: "两件"}))

    field = by_id(page, GRANTED)

    assert field.get("value") == "两件"
    assert field.get("aria-invalid") == "true"
    assert "“两件”不是数字" in text(by_id(page, field.get("aria-describedby")))


def test_the_corner_note_is_judged_per_column() -> None:
    page = editor(table_page("applications", {RECEIVED: "10", GRANTED: "2"}))

    assert text(one(page, "output[@data-balance='natural_person']")) == "相差8"
    assert text(one(page, "output[@data-balance='other_org']")) == "暂无法核对"


def test_a_long_list_of_findings_is_folded() -> None:
    page = editor(table_page("applications", {}))

    assert len(page.findall(".//section[@class='finding-group level-error']/ul/li")) == 8
    assert text(one(page, "aside//summary")) == "其余136处"


def test_the_version_travels_in_the_form() -> None:
    page = editor(table_page("disputes", {}))

    assert one(page, "form//input[@name='version']").get("value") == "7"
    buttons = page.findall(".//form//button[@name='action']")
    assert [button.get("value") for button in buttons] == ["save", "save_next", "fill_zero"]


def test_the_save_bar_says_who_saved_when() -> None:
    page = editor(table_page("disputes", {}))

    assert text(one(page, "*[@data-status]")) == "✓已保存1月12日10:42（由王芳）"


def test_a_refused_save_says_why() -> None:
    page = editor(text_page(SectionKey.OVERVIEW, unsaved="网络不通"))

    assert text(one(page, "*[@data-status]")) == "⚠未保存：网络不通"
    assert one(page, "section-saver").get("data-state") == "refused"


def test_a_stale_save_shows_what_changed_and_keeps_what_was_typed() -> None:
    page = editor(table_page("applications", {GRANTED: "9"}, stale=STALE))

    rows = page.findall(".//section[@role='alert']//tbody/tr")

    assert text(rows[0]) == "（一）予以公开·自然人（空白）8⚠不一致9"
    assert by_id(page, GRANTED).get("value") == "9"


def test_a_reader_cannot_type() -> None:
    page = editor(table_page("applications", {}, editable=False))

    assert all("readonly" in field.attrib for field in page.findall(".//td/input"))
    assert page.findall(".//button[@name='action']") == []


def test_a_reader_whose_save_was_refused_is_told() -> None:
    page = editor(text_page(SectionKey.OVERVIEW, editable=False, unsaved="年报已提交"))

    assert text(one(page, "*[@role='alert']")) == "未保存：年报已提交"
    assert "disabled" in one(page, "fieldset").attrib


def test_a_text_section_has_one_form_and_a_labelled_box() -> None:
    page = editor(text_page(SectionKey.OVERVIEW))

    assert one(page, "main//form//textarea").get("name") == "text"
    assert one(page, "label[@for='id_text']") is not None
    dialogs = page.findall(".//main//dialog//form")
    assert len(page.findall(".//main//form")) == 1 + len(dialogs)


def test_what_was_typed_is_never_markup() -> None:
    page = html("desk/editor.html", table_page("applications", {GRANTED: '"><b>9</b></script>'}))

    assert "<b>9" not in page


def test_the_navigator_says_where_one_is_and_how_each_part_stands() -> None:
    page = editor(table_page("applications", {}))

    items = page.findall(".//nav[@aria-label='报告各部分']//a")

    assert [item.get("aria-current") for item in items].index("page") == 3
    assert text(items[3]).endswith("有问题3处")


def test_the_home_page_has_one_button_a_report() -> None:
    page = parsed(html("desk/home.html", home_page(), "/desk/"))

    rows = page.findall(".//ul[@class='cards']/li")

    assert [len([*row.iter("a"), *row.iter("button")]) for row in rows] == [1, 1, 1, 1]
    assert "今天截止" in text(rows[0])
    assert "已逾期12天" in text(rows[3])


def test_an_empty_desk_says_so() -> None:
    page = parsed(html("desk/home.html", home_page(to_start=(), reports=()), "/desk/"))

    assert "目前没有需要您填报或查看的年报" in text(page)


@pytest.mark.parametrize("template", ["403.html", "404.html", "429.html", "500.html"])
def test_an_error_page_needs_nothing(template: str) -> None:
    page = parsed(render_to_string(template))

    assert text(one(page, "h1"))


def test_the_largest_page_is_made_in_a_moment() -> None:
    page = table_page("applications", {})
    html("desk/editor.html", page)  # compiles the templates

    started = time.perf_counter()
    html("desk/editor.html", page)

    assert time.perf_counter() - started < 1
