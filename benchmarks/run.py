"""Measures, prints the table; --write rewrites docs/benchmarks.md. Ends with 1 when a limit is not kept."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.comparison import Row
from benchmarks.stage import ROOT, stage
from benchmarks.table import as_text, load_average, write

PAGE = ROOT / "docs" / "benchmarks.md"
PARTS = ("a", "b", "c", "d", "e", "f")


def main() -> int:
    """The command."""
    options = _options()
    load, rows, facts = load_average(), list[Row](), dict[str, object](rounds=options.rounds)
    print("Setting up …", flush=True)
    with stage() as folder:
        facts |= constants()
        for row in measured(folder, options.only, options.rounds):
            rows.append(row)
            print(as_text([row]).splitlines()[-1], flush=True)
    print(f"\n{as_text(rows)}")
    if options.write:
        write(rows, PAGE, **facts, load=load, load_after=load_average())
    broken = [row.what for row in rows if not row.within]
    for what in broken:
        print(f"Over its limit: {what}", file=sys.stderr)
    return 1 if broken else 0


def measured(folder: Path, parts: str, rounds: int) -> Iterator[Row]:
    """The rows, one part after the other."""
    from benchmarks import checks, drafts, filling, pdf, reading, saving, serving  # Django is set up only now

    if "a" in parts:
        yield from pdf.measure(folder, rounds=rounds)
    report, cast = drafts.county()
    if "b" in parts:
        blank = saving.measure(report, cast["clerk"], filled=False, rounds=rounds)
        drafts.fill_in(report, cast["clerk"])
        yield from saving.measure(report, cast["clerk"], filled=True, rounds=rounds)
        yield from blank
    if "f" in parts:
        yield from filling.measure(report, cast["clerk"], folder, rounds=rounds)
    if "c" in parts:
        drafts.fill_in(report, cast["clerk"])
        yield from serving.measure(drafts.publish(report, cast), folder, rounds=rounds)
    if "d" in parts:
        yield from checks.measure(rounds=rounds)
    if "e" in parts:
        yield from reading.measure(rounds=rounds)


def constants() -> dict[str, object]:
    """What the page says of how it was measured."""
    from benchmarks import checks, drafts, filling, pdf, reading, saving, serving  # Django is set up only now

    return {
        "sample": drafts.SAMPLE,
        "memory_rounds": pdf.MEMORY_ROUNDS,
        "saves": saving.SAVES_A_ROUND,
        "requests": serving.REQUESTS,
        "characters": sum(checks.LENGTHS.values()),
        "others": checks.OTHERS,
        "copies": checks.COPIES,
        "report": reading.REPORT,
        "keys": filling.KEYS,
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.run", description=__doc__)
    parser.add_argument("--write", action="store_true", help="rewrite docs/benchmarks.md")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side is measured")
    parser.add_argument("--only", default="".join(PARTS), metavar="".join(PARTS), help="only these parts")
    options = parser.parse_args()
    if options.rounds < 1 or not options.only or set(options.only) - set(PARTS):
        parser.error("--rounds takes a number from 1, --only letters of abcdef")
    if options.write and set(options.only) != set(PARTS):
        parser.error("--write needs all parts")
    return options


if __name__ == "__main__":
    sys.exit(main())
