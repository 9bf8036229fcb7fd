"""N511, N513, N514: problems and measures that match, the six parts by their names, items in order."""

import pytest

from tests.checks.narrative.saying import found

PROBLEMS = "存在的主要问题：一是栏目更新慢；二是图解偏少；三是轮岗频繁。"
OFFICIAL = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{PROBLEMS}\n改进措施：一是每周更新；二是增加图解。", "问题列了 3 条，改进措施列了 2 条"),
        (
            "（一）存在问题\n1.更新慢。\n2.图解少。\n（二）下一步打算\n1.更新。\n2.图解。\n3.培训。",
            "问题列了 2 条",
        ),
        ("仍有不足。一是慢。二是少。下一步将从三方面改进。一是快。二是多。三是好。", "改进措施列了 3 条"),
        (
            "问题有两个：（一）目录旧；（二）说理少。改进情况：（一）核目录；（二）定范本；（三）改。",
            "列了 3 条",
        ),
    ],
)
def test_N511_finds_more_problems_than_measures_or_fewer(text: str, message: str) -> None:
    (finding,) = found("N511", text, "problems")

    assert message in finding.message


@pytest.mark.parametrize(
    "text",
    [
        f"{PROBLEMS}改进情况：一是每周更新；二是增加图解；三是带教新人。",
        "一是更新慢，改进措施：定人更新。二是图解少，改进措施：增加图解。",
        f"{PROBLEMS}改进情况：对前两个问题，定人更新、增加图解；对第三个问题，办培训班。",
        f"{PROBLEMS}上年问题的整改：一是改版；二是培训。下一步打算：一是更新；二是图解；三是带教。",
        f"{PROBLEMS[:-1]}，今后将：1.定人；2.定时。",
        "存在的问题及改进情况：一是更新慢，已定人；二是图解少，已增加。下一步：一是检查。",
    ],
)
def test_N511_passes_problems_with_their_measures_and_what_is_not_two_lists(text: str) -> None:
    assert found("N511", text, "problems") == []


@pytest.mark.parametrize(("measures", "count"), [("一是更新。", 0), ("一是更新；二是图解。", 1)])
def test_N511_at_the_edge_one_item_is_no_list(measures: str, count: int) -> None:
    assert len(found("N511", f"{PROBLEMS}改进措施：{measures}", "problems")) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("本报告共分五个部分。", "五个部分"),
        (f"全文由{OFFICIAL}５部分组成。", "５部分"),
        (f"本报告由{OFFICIAL.replace('存在的主要问题及改进情况', '不足与整改')}六部分组成。", "不足与整改"),
        ("报告由概述、主动公开政府信息情况、收到和处理政府信息公开申请情况组成。", "概述"),
    ],
)
def test_N513_finds_another_number_of_parts_and_other_names(text: str, words: str) -> None:
    (finding,) = found("N513", text, "preamble")

    assert finding.passage == words


def test_N513_finds_what_is_not_listed() -> None:
    (finding,) = found("N513", f"全文包括{OFFICIAL.replace('总体情况、', '')}等内容。", "preamble")

    assert finding.message.endswith("没有列出“总体情况”")


@pytest.mark.parametrize(
    "text",
    [
        f"本报告由{OFFICIAL}六部分组成。",
        f"内容包括：{OFFICIAL.replace('及', '和').replace('、其他', '以及其他')}。",
        "本报告由总体情况、主动公开政府信息情况等六部分组成。",
        "公开工作是依法行政的一部分，第五部分写问题和改进。",
        "本单位从主动公开、依申请公开、信息管理、平台建设、监督保障五个方面推进工作。",
    ],
)
def test_N513_passes_the_official_parts_and_other_lists(text: str) -> None:
    assert found("N513", text, "preamble") == []


@pytest.mark.parametrize(
    ("named", "count"),
    [
        ("存在主要问题和改进情况", 0),  # only the words that join differ
        ("政府信息公开工作存在的主要问题及改进情况", 0),  # longer, with the heading in it
        ("主要问题及改进情况", 1),
    ],
)
def test_N513_at_the_edge_of_the_same_name(named: str, count: int) -> None:
    text = f"全文由{OFFICIAL.replace('存在的主要问题及改进情况', named)}六部分组成。"

    assert len(found("N513", text, "preamble")) == count


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("一是定制度；三是管流程；三是带队伍。", "三是管流程"),
        ("（一）主动公开\n甲。\n（二）依申请公开\n乙。\n（四）平台建设\n丙。", "（四）平台建设"),
        ("做了三件事：1.改目录；2.改指南；2.办培训。", "2.办培训"),
        ("第一，改目录。第三，改指南。", "第三"),
        ("一要抓实，二要抓细，四要抓早。", "四要抓早"),
    ],
)
def test_N514_finds_a_number_that_is_skipped_or_repeated(text: str, passage: str) -> None:
    (finding,) = found("N514", text)

    assert finding.passage == passage


@pytest.mark.parametrize(
    "text",
    [
        "制度上，一是改指南，二是严审查。平台上，一是改专栏，二是通检索，三是扩容。",
        "（一）公开\n一是甲。二是乙。\n（二）申请\n一是丙。\n（三）平台\n1.丁\n2.戊",
        "统一是前提，周三是接待日，万一是节假日则顺延，十分之一是图解。",
        "第一季度公开三件，第三季度公开四件；比例由1.5提高到3.2。",
        "依据第二十条第（一）项、第（四）项公开。",
        "（一）予以公开3件；（三）不予公开2件。",
        "（一）及时更新目录。（二）目录分类编排。（三）项目信息上网。（四）条例培训两次。",
    ],
)
def test_N514_passes_lists_in_order_and_what_only_looks_like_a_list(text: str) -> None:
    assert found("N514", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("三是加强培训。五是加强检查。", 0),  # does not begin with one: the beginning stands elsewhere
        ("九是甲。十是乙。十一是丙。", 0),
        ("一是甲；一是乙。", 0),  # one of each
        ("一是甲；一是乙；二是丙。", 1),
    ],
)
def test_N514_at_the_edge_of_what_is_a_list(text: str, count: int) -> None:
    assert len(found("N514", text)) == count
