"""A file that says what the draft says with references to figures leaves the references alone."""

from dataclasses import replace

import pytest

from govreport.agencies.models import User
from govreport.importing.offers import Change, Offer
from govreport.importing.proposal import examine, offers_to
from govreport.reports.content import content_of
from govreport.reports.models import Report
from tests.drafts import type_in
from tests.importing.report_files import interchange_file

OWN = "第一段写收到申请〔表三·本年新收·总计〕件。"


@pytest.fixture
def referring(draft: Report, cast: dict[str, User]) -> Report:
    """A draft whose part 一 refers to a figure."""
    type_in(draft, "applications", {"applications.new_received.natural_person": "10"}, by=cast["clerk"])
    type_in(draft, "overview", {"text": f"{OWN}\n第二段写别的事。"}, by=cast["clerk"])
    return Report.objects.get(pk=draft.pk)


def offered(report: Report, text: str) -> Offer:
    """What a file whose part 一 says this offers to the draft there."""
    file = interchange_file(replace(content_of(report), narrative={"overview": text}))
    found = examine(report, file.name, file.data)
    return next(offer for offer in offers_to(report, found.reading) if offer.section == "overview")


def test_the_draft_s_own_file_changes_nothing(referring: Report) -> None:
    assert offered(referring, content_of(referring).part("overview")).change is Change.SAME


def test_of_a_file_that_was_changed_the_other_paragraphs_keep_their_references(referring: Report) -> None:
    offer = offered(referring, "第一段写收到申请10件。\n第二段改过了。")

    assert (offer.change, offer.new) == (Change.OVER, f"{OWN}\n第二段改过了。")


def test_a_paragraph_that_says_another_figure_is_the_file_s(referring: Report) -> None:
    assert offered(referring, "第一段写收到申请11件。").new == "第一段写收到申请11件。"
