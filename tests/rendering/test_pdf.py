"""The PDF: complete, tagged, set after GB/T 9704, the same bytes every time."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from govreport.editions.cells import Content, Signature
from govreport.editions.lookup import edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Cell, Heading, Table
from govreport.rendering.document import document
from govreport.rendering.html import STATIC
from govreport.rendering.pdf import ForbiddenUrl, StaticFilesOnly, pdf
from govreport.rendering.renderers import RENDERERS
from tests.contents import blank, filled
from tests.rendering.reports import NAMES, Printed, report, squeezed

MM = 72 / 25.4
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def labels(table: Table) -> list[str]:
    """Every printed label of a table."""
    rows = (*table.head, *(row for body in table.bodies for row in body))
    return [squeezed(item.label) for row in rows for item in row if isinstance(item, Heading)]


def texts(data: bytes) -> list[str]:
    """The text of every page, without white space."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def test_every_label_and_every_row_of_figures_is_in_the_text(printed: Printed) -> None:
    text = "".join(printed.pages)

    for table in edition(printed.content.edition).tables:
        assert [label for label in labels(table) if label not in text] == []
        for row in (row for body in table.bodies for row in body):
            numbers = [printed.content.figure(item.address) for item in row if isinstance(item, Cell)]
            assert "".join(plain(number) for number in numbers if number is not None) in text


def test_the_narrative_the_fee_and_the_note_are_in_the_text(printed: Printed) -> None:
    text = re.sub(r"—\d+—", "", "".join(printed.pages))

    for part in printed.content.narrative.values():
        assert squeezed(part) in text
    assert "实际收取的总金额为0.5元。" in text
    assert "含委托实施的许可" in text


def test_every_table_is_whole_on_one_page_with_its_heading(printed: Printed) -> None:
    for table in edition(printed.content.edition).tables:
        wanted = [squeezed(table.title), *labels(table)]
        assert [page for page in printed.pages if all(label in page for label in wanted)], table.key


def test_no_page_ends_with_a_heading(printed: Printed) -> None:
    headings = {squeezed(section.heading) for section in edition(printed.content.edition).sections}

    lasts = [re.sub(r"—\d+—", "", page)[-40:] for page in printed.pages]

    assert [last for last in lasts if any(last.endswith(heading) for heading in headings)] == []


def test_all_fonts_are_embedded(printed: Printed) -> None:
    fonts = printed.ask("pdffonts").splitlines()[2:]

    assert len(fonts) >= 4
    assert [font for font in fonts if re.search(r" yes +\w+ +\w+ +\d+ +\d+$", font) is None] == []


def test_the_file_is_tagged_and_says_what_it_is(printed: Printed) -> None:
    info = dict(re.findall(r"(?m)^(.+?): +(.*)$", printed.ask("pdfinfo")))

    assert info["Tagged"] == "yes"
    assert info["Title"] == document(printed.content).name
    assert info["Author"] == printed.content.agency_name
    assert "CreationDate" not in info
    assert str(PdfReader(printed.path).root_object["/Lang"]) == "zh-CN"


def test_the_paper_is_A4_and_nothing_stands_in_the_margins(printed: Printed) -> None:
    layout = printed.ask("pdftotext", "-bbox")
    boxes = [tuple(float(number) / MM for number in box) for box in WORD.findall(layout)]

    assert "595.276 x 841.89 pts (A4)" in printed.ask("pdfinfo")
    assert min(left for left, _, _, _ in boxes) >= 28 - 0.1
    assert max(right for _, _, right, _ in boxes) <= 210 - 26 + 0.3
    assert min(top for _, top, _, _ in boxes) >= 37 - 0.1
    text = [bottom for _, top, _, bottom in boxes if top < 297 - 35]
    assert max(text) <= 297 - 35 + 0.5


def test_page_numbers_stand_outside_right_on_odd_and_left_on_even_pages(printed: Printed) -> None:
    for number, page in enumerate(printed.pages, start=1):
        assert page.endswith(f"—{number}—")
        layout = printed.ask("pdftotext", "-bbox", "-f", str(number), "-l", str(number))
        lefts = [float(x) / MM for x, y, _, _ in WORD.findall(layout) if float(y) / MM > 297 - 35]
        assert (min(lefts) > 105) == (number % 2 == 1)


