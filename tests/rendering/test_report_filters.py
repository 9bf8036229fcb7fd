"""The filters of the printed report."""

from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Heading
from govreport.rendering.templatetags.report import WORDS, columns, is_long, words


def test_the_words_of_a_label_make_up_the_label_of_an_edition() -> None:
    rows = (
        row
        for edition in EDITIONS.values()
        for table in edition.tables
        for row in (*table.head, *(row for body in table.bodies for row in body))
    )
    labels = {item.label for row in rows for item in row if isinstance(item, Heading)}

    assert {label for label in WORDS if label not in labels or "".join(WORDS[label]) != label} == set()


def test_a_label_without_listed_words_is_escaped_as_it_stands() -> None:
    assert words("<总计>") == "<总计>"
    assert not hasattr(words("<总计>"), "__html__")
    assert words("商业企业") == '<span class="report-word">商业</span><span class="report-word">企业</span>'


def test_figures_of_six_digits_are_long_and_columns_count_from_1() -> None:
    assert (is_long("99999"), is_long("100000")) == (False, True)
    assert list(columns(3)) == [1, 2, 3]
