"""What the page of a text offers to refer to, and what its text refers to now."""

from dataclasses import dataclass

from django.forms import Form

from govreport.checks.subject import Subject
from govreport.editions.references import LAST_YEAR, Reference, named_in, references
from govreport.editions.relations import row_parts
from govreport.reports.content import told_by
from govreport.reports.forms import TextField
from govreport.reports.models import SectionKey


@dataclass(frozen=True)
class Figure:
    """A figure that a text may refer to by its `name` in brackets.

    `value` is "" while there is none; `words` is what the cell is called in full, told with this year's only;
    `main` says that it speaks for its row: the sum at its end, or any figure of a row without one.
    """

    name: str
    value: str
    words: str
    main: bool
    last_year: bool


@dataclass(frozen=True)
class Used:
    """A reference in the text; `known` False where the name is none. `value` is "" where there is none."""

    name: str
    value: str
    known: bool

    @property
    def missing(self) -> str:
        """Why there is no value, in words that the script uses too."""
        if not self.known:
            return "不是本报告表里的数"
        return "没有上年的数" if self.name.startswith(f"〔{LAST_YEAR}") else "还没有填"


@dataclass(frozen=True)
class Writing:
    """Beside a text: the figures to refer to, those it refers to, the authority's limit in characters.

    `limit` is None where there is none. Without last year's report there are no figures of it.
    """

    figures: tuple[Figure, ...]
    used: tuple[Used, ...]
    limit: int | None


def writing_of(key: str, form: Form, subject: Subject) -> Writing | None:
    """What stands beside the text of a section; None where there is no text to write."""
    texts = [
        str(form[name].value() or "") for name in form.fields if isinstance(form.fields[name], TextField)
    ]
    if not texts:
        return None
    known = references(subject.edition)
    told = told_by(subject.edition, subject.content.figures, lambda: subject.previous)
    values = {name: told(reference) or "" for name, reference in known.items()}
    named = dict.fromkeys(name for text in texts for name in named_in(text))
    figures = (_figure(name, one, values[name], subject) for name, one in known.items())
    return Writing(
        figures=tuple(one for one in figures if subject.previous or not one.last_year),
        used=tuple(Used(name, values.get(name, ""), name in known) for name in named),
        limit=subject.settings.overview_limit if key == SectionKey.OVERVIEW else None,
    )


def _figure(name: str, reference: Reference, value: str, subject: Subject) -> Figure:
    cell = subject.edition.cells[reference.address]
    summed = cell.address in row_parts(subject.edition)
    main = summed or not any(cell.address in parts for parts in row_parts(subject.edition).values())
    words = "" if reference.last_year else cell.name
    return Figure(name, value, words, main, reference.last_year)
