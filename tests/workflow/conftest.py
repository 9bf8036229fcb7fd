"""Reports that are complete but for one thing: a query, or an error that may be let pass."""

import pytest

from govreport.agencies.models import User
from govreport.reports.models import Report
from tests.drafts import complete, type_in
from tests.workflow.findings import FEES


@pytest.fixture
def queried(draft: Report, cast: dict[str, User]) -> Report:
    """A draft with one query, X304: the fees look like yuan in a cell of 万元."""
    return complete(draft, by=cast["clerk"], figures={FEES: "70487"})


@pytest.fixture
def flawed(draft: Report, cast: dict[str, User]) -> Report:
    """A draft with one error that is not fixed, F103: part 五 says next to nothing."""
    complete(draft, by=cast["clerk"])
    type_in(draft, "problems", {"text": "没有发现问题"}, by=cast["clerk"])
    return Report.objects.get(pk=draft.pk)