def test_the_lines_of_a_paragraph_end_at_the_right_margin(tmp_path: Path) -> None:
    text = "全年公开信息652条，其中动态612条，占93.9%；通过“微信”发布40条，" * 4
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(document(replace(blank(), narrative={"preamble": text}))))

    layout = Printed(blank(), path).ask("pdftotext", "-bbox-layout", "-l", "1")
    rights = [float(right) / MM for _, top, right, _ in LINE.findall(layout) if 75 < float(top) / MM < 120]

    assert len(rights) == 4
    assert min(rights[:-1]) > 210 - 26 - 1


def test_the_same_content_gives_the_same_bytes(printed: Printed) -> None:
    assert RENDERERS["pdf"].render(printed.content) == printed.path.read_bytes()


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_an_empty_report_renders_with_all_headings(key: str) -> None:
    text = "".join(texts(pdf(document(Content(key, None, None, {})))))

    for section in edition(key).sections:
        assert section.heading in text


def test_the_largest_figures_fit_their_cells(tmp_path: Path) -> None:
    figures = dict.fromkeys(edition("2021").cells, 99_999_999)
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(document(replace(filled("2021"), figures=figures))))

    layout = Printed(blank(), path).ask("pdftotext", "-bbox")
    words = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">9{8}<', layout)

    assert len(words) == len(figures)
    assert max(float(right) - float(left) for left, right in words[10:]) < 10.4 * MM


def test_text_that_looks_like_markup_or_is_no_text_is_set_as_text() -> None:
    hostile = "甲<script>x</script>&amp;\x00\x1b\u202e乙<img src=http://example.org/x.png>丙"

    text = "".join(texts(pdf(document(replace(blank(), narrative={"overview": hostile})))))

    assert "甲<script>x</script>&amp;乙<imgsrc=http://example.org/x.png>丙" in text


def test_a_very_long_narrative_runs_over_many_pages_with_all_its_text() -> None:
    narrative = {"overview": "\n".join(f"第{number}段，{'公开信息' * 30}。" for number in range(60))}

    pages = texts(pdf(document(replace(filled("2021"), narrative=narrative))))

    assert len(pages) > 15
    assert "第59段，" in "".join(pages)


@pytest.mark.matrix
@pytest.mark.parametrize("lines", range(22))
def test_the_signature_is_never_alone_on_a_page(lines: int) -> None:
    narrative = {"problems": "一行文字\n" * lines, "other_matters": "没有其他事项。"}
    signed = Signature("云溪县林业局", date(2024, 1, 26))

    last = texts(pdf(document(replace(blank(), narrative=narrative, signature=signed))))[-1]

    assert "没有其他事项。云溪县林业局2024年1月26日" in last


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/x.css",
        "https://example.org/x.css",
        "ftp://example.org/x",
        "data:text/css,p{}",
        "file:///etc/hostname",
        "file://example.org/etc/hostname",
        f"{STATIC.as_uri()}/../manage.py",
        f"{STATIC.as_uri()}/%2e%2e/manage.py",
        "css/report.css",
    ],
)
def test_nothing_outside_the_static_files_is_fetched(address: str) -> None:
    with pytest.raises(ForbiddenUrl):
        StaticFilesOnly().fetch(address)


def test_a_static_file_is_fetched() -> None:
    response = StaticFilesOnly().fetch((STATIC / "css" / "print.css").as_uri())

    data = response.read()

    response.close()
    assert b"@page" in data


@pytest.mark.parametrize("name", NAMES)
def test_a_report_needs_nothing_fetched(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(StaticFilesOnly, "fetch", lambda self, url, headers=None: asked.append(url))

    pdf(document(report(name)))

    assert asked == []


def test_a_mark_stands_in_the_margin_of_the_first_page_and_moves_nothing() -> None:
    mark = "历史数据导入：按原公开文件收录"
    content = filled("2021")

    before, after = (texts(RENDERERS["pdf"].render(content, text)) for text in ("", mark))

    assert after[0].replace(squeezed(mark), "", 1) == before[0] != after[0]
    assert after[1:] == before[1:]
