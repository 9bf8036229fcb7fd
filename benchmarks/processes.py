"""Starting programs, watching their memory, and ending exactly those that were started here."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST_SECONDS = 180
SAMPLE_SECONDS = 0.02


class Failed(Exception):
    """A program ended otherwise than it should, or not at all; the text says which, and what it said."""


@contextmanager
def started(command: Sequence[str | Path], *, cwd: Path, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a session of its own; what is left of the session afterwards is ended."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield process
    finally:
        _end(process)


def run(command: Sequence[str | Path], *, cwd: Path, log: Path) -> None:
    """Run a program to its end. Raises Failed."""
    with started(command, cwd=cwd, log=log) as process:
        try:
            process.wait(LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            raise Failed(f"{command[0]}: not ended after {LONGEST_SECONDS} s") from None
        _check(process, command, log)


def peak_memory(command: Sequence[str | Path], *, cwd: Path, log: Path) -> int:
    """Run a program to its end; the most bytes that all its processes held together. Raises Failed.

    A page shared by several processes is counted once (Pss). Reading costs the program time: do not
    measure its time in the same run.
    """
    peak, deadline = 0, time.monotonic() + LONGEST_SECONDS
    with started(command, cwd=cwd, log=log) as process:
        while process.poll() is None:
            if time.monotonic() > deadline:
                raise Failed(f"{command[0]}: not ended after {LONGEST_SECONDS} s")
            peak = max(peak, sum(_held(member) for member in _session(process.pid)))
            time.sleep(SAMPLE_SECONDS)
        _check(process, command, log)
    return peak


def _check(process: subprocess.Popen[bytes], command: Sequence[str | Path], log: Path) -> None:
    if process.returncode:
        said = log.read_text(errors="replace")[-2000:]
        raise Failed(f"{command[0]}: exit code {process.returncode}\n{said}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the program to end; after ten seconds kill what is left of its session."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
    for member in _session(process.pid):
        with suppress(ProcessLookupError):
            os.kill(member, signal.SIGKILL)
    process.wait(10)


def _session(leader: int) -> list[int]:
    """The processes of the session that a process leads."""
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if _leader_of(pid) == leader]


def _leader_of(pid: int) -> int:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return 0


def _held(pid: int) -> int:
    """The bytes a process holds, its share of shared pages; 0 when it has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (ProcessLookupError, FileNotFoundError, PermissionError):
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
