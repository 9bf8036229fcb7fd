"""Our own workbooks come back as they were, and are known by whose they are."""

import datetime
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from govreport.editions.cells import Address, Contact, Content, Period, ProcessingFee, Signature
from govreport.editions.lookup import edition
from govreport.editions.relations import with_totals
from govreport.importing.reading import read
from govreport.importing.workbooks import refuse_other, stamp_of
from govreport.rendering import interchange
from govreport.rendering.document import without_hidden_signs
from govreport.rendering.xlsx import workbook
from govreport.rendering.xlsx_template import template
from tests.contents import CORPUS, blank, filled
from tests.rendering.reports import NAMES, report

# The form of 2019 prints no unit of money there: whoever reads it cannot be sure.
WITHOUT_UNIT = {"disclosure.centralized_procurement.amount"}
CELL = Address("applications", "granted", "natural_person")
WHOLE = replace(
    filled("2021", {"disclosure.administrative_fees.amount": Decimal("24252.311082")}),
    agency_code="yunxi-lyj",
    scope="aggregate",
    period=Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 30)),
    title="云溪县林业局2023年政府信息公开工作年度报告",
    contact=Contact("办公室", "府城街1号", "048000", "0000-0000000", "a@example.gov.cn"),
    narrative={
        "preamble": "甲\n\n乙\n",
        "overview": "=1+1\n  缩进\n" + "长" * 1500,
        "problems": "",
        "other_matters": "https://www.example.gov.cn\n0001\n（文字部分）",
    },
    processing_fee=ProcessingFee(2, Decimal("0.5"), Decimal("120")),
    notes={str(CELL): "含转办\n2件", "disputes": "另附"},
    signature=Signature("云溪县林业局", datetime.date(2024, 1, 26)),
    version=3,
)
# Signs that mean something to the format, and any others that a report may hold.
TEXTS = st.text(
    st.sampled_from("甲乙 \n\t\r\x0b\x85\u2028_x0041=+'\"<>&;\xa0\u3000\U00020000（）0")
    | st.characters(exclude_categories=["Cs"]),
    max_size=30,
).filter(lambda text: without_hidden_signs(text) == text)


def edited(data: bytes, sheet: str, cells: dict[str, int | str]) -> bytes:
    """A workbook after somebody has written into these cells."""
    book = load_workbook(io.BytesIO(data))
    for place, value in cells.items():
        book[sheet][place] = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_published_figures_come_back_from_our_workbook(path) -> None:  # type: ignore[no-untyped-def]
    content = interchange.read(path.read_bytes()).content

    found = read("report.xlsx", workbook(content))

    assert found.content == content
    assert {doubt.cell for doubt in found.doubts} <= WITHOUT_UNIT


@pytest.mark.parametrize("content", [*map(report, NAMES), WHOLE, blank(), blank("2019")])
def test_everything_a_report_says_comes_back_from_our_workbook(content: Content) -> None:
    found = read("report.xlsx", workbook(content))

    assert found.content == content
    assert {doubt.cell for doubt in found.doubts} <= WITHOUT_UNIT


@settings(derandomize=True, database=None, deadline=None, max_examples=50)
@given(TEXTS, TEXTS)
def test_any_text_comes_back_as_it_was(text: str, note: str) -> None:
    notes = {"disclosure": note} if note else {}
    content = replace(
        blank(), narrative={"preamble": text, "overview": note}, title=text or None, notes=notes
    )

    assert read("report.xlsx", workbook(content)).content == content


def test_a_saved_copy_still_says_everything() -> None:
    found = read("report.xlsx", edited(workbook(WHOLE), "基本信息", {}))

    assert found.content == WHOLE


def test_what_somebody_changed_in_the_sheets_is_read() -> None:
    data = edited(workbook(WHOLE), "三、收到和处理政府信息公开申请情况", {"D9": 7})
    data = edited(data, "文字部分", {"B1": "丙"})
    data = edited(data, "基本信息", {"B21": "2024/2/1"})

    content = read("report.xlsx", data).content

    assert content.figure(CELL) == 7
    assert content.part("preamble") == "丙\n\n乙\n"
    assert content.signature == Signature("云溪县林业局", datetime.date(2024, 2, 1))


def test_a_line_that_cannot_be_read_is_a_doubt_in_its_place() -> None:
    (doubt,) = read("report.xlsx", edited(workbook(WHOLE), "基本信息", {"B21": "月底"})).doubts

    assert (doubt.cell, doubt.seen, doubt.place) == ("signature", "月底", "工作表“基本信息”的 B21")


def test_a_workbook_without_the_sheet_of_facts_still_gives_its_figures() -> None:
    book = load_workbook(io.BytesIO(workbook(WHOLE)))
    del book["基本信息"]
    stream = io.BytesIO()
    book.save(stream)

    assert read("report.xlsx", stream.getvalue()).content.figures == WHOLE.figures


def test_a_template_gives_back_the_figures_of_its_draft_and_nothing_else() -> None:
    draft = replace(filled("2021", {str(CELL): 5}), agency_code="yunxi-lyj")
    figures = with_totals(draft.figures, edition("2021"))

    found = read("template.xlsx", template(draft, previous=filled("2019")))

    assert found.content == replace(draft, figures=figures, narrative={}, totals_stated=False)
    assert found.doubts == ()


def test_totals_of_a_template_follow_the_cells_that_a_program_filled_in() -> None:
    data = edited(template(blank()), "三、收到和处理政府信息公开申请情况", {"D9": 7, "E9": 2})

    content = read("template.xlsx", data).content

    assert content.figure(replace(CELL, column="total")) == 9
    assert content.figure(Address("applications", "results_total", "total")) == 9


def test_an_entry_of_a_template_that_is_no_number_is_a_doubt_in_its_place() -> None:
    data = edited(template(blank()), "三、收到和处理政府信息公开申请情况", {"D9": "七"})

    found = read("template.xlsx", data)

    assert found.content.unread == {CELL: "七"}
    assert [doubt.place for doubt in found.doubts] == ["工作表“三、收到和处理政府信息公开申请情况”的 D9"]


def test_a_template_says_whose_it_is() -> None:
    stamp = stamp_of(template(WHOLE))

    assert stamp is not None
    assert (stamp.agency_code, stamp.year, stamp.edition) == ("yunxi-lyj", 2023, "2021")
    assert refuse_other(stamp, agency_code="yunxi-lyj", year=2023, edition="2021") == ""


def test_a_template_of_another_agency_year_and_edition_is_refused_by_name() -> None:
    stamp = stamp_of(template(WHOLE))

    assert stamp is not None
    assert refuse_other(stamp, agency_code="yunxi-jyj", year=2020, edition="2019") == (
        "这是“云溪县林业局”2023年的填报模板（2021年版格式），"
        "不是本机关的，不是2020年的，不是2019年版格式的，请下载本单位本年度的模板"
    )


def test_a_workbook_of_other_hands_has_no_stamp() -> None:
    stream = io.BytesIO()
    Workbook().save(stream)

    assert stamp_of(stream.getvalue()) is None


def test_what_was_written_into_our_workbook_where_nothing_is_read_is_named() -> None:
    data = edited(workbook(WHOLE), "文字部分", {"B1": "改了前面的名称", "A1": "另一部分", "B20": "补在最后"})
    data = edited(data, "基本信息", {"A30": "备注项", "B30": "补充"})

    found = read("report.xlsx", data)

    assert [(doubt.cell, doubt.seen) for doubt in found.doubts if doubt.cell not in WITHOUT_UNIT] == [
        ("", "补充"),
        ("preamble", "改了前面的名称 乙 补在最后"),
    ]
