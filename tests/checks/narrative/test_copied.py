"""N502, N503, N517: text of last year, of another agency, of another self; and good reports like it."""

from dataclasses import replace
from datetime import date

import pytest

from govreport.checks.finding import Level
from govreport.checks.subject import AgencyFacts
from govreport.editions.cells import Contact, Content, Signature
from tests.checks.narrative.agencies import (
    BUREAU,
    CITY_BUREAU,
    COMMISSION,
    COUNTY,
    OFFICE,
    STREET,
    TOWN,
    ZONE,
    said,
)
from tests.contents import anchors, filled, judged


def test_N502_finds_work_that_is_told_of_last_year() -> None:
    text = "公开专栏更新及时。2022年，我局主动公开信息652条。培训照常举行。"
    (finding,) = said("N502", BUREAU, text)

    assert finding.level is Level.QUERY
    assert (finding.part, finding.passage) == ("overview", "2022年，我局主动公开信息652条。")
    assert finding.message == "“2022年，我局主动公开信息652条。”说的是 2022 年，本报告是 2023 年度的"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("overview", "2022年度，县林业局公开各类信息380条。"),
        ("overview", "（一）主动公开。2022年全年，共发布信息380条。"),
        ("overview", "二〇二二年，我局办结申请5件。"),
        ("overview", "２０２２年，我局召开发布会３场。"),
        ("overview", "2022年，我局未收到政府信息公开申请。"),
        ("overview", "2022 年我局共举办培训3场。"),
        ("preamble", "本报告所列数据统计期限为2022年1月1日至12月31日。"),
        ("preamble", "现将云溪县林业局2022年政府信息公开工作年度报告公布如下。"),
    ],
)
def test_N502_finds_last_year_in_any_spelling_and_place(part: str, text: str) -> None:
    assert [finding.part for finding in said("N502", BUREAU, text, part)] == [part]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("overview", "2023年，我局主动公开信息412条，比2022年增加30条。"),
        ("overview", "与2022年相比，公开信息增长12%，共计412条。"),
        ("overview", "公开2022年度部门决算1份。"),
        ("overview", "2022年结转申请2件，均已在本年办结。"),
        ("overview", "对2022年印发的5件规范性文件开展清理。"),
        ("overview", "2022年底收到的1件申请，于1月10日答复。"),
        ("overview", "自2022年1月起，我局在网站公开信息累计500条。"),
        ("overview", "2022年度考核中，我局获得优秀等次，排名第3名。"),
        ("problems", "2022年存在的问题已经整改：补发信息12条。"),
        ("problems", "2024年，我局将组织培训2次。"),
        ("preamble", "2022年度政府信息公开工作年度报告已于去年公布。"),
        ("preamble", "本报告所列数据统计期限为2023年1月1日至12月31日。"),
    ],
)
def test_N502_passes_comparisons_plans_and_improvements(part: str, text: str) -> None:
    assert said("N502", BUREAU, text, part) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021年，我局公开信息300条。", 0),
        ("2022年，我局公开信息300条。", 1),
        ("2023年，我局公开信息300条。", 0),
        ("2022年，我局公开信息较多。", 0),
        ("12022年，我局公开信息300条。", 0),
        ("2022年，我局公开信息300条，今年公开412条。", 0),
    ],
)
def test_N502_at_the_edge_of_the_year_and_of_a_figure(text: str, found: int) -> None:
    assert len(said("N502", BUREAU, text)) == found


def test_N502_is_not_assessable_for_a_report_without_a_year() -> None:
    result = judged(replace(filled("2021"), year=None))

    assert "报告没有写明年度" in [item.reason for item in result.not_assessable if item.code == "N502"]


def test_N503_finds_another_bureau_and_quotes_the_clause() -> None:
    (finding,) = said("N503", BUREAU, "专栏更新及时。河口县林业局收到申请5件，均已答复。")

    assert finding.level is Level.QUERY
    assert (finding.part, finding.passage) == ("overview", "河口县林业局收到申请5件")
    assert finding.message == "“河口县林业局收到申请5件”写的是“河口县林业局”，本单位是“云溪县林业局”"


