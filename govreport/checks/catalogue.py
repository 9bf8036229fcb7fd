"""The catalogue: every code with its level, rule, basis and example, in the order of the families."""

from collections.abc import Iterator

from govreport.checks.check import Basis, Declaration
from govreport.checks.finding import Level
from govreport.checks.run import DECLARATIONS

FAMILIES: dict[str, str] = {
    "F": "格式与填写",
    "T": "表内关系",
    "X": "表间关系",
    "Y": "与上一年度对照",
    "N": "文字内容",
    "P": "个人信息",
    "A": "汇总",
    "D": "日期",
}
LEVEL_WORDS = {Level.ERROR: "强制", Level.QUERY: "核实", Level.NOTE: "提示"}
LEVEL_MEANINGS = {
    Level.ERROR: "必须改正，改正前不能提交、审签和发布",
    Level.QUERY: "改正，或者写情况说明",
    Level.NOTE: "请留意，不影响提交",
}
SCOPE_WORDS = {"own": "本单位", "aggregate": "汇总"}


def family(letter: str) -> tuple[Declaration, ...]:
    """The declarations of one family, by code."""
    return tuple(DECLARATIONS[code] for code in sorted(DECLARATIONS) if code[0] == letter)


def levels_open_to(declaration: Declaration) -> tuple[Level, ...]:
    """The levels that an authority may give a code: an error may become a query, a query a note, and back."""
    if declaration.fixed:
        return (declaration.level,)
    if declaration.level is Level.ERROR:
        return (Level.ERROR, Level.QUERY)
    return (Level.QUERY, Level.NOTE)


def as_markdown() -> str:
    """docs/checks.md."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Checks"
    yield ""
    yield "Written by `manage.py document_checks`; do not edit. Declared in `govreport/checks/`;"
    yield "rules and examples are in Chinese, as users read them under `/checks/`."
    yield ""
    yield "| level | on screen | effect |"
    yield "| --- | --- | --- |"
    for level in Level:
        yield f"| `{level}` | {LEVEL_WORDS[level]} | {LEVEL_MEANINGS[level]} |"
    yield ""
    yield "A check that lacks what it needs is *not assessable*: neither a pass nor a failure, and listed."
    yield f"Basis: {'; '.join(f'{basis.name} {basis}' for basis in Basis)}."
    for letter, name in FAMILIES.items():
        if not family(letter):
            continue
        yield ""
        yield f"## {letter}: {name}"
        for told in family(letter):
            yield from _entry(told)
    yield ""


def _entry(told: Declaration) -> Iterator[str]:
    fixed = "; its level is fixed" if told.fixed else ""
    yield ""
    yield f"### {told.code}"
    yield ""
    yield told.rule
    yield ""
    yield f"- level: `{told.level}`{fixed}"
    yield f"- basis: {told.basis.name}, {told.source}"
    yield f"- editions: {', '.join(told.editions)}; scopes: {', '.join(told.scopes)}"
    if told.for_authority:
        yield "- for the authority: the agency itself sees a note"
    if told.needs:
        yield f"- needs: {', '.join(told.needs)}"
    yield f"- example: {told.example}"
