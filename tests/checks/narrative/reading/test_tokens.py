"""A sentence in words, numbers and plain text, without a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.checks.narrative.reading.kinds import FOREIGN, Kind
from govreport.checks.narrative.reading.tokens import alternatives, beginning, tokens
from govreport.checks.narrative.reading.vocabulary import WORDS


def test_a_sentence_is_cut_into_words_numbers_and_text() -> None:
    assert [(token.kind, token.name, token.text) for token in tokens("我局全年收到申请8件。")] == [
        (Kind.SELF, "", "我局"),
        (Kind.WITHIN_YEAR, "", "全年"),
        (Kind.ROLE, "received", "收到"),
        (Kind.TOPIC, "申请", "申请"),
        (Kind.NUMBER, "", "8件"),
        (Kind.STOP, "", "。"),
    ]


@given(st.text(alphabet=st.sampled_from("收到申请8件，一百零不予公开\x00\u202e（1,234"), max_size=40))
def test_the_tokens_are_the_sentence_again(sentence: str) -> None:
    assert "".join(token.text for token in tokens(sentence)) == sentence


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("政府信息公开申请", "applications"),
        ("依申请公开件", "applications"),
        ("行政许可申请", FOREIGN),
        ("行政许可决定", "licenses"),
        ("政策性文件", FOREIGN),
        ("行政规范性文件", "normative_documents"),
        ("申请行政复议案件", "reconsideration"),
        ("未经复议直接起诉", "direct_litigation"),
        ("复议后起诉", "litigation_after_reconsideration"),
        ("经复议后又提起行政诉讼的案件", "litigation_after_reconsideration"),
        ("来信来访", FOREIGN),
        ("12345", FOREIGN),
    ],
)
def test_a_topic_is_known_by_its_whole_words(text: str, name: str) -> None:
    (token,) = tokens(text)

    assert (token.kind, token.name) == (Kind.TOPIC, name)


@pytest.mark.parametrize(
    "text",
    ["申请人", "申请书", "办结率", "行政复议机关", "答复期限", "规范性文件草案", "《规范性文件管理办法》"],
)
def test_a_word_that_only_contains_one_is_text(text: str) -> None:
    assert {token.kind for token in tokens(text)} == {Kind.TEXT}


def test_a_word_wins_over_a_number_and_a_number_over_a_comma() -> None:
    assert [token.kind for token in tokens("三类内部事务信息1,234件")] == [Kind.ROLE, Kind.NUMBER]


def test_every_word_of_the_vocabulary_begins_with_a_plain_character() -> None:
    beginnings = {first for _, _, words in WORDS for word in alternatives(words) for first in beginning(word)}

    assert beginnings.isdisjoint("([\\?*+.^$|{)-")
