"""The rules of the checks as an authority sets them: what may be set, and what is recorded."""

import pytest

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry
from govreport.checks.finding import Level
from govreport.checks.subject import CheckSettings
from govreport.years.check_rules import NotOpen, Rules, StaleRules, change, rules_of
from govreport.years.models import CheckRules
from tests.drafts import NOW

Cast = dict[str, User]

NOTED = CheckSettings({"T205": Level.NOTE}, overview_limit=1500, wrong_words={"公从": "公众"})


@pytest.fixture
def authority(county: dict[str, Agency]) -> Agency:
    return county["yunxi-gov"]


def entries() -> list[dict[str, object]]:
    """What was recorded of every change, in order."""
    return list(
        Entry.objects.filter(action="check_rules.changed").order_by("pk").values_list("data", flat=True)
    )


def test_without_a_row_everything_is_as_declared(authority: Agency) -> None:
    assert rules_of(authority) == Rules(CheckSettings(), version=0)
    assert not CheckRules.objects.exists()


def test_what_was_set_is_read_again(authority: Agency, cast: Cast) -> None:
    change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(authority) == Rules(NOTED, version=1)


def test_an_authority_sets_its_own_rules_only(
    authority: Agency, county: dict[str, Agency], cast: Cast
) -> None:
    change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(county["hekou-gov"]).settings == CheckSettings()


def test_a_change_is_recorded_with_before_and_after(authority: Agency, cast: Cast) -> None:
    change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    entry = Entry.objects.get()
    assert (entry.action, entry.subject) == ("check_rules.changed", "check_rules:yunxi-gov")
    assert (entry.actor, entry.agency, entry.at) == (cast["authority"], authority, NOW)
    assert entry.data == {
        "levels": [{}, {"T205": "note"}],
        "overview_limit": [1000, 1500],
        "wrong_words": [{}, {"公从": "公众"}],
    }


def test_only_what_changed_is_recorded(authority: Agency, cast: Cast) -> None:
    change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    longer = CheckSettings(NOTED.levels, 1600, NOTED.wrong_words)
    change(authority, longer, based_on=1, by=cast["authority"], at=NOW)

    assert entries()[1] == {"overview_limit": [1500, 1600]}
    assert rules_of(authority) == Rules(longer, version=2)


@pytest.mark.parametrize("chosen", [CheckSettings(), CheckSettings({"T205": Level.QUERY})])
def test_no_change_is_neither_made_nor_recorded(authority: Agency, cast: Cast, chosen: CheckSettings) -> None:
    change(authority, chosen, based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(authority).version == 0
    assert entries() == []


def test_the_same_once_more_is_no_change(authority: Agency, cast: Cast) -> None:
    for _ in range(2):
        change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    assert (rules_of(authority).version, len(entries())) == (1, 1)


def test_a_level_set_back_is_as_declared(authority: Agency, cast: Cast) -> None:
    change(authority, CheckSettings({"T205": Level.NOTE}), based_on=0, by=cast["authority"], at=NOW)

    back = CheckSettings({"T205": Level.QUERY})
    change(authority, back, based_on=1, by=cast["authority"], at=NOW)

    assert rules_of(authority).settings.levels == {}
    assert entries()[1] == {"levels": [{"T205": "note"}, {}]}


@pytest.mark.parametrize("based_on", [0, 2])
def test_what_somebody_changed_meanwhile_is_not_overwritten(
    authority: Agency, cast: Cast, based_on: int
) -> None:
    change(authority, NOTED, based_on=0, by=cast["authority"], at=NOW)

    with pytest.raises(StaleRules):
        change(authority, CheckSettings(), based_on=based_on, by=cast["admin"], at=NOW)

    assert rules_of(authority) == Rules(NOTED, version=1)
    assert len(entries()) == 1


def test_a_change_of_rules_that_are_not_there_leaves_none(authority: Agency, cast: Cast) -> None:
    with pytest.raises(StaleRules):
        change(authority, NOTED, based_on=3, by=cast["authority"], at=NOW)

    assert not CheckRules.objects.exists()
    assert entries() == []


@pytest.mark.parametrize(
    ("code", "level"),
    [
        *((code, Level.QUERY) for code in ("F102", "T201", "T202", "T203", "T204")),
        ("F101", Level.NOTE),
        ("T205", Level.ERROR),
        ("D801", Level.ERROR),
        ("Y404", Level.ERROR),
    ],
)
def test_a_level_that_is_not_open_is_refused(authority: Agency, cast: Cast, code: str, level: Level) -> None:
    settings = CheckSettings({"X304": Level.NOTE, code: level}, overview_limit=1500)

    with pytest.raises(NotOpen, match=f"{code} 不能设为"):
        change(authority, settings, based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(authority) == Rules(CheckSettings(), version=0)
    assert entries() == []


@pytest.mark.parametrize(
    ("code", "level"), [("F101", Level.QUERY), ("X304", Level.NOTE), ("Y404", Level.QUERY)]
)
def test_a_level_that_is_open_is_set(authority: Agency, cast: Cast, code: str, level: Level) -> None:
    change(authority, CheckSettings({code: level}), based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(authority).settings.levels == {code: level}


def test_a_fixed_level_may_be_named_as_it_is(authority: Agency, cast: Cast) -> None:
    change(authority, CheckSettings({"T203": Level.ERROR}), based_on=0, by=cast["authority"], at=NOW)

    assert rules_of(authority).settings.levels == {}


def test_a_stored_code_that_is_no_longer_known_is_ignored(authority: Agency, cast: Cast) -> None:
    stored = {"Z999": "note", "T205": "note"}
    CheckRules.objects.create(authority=authority, levels=stored, version=4)
    assert rules_of(authority) == Rules(CheckSettings({"T205": Level.NOTE}), version=4)

    change(authority, CheckSettings({"X304": Level.NOTE}), based_on=4, by=cast["authority"], at=NOW)

    assert entries() == [{"levels": [{"T205": "note"}, {"X304": "note"}]}]
    assert CheckRules.objects.get().levels == {"X304": "note"}
