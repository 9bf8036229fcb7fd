"""An entry says who did what to what, when, and for which agency."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from govreport.agencies.models import Agency, User
from govreport.audit.models import Entry
from govreport.audit.record import record
from tests.audit.entries import AT

County = dict[str, Agency]
Cast = dict[str, User]


def test_an_entry_keeps_what_it_was_given(county: County, cast: Cast) -> None:
    forestry = county["yunxi-lyj"]

    record(
        "submit",
        actor=cast["clerk"],
        agency=forestry,
        subject="report:12",
        at=AT,
        version=3,
        reason="首次报送",
    )

    entry = Entry.objects.get()
    assert (entry.action, entry.subject, entry.at) == ("submit", "report:12", AT)
    assert (entry.actor, entry.agency) == (cast["clerk"], forestry)
    assert entry.data == {"version": 3, "reason": "首次报送"}


def test_the_system_itself_is_no_actor(db: None) -> None:
    entry = record("remind", actor=None, agency=None, subject="year:1", at=AT)

    assert (entry.actor, entry.agency, entry.data) == (None, None, {})


def test_an_entry_goes_with_the_transaction_it_speaks_of(db: None) -> None:
    with transaction.atomic():
        record("submit", actor=None, agency=None, subject="report:12", at=AT)
        transaction.set_rollback(True)

    assert not Entry.objects.exists()


@pytest.mark.parametrize("whom", ["actor", "agency"])
def test_who_stands_in_the_record_cannot_be_removed(county: County, cast: Cast, whom: str) -> None:
    record("submit", actor=cast["clerk"], agency=county["yunxi-qhz"], subject="report:12", at=AT)

    with pytest.raises(ProtectedError):
        cast["clerk"].delete() if whom == "actor" else county["yunxi-qhz"].delete()
