"""A process with all readers loaded that forks a guard and a reading process for each file. See limits.py.

Started by limits.py with a socket as its standard input; each message brings the limits and a socket of the
one file. It ends when the other end of its own socket is closed, be it by a kill. It has one thread, no
database and none of the secrets of the server.
"""

import gc
import os
import pickle
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import NoReturn

import govreport.checks.run  # noqa: F401 - loaded once, here, for all that will be forked
from govreport.editions.lookup import EDITIONS
from govreport.editions.schema import Edition, Heading
from govreport.importing.confinement import Ending, Limits, adopt, confine, end_children
from govreport.importing.grid import Drawn, Grid, Source, Unreadable, place
from govreport.importing.reading import read_source

LARGEST_ANSWER = 8 * 1024 * 1024

# What an answer is: a value, a sentence for people, that memory ran out, or an error of ours with its place.
VALUE, SENTENCE, MEMORY, ERROR = range(4)
Answer = tuple[int, object]

_TRIES = 20
_PAUSE = 0.05


def main() -> None:
    """Serve until the other end is closed."""
    control = socket.socket(fileno=os.dup(0))
    _no_files(0, 1)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # guards are not waited for
    _practise()
    gc.freeze()  # so that counting does not copy what is shared
    while True:
        message, lines, _, _ = socket.recv_fds(control, 64, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            _guard(socket.socket(fileno=lines[0]), Limits.unpacked(message))
        os.close(lines[0])


def _practise() -> None:
    """Read the official forms once: what is kept of their labels is then there for every file."""
    for edition in EDITIONS.values():
        read_source(Source(tuple(_official_grids(edition))))


def _official_grids(edition: Edition) -> Iterator[Grid]:
    for table in edition.tables:
        yield place(
            (
                Drawn(item.label, item.rowspan, item.colspan)
                if isinstance(item, Heading)
                else Drawn("0", 1, item.colspan)
                for item in row
            )
            for body in (table.head, *table.bodies)
            for row in body
        )


def _guard(line: socket.socket, limits: Limits) -> NoReturn:
    """Let one process do the reading; end it and all it started, leave nothing, tell how it ended."""
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        adopt()
        folder = tempfile.mkdtemp(prefix="govreport-")
        life, held = os.pipe()
        began = time.monotonic()
        process = os.fork()
        if process == 0:
            _read(line, limits, folder)
        os.close(held)
        happened = _wait(life, line, limits.seconds)
        seconds = time.monotonic() - began
        # Not waited for yet, so the number is still its own.
        for end in (os.kill, os.killpg):
            with suppress(ProcessLookupError):
                end(process, signal.SIGKILL)
        _, status, used = os.wait4(process, 0)
        end_children()
        _remove(folder)
        line.sendall(Ending(status, not happened, seconds, used.ru_maxrss * 1024).packed())
    finally:
        os._exit(0)


def _wait(life: int, line: socket.socket, seconds: float) -> bool:
    """Whether within the time the process has ended, or the one that asked is gone."""
    waiting = select.poll()
    waiting.register(life, select.POLLIN)
    waiting.register(line, 0)  # both ways closed: it said that it sends no more long before
    return bool(waiting.poll(seconds * 1000))


def _read(line: socket.socket, limits: Limits, folder: str) -> NoReturn:
    """Do what is asked and send the answer. Whatever happens, this process ends here."""
    answer: Answer | None = None
    try:
        os.setsid()
        _no_files(2)  # libraries complain there, and quote what they read
        confine(limits, folder)
        with line.makefile("rb") as asked:
            function, arguments = pickle.load(asked)  # noqa: S301 - from the process that started us
        answer = _answer(partial(function, *arguments))
    finally:
        if answer is None:
            answer = (ERROR, _place(sys.exc_info()[1]))
        with suppress(OSError):
            line.sendall(_packed(answer))
        os._exit(0)


def _answer(call: Callable[[], object]) -> Answer:
    try:
        return VALUE, call()
    except Unreadable as error:
        return SENTENCE, str(error)
    except RecursionError:
        return SENTENCE, "文件的内容嵌套层数过多，无法读取"
    except MemoryError:
        return MEMORY, None


def _packed(answer: Answer) -> bytes:
    try:
        packed = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        packed = pickle.dumps((MEMORY, None))
    if len(packed) > LARGEST_ANSWER:
        return pickle.dumps((SENTENCE, "文件里的文字过多，不像是一份年度报告"))
    return packed


def _place(error: BaseException | None) -> str:
    """What went wrong where, without its message, which may quote the file."""
    last = traceback.extract_tb(error.__traceback__)[-1] if error else None
    where = f"{os.path.basename(last.filename)}:{last.lineno}" if last else "?"
    return f"{type(error).__name__} at {where}"


def _remove(folder: str) -> None:
    """Remove the folder; a process that was killed may be about to finish its last call."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):
            return
        time.sleep(_PAUSE)


def _no_files(*numbers: int) -> None:
    """Let these standard streams lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in numbers:
        os.dup2(nowhere, number)
    os.close(nowhere)


if __name__ == "__main__":
    main()
