"""(a) The PDF of a report: our command against headless Chromium printing the same HTML; both from cold."""

import sys
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks import processes
from benchmarks.comparison import Row, medians_in_turn, seconds
from benchmarks.drafts import SAMPLE
from benchmarks.processes import Failed
from benchmarks.stage import ROOT
from govreport.rendering.interchange import read
from govreport.rendering.renderers import RENDERERS

BROWSER = "Chromium printing the same HTML"
MIB = 1024 * 1024
MEMORY_ROUNDS = 2


def measure(folder: Path, *, rounds: int) -> list[Row]:
    """Time from cold, memory, and renders per second of a process that is already running."""
    page, log = folder / "report.html", folder / "pdf.log"
    processes.run(_ours("html", page), cwd=ROOT, log=log)
    own, printed = folder / "own.pdf", folder / "printed.pdf"
    ours, browser = _ours("pdf", own), _browser(page, printed, folder / "profile")
    run = partial(processes.run, cwd=ROOT, log=log)
    watch = partial(processes.peak_memory, cwd=ROOT, log=log)

    run(ours), run(browser)  # from here on the files of both are in the machine's memory
    _look_at(own, printed)
    mine, other = medians_in_turn(
        lambda: seconds(lambda: run(ours)), lambda: seconds(lambda: run(browser)), rounds=rounds
    )
    held, browser_held = medians_in_turn(
        lambda: watch(ours) / MIB, lambda: watch(browser) / MIB, rounds=MEMORY_ROUNDS
    )
    return [
        Row("(a) PDF of a report, cold process", "s", mine, BROWSER, other),
        Row("(a) the same: peak memory of all processes", "MiB", held, BROWSER, browser_held),
        Row("(a) PDF in a running process", "a second", warm_rate(rounds)),
    ]


def warm_rate(rounds: int) -> float:
    """Renders per second in this process."""
    content = read((ROOT / SAMPLE).read_bytes()).content
    render = RENDERERS["pdf"].render
    render(content)
    return 1 / median(seconds(lambda: render(content)) for _ in range(rounds))


def _ours(format: str, output: Path) -> list[str | Path]:
    return [sys.executable, "manage.py", "render_report", SAMPLE, "--to", format, "--output", output]


def _browser(page: Path, output: Path, profile: Path) -> list[str | Path]:
    """The profile is kept, so that only the unmeasured first run has to make it."""
    return [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        f"--user-data-dir={profile}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={output}",
        page.as_uri(),
    ]


def _look_at(*files: Path) -> None:
    """Raises Failed when a file is no PDF."""
    for file in files:
        if not file.exists() or not file.read_bytes().startswith(b"%PDF-"):
            raise Failed(f"{file.name} is no PDF")
