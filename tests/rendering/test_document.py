"""The document model: what is printed, in which order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from govreport.editions.cells import Address, ProcessingFee, Signature
from govreport.editions.schema import Heading
from govreport.rendering.document import Figure, Grid, Paragraph, document, fee_sentence, paragraphs
from tests.contents import blank, filled

LICENSES = Address("disclosure", "licenses", "decisions")


def printed_figures(grid: Grid) -> dict[str, str]:
    """The printed text of every figure of a table, by address."""
    return {
        str(item.address): item.text
        for body in grid.bodies
        for row in body
        for item in row
        if isinstance(item, Figure)
    }


def table(key: str, content: object = None) -> Grid:
    """One table of a document; of a blank one unless a content is given."""
    made = document(content or blank())  # type: ignore[arg-type]  # only contents are given
    return next(part.table for part in made.parts if part.table and part.key == key)


def test_the_title_is_the_agency_and_the_year_on_two_lines() -> None:
    made = document(replace(blank(), title="关于公开工作的报告"))

    assert made.title == ("云溪县林业局", "2023年政府信息公开工作年度报告")
    assert made.name == "云溪县林业局2023年政府信息公开工作年度报告"


@pytest.mark.parametrize("missing", ["agency_name", "year"])
def test_a_stated_title_stands_in_when_agency_or_year_is_unknown(missing: str) -> None:
    content = replace(blank(), title="林业局 2023年年报", **{missing: None})  # type: ignore[arg-type]

    assert document(content).title == ("林业局 2023年年报",)


def test_without_agency_year_and_title_the_name_of_the_form_is_the_title() -> None:
    made = document(replace(blank(), agency_name=None, year=None))

    assert made.title == ("政府信息公开工作年度报告",)


def test_the_six_parts_come_in_official_order_with_official_headings() -> None:
    headings = [part.heading for part in document(blank()).parts]

    assert [heading[:2] for heading in headings] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert headings[4] == "五、存在的主要问题及改进情况"


def test_a_blank_cell_prints_empty_and_zero_prints_0() -> None:
    content = filled("2021", {"disclosure.licenses.decisions": None})

    texts = printed_figures(table("disclosure", content))

    assert texts["disclosure.licenses.decisions"] == ""
    assert texts["disclosure.penalties.decisions"] == "0"


def test_an_unread_entry_prints_empty() -> None:
    content = replace(blank(), unread={LICENSES: "若干"})

    assert printed_figures(table("disclosure", content))[str(LICENSES)] == ""


def test_money_prints_as_shortest_decimal() -> None:
    content = replace(
        blank(), figures={Address("disclosure", "administrative_fees", "amount"): Decimal("59237.244900")}
    )

    texts = printed_figures(table("disclosure", content))

    assert texts["disclosure.administrative_fees.amount"] == "59237.2449"


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("key", "labels", "figures"),
    [("disclosure", 1, None), ("applications", 3, (7,)), ("disputes", 0, (5, 10))],
)
def test_columns_are_divided_into_labels_and_groups_of_figures(
    edition: str, key: str, labels: int, figures: tuple[int, ...] | None
) -> None:
    grid = table(key, filled(edition))

    assert grid.label_columns == labels
    assert grid.figure_columns == (figures or ((3,) if edition == "2021" else (4,)))


def test_every_row_of_the_grid_is_filled_to_its_width() -> None:
    grid = table("applications")
    open_spans: list[int] = []
    for row in (*grid.head, *grid.bodies[0]):
        width = len([left for left in open_spans if left > 0]) + sum(item.colspan for item in row)
        open_spans = [left - 1 for left in open_spans if left > 1]
        for item in row:
            if isinstance(item, Heading) and item.rowspan > 1:
                open_spans += [item.rowspan - 1] * item.colspan
        assert width == grid.label_columns + sum(grid.figure_columns)


def test_notes_of_a_table_come_before_the_notes_of_its_cells() -> None:
    notes = {str(LICENSES): "含委托\n许可", "disclosure": "按制发机关统计", "applications": "其他"}

    assert table("disclosure", replace(blank(), notes=notes)).notes == (
        "注1：按制发机关统计",
        "注2：行政许可 · 本年处理决定数量：含委托 许可",
    )


def test_a_single_note_has_no_number() -> None:
    assert table("disputes", replace(blank(), notes={"disputes": "含续办"})).notes == ("注：含续办",)


def test_the_fee_sentence_follows_the_other_matters() -> None:
    fee = ProcessingFee(0, Decimal(0), Decimal("0"))
    content = replace(blank(), processing_fee=fee, narrative={"other_matters": "无。"})

    assert [paragraph.text for paragraph in document(content).parts[5].paragraphs] == [
        "无。",
        "本年度收取信息处理费情况：发出收费通知0件，通知收取的总金额为0元，实际收取的总金额为0元。",
    ]


def test_figures_that_are_not_stated_are_left_out_of_the_fee_sentence() -> None:
    fee = ProcessingFee(notices_issued=3, collected_amount=Decimal("400.50"))

    assert fee_sentence(fee) == ("本年度收取信息处理费情况：发出收费通知3件，实际收取的总金额为400.5元。")
    assert fee_sentence(ProcessingFee()) == ""
    assert document(replace(blank(), processing_fee=ProcessingFee(), narrative={})).parts[5].paragraphs == ()


def test_the_signature_prints_the_date_without_leading_zeros() -> None:
    made = document(replace(blank(), signature=Signature("云溪县林业局", date(2024, 1, 6))))

    assert made.signoff is not None
    assert (made.signoff.name, made.signoff.date) == ("云溪县林业局", "2024年1月6日")


@pytest.mark.parametrize("signature", [None, Signature(), Signature(" ")])
def test_nothing_is_signed_without_name_and_date(signature: Signature | None) -> None:
    assert document(replace(blank(), signature=signature)).signoff is None


def test_lines_become_paragraphs_and_blank_lines_go() -> None:
    assert paragraphs("甲\r\n\n \u3000\n  乙\u2028丙") == (Paragraph("甲"), Paragraph("乙"), Paragraph("丙"))


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("（一）主动公开情况", "second"),
        ("(十二)其他", "second"),
        ("（一）主动公开。全年公开信息652条。", "body"),
        ("（一）加强培训；", "body"),
        (f"（一）{'很长的一行' * 6}", "body"),
        ("1.制度建设", "third"),
        ("2．制度建设", "third"),
        ("3、制度建设", "third"),
        ("1.5万人次参加活动", "body"),
        ("2023年情况", "body"),
        ("一是公开不够", "body"),
    ],
)
def test_a_short_numbered_line_is_a_heading(line: str, level: str) -> None:
    assert paragraphs(line) == (Paragraph(line, level),)  # type: ignore[arg-type]  # one of the three


def test_characters_that_are_no_text_or_turn_the_direction_are_dropped() -> None:
    assert paragraphs("公\x00开\x1b\u202e信\u2067息\ud800\ufffe\U0001ffff\u200b")[0].text == "公开信息"
