"""Report files as the commands take them."""

from pathlib import Path

from govreport.importing.grid import Unreadable
from govreport.importing.limits import LARGEST_FILE, read_safely
from govreport.importing.reading import Reading


class UnreadableFile(ValueError):
    """The file cannot be read as a report; the text is one sentence that says why."""


def read_report(path: Path) -> Reading:
    """Read a report file by its suffix, in a process with limits. Raises UnreadableFile."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(f"{path.name}：文件超过 10 MB")
        return read_safely(path.name, path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"{path.name}：打不开（{error.strerror}）") from None
    except Unreadable as error:
        raise UnreadableFile(f"{path.name}：{error}") from None
