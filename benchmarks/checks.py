"""(d) The checks over much text, and over a thousand reports, against reading the same from JSON."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count, repeat
from unittest.mock import patch

from benchmarks.comparison import Row, medians_in_turn, seconds
from benchmarks.drafts import FIGURES_OF
from benchmarks.processes import Failed
from govreport.checks.check import Check
from govreport.checks.run import CHECKS, run
from govreport.checks.shingles import Shingles
from govreport.checks.subject import AgencyFacts, OtherText, Subject
from govreport.desk.sample_county.figures import figures_of
from govreport.desk.sample_county.narrative import texts_of
from govreport.desk.sample_county.stories import chapter, told
from govreport.editions.cells import Content
from govreport.rendering.interchange import canonical, read
from tests.contents import published

LENGTHS = {"overview": 5000, "problems": 2000, "other_matters": 1000}
LONG = 200_000
OTHERS, COPIES = 1000, 10
RUNS_A_ROUND = 4
COMPARING = ("N506", "N507")
FILE, TEXTS = "reading the same report from JSON", "reading their texts from JSON"
IDEOGRAPHS = range(0x4E00, 0x9FA6)


def measure(*, rounds: int) -> list[Row]:
    """Milliseconds, each against a limit in milliseconds, which the issue of the check engine names."""
    pool = _pool()
    content = _content(pool)
    report, among, long = _subject(content), _among_others(content), _long(content, pool)
    for subject, codes in ((report, ["N506"]), (among, ["N507"]), (long, COMPARING)):
        _look_at(subject, *codes)

    file, long_file = canonical(content), canonical(long.content)
    texts = json.dumps([dict(other.narrative) for other in among.others or ()])
    last_year, agencies = (tuple(_named(code)) for code in COMPARING)
    rest = tuple(check for check in CHECKS if check not in last_year + agencies)
    size, often = f"{sum(LENGTHS.values()):,} characters", rounds * RUNS_A_ROUND
    return [
        _row(
            f"all checks but N506, N507: {size}, figures changed",
            *(repeat(report), rest, FILE, lambda: read(file), 10, often),
        ),
        _row(
            f"all checks but N506, N507: {size}, one paragraph of each part changed",
            *(_rewritten(content, paragraphs=1), rest, FILE, lambda: read(file), 10, often),
        ),
        _row(
            f"all checks but N506, N507: {size}, never read before",
            *(_rewritten(content, paragraphs=LONG), rest, FILE, lambda: read(file), None, often),
        ),
        _row(f"N506: {size}", repeat(report), last_year, FILE, lambda: read(file), 20, often),
        _row(
            f"N507: {OTHERS:,} reports",
            repeat(among),
            agencies,
            TEXTS,
            lambda: json.loads(texts),
            300,
            rounds,
        ),
        _row(
            f"all checks: a part of {LONG:,}",
            repeat(long),
            CHECKS,
            FILE,
            lambda: read(long_file),
            1000,
            rounds,
        ),
    ]


def _row(
    what: str,
    subjects: Iterator[Subject],
    checks: tuple[Check, ...],
    against: str,
    other: Callable[[], object],
    at_most: float | None,
    rounds: int,
) -> Row:
    with patch("govreport.checks.run.CHECKS", checks):
        mine, compared = medians_in_turn(
            lambda: seconds(partial(run, next(subjects))), lambda: seconds(other), rounds=rounds
        )
    return Row(f"(d) {what}", "ms", mine * 1000, against, compared * 1000, at_most=at_most)


def _rewritten(content: Content, *, paragraphs: int) -> Iterator[Subject]:
    """The report, each time with so many paragraphs of each part that have never been read before."""
    for number in count(1):
        texts = {}
        for part, text in content.narrative.items():
            lines = text.split("\n")
            lines[:paragraphs] = [f"第{number}稿，{line}" for line in lines[:paragraphs]]
            texts[part] = "\n".join(lines)
        yield _subject(replace(content, narrative=texts))


def _named(code: str) -> list[Check]:
    return [check for check in CHECKS if check.declaration.code == code]


def _pool() -> str:
    """All that the sample county says in its reports, of all agencies and years."""
    chapters = ((chapter(code, year) or {}, figures_of(code, year), year) for code, year in told())
    return "\n".join(text for one in chapters if "problems" in one[0] for text in texts_of(*one).values())


def _content(pool: str) -> Content:
    """Figures that were really published, and text of the lengths that the issue names."""
    narrative, start = {}, 0
    for part, length in LENGTHS.items():
        narrative[part] = pool[start : start + length]
        start += length
    return replace(published(FIGURES_OF), narrative=narrative)


def _subject(content: Content) -> Subject:
    """Everything that an agency's own report can be compared with; two thirds were said last year."""
    name = content.agency_name or ""
    year = content.year or 0
    return Subject(
        content,
        previous=replace(content, year=year - 1, narrative=_partly_like(content, 2 / 3, 1)),
        agency=AgencyFacts(name, "department", area="泽州县"),
        day=date(year + 1, 1, 15),
        due=date(year + 1, 1, 31),
    )


def _among_others(content: Content) -> Subject:
    """A thousand others, of whom all share a third of their text and some copied the rest as well."""
    shares = (1.0 if number < COPIES else 1 / 3 for number in range(OTHERS))
    texts = [_partly_like(content, share, number) for number, share in enumerate(shares)]
    others = (OtherText(f"第{number}镇", text, _stored(text)) for number, text in enumerate(texts))
    return replace(_subject(content), others=tuple(others))


def _stored(text: dict[str, str]) -> dict[str, Shingles]:
    return {part: Shingles.of(text[part]) for part in text}


def _long(content: Content, pool: str) -> Subject:
    """One part is very long, last year too, and with one other agency; its text repeats itself by half."""
    turns = range(LONG // len(pool) + 1)
    overview = "\n".join(_shifted(pool, turn if turn % 2 else 0) for turn in turns)[:LONG]
    long = replace(content, narrative={**content.narrative, "overview": overview})
    return replace(_subject(long), others=(OtherText("第1镇", long.narrative),))


def _partly_like(content: Content, share: float, number: int) -> dict[str, str]:
    """The narrative, the rest of each part in a language of its own that nobody else speaks."""
    return {
        part: text[: int(len(text) * share)] + _shifted(text[int(len(text) * share) :], number)
        for part, text in content.narrative.items()
    }


def _shifted(text: str, by: int) -> str:
    """Each ideograph so many places further in the character set: it repeats itself as the text does."""
    first, size = IDEOGRAPHS.start, len(IDEOGRAPHS)
    return "".join(
        chr(first + (ord(letter) - first + by) % size) if ord(letter) in IDEOGRAPHS else letter
        for letter in text
    )


def _look_at(subject: Subject, *codes: str) -> None:
    """Raises Failed unless the checks that are measured have something to say."""
    silent = set(codes) - {finding.code for finding in run(subject).findings}
    if silent:
        raise Failed(f"{', '.join(sorted(silent))} says nothing")
