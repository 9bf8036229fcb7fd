"""The samples by which texts are compared unread: stable, small, and near enough."""

from govreport.checks.shingles import KEPT, SHINGLE, Shingles, letters


def _signs(count: int, start: int = 0) -> str:
    return "".join(chr(0x4E00 + start + number) for number in range(count))


def test_digits_years_white_space_and_punctuation_are_not_compared() -> None:
    assert letters("二〇二三年收到 1,234 件（比２０２２年\n多12.5%）。") == "年收到件比年多"


def test_numerals_that_are_no_year_are_compared() -> None:
    assert letters("一是公开三件") == "一是公开三件"


def test_a_sample_is_the_same_in_every_process_and_on_every_machine() -> None:
    """When it is not, stored ones are void: raise RECIPE with it."""
    assert Shingles.of("主动公开政府信息").packed.hex() == "3f4cd4557adede5b0120546f41a74677177c2bba"


def test_a_sample_comes_back_from_its_bytes() -> None:
    sample = Shingles.of(_signs(500))

    assert Shingles(bytes(memoryview(sample.packed))) == sample
    assert sample.share_in(Shingles(sample.packed)) == 1


def test_the_sample_of_a_short_text_is_complete_and_its_share_exact() -> None:
    own, other = Shingles.of(_signs(100 + SHINGLE - 1)), Shingles.of(_signs(75 + SHINGLE - 1))

    assert own.share_in(other) == 0.75
    assert other.share_in(own) == 1


def test_the_sample_of_a_long_text_is_small_and_its_share_near() -> None:
    own, other = Shingles.of(_signs(10000)), Shingles.of(_signs(10000, start=4000))

    assert len(own.packed) == 4 * KEPT
    assert abs(own.share_in(other) - 0.6) < 0.05


def test_a_long_text_against_a_short_one_and_the_other_way_round() -> None:
    long, short = Shingles.of(_signs(20000)), Shingles.of(_signs(400, start=9000))

    assert short.share_in(long) == 1
    assert long.share_in(short) < 0.05


def test_nothing_to_compare_by_leaves_everybody_a_candidate() -> None:
    assert Shingles.of("").share_in(Shingles.of(_signs(100))) == 1
    assert Shingles.of(_signs(100)).share_in(Shingles.of("")) == 0
