"""Whatever people do to the official tables, figures come into their cells or a doubt names them."""

import pytest

from govreport.checks.layout import Unknown, Wording
from govreport.importing.grid import in_rows
from tests.contents import filled
from tests.importing.sources import (
    after,
    doubted,
    drawn,
    figures,
    matched,
    plain,
    relabelled,
)

FILLED = filled(
    "2021",
    {
        "disclosure.normative_documents.in_force": 7,
        "disclosure.penalties.decisions": 31,
        "applications.new_received.natural_person": 5,
        "applications.new_received.total": 5,
        "applications.denied_prohibited_by_law.other_org": 2,
        "applications.other_misc.natural_person": 3,
        "disputes.direct_litigation.pending": 4,
    },
)
OLD = filled("2019", {"disclosure.licenses.decisions": 12, "disclosure.government_rules.disclosed": 3})


def test_the_official_form_has_no_departures_and_no_doubts() -> None:
    found = matched(*drawn(FILLED))

    assert found.figures == FILLED.figures
    assert found.tables == {"disclosure", "applications", "disputes"}
    assert (found.doubts, found.wordings, found.foreign, found.unknown) == ((), (), (), ())


@pytest.mark.parametrize(
    ("table", "official", "seen"),
    [
        ("disclosure", "行政规范性文件", "规范性文件"),
        ("disclosure", "本年处理决定数量", "本年度处理决定数量"),
        ("disclosure", "现行有效件数", "现行有效件"),
        ("applications", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
        ("applications", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开"),
        ("applications", "二、上年结转政府信息公开申请数量", "二、结转政府信息公开申请数量"),
        ("applications", "三、本年度办理结果", "三、本年办理结果"),
        ("disputes", "尚未审结", "未审结"),
    ],
)
def test_a_label_in_other_words_keeps_its_figures_and_is_named(table: str, official: str, seen: str) -> None:
    found = matched(*drawn(FILLED, **{table: relabelled(**{official: seen})}))

    assert found.figures == FILLED.figures
    assert found.wordings == (Wording(table, seen, official),)
    assert not found.doubts


@pytest.mark.parametrize(
    ("official", "seen"),
    [
        ("1.属于国家秘密", "1、属于\n国家 秘密"),
        ("（一）予以公开", "(一) 予以公开"),
        ("第二十条第（五）项", "第二十条第〔五〕项"),
        ("总计", "总 计"),
        ("3.危及“三安全一稳定”", '３.危及"三安全一稳定"'),
    ],
)
def test_another_notation_of_a_label_is_no_other_wording(official: str, seen: str) -> None:
    change = relabelled(**{official: seen})

    found = matched(*drawn(FILLED, disclosure=change, applications=change, disputes=change))

    assert found.figures == FILLED.figures
    assert not found.wordings


def test_heads_whose_second_line_is_lost_keep_their_columns() -> None:
    heads = {"本年新制作数量": "本年新", "本年新公开数量": "本年新", "本年增/减": "本年增/"}

    found = matched(*drawn(OLD, disclosure=relabelled(**heads)), year=2019)

    assert found.figures == OLD.figures
    assert not found.doubts


def test_an_extra_row_is_unknown_and_its_figures_are_doubted() -> None:
    row = plain("其他主动公开文件", "4", "", "9")

    found = matched(*drawn(FILLED, disclosure=after("行政规范性文件", row)))

    assert found.figures == FILLED.figures
    assert found.unknown == (Unknown("disclosure", "其他主动公开文件 | 4 | | 9"),)
    assert doubted(found) == ["disclosure"]


def test_an_extra_row_without_figures_is_unknown_without_a_doubt() -> None:
    found = matched(*drawn(FILLED, disclosure=after("规章", plain("其他主动公开文件", "", "", ""))))

    assert [item.table for item in found.unknown] == ["disclosure"]
    assert not found.doubts


def test_an_extra_column_is_unknown_and_the_others_keep_their_figures() -> None:
    rows = drawn(FILLED)[1]
    rows[0].append(("备注", 3, 1))
    for number, row in enumerate(rows[3:]):
        row.append(("见附表" if number == 1 else "", 1, 1))

    found = matched(rows)

    assert figures(found) == {a: n for a, n in figures(matched(*drawn(FILLED))).items() if "applic" in a}
    assert found.unknown == (Unknown("applications", "备注"),)
    assert doubted(found) == ["applications.carried_in"]


def test_notes_page_numbers_and_empty_rows_are_no_unknown_rows() -> None:
    extra = [
        [("注：统计到12月31日", 1, 10)],
        [("- 5 -", 1, 10)],
        plain(*[""] * 10),
        plain("单位：件", "", ""),
    ]

    found = matched(*drawn(FILLED, applications=after("（一）予以公开", *extra)))

    assert found.figures == FILLED.figures
    assert (found.doubts, found.unknown) == ((), ())


def test_columns_of_the_other_edition_are_named_with_the_rows_own_cells() -> None:
    foreign = [
        plain("信息内容", "上一年项目数量", "本年增/减", "处理决定数量"),
        plain("行政处罚", "20", "减3", "31"),
    ]
    rows = [row for row in drawn(FILLED)[0] if row[0][0] != "行政处罚"]

    found = matched(after("第二十条第（六）项", *foreign)(rows), *drawn(FILLED)[1:])

    assert found.figures == FILLED.figures
    (item,) = found.foreign
    assert (item.row, item.edition, item.seen) == (
        "penalties",
        "2019",
        ("上一年项目数量", "本年增/减", "处理决定数量"),
    )
    assert list(map(str, item.cells)) == ["disclosure.penalties.decisions"]
    assert doubted(found) == ["disclosure.penalties.items_last_year", "disclosure.penalties.items_change"]
    assert found.doubts[0].reason == "行政处罚 · 上一年项目数量：2021年版格式没有这一格，数字没有采用"


def test_a_block_of_the_other_edition_leaves_its_own_cells_blank() -> None:
    heads = {
        "本年制发件数": "本年新制作数量",
        "本年废止件数": "本年新公开数量",
        "现行有效件数": "对外公开总数量",
    }

    found = matched(*drawn(FILLED, disclosure=relabelled(**heads)))

    assert found.edition.key == "2021"
    assert not any(address.row == "normative_documents" for address in found.figures)
    assert [item.row for item in found.foreign] == ["government_rules", "normative_documents"]
    assert "disclosure.normative_documents.disclosed_total" in doubted(found)


def test_one_row_of_other_outcomes_is_taken_as_the_miscellaneous_ones_with_a_doubt() -> None:
    rows = [row for row in drawn(FILLED)[1] if not row[0][0].startswith(("2.申请人", "3.其他"))]
    at = next(n for n, row in enumerate(rows) if row[0][0].startswith("（六）"))
    rows[at] = [("（六）其他处理", 1, 2), *plain("3", "0", "0", "0", "0", "0", "3")]

    found = figures(matched(drawn(FILLED)[0], rows))

    assert found["applications.other_misc.natural_person"] == 3
    assert "applications.other_fee_unpaid.total" not in found
    assert "applications.other_misc" in doubted(matched(drawn(FILLED)[0], rows))


def test_tables_without_their_heads_are_read_by_place() -> None:
    disclosure, applications, disputes = drawn(FILLED)
    kept = [row for row in disclosure if row[0][0] != "信息内容"]

    found = matched(kept, applications[3:], disputes)

    assert found.figures == FILLED.figures


def test_a_strip_without_any_head_is_named_and_not_taken() -> None:
    disclosure, applications, disputes = drawn(FILLED)

    found = matched(disclosure, applications, disputes[-1:])

    assert not any(address.table == "disputes" for address in found.figures)
    assert doubted(found) == ["disputes"]
    assert "disputes" not in found.tables


def test_table_four_in_three_tables_under_their_names_is_read() -> None:
    heads = plain("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    blocks = {"（一）行政复议": "10203", "（二）未经复议直接起诉": "00044", "（三）复议后起诉": "00000"}
    pieces = [piece for name, row in blocks.items() for piece in (name, [heads, plain(*row)])]

    found = figures(matched(*drawn(FILLED)[:2], *pieces))

    assert [found[f"disputes.reconsideration.{c}"] for c in ("upheld", "other_result", "total")] == [1, 2, 3]
    assert found["disputes.direct_litigation.pending"] == 4
    assert found["disputes.litigation_after_reconsideration.total"] == 0


def test_table_four_with_a_label_before_each_row_of_five_is_read() -> None:
    rows = [
        plain("", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"),
        plain("行政复议", *"10203"),
        plain("未经复议直接起诉", *"00044"),
        plain("复议后起诉", *"00000"),
    ]

    found = figures(matched(*drawn(FILLED)[:2], rows))

    assert found["disputes.reconsideration.total"] == 3
    assert found["disputes.direct_litigation.pending"] == 4


def test_a_row_that_goes_on_after_a_page_keeps_its_figures() -> None:
    rows = drawn(FILLED)[1]
    at = next(n for n, row in enumerate(rows) if row[0][0].startswith("2.其他法律"))
    first, rest = rows[: at + 1], rows[at + 1 :]
    first[at][0] = ("2.其他法律行政法", 1, 1)
    torn = [("", 1, 1), ("", 1, 1), ("规禁止公开", 1, 1), *plain(*[""] * 7)]

    found = matched(drawn(FILLED)[0], first, "- 3 -", [torn, *rest], drawn(FILLED)[2])

    assert found.figures == FILLED.figures
    assert not found.doubts


def test_figures_whose_empty_neighbours_vanished_are_not_guessed() -> None:
    found = matched(*drawn(FILLED)[::2], in_rows([["一、本年新收政府信息公开申请数量", "5", "5"]]))

    assert not any(address.table == "applications" for address in found.figures)
    assert doubted(found) == ["applications.new_received"]
    assert "5 | 5" in found.doubts[0].seen


@pytest.mark.parametrize(
    ("row", "person", "total"),
    [
        (["（一）予以公开", "3000003"], 3, 3),
        (["（一）予以公开3000003"], 3, 3),
        (["（一）予以公开", "15", "00000", "15"], 15, 15),
    ],
)
def test_figures_run_together_are_parted_where_the_sum_leaves_one_way(
    row: list[str], person: int, total: int
) -> None:
    found = matched(drawn(FILLED)[0], in_rows([row]))

    assert figures(found)["applications.granted.natural_person"] == person
    assert figures(found)["applications.granted.total"] == total
    assert doubted(found) == ["applications.granted"]


def test_figures_run_together_that_could_be_parted_two_ways_are_doubted() -> None:
    found = matched(drawn(FILLED)[0], in_rows([["（一）予以公开", "120001013"]]))

    assert not any(address.row == "granted" for address in found.figures)
    assert doubted(found) == ["applications.granted"]


def test_rules_run_together_are_parted_when_noughts_leave_one_way() -> None:
    found = matched(in_rows([["规章000"], ["行政规范性文件002"], ["行政许可8"]]))

    assert figures(found)["disclosure.normative_documents.in_force"] == 2
    assert figures(found)["disclosure.licenses.decisions"] == 8


def test_a_row_without_a_name_is_taken_by_its_place_with_a_doubt() -> None:
    found = matched(*drawn(FILLED, applications=relabelled(**{"2.其他法律行政法规禁止公开": ""})))

    assert found.figures == FILLED.figures
    assert doubted(found) == ["applications.denied_prohibited_by_law"]


def test_a_row_with_a_strange_name_between_two_that_belong_together_is_unknown() -> None:
    row = [("（三）小计", 1, 2), *plain(*"0000000")]

    found = matched(*drawn(FILLED, applications=after("8.属于行政查询事项", row)))

    assert found.figures == FILLED.figures
    assert doubted(found) == ["applications"]
    assert len(found.unknown) == 1


def test_a_table_about_the_file_in_front_does_no_harm() -> None:
    about = [plain("索引号", "0000/2024-00001"), plain("发布机构", "云溪县林业局"), plain("总计", "1")]

    found = matched(about, *drawn(FILLED))

    assert found.figures == FILLED.figures
    assert not found.doubts


def test_an_empty_column_in_front_does_no_harm() -> None:
    tables = [[[("", 1, 1), *row] for row in rows] for rows in drawn(FILLED)]

    assert matched(*tables).figures == FILLED.figures


def test_purchases_listed_one_by_one_are_not_added_up() -> None:
    rows = [plain("政府集中采购", f"设备{n}", f"{n}.5万元") for n in range(1, 5)]
    kept = [row for row in drawn(OLD)[0] if row[0][0] != "政府集中采购"]

    found = matched(*[[*kept, *rows], *drawn(OLD)[1:]], year=2019)

    cells = [f"disclosure.centralized_procurement.{column}" for column in ("projects", "amount")]
    assert not set(cells) & set(figures(found))
    assert doubted(found) == cells


def test_the_same_row_twice_with_other_figures_is_doubted_and_not_taken() -> None:
    found = matched(*drawn(FILLED), [plain("行政许可", "6")])

    assert "disclosure.licenses.decisions" not in figures(found)
    assert "0 / 6" in [doubt.seen for doubt in found.doubts]


@pytest.mark.parametrize("sign", ["/", "－", "无", "\xa0", "\u3000"])
def test_a_sign_for_nothing_is_blank_and_doubted_where_the_table_has_noughts(sign: str) -> None:
    rows = drawn(FILLED, disclosure=relabelled(**{"31": sign}))

    found = matched(*rows)

    assert "disclosure.penalties.decisions" not in figures(found)
    assert doubted(found) == ["disclosure.penalties.decisions"]


def test_a_table_that_writes_all_noughts_with_a_sign_has_no_doubts() -> None:
    found = matched(*drawn(FILLED, disclosure=relabelled(**{"0": "/"})))

    assert figures(found)["disclosure.penalties.decisions"] == 31
    assert "disclosure.licenses.decisions" not in figures(found)
    assert not found.doubts


def test_a_total_that_does_not_agree_stays_as_stated() -> None:
    content = filled("2021", {"applications.granted.total": 9})

    assert matched(*drawn(content)).figures == content.figures


@pytest.mark.parametrize(("key", "year"), [("2019", 2022), ("2021", 2020)])
def test_the_labels_decide_on_the_edition_before_the_year_does(key: str, year: int) -> None:
    assert matched(*drawn(filled(key)), year=year).edition.key == key


def test_a_row_that_the_file_has_as_text_is_named_and_not_taken() -> None:
    disclosure, applications, disputes = drawn(FILLED)
    kept = [row for row in disclosure if row[0][0] != "行政处罚"]

    found = matched(kept, "行政处罚 31", applications, disputes)

    assert "disclosure.penalties.decisions" not in figures(found)
    assert doubted(found) == ["disclosure.penalties"]


@pytest.mark.parametrize("alone", [plain("3"), plain("", "3", ""), plain("3", "4"), plain("约3", "约4")])
@pytest.mark.parametrize("table", ["disclosure", "applications", "disputes"])
def test_figures_without_a_name_in_a_table_are_named_and_not_taken(
    table: str, alone: list[tuple[str, int, int]]
) -> None:
    rows = drawn(FILLED, **{table: lambda rows: [*rows[:-1], alone, rows[-1]]})

    found = matched(*rows)

    assert found.figures == FILLED.figures
    assert doubted(found) == [table]


def test_figures_in_a_table_of_their_own_are_named_though_all_tables_are_there() -> None:
    found = matched(*drawn(FILLED), [plain("1", "2", "3")])

    assert found.figures == FILLED.figures
    assert [doubt.seen for doubt in found.doubts] == ["1 | 2 | 3"]


@pytest.mark.parametrize(
    ("table", "label", "row"),
    [
        ("disclosure", "行政处罚", "disclosure.penalties"),
        ("applications", "1.本机关不掌握相关政府信息", "applications.unable_not_held"),
    ],
)
def test_a_figure_that_ran_into_its_label_is_named(table: str, label: str, row: str) -> None:
    seen = f"{label[:-2]}\n25\n{label[-2:]}"

    found = matched(*drawn(FILLED, **{table: relabelled(**{label: seen})}))

    assert found.figures == FILLED.figures
    assert doubted(found) == [row]


def test_the_ordinal_of_a_row_behind_its_groups_name_is_no_figure() -> None:
    label = "1.本机关不掌握相关政府信息"

    found = matched(*drawn(FILLED, applications=relabelled(**{label: f"（四）无法提供 {label}"})))

    assert (found.figures, found.doubts) == (FILLED.figures, ())


def test_the_figures_of_several_rows_in_one_are_named_however_long_their_labels() -> None:
    blob = plain(
        "2.重复申请\n3.要求提供公开出版物\n（五）不予处理\n4.无正当理由大量反复申请\n5." + "要求确认" * 8, "5"
    )

    found = matched(*drawn(FILLED, applications=after("（一）予以公开", blob)))

    assert doubted(found) == ["applications"]
