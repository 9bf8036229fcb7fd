"""The text of a source as the parts of a report: title, agency, year, narrative, contact, fee, signature."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from govreport.editions.cells import Contact, Period, ProcessingFee, Signature
from govreport.editions.numbers import shown
from govreport.importing.back import Back, back
from govreport.importing.choosing import TABLE_PARTS, Chosen, choose, unglued
from govreport.importing.contact import contact_in
from govreport.importing.dates import period_in
from govreport.importing.fees import fee_in, take_own_sentence
from govreport.importing.front import Front, Title, agency_name, front, named_in_text, title_of_page
from govreport.importing.grid import Source
from govreport.importing.passages import Kind, Passage, flow
from govreport.importing.residue import SITE, Removed, without_residue
from govreport.rendering.interchange_cells import Doubt

LONGEST_SEEN = 500
ABOVE = "标题之前的文字没有采用"
BELOW = "落款之后的文字没有采用"
CONTENTS = "删去了目录"
OUTSIDE = "表格前后没有标题的文字没有采用"
# Where text goes that follows a table without any heading before it: what it belongs to is not known.
BESIDE = ""


@dataclass(frozen=True)
class Parts:
    """What the text says. `headings` are the headings found, by part, as they are written.

    `beside_tables` holds by part the lines of parts two to four that stand outside the tables.
    """

    title: str | None = None
    agency_name: str | None = None
    year: int | None = None
    period: Period | None = None
    contact: Contact | None = None
    narrative: dict[str, str] = field(default_factory=dict)
    processing_fee: ProcessingFee | None = None
    signature: Signature | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    beside_tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    @property
    def sections(self) -> frozenset[str]:
        """The keys of the parts whose headings were found."""
        return frozenset(self.headings)


def split(source: Source) -> Parts:
    """Split the text of a source into the parts of a report."""
    read = flow(source)
    passages = unglued(read.passages, choose(read.passages))
    lines, removed = without_residue(passages)
    chosen = choose(lines)
    texts = _texts(lines, chosen)
    first = front(texts.pop("preamble"))
    last_part = next(reversed(texts), "preamble")
    page = title_of_page(source.title)
    title = first.title or page
    last = back(texts.get(last_part, first.preamble), title.agency if title else None)
    if texts:
        texts[last_part] = last.lines
    preamble = first.preamble if texts else last.lines
    own, fee = take_own_sentence(texts.get("other_matters", ()))
    if "other_matters" in texts:
        texts["other_matters"] = own
    names = (
        title.agency if title else None,
        page.agency if page else None,
        last.signature.name if last.signature else None,
        agency_name(read.publisher or ""),
    )
    year = _year(title, page, preamble)
    narrative = {key: text for key, text in texts.items() if key not in (*TABLE_PARTS, BESIDE)}
    return Parts(
        title=title.text if title else None,
        agency_name=_agency(names, preamble),
        year=year,
        period=period_in("\n".join(preamble), year),
        contact=contact_in((*preamble, *own, *last.below)),
        narrative={key: "\n".join(text) for key, text in {"preamble": preamble, **narrative}.items() if text},
        processing_fee=fee or fee_in(own, year),
        signature=last.signature,
        headings={item.key: item.seen for item in chosen.headings.values()},
        beside_tables={key: text for key, text in texts.items() if key in TABLE_PARTS and text},
        doubts=tuple(_doubts(lines, removed, chosen, first, last, texts.get(BESIDE, ()))),
    )


def _texts(lines: Sequence[Passage], chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """The lines of text by part, headings and tables left out; the preamble first, with the title."""
    texts: dict[str, list[str]] = {"preamble": []}
    key, skipped = "preamble", 0
    for number, line in enumerate(lines):
        found = chosen.headings.get(number)
        if found is not None:
            key, skipped = found.key, found.lines
            texts[key] = [found.rest] if found.rest else []
        if line.kind is Kind.TABLE and key == "preamble":
            key = BESIDE
            texts.setdefault(key, [])
        if skipped:
            skipped -= 1
        elif line.kind is Kind.TEXT and number not in chosen.contents:
            texts[key].append(line.text)
    return {key: tuple(text) for key, text in texts.items()}


def _year(title: Title | None, page: Title | None, preamble: Sequence[str]) -> int | None:
    """The year that the title names, else the page's title, else the preamble: its period, its name."""
    for found in (title, page):
        if found and found.year:
            return found.year
    period = period_in("\n".join(preamble), None)
    if period and period.first.year == period.last.year:
        return period.first.year
    return named_in_text(preamble)[1]


def _agency(names: Iterable[str | None], preamble: Sequence[str]) -> str | None:
    """The first name that there is, else the one that the preamble gives."""
    return next((name for name in names if name), None) or named_in_text(preamble)[0]


def _doubts(
    lines: Sequence[Passage],
    removed: Sequence[Removed],
    chosen: Chosen,
    first: Front,
    last: Back,
    outside: Sequence[str],
) -> Iterator[Doubt]:
    """A doubt for each kind of text that became part of nothing."""
    parts = _parts_of_lines(lines, chosen)
    register = [line.text for line in lines if line.kind is Kind.REGISTER]
    left_out: dict[str, list[tuple[str, str]]] = {}
    for item in removed:
        left_out.setdefault(item.kind, []).append((parts[item.line], item.seen))
    left_out.setdefault(SITE, []).extend(("preamble", text) for text in register)
    left_out[ABOVE] = [("preamble", text) for text in first.above]
    left_out[CONTENTS] = [("preamble", lines[number].text) for number in sorted(chosen.contents)]
    left_out[OUTSIDE] = [("preamble", text) for text in outside]
    left_out[BELOW] = [("signature", text) for text in last.below]
    for reason, seen in left_out.items():
        if seen:
            told = " ".join(dict.fromkeys(text for _, text in seen))
            yield Doubt(seen[0][0], reason, shown(told, LONGEST_SEEN))


def _parts_of_lines(lines: Sequence[Passage], chosen: Chosen) -> list[str]:
    """The part in which each line stands, and the one after the last."""
    parts, key = [], "preamble"
    for number in range(len(lines) + 1):
        found = chosen.headings.get(number)
        key = found.key if found else key
        parts.append(key)
    return parts
