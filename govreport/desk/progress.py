"""Lines of a long command, with a bar below them on a terminal."""

from django.core.management.base import OutputWrapper

WIDTH = 30
_ERASE = "\r\x1b[K"


class Progress:
    """Prints a line for each of `total` things; off a terminal the lines are all there is."""

    def __init__(self, out: OutputWrapper, total: int) -> None:
        self._out = out
        self._total = total
        self._done = 0

    def say(self, line: str) -> None:
        """One thing is done."""
        self._done += 1
        number = f"[{self._done:>{len(str(self._total))}}/{self._total}]"
        if not self._out.isatty():
            self._out.write(f"{number} {line}")
        else:
            self._out.write(f"{_ERASE}{number} {line}\n{self._bar()}", ending="")
        self._out.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._out.isatty():
            self._out.write(_ERASE, ending="")

    def _bar(self) -> str:
        done = WIDTH * self._done // self._total
        return f"{'█' * done}{'░' * (WIDTH - done)} {100 * self._done // self._total:3}%"
