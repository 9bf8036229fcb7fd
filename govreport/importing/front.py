"""What stands before part one: title, agency and year out of it, and the preamble."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govreport.checks.narrative.years import years_in
from govreport.importing.dates import in_digits

_LONGEST = 60  # characters of a line of the title
_MOST_LINES = 4
_FARTHEST = 200  # lines; further down no title stands
_YEAR = re.compile(r"[（(\[]?20\d{2}年?度?[）)\]]?")
# The document's name, its year taken out.
_NAME = re.compile(
    r"(?:政府信息(?:和|与)?政务公开|(?:政府|政务)?信息公开|政务公开)(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:总结)?(?:报告|年报)"
)
_BEFORE = re.compile(r"^(?:附件\d{0,2}[:：]?|关于(?:印发|公布|发布)?|[《“\"])+")
_BEHIND = re.compile(r"(?:关于|的|[《“\"])+$")
_AFTER = re.compile(
    r"[》”\"]?(?:[（(][^（()）]{0,30}[）)])?(?:的?(?:公告|公示|通知|公开|公布|格式模板|模板))?(?:[（(][^（()）]{0,30}[）)])?"
)
_SENTENCE = re.compile(r"[。；;!！?？]|^(?:本(?:报告|年报|年度)|根据|按照|依据|依照|为|现将|遵照)")
_AGENCY = re.compile(
    r"[\u3400-\u9fff、·]{1,38}(?:局|委|会|厅|室|办|府|处|院|所|站|中心|镇|乡|街道|县|市|区|省|州|盟|旗|部|队|司|署|社|馆|庭|园|校|团|库|公司|集团|学|行|台|海关|段|工会|兵团|师|街)"
    r"(?:[（(][^（()）]{1,20}[）)])?"
)
_PLACEHOLDER = re.compile(
    r"[×xXＸ*＊□_○…{}]|某|单位名称|机关全称|机构名称|文字描述|中华人民共和国政府信息|^[我本各全该]"
)


@dataclass(frozen=True)
class Title:
    """The title as it is printed, on one line, and what it names."""

    text: str
    agency: str | None
    year: int | None


@dataclass(frozen=True)
class Front:
    """What was found before part one; `above` stood before the title."""

    title: Title | None
    preamble: tuple[str, ...]
    above: tuple[str, ...] = ()


def front(lines: Sequence[str]) -> Front:
    """Part the lines before part one into title and preamble."""
    found = _find(lines)
    if found is None:
        return Front(None, tuple(lines))
    first, last = found
    title = read_title(lines[first:last])
    rest = lines[last:]
    while rest and title and _says_again(rest[0], title):
        rest = rest[1:]
    return Front(title, tuple(rest), tuple(lines[:first]))


def _find(lines: Sequence[str]) -> tuple[int, int] | None:
    """The lines that make the title: those that name most, for a menu may hold the document's name too."""
    best: tuple[int, tuple[int, int]] | None = None
    for first in range(min(len(lines), _FARTHEST)):
        for last in range(first + 1, min(first + _MOST_LINES, len(lines)) + 1):
            if not _may_be_title(lines[last - 1]):
                break
            if read_title(lines[first:last]) is None:
                continue
            begin = _upwards(lines, first, last)
            title = read_title(lines[begin:last])
            named = bool(title and title.agency) + bool(title and title.year)
            if best is None or named > best[0]:
                best = named, (begin, last)
            break
    return best[1] if best else None


def _upwards(lines: Sequence[str], first: int, last: int) -> int:
    """The first line of the title: lines above it that give the agency or the year that it lacks."""
    while first and last - first < _MOST_LINES:
        title, longer = read_title(lines[first:last]), read_title(lines[first - 1 : last])
        if not longer or not _may_be_title(lines[first - 1]):
            return first
        gains = (longer.agency and not (title and title.agency)) or (
            longer.year and not (title and title.year)
        )
        if not gains:
            return first
        first -= 1
    return first


def _may_be_title(line: str) -> bool:
    return len(line) <= _LONGEST and not _SENTENCE.search(line.strip())


def _says_again(line: str, title: Title) -> bool:
    """Whether a line below the title is the title or one of its lines once more."""
    text = in_digits(line)
    return (
        len(line) <= _LONGEST
        and text in in_digits(title.text)
        and (text == title.agency or bool(years_in(line)) or _NAME.search(_YEAR.sub("", text)) is not None)
    )


def read_title(lines: Sequence[str]) -> Title | None:
    """The title that lines make together, None when the document's name is not in them or more is."""
    written = "".join(line.strip() for line in lines)
    text = in_digits(written)
    dated = _YEAR.search(text)
    rest = _YEAR.sub("", text, count=1)
    found = _NAME.search(rest)
    if found is None or not _AFTER.fullmatch(rest, found.end()):
        return None
    before = _BEHIND.sub("", _BEFORE.sub("", rest[: found.start()]))
    if before and not agency_name(before) and not _PLACEHOLDER.search(before):
        return None
    years = years_in(dated[0]) if dated else set()
    return Title(written, agency_name(before), next(iter(years), None))


def agency_name(text: str) -> str | None:
    """The name of an agency that a text is, None when it is something else or a placeholder."""
    name = in_digits(text)
    if _PLACEHOLDER.search(name) or not _AGENCY.fullmatch(name):
        return None
    return name


_DATED = re.compile(rf"(?P<year>20\d{{2}})年?度?[^，。；、]{{0,30}}?{_NAME.pattern}")
_AUTHOR = re.compile(rf"由(?P<agency>{_AGENCY.pattern})(?=编制|编写|按照|依据|依照|根据|负责编制)")


def named_in_text(lines: Sequence[str]) -> tuple[str | None, int | None]:
    """Agency and year of the report as its preamble names them (由…编制, 2023年…年度报告), None where not.

    Two years that are named so are none: one of them is another report's.
    """
    text = in_digits("".join(lines))
    author = _AUTHOR.search(text)
    years = {int(found["year"]) for found in _DATED.finditer(text)}
    return agency_name(author["agency"]) if author else None, years.pop() if len(years) == 1 else None


def title_of_page(text: str) -> Title | None:
    """The title within the name that a web page gives itself: with the site's name before or behind."""
    for part in _page_parts(text):
        found = read_title([part])
        if found is not None:
            return found
    return None


def _page_parts(text: str) -> Iterator[str]:
    yield text
    yield from re.split(r"\s*[-_|–—>]+\s*|\s{2,}", text)