@pytest.mark.parametrize(
    ("agency", "part", "text"),
    [
        (BUREAU, "overview", "2023年，河口县林业局主动公开信息300条。"),
        (BUREAU, "preamble", "河口县水利局编制本报告。"),
        (BUREAU, "preamble", "本报告由河口县水利局依照《条例》编制。"),
        (BUREAU, "preamble", "如有疑问，请与河口县林业局办公室联系。"),
        (BUREAU, "preamble", "如有疑问，请联系云溪县水利局办公室，电话0000-0000000。"),
        (BUREAU, "preamble", "联系单位：云溪县水利局。"),
        (TOWN, "overview", "青禾镇人民政府按照要求公开信息。"),
        (TOWN, "overview", "梅岭乡持续完善公开栏。"),
        (TOWN, "preamble", "本报告由青禾镇人民政府编制。"),
        (STREET, "overview", "北岸街道持续完善公开栏。"),
        (COUNTY, "overview", "丹霞县主动公开政府信息3000条。"),
        (COUNTY, "overview", "丹霞县人民政府全年召开新闻发布会12场。"),
        (COUNTY, "preamble", "根据条例，丹霞县人民政府办公室编制本报告。"),
        (COMMISSION, "overview", "丹霞县发展和改革委员会高度重视政务公开。"),
        (CITY_BUREAU, "overview", "南岭市市场监督管理局收到申请50件。"),
    ],
)
def test_N503_finds_other_authors_and_bodies_of_the_same_kind(
    agency: AgencyFacts, part: str, text: str
) -> None:
    assert [finding.part for finding in said("N503", agency, text, part)] == [part]


def _signed(**fields: object) -> Content:
    return replace(filled("2021"), **fields)  # type: ignore[arg-type] # a field each


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (_signed(title="河口县林业局2023年政府信息公开工作年度报告"), "preamble"),
        (_signed(signature=Signature("河口县林业局", date(2024, 1, 9))), "signature"),
        (_signed(contact=Contact(office="河口县林业局办公室")), "preamble"),
    ],
)
def test_N503_finds_another_agency_in_title_signature_and_contact(content: Content, place: str) -> None:
    assert anchors(judged(content, agency=BUREAU), "N503") == [place]


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (BUREAU, "云溪县林业局认真落实条例，县林业局按照县政府要求公开信息20条。"),
        (BUREAU, "赴青石县林业局学习公开经验。与丹霞县林业局联合发布防火信息12条。"),
        (BUREAU, "市林业局高度重视，组织培训2次。北岭市林业局组织检查，我局公开信息40条。"),
        (BUREAU, "向望川县林业局发函征求意见1次。申请人不服北岭市林业局的答复，提起复议1件。"),
        (BUREAU, "在云溪县人民政府门户网站公开信息；云溪县教育局的培训我局也参加。"),
        (TOWN, "白石镇坚持应公开尽公开。云溪县坚持以公开促落实。县林业局全年发布信息12条。"),
        (TOWN, "各村、全镇认真落实要求。乡镇坚持每月更新。新型城镇积极发展。送法下乡持续开展。"),
        (TOWN, "原青禾乡并入后，青禾乡坚持公开的做法保留。推进特色小镇持续发展。"),
        (STREET, "各街道认真落实区政府要求。明湖区政府全年召开发布会3场。"),
        (COUNTY, "县林业局收到申请20件，白石镇人民政府收到3件。青禾镇积极推进村务公开。"),
        (COUNTY, "各县区坚持公开，高新区积极推进。学习丹霞县人民政府公开政务的做法。"),
        (COUNTY, "北岭市人民政府高度重视，我县及时跟进。"),
        (CITY_BUREAU, "云溪县市场监督管理局收到申请3件。全市各县区市场监管局认真落实。"),
        (ZONE, "管委会收到申请2件，云溪县人民政府全年召开发布会3场。"),
    ],
)
def test_N503_passes_bodies_above_below_beside_and_those_that_one_works_with(
    agency: AgencyFacts, text: str
) -> None:
    assert said("N503", agency, text) == []


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (BUREAU, "本报告由县林业局办公室编制，请与云溪县林业局办公室联系（电话：0000-0000000）。"),
        (BUREAU, "根据北岭市人民政府办公室编制年报的要求，云溪县林业局编制本报告。"),
        (BUREAU, "如有疑问，请联系云溪县政务服务中心，电话12345；请联系我局政策法规股。"),
        (BUREAU, "云溪县林业局编制本报告，电子版可在云溪县人民政府门户网站下载。"),
        (COUNTY, "本报告由云溪县人民政府办公室按照《条例》编制。"),
        (STREET, "请与明湖区人民政府南屏街道办事处联系（电话：0000-0000000）。"),
    ],
)
def test_N503_passes_the_own_office_and_governments_above_as_author(agency: AgencyFacts, text: str) -> None:
    assert said("N503", agency, text, "preamble") == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("云溪县林业局", []),
        ("县林业局", []),
        ("云溪县林业局办公室", []),
        ("云溪县林业和草原局", ["signature"]),
        ("云溪县水利局", ["signature"]),
        ("局办公室", []),
    ],
)
def test_N503_at_the_edge_of_what_is_the_same_name(name: str, found: list[str]) -> None:
    content = replace(filled("2021"), signature=Signature(name, date(2024, 1, 9)))

    assert anchors(judged(content, agency=BUREAU), "N503") == found


