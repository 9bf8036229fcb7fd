"""Report files as the commands take them: which suffixes can be read, and how."""

from collections.abc import Callable
from pathlib import Path

from govreport.rendering import interchange
from govreport.rendering.interchange import Reading

LARGEST_FILE = 10 * 1024 * 1024

READERS: dict[str, Callable[[bytes], Reading]] = {".json": interchange.read}


class UnreadableFile(ValueError):
    """The file cannot be read as a report; the text is one sentence that says why."""


def read_report(path: Path) -> Reading:
    """Read a report file by its suffix. Raises UnreadableFile."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableFile(f"{path.name}：不支持这种文件，可以读取 {' '.join(READERS)}")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(f"{path.name}：文件超过 10 MB")
        return reader(path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"{path.name}：打不开（{error.strerror}）") from None
    except interchange.Unreadable as error:
        raise UnreadableFile(f"{path.name}：{error}") from None
