"""Whatever a file does to the process that reads it: an answer or a sentence comes, and nothing is left."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from govreport.importing import limits as door
from govreport.importing.confinement import MIB, Limits
from govreport.importing.grid import Unreadable
from govreport.importing.limits import apart, attempt, read_safely
from tests.contents import CORPUS, published

SHORT = Limits(seconds=0.5)
SMALL = Limits(memory=100 * MIB)
PATIENT = Limits(seconds=20)


def refusal(function: Callable[..., Any], *arguments: Any, limits: Limits = PATIENT) -> str:
    """The sentence with which a call ends."""
    with pytest.raises(Unreadable) as caught:
        apart(function, *arguments, limits=limits)
    return str(caught.value)


def test_a_file_reads_as_without_limits() -> None:
    reading = read_safely("report.json", CORPUS[0].read_bytes())

    assert reading.content == published(CORPUS[0].stem)


def test_a_sentence_of_the_reader_is_the_sentence() -> None:
    with pytest.raises(Unreadable, match="不支持这种文件"):
        read_safely("report.exe", b"")


@pytest.mark.parametrize("endless", [(time.sleep, 30), (sum, count())], ids=["asleep", "busy"])
def test_what_takes_too_long_is_stopped(endless: tuple[Any, ...]) -> None:
    began = time.monotonic()

    assert refusal(*endless, limits=SHORT) == "读取超过 0.5 秒，已停止；文件可能过大或者已损坏"
    assert time.monotonic() - began < 10


def test_what_takes_too_much_memory_is_stopped_within_it() -> None:
    outcome = attempt(list, count(), limits=SMALL)

    assert outcome.answer is not None
    assert outcome.ending.peak < SMALL.memory
    assert "内存超过 100 MB" in refusal(list, count(), limits=SMALL)


def test_several_small_steps_over_the_memory_are_stopped_too() -> None:
    assert "内存" in refusal(bytes, 200 * MIB, limits=SMALL)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_is_a_sentence(number: signal.Signals) -> None:
    assert refusal(signal.raise_signal, number) == "读取时程序出错，已停止；文件可能已损坏"


def test_an_error_of_ours_is_a_sentence_and_a_log_line_without_what_was_read(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert "程序出错" in refusal(int, "泽州县的秘密")
    assert "ValueError at nursery.py" in caplog.text
    assert "秘密" not in caplog.text


def test_depth_without_end_is_a_sentence() -> None:
    assert "嵌套" in refusal(json.loads, "[" * 100_000)


def test_an_answer_without_end_is_a_sentence() -> None:
    assert "文字过多" in refusal(bytes, 9 * MIB)


def test_a_large_answer_arrives_whole() -> None:
    assert len(apart(bytes, 7 * MIB, limits=PATIENT)) == 7 * MIB


@pytest.mark.parametrize(("seconds", "late"), [("0", False), ("30", True)])
def test_nothing_is_left_on_disk(tmp_path: Path, seconds: str, late: bool) -> None:
    script = f"mktemp && mktemp -d && echo $TMPDIR > {tmp_path}/where && sleep {seconds}"

    outcome = attempt(subprocess.call, ["sh", "-c", script], limits=Limits(seconds=3))

    folder = Path((tmp_path / "where").read_text().strip())
    assert outcome.ending.late is late
    assert folder.name.startswith("govreport-")
    assert not folder.exists()


def test_what_it_started_is_killed_with_it(tmp_path: Path) -> None:
    command = ["sh", "-c", f"echo $$ > {tmp_path}/number; exec sleep 30"]

    refusal(subprocess.call, command, limits=SHORT)

    state = Path("/proc", (tmp_path / "number").read_text().strip(), "stat")
    deadline = time.monotonic() + 5
    while state.exists() and ") Z" not in state.read_text() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert time.monotonic() < deadline


def test_it_has_neither_our_files_nor_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    with (tmp_path / "open").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        door._end()  # the next one starts while the file is open

        files = apart(os.listdir, "/proc/self/fd", limits=PATIENT)
        environment = apart(Path.read_bytes, Path("/proc/self/environ"), limits=PATIENT)

    assert len(files) < 10
    assert b"secret" not in environment


def test_it_writes_no_core_and_nothing_large() -> None:
    shown = apart(subprocess.getoutput, "ulimit -c; ulimit -f", limits=PATIENT)

    assert shown.split() == ["0", str(100 * MIB // 512)]


def test_a_nursery_that_was_killed_is_replaced() -> None:
    first = apart(os.getppid, limits=PATIENT)
    process = door._nursery._process
    assert process is not None

    process.kill()
    process.wait()

    assert apart(os.getppid, limits=PATIENT) != first


def test_a_forked_process_starts_a_nursery_of_its_own() -> None:
    apart(os.getpid, limits=PATIENT)
    mine, theirs = socket.socketpair()
    child = os.fork()
    if child == 0:
        try:
            theirs.sendall(str(apart(abs, -5, limits=PATIENT)).encode())
            door._end()
        finally:
            os._exit(0)

    os.waitpid(child, 0)

    assert mine.recv(10) == b"5"
    assert apart(abs, -6, limits=PATIENT) == 6
    mine.close()
    theirs.close()


def test_several_threads_at_once_each_get_their_own() -> None:
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda number: apart(abs, -number, limits=PATIENT), range(30)))

    assert found == list(range(30))


def test_more_than_there_is_room_for_wait_and_then_get_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.05)
    apart(os.getpid, limits=PATIENT)  # the nursery is there
    with ThreadPoolExecutor(door.AT_ONCE) as threads:
        busy = [threads.submit(apart, time.sleep, 0.6) for _ in range(door.AT_ONCE)]
        time.sleep(0.2)

        assert refusal(abs, -1) == "同时读取的文件过多，请稍后再试"

        assert [one.result() for one in busy] == [None] * door.AT_ONCE
    assert apart(abs, -1) == 1


def test_its_temporary_files_are_in_a_folder_of_its_own() -> None:
    here = tempfile.gettempdir()

    assert Path(apart(os.getcwd, limits=PATIENT)).parent == Path(here)
    assert Path(apart(tempfile.gettempdir, limits=PATIENT)).parent == Path(here)


def test_what_it_started_in_a_session_of_its_own_is_killed_with_it(tmp_path: Path) -> None:
    command = ["setsid", "sh", "-c", f"sleep 30 & echo $! > {tmp_path}/number; wait"]

    refusal(subprocess.call, command, limits=SHORT)

    assert not Path("/proc", (tmp_path / "number").read_text().strip()).exists()
