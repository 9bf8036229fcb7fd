"""The settings of an authority: what can be set, what is refused, what they do."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from govreport.agencies.models import User
from govreport.audit.models import Entry
from govreport.reports.models import Report
from govreport.years.models import CheckRules
from tests.desk.test_answers import FEES
from tests.drafts import complete

Sign_in = Callable[[str], Client]

ADDRESS = "/desk/agencies/yunxi-gov/checks/"


def sent(client: Client, **changed: str) -> dict[str, str]:
    """What a browser sends when these fields have been changed."""
    page = client.get(ADDRESS).context["page"]
    values = {name: str(page.form[name].value() or "") for name in page.form.fields}
    return {"version": str(page.version), **values, **changed}


def test_every_code_is_listed_and_only_open_levels_can_be_chosen(
    client_of: Sign_in, db: None, cast: dict[str, User]
) -> None:
    form = client_of("authority").get(ADDRESS).context["page"].form

    fields = {told.code: field for _, lines in form.families for told, field in lines}
    assert fields["T203"] is None
    assert [value for value, _ in fields["F103"].field.choices] == ["error", "query"]
    assert [value for value, _ in fields["X304"].field.choices] == ["query", "note"]


def test_a_level_is_changed_with_a_record_and_holds_from_then_on(
    draft: Report, cast: dict[str, User], client_of: Sign_in
) -> None:
    complete(draft, by=cast["clerk"], figures=FEES)
    authority = client_of("authority")

    answer = authority.post(ADDRESS, sent(authority, X304="note"), follow=True)

    assert "检查规则已保存" in answer.content.decode()
    assert Entry.objects.get(action="check_rules.changed").data == {"levels": [{}, {"X304": "note"}]}
    page = client_of("clerk").get(f"/desk/reports/{draft.pk}/disclosure/").context["page"]
    assert [str(group.level) for group in page.findings] == ["note"]


def test_words_are_given_a_line_each(client_of: Sign_in, cast: dict[str, User]) -> None:
    authority = client_of("authority")

    authority.post(ADDRESS, sent(authority, wrong_words="公开兰=公开栏\n\n群体性事件\n"))

    assert CheckRules.objects.get().wrong_words == {"公开兰": "公开栏", "群体性事件": ""}
    assert authority.get(ADDRESS).context["page"].form["wrong_words"].value() == "公开兰＝公开栏\n群体性事件"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"overview_limit": "5"}, "200"),
        ({"wrong_words": "字" * 51}, "超过 50 个字"),
        ({"wrong_words": "公开＝公开"}, "第 1 行“公开＝公开”看不出"),
        ({"wrong_words": "条例\n＝空的"}, "第 2 行“＝空的”看不出"),
        ({"X304": "error"}, "选择一个有效的选项"),
    ],
)
def test_what_cannot_be_is_refused_and_shown_back(
    client_of: Sign_in, cast: dict[str, User], changed: dict[str, Any], sentence: str
) -> None:
    authority = client_of("authority")

    answer = authority.post(ADDRESS, sent(authority, **changed))

    assert sentence in answer.content.decode()
    assert answer.context["page"].unsaved
    assert not CheckRules.objects.exists()


def test_a_change_by_somebody_else_meanwhile_is_told_and_undone_by_nobody(
    client_of: Sign_in, cast: dict[str, User]
) -> None:
    authority = client_of("authority")
    mine = sent(authority, X304="note")
    authority.post(ADDRESS, sent(authority, overview_limit="800"))

    page = authority.post(ADDRESS, mine).context["page"]

    assert "别人改过检查规则" in page.unsaved
    assert page.typed == (("“一、总体情况”的字数上限（N510）", "1000"), ("X304 的等级", "提示"))
    assert (page.form["X304"].value(), page.form["overview_limit"].value()) == ("query", 800)
    assert CheckRules.objects.get().levels == {}


def test_a_refused_form_goes_on_from_what_it_was_opened_with(
    client_of: Sign_in, cast: dict[str, User]
) -> None:
    authority = client_of("authority")
    mine = sent(authority, X304="note", overview_limit="5")
    authority.post(ADDRESS, sent(authority, overview_limit="800"))

    assert authority.post(ADDRESS, mine).context["page"].version == 0