def test_N503_at_the_edge_knows_former_names_and_names_another_once_a_part() -> None:
    renamed = replace(BUREAU, names=(*BUREAU.names, "云溪县林业和草原局"))
    twice = "河口县林业局收到申请5件。河口县林业局办结申请5件。"

    assert said("N503", renamed, "云溪县林业和草原局收到申请5件。") == []
    assert len(said("N503", BUREAU, twice)) == 1


def test_N517_finds_another_self_and_quotes_the_clause() -> None:
    (finding,) = said("N517", TOWN, "专栏更新及时，我局收到申请5件。")

    assert finding.level is Level.QUERY
    assert (finding.part, finding.passage) == ("overview", "我局收到申请5件")
    assert finding.message == "“我局收到申请5件”里的“我局”不是“云溪县白石镇人民政府”的自称"


@pytest.mark.parametrize(
    ("agency", "word", "text"),
    [
        (BUREAU, "我镇", "我镇认真落实要求。"),
        (BUREAU, "我乡", "我乡公开信息20条。"),
        (BUREAU, "我委", "我委将进一步加强学习。"),
        (BUREAU, "我办", "我办公开信息20条。"),
        (BUREAU, "我县", "我县收到政府信息公开申请8件。"),
        (BUREAU, "我县", "2023年，我县主动公开林业信息212条。"),
        (COUNTY, "我市", "我市全年收到政府信息公开申请20件。"),
        (STREET, "本镇", "本镇公开信息20条。"),
        (TOWN, "我厅", "我厅高度重视。"),
    ],
)
def test_N517_finds_the_selves_of_other_kinds(agency: AgencyFacts, word: str, text: str) -> None:
    (finding,) = said("N517", agency, text)

    assert f"里的“{word}”不是" in finding.message


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        (BUREAU, "我局公开信息20条，本局收到申请2件。"),
        (BUREAU, "我县林业资源丰富，在我县政府门户网站公开信息412条，推动我县主动公开工作。"),
        (BUREAU, "“我镇为什么没有补贴”一类咨询由各镇答复。"),
        (BUREAU, "《关于我镇防火的通知》收到后公开。自我局限要打破，本局部地区的预报及时公开。"),
        (TOWN, "我镇公开信息20条，本镇收到申请2件。"),
        (STREET, "我街道收到申请2件。"),
        (COUNTY, "我县全年收到政府信息公开申请108件，我办负责答复。"),
        (OFFICE, "我县主动公开政府信息2000条，我办收到申请5件。"),
        (COMMISSION, "我委公开信息30条。我委托第三方开展评估。"),
        (ZONE, "我委认真落实，我区主动公开信息100条，我办公开信息20条。"),
    ],
)
def test_N517_passes_the_own_self_the_area_and_quotations(agency: AgencyFacts, text: str) -> None:
    assert said("N517", agency, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我局限定了范围。", 0),
        ("我局公开了范围。", 1),
        ("我局公开信息，我局收到申请。", 1),
        ("我局公开信息，我委收到申请。", 2),
        ("我县公开信息的平台有3个。", 0),
        ("我县公开信息3条。", 1),
    ],
)
def test_N517_at_the_edge_of_a_word_once_a_part(text: str, found: int) -> None:
    assert len(said("N517", TOWN, text)) == found


@pytest.mark.parametrize("code", ["N503", "N517"])
def test_without_the_agency_a_code_is_not_assessable(code: str) -> None:
    result = judged(filled("2021"))

    assert [item.reason for item in result.not_assessable if item.code == code] == ["缺单位的基本信息"]
