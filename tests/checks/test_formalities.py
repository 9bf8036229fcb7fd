"""F104, F105, F110: what must be named, what must not be left in the text, title and signature."""

from dataclasses import replace
from datetime import date

import pytest

from govreport.checks.finding import Finding, Level
from govreport.checks.subject import AgencyFacts
from govreport.editions.cells import Contact, Content, Period, Signature
from tests.checks.narrative.agencies import BUREAU, COMMISSION, COUNTY, OFFICE, STREET, TOWN, ZONE
from tests.contents import NARRATIVE, anchors, blank, filled, judged

BASIS = "根据《中华人民共和国政府信息公开条例》编制本报告。"
PERIOD = "数据的统计期限为2023年1月1日至12月31日。"
CONTACT = "如对本报告有疑问，请与本局办公室联系（电话：0000-0000000）。"
NAMED = {"编制依据": BASIS, "统计期限": PERIOD, "联系方式": CONTACT}
SIGNED = Signature("云溪县林业局", date(2024, 1, 9))


def _found(content: Content, code: str, agency: AgencyFacts | None = None) -> list[Finding]:
    return [one for one in judged(content, agency=agency).findings if one.code == code]


def _naming(preamble: str, overview: str = "一切工作都正常开展着。") -> Content:
    """A file's content."""
    return replace(filled("2021"), narrative=NARRATIVE | {"preamble": preamble, "overview": overview})


@pytest.mark.parametrize("lacking", NAMED)
def test_F104_finds_what_neither_preamble_nor_overview_names(lacking: str) -> None:
    text = "\n".join(words for name, words in NAMED.items() if name != lacking)
    (finding,) = _found(_naming(text), "F104")

    assert (finding.level, finding.part) == (Level.QUERY, "preamble")
    assert finding.message == f"前言和总体情况都没有写明：{lacking}"


def test_F104_finds_all_that_is_lacking_at_once() -> None:
    (finding,) = _found(_naming(""), "F104")

    assert finding.message == "前言和总体情况都没有写明：编制依据、统计期限、联系方式"


@pytest.mark.parametrize(
    ("preamble", "overview"),
    [
        (BASIS + PERIOD + CONTACT, "一切工作都正常开展着。"),
        ("", BASIS + PERIOD + CONTACT),
        (BASIS, "数据从1月至12月。联系电话：0000-0000000。"),
        (
            "按照国办公开办函〔2021〕30号的格式编制。",
            "时间为２０２３年１月１日至１２月３１日，电子邮箱 a@b.example。",
        ),
        (BASIS + "统计周期为全年。", "欢迎来电联系。"),
    ],
)
def test_F104_passes_either_place_and_many_words(preamble: str, overview: str) -> None:
    assert _found(_naming(preamble, overview), "F104") == []


@pytest.mark.parametrize(
    ("contact", "found"),
    [("办公室在三楼。", 1), ("请与办公室联系。", 0), ("电话：0000-0000000。", 0), ("邮箱：a@b.example。", 0)],
)
def test_F104_at_the_edge_an_office_alone_is_no_contact(contact: str, found: int) -> None:
    assert len(_found(_naming(BASIS + PERIOD + contact), "F104")) == found


def test_F104_at_the_edge_fields_that_nobody_prints_are_not_the_text() -> None:
    year, contact = Period(date(2023, 1, 1), date(2023, 12, 31)), Contact(telephone="0000-0000000")

    (finding,) = _found(replace(_naming(BASIS), period=year, contact=contact), "F104")

    assert finding.message.endswith("统计期限、联系方式")


def test_F104_at_the_edge_leaves_a_report_without_text_to_F103() -> None:
    assert _found(_naming(" \n", " 　"), "F104") == []


def _reading(text: str, part: str = "overview") -> list[Finding]:
    return _found(replace(filled("2021"), narrative={part: text}), "F105")


def test_F105_finds_residue_and_counts_its_places() -> None:
    (finding,) = _reading("主动公开XX条。收到申请XX件。")

    assert finding.level is Level.ERROR
    assert (finding.part, finding.passage) == ("overview", "主动公开XX条")
    assert finding.message == "“一、总体情况”里还留有“XX”（2 处）"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[bookmark: _GoBack]公开信息20条。", "[bookmark"),
        ("××局高度重视。", "××"),
        ("ＸＸ镇高度重视。", "ＸＸ"),
        ("20XX年公开信息20条。", "20XX"),
        ("联系人：XXX。", "XXX"),
        ("数据待补充。", "待补充"),
        ("TODO：核对。", "TODO"),
        ("请填写本年的数据。", "请填写"),
        ("（编写说明：从略）", "编写说明"),
        ("该部分以表格形式报告。表格如下：", "该部分以表格形式报告"),
        ("（文字描述，收取信息处理费情况在此处报告。）", "（文字描述"),
        ("予以公开{applications.granted.total}件。", "{applications.granted.total}"),
        ("现行有效{normative_documents.in_force}件。", "{normative_documents.in_force}"),
        ("诉讼{direct_litigation.total+litigation_after_reconsideration.total}件。", None),
        ("{{ year }}年公开信息20条。", "{{ year }}"),
    ],
)
def test_F105_finds_what_templates_and_drafts_leave(text: str, words: str | None) -> None:
    (finding,) = _reading(text)

    assert finding.passage in text
    assert words is None or words in finding.passage
    assert words is None or f"“{words}”" in finding.message


