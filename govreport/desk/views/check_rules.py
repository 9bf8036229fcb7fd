"""The rules of the checks, as an authority sets them for its agencies."""

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from govreport.agencies.models import User
from govreport.desk.access import authority_for
from govreport.desk.check_rules_form import CheckRulesForm
from govreport.years.check_rules import StaleRules, change, rules_of

STALE = "打开之后别人改过检查规则，下面是现在的规则；您填的与它不同的列在这里，需要的请再填一次"


@dataclass(frozen=True)
class CheckRulesPage:
    """The form, whose rules they are, and the version that a save is based on.

    `typed` is what a refused save would have changed: the name of a field, what was filled in.
    """

    authority: str
    form: CheckRulesForm
    version: int
    unsaved: str = ""
    typed: tuple[tuple[str, str], ...] = ()


@login_required
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, code: str) -> HttpResponse:
    """Show the rules; on POST change them."""
    user = cast(User, request.user)
    authority = authority_for(user, code)
    stored = rules_of(authority)
    if request.method == "GET":
        return _answer(request, authority.name, CheckRulesForm(None, stored.settings), stored.version)
    form = CheckRulesForm(request.POST, stored.settings)
    version = request.POST.get("version", "")
    based_on = int(version) if version.isdecimal() and len(version) < 9 else -1
    if not form.is_valid():
        return _answer(request, authority.name, form, based_on, "有填写不符合要求的地方，改好后再保存")
    try:
        change(authority, form.settings, based_on=based_on, by=user, at=timezone.now())
    except StaleRules:
        now = rules_of(authority)
        fresh = CheckRulesForm(None, now.settings)
        return _answer(request, authority.name, fresh, now.version, STALE, form.unlike(now.settings))
    messages.success(request, "检查规则已保存，以后的检查按新规则进行")
    return redirect("desk:check_rules", code)


def _answer(
    request: HttpRequest,
    authority: str,
    form: CheckRulesForm,
    version: int,
    unsaved: str = "",
    typed: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    page = CheckRulesPage(authority, form, version, unsaved, typed)
    return render(request, "desk/check_rules.html", {"page": page})
