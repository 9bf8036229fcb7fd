"""Report files as the commands take them."""

import errno
from pathlib import Path

from govreport.importing.grid import Unreadable
from govreport.importing.limits import LARGEST_FILE, read_safely
from govreport.importing.reading import Reading


class UnreadableFile(ValueError):
    """The file cannot be read as a report; the text is one sentence that says why."""


_REASONS = {
    errno.ENOENT: "没有这个文件或者文件夹",
    errno.EACCES: "没有权限",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
}


def reason_of(error: OSError) -> str:
    """Why a file cannot be opened or written, in words."""
    return _REASONS.get(error.errno or 0) or str(error.strerror)


def read_report(path: Path) -> Reading:
    """Read a report file by its suffix, in a process with limits. Raises UnreadableFile."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(f"{path.name}：文件超过 10 MB")
        return read_safely(path.name, path.read_bytes())
    except OSError as error:
        raise UnreadableFile(f"{path.name}：打不开（{reason_of(error)}）") from None
    except Unreadable as error:
        raise UnreadableFile(f"{path.name}：{error}") from None
