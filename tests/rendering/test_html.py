"""The HTML page: valid, accessible by structure, and safe."""

from collections import Counter
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from govreport.editions.cells import Content, Signature
from govreport.editions.lookup import edition
from govreport.rendering.document import document
from govreport.rendering.html import article, page
from tests.contents import blank, filled
from tests.rendering.reports import NAMES, report, squeezed

HOSTILE = "甲<script>alert(1)</script>&amp; &\x00\x1b\u202e<!-- ]]> \"'\ufffe\ud800 乙\n</style></textarea>丙"


def parsed(content: Content) -> Element:
    """The page as a tree; fails on any parse error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page(document(content)))
    return tree


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_valid_and_says_what_it_is(name: str) -> None:
    content = report(name)

    tree = parsed(content)

    assert tree.get("lang") == "zh-CN"
    assert tree.findtext("head/title") == document(content).name
    authors = [meta.get("content") for meta in tree.iter("meta") if meta.get("name") == "author"]
    assert authors == [content.agency_name]


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_cell_stands_under_its_address(key: str) -> None:
    content = filled(key)
    figures = dict(zip(content.figures, range(len(content.figures)), strict=True))

    tree = parsed(replace(content, figures=figures))

    cells = {cell.get("id"): cell.text for cell in tree.iter("td") if cell.get("id")}
    assert cells == {str(address): str(number) for address, number in figures.items()}


def test_ids_are_unique() -> None:
    ids = Counter(element.get("id") for element in parsed(filled("2021")).iter() if element.get("id"))

    assert [key for key, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_heading_has_its_scope_and_every_table_its_caption(key: str) -> None:
    tree = parsed(filled(key))

    assert {head.get("scope") for head in tree.iter("th")} == {"col", "colgroup", "row", "rowgroup"}
    assert [caption.text for caption in tree.iter("caption")] == [
        table.title for table in edition(key).tables
    ]


@pytest.mark.parametrize("key", ["2019", "2021"])
def test_every_label_of_the_form_is_printed_in_order(key: str) -> None:
    tree = parsed(filled(key))

    printed = [squeezed("".join(item.itertext())) for item in tree.iter() if item.tag in {"th", "td"}]

    official = [
        item.label if hasattr(item, "label") else "0"
        for table in edition(key).tables
        for row in (*table.head, *(row for body in table.bodies for row in body))
        for item in row
    ]
    assert printed == official


def test_spans_of_one_are_not_written() -> None:
    html = article(document(filled("2021")))

    assert 'span="1"' not in html
    assert 'rowspan="22"' in html


def test_the_article_has_no_style_and_no_script_of_its_own() -> None:
    tree = parsed(replace(filled("2021"), narrative={"overview": HOSTILE}))
    body = tree.find("body")

    assert body is not None
    assert not [item for item in body.iter() if item.tag in {"style", "script"} or item.get("style")]


def test_hostile_text_is_printed_as_text() -> None:
    content = replace(
        blank(),
        agency_name=HOSTILE,
        narrative=dict.fromkeys(("preamble", "overview", "problems", "other_matters"), HOSTILE),
        notes={"disputes": HOSTILE},
    )

    tree = parsed(content)

    assert [item.text for item in tree.iter("p")][:2] == [
        "甲<script>alert(1)</script>&amp; &<!-- ]]> \"' 乙",
        "</style></textarea>丙",
    ]


def test_an_empty_report_has_all_parts_and_no_paragraph() -> None:
    tree = parsed(Content("2021", None, None, {}))

    assert len(list(tree.iter("h2"))) == 6
    assert list(tree.iter("p")) == []
    assert {cell.text for cell in tree.iter("td") if cell.get("id")} == {None}


@pytest.mark.parametrize(("name", "wide"), [("云溪县林业局", False), ("某" * 23, True)])
def test_a_long_signature_takes_the_whole_width(name: str, wide: bool) -> None:
    html = article(document(replace(blank(), signature=Signature(name))))

    assert ("report-signoff-long" in html) == wide


def test_the_tables_can_be_reached_and_scrolled_by_keyboard() -> None:
    frames = [item for item in parsed(blank()).iter("div") if item.get("role") == "region"]

    assert [(frame.get("tabindex"), (frame.get("aria-label") or "")[:2]) for frame in frames] == [
        ("0", "二、"),
        ("0", "三、"),
        ("0", "四、"),
    ]
