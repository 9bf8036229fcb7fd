"""Office, address, postcode, telephone and e-mail are read out of a sentence or of lines."""

import pytest

from govreport.editions.cells import Contact
from govreport.importing.contact import contact_in


def test_a_sentence_in_the_preamble_gives_everything() -> None:
    text = (
        "如对本报告有疑问，请与云溪县林业局办公室联系（地址：云溪县滨河路3号2楼；邮政编码：000001；"
        "联系电话：0000-0000000；电子邮箱：office@example.cn）。"
    )

    assert contact_in([text]) == Contact(
        "云溪县林业局办公室", "云溪县滨河路3号2楼", "000001", "0000-0000000", "office@example.cn"
    )


@pytest.mark.parametrize("before", ["请与", "请向", "请联系", "请联系：", "联系单位：", "可直接同"])
def test_the_office_is_named_in_many_ways(before: str) -> None:
    behind = "咨询，" if before.endswith(("与", "向", "同")) else "，"

    found = contact_in([f"如有疑问，{before}云溪县林业局办公室{behind}电话：0000-0000000。"])

    assert found is not None
    assert found.office == "云溪县林业局办公室"


def test_lines_at_the_end_give_it_as_well() -> None:
    lines = [
        "联系单位：云溪县林业局办公室",
        "联系地址：云溪县滨河路3号",
        "邮编：000001",
        "电话：(0000)0000000",
    ]

    assert contact_in(lines) == Contact("云溪县林业局办公室", "云溪县滨河路3号", "000001", "(0000)0000000")


@pytest.mark.parametrize(
    ("text", "telephone"),
    [
        ("请联系：云溪县林业局办公室，联系电话：0356-3000000。", "0356-3000000"),
        ("联系电话：057********58，", "057********58"),
        ("电话、传真：0356-3000000）", "0356-3000000"),
        ("联系电话为03563000000。", "03563000000"),
        ("请拨打0356-3000000咨询", "0356-3000000"),
    ],
)
def test_a_telephone_is_kept_as_it_is_written(text: str, telephone: str) -> None:
    found = contact_in([text])

    assert found is not None
    assert found.telephone == telephone


@pytest.mark.parametrize(
    "text",
    [
        "办理12345热线工单40件。",
        "报告电子版可从县政府网站下载，网站地址：https://a.example.gov.cn/xxgk/。",
        "本报告依据国办公开办函〔2021〕30号编制。",
        "与上级部门保持联系。",
    ],
)
def test_what_is_no_contact_is_none(text: str) -> None:
    assert contact_in([text]) is None
