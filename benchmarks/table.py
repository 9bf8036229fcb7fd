"""The table: as text for the terminal, and as docs/benchmarks.md."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.comparison import Row

HEADINGS = ("what", "govreport", "compared with", "that", "ratio", "limit")

PAGE = """# Benchmarks

Written by `.venv/bin/python -m benchmarks.run --write`; do not edit. The code is in `benchmarks/`.

Read the ratios (govreport divided by what it is compared with), not the times: both sides of a line were
measured in one run, in turn, {rounds} rounds, and the medians are given. The times are those of one machine
under whatever else it was doing, and promise nothing. Ratios below 1 are good for times and memory, above 1
for rates. Only a line with a limit is asked to keep it: the command ends with 1 when it does not. "Below" is
said of the ratio; "at most" of the time itself, where one was asked for.

{table}

Measured on {day}: {machine}; load average {load} when it began, {load_after} at the end.

- **(a)** `manage.py render_report` as a new process each time, against Debian's headless Chromium, also new
  each time, its profile kept, printing the HTML that the same command writes. Both had run once, so their
  files were in memory. Memory: all processes of a run together, shared pages counted once, sampled every
  20 ms in {memory_rounds} runs of their own. The report is `{sample}`.
- **(b)** The view of the desk through Django's test client on SQLite: one figure typed, saved, the redirect
  followed, the page shown with its findings; against the same with `checks.run` returning nothing;
  {saves} saves of each a round. The lines with blank cells are the other end: nearly every cell has a
  finding, and the page lists them all.
- **(c)** Two gunicorns side by side with the options of `scripts/demo` (2 workers, 4 threads), SQLite,
  {requests} requests a round and side, a connection each. The bare view is a WSGI function that returns the
  same bytes from memory: no database, no middleware, no template. The client is written in Python and runs on
  the same processors: what holds back the bare view is partly the client.
- **(d)** `checks.run` over one report in memory: {characters:,} characters of the sample county's sentences
  under figures that were really published, with last year's report, of which two thirds are the same.
  What was read of a paragraph is kept while the process lives: after a save only the changed ones are read
  again; a process that has never seen any of the text reads all of it. N507:
  {others:,} other reports as long, a third of each the same, {copies} of them the same throughout; samples of
  their shingles are at hand, as if stored. The long part comes with one as long of last year and of another
  agency, without a sample. Compared with the interchange form of the same report read and validated, and with
  a plain `json.loads` of the thousand texts.
- **(e)** The same report (`tests/samples/corpus/{report}.json`) as a file of each format, its figures checked
  once: read, matched and split by `read_safely` in a process of its own with limits, then by `read` in this
  one; against the library alone, which opens the same bytes and takes the text of every cell, and knows of no
  report.
- **(f)** Table 三 of the 2021 form with last year's figures and findings in every column, in Debian's
  headless Chromium, from the gunicorn of (c). Bytes as they were transferred: HTML by gzip, scripts by
  brotli. DOM ready of browsers that have loaded nothing yet. {keys} keys a round typed into one row: from the
  key until all listeners are done and the table is laid out again. Compared with the same page without
  script; sizes with what would be transferred without compression.
"""


def as_markdown(rows: Sequence[Row]) -> str:
    """The table in Markdown."""
    lines = [HEADINGS, tuple("---" for _ in HEADINGS), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def as_text(rows: Sequence[Row]) -> str:
    """The table in columns."""
    lines = [HEADINGS, *map(_cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def write(rows: Sequence[Row], path: Path, **facts: object) -> None:
    """Write the page anew; `facts` are what its text says of the run."""
    day = f"{datetime.now(tz=UTC):%Y-%m-%d}"
    path.write_text(PAGE.format(table=as_markdown(rows), day=day, machine=_machine(), **facts))


def load_average() -> str:
    """What else the machine is doing."""
    return f"{os.getloadavg()[0]:.1f}"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        _amount(row.ours, row.unit),
        row.against or "—",
        "—" if row.other is None else _amount(row.other, row.unit),
        "—" if row.ratio is None else f"{row.ratio:.2f}",
        _limit(row),
    )


def _limit(row: Row) -> str:
    if row.at_most is not None:
        return f"at most {row.at_most:g} {row.unit}"
    return "" if row.limit is None else f"below {row.limit}"


def _amount(value: float, unit: str) -> str:
    """Three figures: 1.23 s, 12.3 ms, 123 MiB."""
    places = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{places}f} {unit}"


def _machine() -> str:
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
