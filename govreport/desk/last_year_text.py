"""Last year's text beside this year's, a paragraph at a time, to be copied when somebody asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.forms import Form
from django.http import QueryDict

from govreport.checks.subject import Subject
from govreport.desk.text_fields import text_form
from govreport.editions.aspects import OPENING
from govreport.rendering.document import paragraphs
from govreport.reports.models import Report, Section, SectionKey
from govreport.reports.text_forms import BoxesForm, OverviewForm, ProblemsForm, pairs_in
from govreport.workflow.last_year import report_before

# A text up to here may well be the same every year: 无其他需要报告的事项。
SHORT = 15  # characters
# A preamble is made of the facts of the agency, which seldom change: that of any length may be the same.
SHORT_IN = {SectionKey.PREAMBLE: 20_000}


@dataclass(frozen=True)
class LastPiece:
    """A paragraph of last year and the box it belongs to; `problem` and `measure` are those of a pair."""

    box: str
    text: str
    label: str = ""


@dataclass(frozen=True)
class LastItem:
    """What is copied at once. `heading` stands above it; `kept`: it stands word for word in this year's."""

    number: int
    heading: str
    pieces: tuple[LastPiece, ...]
    kept: bool = False
    short: int = SHORT

    @property
    def copied(self) -> bool:
        """Whether that says that nobody has edited it yet."""
        return self.kept and sum(len(piece.text) for piece in self.pieces) > self.short


@dataclass(frozen=True)
class LastText:
    """Last year's part. `short` is up to how many characters a text may be the same every year."""

    year: int
    items: tuple[LastItem, ...]
    short: int = SHORT

    @property
    def copied(self) -> int:
        """How many items stand in this year's text as they stood in last year's."""
        return sum(item.copied for item in self.items)


def last_text(section: Section, form: Form, subject: Subject) -> LastText | None:
    """Last year's part beside this form; None when nothing is known of it."""
    before = subject.previous
    text = before.part(section.key) if before else ""
    if not text.strip():
        return None
    now = {line.strip() for name in form.fields for line in str(form[name].value() or "").splitlines()}
    key = SectionKey(section.key)
    short = SHORT_IN.get(key, SHORT)
    items = tuple(
        LastItem(number, heading, pieces, _stands(pieces, now), short)
        for number, (heading, pieces) in enumerate(_items(section.report, key, text))
    )
    return LastText(section.report.reporting_year.year - 1, items, short)


def with_copied(section: Section, data: QueryDict) -> QueryDict:
    """What was typed, with the item of last year's text that `copy` asks for behind it in its box."""
    asked, report = data.get("copy", ""), section.report
    if not (asked.isascii() and asked.isdigit() and len(asked) < 5) or section.key not in TEXTS:
        return data
    before = report_before(report)
    text = before.part(section.key) if before else ""
    found = dict(enumerate(_items(report, SectionKey(section.key), text))).get(int(asked))
    return data if found is None else _put(data, found[1])


TEXTS = (SectionKey.PREAMBLE, SectionKey.OVERVIEW, SectionKey.PROBLEMS, SectionKey.OTHER_MATTERS)


def _items(report: Report, key: SectionKey, text: str) -> Iterator[tuple[str, tuple[LastPiece, ...]]]:
    """What can be copied, each with what stands above it; headings that the form prints are left out."""
    form = text_form(report, key, None, {"text": text})
    boxes = form.split(text) if isinstance(form, BoxesForm) else {OPENING: text}
    for name, box in boxes.items():
        if isinstance(form, ProblemsForm) and name != OPENING:
            continue
        heading = str(form.fields[name].label) if isinstance(form, OverviewForm) and name != OPENING else ""
        for place, one in enumerate(paragraphs(box)):
            if place or not heading or one.level != "second":
                yield heading, (LastPiece(name, one.text),)
    for number in range(1, pairs_in(boxes) + 1):
        yield f"第 {number} 条", tuple(_sides(boxes, number))


def _sides(boxes: Mapping[str, str], number: int) -> Iterator[LastPiece]:
    for side, label in (("problem", "问题"), ("measure", "改进措施")):
        text = boxes.get(f"{side}_{number}", "").strip()
        if text:
            yield LastPiece(side, text, label)


def _stands(pieces: tuple[LastPiece, ...], now: set[str]) -> bool:
    return all(line.strip() in now for piece in pieces for line in piece.text.splitlines())


def _put(data: QueryDict, pieces: tuple[LastPiece, ...]) -> QueryDict:
    """A pair goes into the first that is blank, everything else behind what stands in its box."""
    result = data.copy()
    count = pairs_in(data)
    blank = (number for number in range(1, count + 1) if not _pair_says(data, number))
    free = next(blank, count + 1)
    for piece in pieces:
        name = f"{piece.box}_{free}" if piece.label else piece.box
        before = result.get(name, "").rstrip()
        result[name] = f"{before}\n{piece.text}" if before else piece.text
    return result


def _pair_says(data: QueryDict, number: int) -> bool:
    return any(data.get(f"{side}_{number}", "").strip() for side in ("problem", "measure"))
