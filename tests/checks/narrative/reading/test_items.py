"""What stands beside a number: a list is split into items that share what they leave out."""

import pytest

from govreport.checks.narrative.reading.items import Item, behind, beside, items, main_role
from govreport.checks.narrative.reading.tokens import tokens


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("收到政府信息公开申请", [Item("applications", "received")]),
        ("收到、办结申请", [Item("applications", "received"), Item("applications", "finished")]),
        (
            "行政复议和行政诉讼",
            [Item("reconsideration", ""), Item("litigation", "")],
        ),
        ("制定规章、规范性文件", [Item("government_rules", "issued"), Item("normative_documents", "issued")]),
        ("依申请公开信息", [Item("applications", "on_request")]),
        ("自然人", [Item("", "", "natural_person")]),
        ("征地、拆迁等原因无法提供", [Item("", "unable")]),
        ("补贴申请", [Item("foreign", "")]),
        ("网上申请", [Item("share", "")]),
        ("", []),
    ],
)
def test_the_words_before_a_number_are_its_items(head: str, expected: list[Item]) -> None:
    assert items(beside(tokens(head)).words) == expected


def test_the_words_before_a_number_end_at_the_first_unknown_one() -> None:
    found = beside(tokens("鉴于隐私不予公开"))

    assert [token.text for token in found.words] == ["不予公开"]
    assert found.before is not None


def test_examples_closed_by_and_so_on_are_dropped() -> None:
    assert beside(tokens("不掌握、重复申请等情形不予处理")).examples


@pytest.mark.parametrize(
    ("tail", "topic", "roles"),
    [
        ("结转下年度", "", ("carried_out",)),
        ("申请作出予以公开的决定", "applications", ("decided_on", "granted")),
        ("，办结", "", ()),
        ("不予公开和", "", ("denied",)),
        ("不予公开或无法提供", "", ()),
    ],
)
def test_the_words_behind_a_number_may_say_what_it_counts(
    tail: str, topic: str, roles: tuple[str, ...]
) -> None:
    found = behind(tokens(tail))

    assert (found.topic, found.roles) == (topic, roles)


@pytest.mark.parametrize(
    ("roles", "main"),
    [
        (["unable_not_held", "unable"], "unable_not_held"),
        (["decided_on", "granted"], "granted"),
        (["finished", "denied"], "denied"),
        (["arose", "received"], "received"),
        (["arose"], "arose"),
        ([], ""),
    ],
)
def test_of_several_roles_the_most_telling_counts(roles: list[str], main: str) -> None:
    assert main_role(roles) == main


@pytest.mark.parametrize(
    ("item", "fits"),
    [
        (Item("applications", "granted"), True),
        (Item("licenses", "received"), False),
        (Item("normative_documents", "reviewed"), False),
        (Item("", "received"), False),
    ],
)
def test_only_some_roles_fit_a_topic(item: Item, fits: bool) -> None:
    assert item.fits is fits
