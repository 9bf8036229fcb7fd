"""What came back of a layout: cells exact, cells with a doubt, cells wrong without one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from govreport.importing.reading import read
from govreport.rendering import interchange
from tests.importing.layouts import docx, pdf, texts, web, xlsx
from tests.importing.layouts.drawing import Layout
from tests.importing.layouts.noise import noisy

LAYOUTS: dict[str, Layout] = web.LAYOUTS | texts.LAYOUTS | docx.LAYOUTS | xlsx.LAYOUTS | pdf.LAYOUTS
LOSSY: dict[str, Layout] = texts.LOSSY


@dataclass
class Score:
    """Cells of one layout. `wrong` names those that differ without a doubt, `silent` those that owe one."""

    cells: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)  # those of `wrong` that are not blank

    @property
    def exact(self) -> float:
        """The share of cells that came back as they should."""
        return self.cells["exact"] / self.cells.total()


@cache
def _once(layout: str, path: Path) -> Score:
    content = interchange.read(path.read_bytes()).content
    noise = noisy(content)
    found = read(*(LAYOUTS | LOSSY)[layout](content, noise))
    doubted = {doubt.cell for doubt in found.doubts}
    score = Score()
    for address, number in noise.expected.items():
        seen = found.content.figure(address)
        named = not doubted.isdisjoint(_names(str(address)))
        score.cells["exact" if seen == number else "doubted" if named else "wrong"] += 1
        line = f"{layout} / {path.stem} / {address}: {noise.text(address)!r} as {seen}"
        if seen != number and not named:
            score.wrong.append(line)
            score.invented += [line] if seen is not None else []
        if address in noise.owed and not named:
            score.silent.append(line)
    return score


def _names(address: str) -> Iterable[str]:
    """What a doubt may call a cell: itself, its row's total, its row, its table."""
    table, row, _ = address.split(".")
    return {address, f"{table}.{row}.total", f"{table}.{row}", table}


def scored(layout: str, paths: Iterable[Path]) -> Score:
    """How a layout fares over these contents."""
    total = Score()
    for path in paths:
        once = _once(layout, path)
        total.cells += once.cells
        total.wrong += once.wrong
        total.silent += once.silent
        total.invented += once.invented
    return total


def table(paths: Iterable[Path]) -> str:
    """Layout by accuracy, a line each."""
    paths = list(paths)
    lines = [f"{'layout':45} {'cells':>7} {'exact':>9} {'doubted':>8} {'wrong':>6}"]
    for layout in LAYOUTS | LOSSY:
        score = scored(layout, paths)
        count = score.cells
        lines.append(
            f"{layout:45} {count.total():7} {score.exact:9.3%} {count['doubted']:8} {count['wrong']:6}"
        )
    return "\n".join(lines)
