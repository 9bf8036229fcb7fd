"""What a process that reads somebody's file may take, and how its answer is framed."""

import ctypes
import math
import os
import resource
import signal
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024
# The stack, and pages of libraries that are loaded but not yet touched: not counted by RLIMIT_DATA.
_BESIDES_DATA = 16 * MIB
_LARGEST_WRITTEN = 100 * MIB
_PR_SET_CHILD_SUBREAPER = 36  # prctl(2)
_LIMITS = struct.Struct("<dq")
_ENDING = struct.Struct("<i?dq")


@dataclass(frozen=True)
class Limits:
    """How long reading may take, on the clock and of the processor, and how many bytes it may hold."""

    seconds: float = 10
    memory: int = 300 * MIB

    def packed(self) -> bytes:
        """As it is sent to the nursery."""
        return _LIMITS.pack(self.seconds, self.memory)

    @classmethod
    def unpacked(cls, message: bytes) -> "Limits":
        """As the nursery gets it."""
        return cls(*_LIMITS.unpack(message))


LIMITS = Limits()


@dataclass(frozen=True)
class Ending:
    """How a reading process ended: as wait(2) says it, whether it was stopped late, seconds, peak bytes."""

    status: int
    late: bool
    seconds: float
    peak: int

    SIZE = _ENDING.size

    def packed(self) -> bytes:
        """As the guard sends it behind the answer."""
        return _ENDING.pack(self.status, self.late, self.seconds, self.peak)

    @classmethod
    def unpacked(cls, message: bytes) -> "Ending":
        """As it is received."""
        return cls(*_ENDING.unpack(message))


def confine(limits: Limits, folder: str) -> None:
    """Put this process, and those it will start, under the limits; its files go to the folder.

    RLIMIT_DATA holds each process by what it writes to memory. RLIMIT_AS would count what is only mapped, and
    LibreOffice, which a reader starts, ends at once under one of 300 MB.
    """
    processor = math.ceil(limits.seconds)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_CPU, processor)
    _limit(resource.RLIMIT_FSIZE, _LARGEST_WRITTEN)
    _limit(resource.RLIMIT_DATA, max(limits.memory - _mapped_files() - _BESIDES_DATA, MIB))
    os.environ.update(TMPDIR=folder, HOME=folder)
    tempfile.tempdir = folder
    os.chdir(folder)


@contextmanager
def less_memory(amount: int) -> Iterator[None]:
    """Programs started meanwhile may hold so many bytes of data each, at most."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    lower = amount if soft == resource.RLIM_INFINITY else min(amount, soft)
    resource.setrlimit(resource.RLIMIT_DATA, (lower, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def adopt() -> None:
    """Let processes whose parent has ended become children of this one, whatever session they are in."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_children() -> None:
    """Kill the children of this process, and those it adopts thereby, until there are none."""
    with suppress(ChildProcessError):
        while True:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                for child in _children():
                    os.kill(child, signal.SIGKILL)
                os.waitpid(-1, 0)


def _children() -> Iterator[int]:
    """The children of this process; they cannot vanish, for nobody else waits for them."""
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            name, _, told = place.read_text().rpartition(")")
            if int(told.split()[1]) == os.getpid():
                yield int(name.split()[0])


def _limit(kind: int, amount: int) -> None:
    _, hard = resource.getrlimit(kind)
    amount = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
    resource.setrlimit(kind, (amount, amount))


def _mapped_files() -> int:
    """The bytes of program and libraries that this process holds; they count as held, but not as data."""
    return int(Path("/proc/self/statm").read_text().split()[2]) * resource.getpagesize()
