"""What is shown below a table: the notes and sources of its cells, and what else can be noted at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NoteField:
    """One entry of a line: `name` is its field, `label` what and where, `error` why it is refused."""

    name: str
    label: str
    head: str
    value: str = ""
    error: str = ""


@dataclass(frozen=True)
class NoteLine:
    """A place that has a note or a source. `place` is a cell's address, or the key of the whole table."""

    place: str
    name: str
    fields: tuple[NoteField, ...]


@dataclass(frozen=True)
class NotePlaces:
    """The cells of one row that have no line yet: (address, column)."""

    row: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GridNotes:
    """The lines there are, and the blank one for one more. `template` is a line as the script adds it.

    `whole` says that the whole table has no line yet; `chosen` and `added` are what stands in the blank line.
    """

    table: str
    lines: tuple[NoteLine, ...]
    template: NoteLine
    whole: bool
    rows: tuple[NotePlaces, ...]
    chosen: str
    choice_error: str
    added: tuple[NoteField, ...]

    @property
    def is_open(self) -> bool:
        """Whether there is something to see."""
        return bool(self.lines or self.choice_error or any(field.value for field in self.added))
