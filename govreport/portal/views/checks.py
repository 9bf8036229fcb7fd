"""The catalogue of the checks, for everybody."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from govreport.checks.catalogue import FAMILIES, LEVEL_MEANINGS, LEVEL_WORDS, SCOPE_WORDS, family
from govreport.checks.check import EDITIONS, SCOPES, Declaration


@dataclass(frozen=True)
class CheckLine:
    """One check: what it asks for, how serious it is, on what basis, and a sentence as a clerk reads it."""

    code: str
    level: str
    word: str
    rule: str
    basis: str
    source: str
    example: str
    limits: tuple[str, ...]


@dataclass(frozen=True)
class ChecksPage:
    """The levels with their meaning, and the checks by family."""

    levels: tuple[tuple[str, str, str], ...]
    families: tuple[tuple[str, tuple[CheckLine, ...]], ...]
    count: int


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """All checks on one page."""
    families = tuple((name, tuple(map(_line, family(letter)))) for letter, name in FAMILIES.items())
    page = ChecksPage(
        levels=tuple((level, LEVEL_WORDS[level], meaning) for level, meaning in LEVEL_MEANINGS.items()),
        families=families,
        count=sum(len(lines) for _, lines in families),
    )
    return render(request, "portal/checks.html", {"page": page})


def _line(told: Declaration) -> CheckLine:
    limits = []
    if told.editions != EDITIONS:
        limits.append("、".join(f"{key}年版格式" for key in told.editions))
    if told.scopes != SCOPES:
        limits.append(f"{'、'.join(SCOPE_WORDS[scope] for scope in told.scopes)}年报")
    if told.fixed:
        limits.append("等级不能改")
    if told.for_authority:
        limits.append("由政务公开办核实，本单位看到的是提示")
    return CheckLine(
        told.code,
        told.level,
        LEVEL_WORDS[told.level],
        told.rule,
        told.basis,
        told.source,
        told.example,
        tuple(limits),
    )
