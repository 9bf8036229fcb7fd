"""Files of history on disk: which of them are read, and what they are called."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from govreport.importing.reading import SUFFIXES


@dataclass(frozen=True)
class PastFile:
    """A file to import; `shown` is its path as people read it, `places` its own and its folder's name."""

    path: Path
    shown: str
    name: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class PastFiles:
    """The files in their order; `others` counts what lies in the folders and has another format."""

    files: tuple[PastFile, ...]
    others: int


def past_files(paths: Iterable[Path]) -> PastFiles:
    """The files named, and those in the folders named, each once. A file that is named is never left out."""
    found: dict[Path, PastFile] = {}
    others = 0
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), _past_file(path))
            continue
        for inner in sorted(path.rglob("*")):
            if not inner.is_file() or inner.name.startswith((".", "~$")):  # what programs leave beside files
                continue
            if inner.suffix.lower() in SUFFIXES:
                found.setdefault(inner.resolve(), _past_file(inner))
            else:
                others += 1
    return PastFiles(tuple(found.values()), others)


def _past_file(path: Path) -> PastFile:
    places = (readable(path.stem), readable(path.resolve().parent.name))
    return PastFile(path, readable(str(path)), readable(path.name), places)


def readable(name: str) -> str:
    """A name as text, also where it was written in GBK, as archives from Windows unpack."""
    raw = os.fsencode(name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
