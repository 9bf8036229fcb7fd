"""What the page of a checked file shows: one typed object, made from the reading and what the checks say."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from govreport.checks.catalogue import LEVEL_MEANINGS, LEVEL_WORDS
from govreport.checks.finding import Finding, Level, Result
from govreport.checks.listing import gathered, not_assessable_lines
from govreport.editions.cells import Content
from govreport.editions.lookup import cell_name, edition
from govreport.editions.numbers import shown
from govreport.editions.schema import Edition, Section
from govreport.importing.reading import Reading, left_out
from govreport.portal.check_marks import marks
from govreport.rendering import html
from govreport.rendering.document import document
from govreport.rendering.interchange_cells import Doubt
from govreport.rendering.marks import marked

ARTICLE = "report-read"  # the HTML id of the report as it was read
MOST_LINES = 200  # of doubts, and of findings of one level
_LONGEST_QUOTE = 80
# What of a report has neither heading nor cell, by what doubts call it.
_BESIDE_THE_PARTS = {"preamble": "前言", "signature": "落款"}


@dataclass(frozen=True)
class DoubtLine:
    """One doubt. `number` is that of its mark; `href` leads to its cell, "" where no cell is meant."""

    number: int
    name: str
    reason: str
    seen: str
    place: str
    href: str


@dataclass(frozen=True)
class FindingLine:
    """One finding, with the words it speaks of; `href` leads to its cell or part."""

    id: str
    code: str
    message: str
    hint: str
    quote: str
    href: str


@dataclass(frozen=True)
class FindingGroup:
    """The findings of one level; `more` says how many are not listed."""

    level: str
    word: str
    demand: str
    count: int
    lines: tuple[FindingLine, ...]
    more: int


@dataclass(frozen=True)
class PartLine:
    """One of the six parts, and whether it was found."""

    heading: str
    href: str
    found: bool


@dataclass(frozen=True)
class CheckedPage:
    """A checked file: the conclusion in one sentence, what was read, doubts, findings, the report itself."""

    level: str
    conclusion: str
    advice: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[PartLine, ...]
    left_out: tuple[str, ...]
    doubts: tuple[DoubtLine, ...]
    more_doubts: int
    groups: tuple[FindingGroup, ...]
    not_assessable: tuple[str, ...]
    article: SafeString


def checked_page(reading: Reading, result: Result, *, name: str, previous: Content | None) -> CheckedPage:
    """The page of a file called `name` that was read and checked."""
    content = reading.content
    form = edition(content.edition)
    others, blank_rows = gathered(result.findings, form)
    findings = _by_level([*others, *blank_rows])
    doubts = tuple(_doubt_line(number, doubt, form) for number, doubt in enumerate(reading.doubts, start=1))
    counts = {level: len(found) for level, found in findings.items()}
    return CheckedPage(
        level=next(iter(counts), "doubt" if doubts else "fine"),
        conclusion=_conclusion(counts, len(doubts)),
        advice="先对照原文看存疑的地方：读错的数字会带来不实的检查结果。" if doubts else "",
        facts=_facts(content, name, previous),
        parts=tuple(_part_line(section, reading) for section in form.sections),
        left_out=left_out(reading)[:MOST_LINES],
        doubts=doubts[:MOST_LINES],
        more_doubts=max(len(doubts) - MOST_LINES, 0),
        groups=tuple(_group(level, found) for level, found in findings.items()),
        not_assessable=not_assessable_lines(result.not_assessable),
        article=html.article(marked(document(content), marks(reading.doubts[:MOST_LINES], findings, form))),
    )


def _by_level(findings: list[Finding]) -> dict[Level, list[Finding]]:
    """Most serious level first; levels without any are left out."""
    by_level = {level: [one for one in findings if one.level is level] for level in Level}
    return {level: found for level, found in by_level.items() if found}


def _conclusion(counts: dict[Level, int], doubts: int) -> str:
    """What matters most, in one sentence."""
    rest = [
        f"{counts[level]} 处{words}"
        for level, words in ((Level.QUERY, "需要核实"), (Level.NOTE, "提示"))
        if level in counts
    ]
    if Level.ERROR in counts:
        clauses = [f"发现 {counts[Level.ERROR]} 处必须改正", *(["另有 " + "、".join(rest)] if rest else [])]
    elif rest:
        clauses = ["没有必须改正的问题", "有 " + "、".join(rest)]
    else:
        clauses = ["没有发现问题"]
    if doubts:
        clauses.append(f"读取时有 {doubts} 处存疑")
    return f"{'，'.join(clauses)}。"


def _facts(content: Content, name: str, previous: Content | None) -> tuple[tuple[str, str], ...]:
    named = (
        ("文件", shown(name, 80)),
        ("单位", content.agency_name or "没有读出"),
        ("年度", f"{content.year} 年" if content.year else "没有读出"),
        ("格式", f"{content.edition} 年版格式"),
        ("读出的数字", f"{len(content.figures)} 个"),
    )
    if previous is None:
        return named
    year = f"{previous.year} 年" if previous.year else "年度不明"
    before = f"{previous.agency_name or '单位不明'}，{year}"
    return (*named, ("上一年度", before))


def _part_line(section: Section, reading: Reading) -> PartLine:
    layout, content = reading.layout, reading.content
    if section.kind == "table":
        tables = {address.table for address in (*content.figures, *content.unread)}
        found = section.key in tables or (layout is not None and section.key in layout.tables)
    else:
        found = bool(content.part(section.key)) or (layout is not None and section.key in layout.sections)
    return PartLine(section.heading, f"#{section.key}", found)


def _doubt_line(number: int, doubt: Doubt, form: Edition) -> DoubtLine:
    address, name = _place(doubt.cell, form)
    href = f"#{address}" if address else ""
    reason = doubt.reason.removeprefix(f"{name}：")
    return DoubtLine(number, name, reason, doubt.seen, doubt.place, href)


def _place(cell: str, form: Edition) -> tuple[str, str]:
    """The HTML id that a doubt's cell, row, table or part has on the page, and its name for people."""
    headings = {section.key: section.heading for section in form.sections}
    if cell in headings:
        return cell, headings[cell]
    for address, known in form.cells.items():
        if str(address) == cell:
            return cell, known.name
        if str(address).startswith(f"{cell}."):
            return str(address), known.row_name
    return "", _BESIDE_THE_PARTS.get(cell) or cell_name(cell) or headings.get(cell.partition(".")[0], "")


def _group(level: Level, findings: list[Finding]) -> FindingGroup:
    lines = tuple(_finding_lines(level, findings[:MOST_LINES]))
    more = max(len(findings) - MOST_LINES, 0)
    return FindingGroup(level, LEVEL_WORDS[level], LEVEL_MEANINGS[level], len(findings), lines, more)


def _finding_lines(level: Level, findings: list[Finding]) -> Iterator[FindingLine]:
    for number, finding in enumerate(findings, start=1):
        quote = finding.passage[:_LONGEST_QUOTE] + ("…" if len(finding.passage) > _LONGEST_QUOTE else "")
        yield FindingLine(
            f"{level}-{number}", finding.code, finding.message, finding.hint, quote, f"#{_target(finding)}"
        )


def _target(finding: Finding) -> str:
    """The HTML id where a finding is shown: its cell, its part, or the report as a whole."""
    parts = {"overview", "problems", "other_matters"}
    if finding.cells:
        return str(finding.cells[0])
    return finding.part if finding.part in parts else ARTICLE
