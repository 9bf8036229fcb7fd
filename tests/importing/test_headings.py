"""A heading of a part is found however it is written, and a sentence is none."""

import pytest

from govreport.editions.lookup import EDITIONS
from govreport.importing.headings import heading, wordings

WRITTEN = {
    "overview": [
        "一、总体情况",
        "总体情况",
        "一、概述",
        "一、基本情况",
        "一、总体概述",
        "工作总体推进情况",
        "一、2023年政府信息公开工作总体情况",
        "## 一、总体情况",
        "**一、总体情况**",
        "【一、总体情况】",
        "第一部分 总体情况",
        "一 、 总 体 情 况",
        "一．总体情况",
        "一、總體情況",
        "１．总体情况",
    ],
    "disclosure": [
        "二、主动公开政府信息情况",
        "二、行政机关主动公开政府信息情况",
        "一、主动公开政府信息情况",
        "二、主动公开情况",
        "二、主动公开政府信息的情况",
    ],
    "applications": [
        "三、收到和处理政府信息公开申请情况",
        "三、依申请公开政府信息情况",
        "三、受理和办理政府信息公开申请的情况",
    ],
    "disputes": [
        "四、政府信息公开行政复议、行政诉讼情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "四、政府信息公开行政法复议、行政诉讼情况",
        "四、政府信息公开行政复议和行政诉讼情况",
    ],
    "problems": [
        "五、存在的主要问题及改进情况",
        "五、存在的主要问题及整改措施",
        "五、政府信息公开工作存在的主要问题及改进情况",
        "五、存在问题和下一步改进措施",
        "五、现存问题与改进举措",
        "存在的主要问题及改进情况",
    ],
    "other_matters": [
        "六、其他需要报告的事项",
        "六、其它需要报告的事项",
        "六、需要报告的其他事项",
        "其他需要报告的事项：",
    ],
}


@pytest.mark.parametrize(("key", "line"), [(key, line) for key, lines in WRITTEN.items() for line in lines])
def test_a_heading_is_found_in_every_way_it_is_written(key: str, line: str) -> None:
    found = heading(line)

    assert found is not None
    assert (found.key, found.rest) == (key, "")


@pytest.mark.parametrize(
    ("line", "seen", "rest"),
    [
        ("五、存在的主要问题及改进情况 2023年，本局…", "五、存在的主要问题及改进情况", "2023年，本局…"),
        ("一、总体情况2023年，本局…", "一、总体情况", "2023年，本局…"),
        ("六、其他需要报告的事项：无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项（无）", "六、其他需要报告的事项", "（无）"),
    ],
)
def test_text_glued_to_a_heading_is_told_from_it(line: str, seen: str, rest: str) -> None:
    found = heading(line)

    assert found is not None
    assert (found.seen, found.rest) == (seen, rest)


def test_text_far_behind_a_heading_on_its_line_is_not_lost() -> None:
    for between in (" " * 300, "。" + "长" * 300):
        found = heading(f"一、总体情况{between}末句。")

        assert found is not None
        assert found.rest.endswith("末句。")


@pytest.mark.parametrize(
    "line",
    [
        "本报告由总体情况、主动公开政府信息情况、其他需要报告的事项组成。",
        "总体情况、主动公开政府信息情况、存在的主要问题及改进情况",
        "一、总体情况、主动公开政府信息情况等六部分",
        "总体情况良好",
        "主动公开",
        "存在的问题",
        "一、本年新收政府信息公开申请数量",
        "三、本年度办理结果",
        "行政复议、行政诉讼情况良好",
        "一是主动公开情况",
    ],
)
def test_a_sentence_or_a_label_is_no_heading(line: str) -> None:
    assert heading(line) is None


def test_a_level_two_heading_has_no_number_of_a_part() -> None:
    found = heading("（一）主动公开政府信息情况")

    assert found is not None
    assert (found.style, found.is_numbered) == ("bracket", False)


@pytest.mark.parametrize("line", ["一、总体情况", "一．总体情况", "一、 总体情况", "【一、总体情况】"])
def test_notation_is_no_other_wording(line: str) -> None:
    found = heading(line)

    assert found is not None
    assert list(wordings({"overview": found.seen}, EDITIONS["2021"])) == []


@pytest.mark.parametrize("line", ["一、概述", "总体情况", "二、总体情况", "一、2023年总体情况"])
def test_other_words_or_another_number_are_another_wording(line: str) -> None:
    (found,) = wordings({"overview": line}, EDITIONS["2021"])

    assert (found.place, found.seen, found.official) == ("overview", line, "一、总体情况")
