"""Reading in a process of its own, with limits of time and memory: whatever a file does, this process lives.

A nursery (nursery.py) is started at the first need and has the readers loaded; each file is read in a process
forked from it. See docs/decisions/0008-files-are-read-in-a-forked-process.md.
"""

import atexit
import logging
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from govreport.importing import reading
from govreport.importing.confinement import LIMITS, MIB, Ending, Limits
from govreport.importing.grid import Unreadable
from govreport.importing.nursery import ERROR, LARGEST_ANSWER, MEMORY, SENTENCE, VALUE
from govreport.importing.reading import Reading

T = TypeVar("T")

logger = logging.getLogger(__name__)

LARGEST_FILE = 10 * MIB
AT_ONCE = 2  # processes, for each process that serves
PATIENCE = 5.0  # seconds to wait for one of them
_STARTING = 30.0  # seconds; a machine under load is slow to start the nursery

_ROOT = Path(__file__).resolve().parents[2]
# Where programs, packages and temporary files are; never keys and addresses of databases.
_ENVIRONMENT = ("PATH", "PYTHONPATH", "PYTHONHOME", "TMPDIR", "TZ", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE")


@dataclass(frozen=True)
class Outcome:
    """What became of a call: its kind and value as the nursery has them, None where it died; how it ended."""

    answer: tuple[int, Any] | None
    ending: Ending


def read_safely(name: str, data: bytes, *, limits: Limits = LIMITS) -> Reading:
    """Read a report file by its name's suffix, within the limits. Raises Unreadable."""
    return apart(reading.read, name, data, limits=limits)


def apart(function: Callable[..., T], *arguments: Any, doing: str = "读取", limits: Limits = LIMITS) -> T:
    """Call a function of a module in another process, within the limits.

    Function, arguments and result are pickled. Raises Unreadable with a sentence, as the function did, or on
    a breach of the limits, or when the process died; `doing` says in that sentence what was being done.
    """
    result: T = settled(attempt(function, *arguments, limits=limits), doing=doing, limits=limits)
    return result


def settled(outcome: Outcome, *, doing: str = "读取", limits: Limits = LIMITS) -> Any:
    """The value that an attempt has brought. Raises Unreadable when it brought none."""
    kind, value = outcome.answer or (None, None)
    if kind == VALUE:
        return value
    raise Unreadable(value if kind == SENTENCE else _sentence(outcome, doing, limits))


def attempt(function: Callable[..., Any], *arguments: Any, limits: Limits) -> Outcome:
    """As `apart`, but tells everything. Raises Unreadable when all places stay taken."""
    places = _places
    if not places.acquire(timeout=PATIENCE):
        raise Unreadable("同时读取的文件过多，请稍后再试")
    try:
        call = pickle.dumps((function, arguments), protocol=pickle.HIGHEST_PROTOCOL)
        with _nursery.line(limits) as line:
            return _received(line, call, limits)
    finally:
        places.release()


def _sentence(outcome: Outcome, doing: str, limits: Limits) -> str:
    """Why there is no result, for people; errors of ours go to the log without a word of the file."""
    ending = outcome.ending
    killed = os.WTERMSIG(ending.status) if os.WIFSIGNALED(ending.status) else 0
    if ending.late or killed == signal.SIGXCPU:
        return f"{doing}超过 {limits.seconds:g} 秒，已停止；文件可能过大或者已损坏"
    kind, value = outcome.answer or (None, None)
    if kind == MEMORY or (kind is None and ending.peak > 0.9 * limits.memory):
        return f"文件过大或过于复杂，{doing}需要的内存超过 {limits.memory // MIB} MB，已停止"
    logger.error("a reading process failed: %s", value if kind == ERROR else f"status {ending.status}")
    return f"{doing}时程序出错，已停止；文件可能已损坏"


def _received(line: socket.socket, call: bytes, limits: Limits) -> Outcome:
    """Send the call, receive all that is answered: the pickled answer, then the ending."""
    deadline = time.monotonic() + limits.seconds + _STARTING
    received = bytearray()
    with suppress(OSError):  # it died, or is late: what was received up to here decides
        line.settimeout(limits.seconds + _STARTING)
        line.sendall(call)
        line.shutdown(socket.SHUT_WR)
        while part := line.recv(MIB):
            received += part
            if len(received) > LARGEST_ANSWER + Ending.SIZE:
                break
            line.settimeout(max(deadline - time.monotonic(), 0.001))
    if len(received) < Ending.SIZE:
        return Outcome(None, Ending(0, time.monotonic() > deadline, limits.seconds, 0))
    ending = Ending.unpacked(bytes(received[-Ending.SIZE :]))
    if ending.status or ending.late:
        return Outcome(None, ending)
    return Outcome(pickle.loads(received[: -Ending.SIZE]), ending)  # noqa: S301 - from a process of ours


class _Nursery:
    """The handle to the nursery of this process; starts it when it is not there or has died."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def line(self, limits: Limits) -> socket.socket:
        """A socket to a new process that waits for a call. Raises OSError when none can be started."""
        mine, theirs = socket.socketpair()
        with theirs, self._lock:
            if self._control is None or not self._sent(self._control, theirs, limits):
                self._sent(self._start(), theirs, limits)
        return mine

    def _sent(self, control: socket.socket, line: socket.socket, limits: Limits) -> bool:
        """Hand the socket over; False when nobody is there to take it."""
        if self._process is None or self._process.poll() is not None:
            return False
        try:
            socket.send_fds(control, [limits.packed()], [line.fileno()])
        except OSError:
            return False
        return True

    def _start(self) -> socket.socket:
        self.close()
        self._control, theirs = socket.socketpair(type=socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "govreport.importing.nursery"],
                cwd=_ROOT,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for the one that serves, which then closes the socket
            )
        return self._control

    def close(self) -> None:
        """End the nursery; the next call starts another."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_STARTING)
        self._control = self._process = None

    def forget(self) -> None:
        """Let go of it without ending it: it belongs to the process that this one was forked from."""
        if self._process is not None:
            self._process.returncode = 0  # not ours to wait for
        if self._control is not None:
            self._control.close()


def _end() -> None:
    _nursery.close()


def _begin_anew() -> None:
    """In a forked process: locks may be held by threads that are not here."""
    global _nursery, _places
    _nursery.forget()
    _nursery, _places = _Nursery(), threading.BoundedSemaphore(AT_ONCE)


_nursery, _places = _Nursery(), threading.BoundedSemaphore(AT_ONCE)
atexit.register(_end)
os.register_at_fork(after_in_child=_begin_anew)
