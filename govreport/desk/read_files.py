"""What was read of a file, as a page shows it: doubts, findings, the grids and texts beside the draft's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from django.utils import timezone

from govreport.checks.finding import Finding
from govreport.checks.listing import gathered, not_assessable_lines
from govreport.desk.finding_pages import FindingGroup, FindingLine, grouped
from govreport.desk.import_pages import (
    DoubtLine,
    Line,
    Option,
    ProposedField,
    ProposedText,
    ReadFile,
)
from govreport.desk.proposal_choices import BLANK, KEEP, TAKE, TYPE, UNDECIDED, Choices
from govreport.desk.proposal_grids import proposed, proposed_table, source_pieces
from govreport.editions.cells import Address
from govreport.editions.lookup import cell_name, edition
from govreport.editions.numbers import plain
from govreport.editions.schema import Edition
from govreport.importing.offers import TEXT, Change, Offer, loose_doubts
from govreport.importing.proposal import findings_of, misfits, offers_to
from govreport.importing.reading import Reading, left_out
from govreport.rendering.interchange_cells import Doubt
from govreport.reports.forms import SignatureForm
from govreport.reports.models import Report, SectionKey
from govreport.reports.notes import place_of, places_in
from govreport.reports.saving import TABLES
from govreport.reports.text_forms import OtherMattersForm

LABELS = {
    name: str(field.label)
    for form in (OtherMattersForm, SignatureForm)
    for name, field in form.base_fields.items()
} | {TEXT: "文字"}


def read_file(report: Report, name: str, found: Reading, choices: Choices, *, choosable: bool) -> ReadFile:
    """What was read of a file called `name`, beside the draft as it is stored now."""
    form, offers = report.edition, offers_to(report, found)
    result = findings_of(report, found, day=timezone.localdate())
    given = proposed(form, found.content, offers, choices, result.findings, choosable=choosable)
    tables = _tables(found)
    changes = [offer.change for offer in offers if not offer.doubts]
    return ReadFile(
        name=name,
        warnings=misfits(report, found.content),
        doubts=tuple(_doubt(form, one, choices, choosable=choosable) for one in offers if one.doubts),
        notices=(*(_notice(form, doubt) for doubt in loose_doubts(form, found)), *_left_out(form, found)),
        findings=file_findings(edition(found.content.edition), result.findings, found.places),
        not_assessable=not_assessable_lines(result.not_assessable),
        parts=tuple(
            replace(
                proposed_table(form, key, given, found=key in tables),
                notes=_notes(form, key, offers, choices, choosable=choosable),
            )
            if key in TABLES
            else _text(key, offers, choices, choosable=choosable)
            for key in SectionKey
        ),
        source=source_pieces(found.source, found.doubts),
        removed=left_out(found),
        new=changes.count(Change.NEW),
        over=changes.count(Change.OVER),
    )


def _tables(found: Reading) -> set[str]:
    """The keys of the tables that the file has."""
    content = found.content
    return {cell.table for cell in (*content.figures, *content.unread)} | (
        set(found.layout.tables) if found.layout else set()
    )


def file_findings(
    form: Edition, findings: Iterable[Finding], places: Mapping[Address, str]
) -> tuple[FindingGroup, ...]:
    """The findings on a file by level, each linked to its cell or part on the same page."""
    others, blank_rows = gathered(findings, form)
    lines = []
    for finding in (*others, *blank_rows):
        place = next((places[cell] for cell in finding.cells[:1] if cell in places), "")
        hint = f"在文件的{place}。{finding.hint}" if place else finding.hint
        lines.append(FindingLine(finding.code, finding.level, finding.message, hint, _href(finding)))
    return grouped(lines)


def _href(finding: Finding) -> str:
    if finding.part:
        return f"#part-{finding.part}"
    return f"#{finding.cells[0]}" if finding.cells else "#read"


def _text(key: SectionKey, offers: Iterable[Offer], choices: Choices, *, choosable: bool) -> ProposedText:
    fields = (
        _field(offer, LABELS[offer.field], choices, choosable=choosable)
        for offer in offers
        if offer.section == key
    )
    return ProposedText(key, key.label, tuple(fields))


def _notes(
    form: Edition, key: str, offers: Iterable[Offer], choices: Choices, *, choosable: bool
) -> tuple[ProposedField, ...]:
    """The printed notes of a table that the file has."""
    places = places_in(form, key)
    return tuple(
        _field(offer, f"批注（{places[place]}）", choices, choosable=choosable)
        for offer in offers
        if (place := place_of(offer.field)) in places
    )


def _field(offer: Offer, label: str, choices: Choices, *, choosable: bool) -> ProposedField:
    return ProposedField(
        key=offer.key,
        label=label,
        kind=offer.change,
        now=_lines(offer.now, offer.new),
        new=_lines(offer.new, offer.now),
        taken=choices.takes(offer),
        choosable=choosable and offer.change is not Change.SAME,
    )


def _lines(text: str, other: str) -> tuple[Line, ...]:
    """The paragraphs of a text; those that the other text does not have are told apart."""
    there = set(other.split("\n"))
    return tuple(Line(line, line not in there) for line in text.split("\n") if line.strip())


def _doubt(form: Edition, offer: Offer, choices: Choices, *, choosable: bool) -> DoubtLine:
    name = form.cells[Address.parse(offer.field)].name
    decision = choices.decision(offer)
    return DoubtLine(
        key=offer.key,
        name=name,
        reasons=tuple(dict.fromkeys(doubt.reason.removeprefix(f"{name}：") for doubt in offer.doubts)),
        seen=offer.doubts[0].seen,
        place=next((doubt.place for doubt in offer.doubts if doubt.place), ""),
        options=tuple(_options(offer, decision)) if choosable else (),
        typed=choices.typed(offer),
        open=decision == UNDECIDED,
    )


def _options(offer: Offer, decision: str) -> Iterator[Option]:
    """The ways to settle a doubt; two that come to the same are one."""
    labels = {}
    if offer.new:
        labels[TAKE] = f"照原样填“{offer.new}”，以后改正" if offer.unread else f"采用 {offer.new}"
    if offer.now and offer.now != offer.new:
        labels[KEEP] = f"保持现在的 {offer.now}"
    labels[BLANK] = "留空白"
    labels[TYPE] = "改填"
    chosen = decision
    if decision == KEEP:
        chosen = TAKE if offer.now == offer.new else KEEP
    if chosen in (TAKE, KEEP) and chosen not in labels:
        chosen = BLANK
    for value, label in labels.items():
        yield Option(value, label, value == chosen)


def _notice(form: Edition, doubt: Doubt) -> DoubtLine:
    """Something doubtful that is no single entry of the form: a row, a part, a total."""
    name = _named(form, doubt.cell)
    return DoubtLine(doubt.cell, name, (doubt.reason.removeprefix(f"{name}："),), doubt.seen, doubt.place)


def _left_out(form: Edition, found: Reading) -> Iterator[DoubtLine]:
    """The figures and notes of a file of another edition that the form has no cell for."""
    reason = f"{form.key}年版格式没有这一格，没有采用"
    for address, cell in edition(found.content.edition).cells.items():
        number = found.content.figure(address)
        if number is not None and not cell.total and address not in form.cells:
            yield DoubtLine(str(address), cell.name, (reason,), plain(number), "")
    for place, note in found.content.notes.items():
        if place.count(".") == 2 and Address.parse(place) not in form.cells:
            yield DoubtLine(
                place, cell_name(place), (f"{form.key}年版格式没有这一格，批注没有采用",), note, ""
            )


def _named(form: Edition, place: str) -> str:
    if place in SectionKey.values:
        return SectionKey(place).label
    cells = (cell for address, cell in form.cells.items() if f"{address}.".startswith(f"{place}."))
    first = next(cells, None)
    if first is None:
        return cell_name(place)
    return first.name if str(first.address) == place else first.row_name