def test_F105_finds_it_in_every_part() -> None:
    parts = ("preamble", "overview", "problems", "other_matters")

    assert [_reading("XX件", part)[0].part for part in parts] == list(parts)
    assert "“前言”" in _reading("XX件", "preamble")[0].message


@pytest.mark.parametrize(
    "text",
    [
        "网址 www.xx.example.cn，邮箱 XX@xx.example.com，https://a.example/XX/XX。",
        "手机138XXXX1234，证号110101××××××××1234。",
        "答复有待补充材料的申请。材料待补充后提交。",
        "提示群众请填写《申请表》。提示语“请填写验证码”已改。",
        "按照编写说明办理，召开编写说明会。",
        "栏目为3×5格，尺寸为长×宽。型号MAXX。",
        "申请人张××提起诉讼，原告李XX撤回。",
        "集合写作{甲、乙}，空括号{}。",
    ],
)
def test_F105_passes_addresses_masked_numbers_and_common_words(text: str) -> None:
    assert _reading(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("X件", 0), ("XX件", 1), ("AXX件", 0), ("1××", 0), ("{甲}", 0), ("{a}", 1), ("TODOS", 0)],
)
def test_F105_at_the_edge_of_a_residue(text: str, found: int) -> None:
    assert len(_reading(text)) == found


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("云溪县林业局2022年政府信息公开工作年度报告", "标题写的是 2022 年，本报告是 2023 年度的"),
        ("二〇二四年政府信息公开工作年度报告", "标题写的是 2024 年，本报告是 2023 年度的"),
        ("2023年河口县林业局政府信息公开工作年度报告", "标题写的是“河口县林业局”，本单位是“云溪县林业局”"),
        ("云溪县水利局2023年度政府信息公开年报", "标题写的是“云溪县水利局”，本单位是“云溪县林业局”"),
    ],
)
def test_F110_finds_another_year_or_agency_in_the_title(title: str, message: str) -> None:
    (finding,) = _found(replace(filled("2021"), title=title), "F110", BUREAU)

    assert (finding.level, finding.part, finding.message) == (Level.QUERY, "preamble", message)


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        (Signature("云溪县水利局", SIGNED.date), "落款写的是“云溪县水利局”，本单位是“云溪县林业局”"),
        (Signature(SIGNED.name), "落款没有写明日期"),
        (Signature(SIGNED.name, date(2023, 12, 29)), "落款的日期是 2023年12月29日，应在 2024 年"),
    ],
)
def test_F110_finds_another_agency_or_a_wrong_day_in_the_signature(
    signature: Signature, message: str
) -> None:
    (finding,) = _found(replace(filled("2021"), signature=signature), "F110", BUREAU)

    assert (finding.part, finding.message) == ("signature", message)


@pytest.mark.parametrize(
    ("agency", "called"),
    [
        (BUREAU, "云溪县林业局"),
        (BUREAU, "县林业局"),
        (BUREAU, "云溪县林业局办公室"),
        (BUREAU, "云溪县"),
        (COUNTY, "云溪县"),
        (COUNTY, "云溪县人民政府办公室"),
        (OFFICE, "云溪县人民政府办公室（行政审批局）"),
        (COMMISSION, "云溪县发改委"),
        (TOWN, "白石镇"),
        (TOWN, "白石镇人民政府"),
        (STREET, "南屏街道"),
        (STREET, "明湖区人民政府南屏街道办事处"),
        (ZONE, "云溪经开区管委会"),
    ],
)
def test_F110_passes_short_names_areas_and_both_orders_of_the_title(agency: AgencyFacts, called: str) -> None:
    for title in (f"{called}2023年政府信息公开工作年度报告", f"2023年{called}政府信息公开工作年度报告"):
        content = replace(filled("2021"), title=title, signature=replace(SIGNED, name=called))

        assert _found(content, "F110", agency) == []


def test_F110_passes_what_the_form_itself_makes() -> None:
    assert _found(replace(filled("2021"), signature=SIGNED), "F110") == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2023, 12, 31), ["signature"]),
        (date(2024, 1, 1), []),
        (date(2024, 12, 31), []),
        (date(2025, 1, 1), ["signature"]),
    ],
)
def test_F110_at_the_edge_of_the_year_of_the_signature(day: date, found: list[str]) -> None:
    content = replace(filled("2021"), signature=replace(SIGNED, date=day))

    assert anchors(judged(content), "F110") == found


@pytest.mark.parametrize(
    "title",
    [
        "关于2023年政府信息公开工作年度报告的公告",
        "２０２３年政府信息公开年报",
        "云溪县林业局2023年政府信息公开工作年度报告（2024年1月9日发布）",
        "政府信息公开工作年度报告",
        "2023年" + "云溪县水利局" * 40,
    ],
)
def test_F110_at_the_edge_of_what_a_title_names(title: str) -> None:
    assert _found(replace(filled("2021"), title=title), "F110", BUREAU) == []


def test_F110_at_the_edge_is_not_assessable_without_signature_or_year() -> None:
    unsigned, undated = judged(blank()), judged(replace(blank(), year=None))

    assert [one.reason for one in unsigned.not_assessable if one.code == "F110"] == ["落款没有写出"]
    assert [one.reason for one in undated.not_assessable if one.code == "F110"] == ["报告没有写明年度"]
