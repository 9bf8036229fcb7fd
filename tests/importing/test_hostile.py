"""Every hostile file ends as a reading or a clear sentence, in 10 s and 300 MB, and leaves nothing behind.

`-s` prints what each took, as docs/hostile_files.md shows it.
"""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport.importing import limits as door
from govreport.importing import reading
from govreport.importing.confinement import LIMITS, MIB
from govreport.importing.grid import Unreadable
from govreport.importing.limits import LARGEST_FILE, Outcome, attempt, settled
from govreport.importing.reading import Reading
from tests.importing.hostile import HOST, HOSTILE
from tests.importing.hostile_links import MORE

SENTENCE = re.compile(r"(?=.*[\u4e00-\u9fff]{4})[^\n]{8,200}")
LEEWAY = 1.0  # seconds, for a machine that has other things to do


@pytest.fixture(scope="module")
def took() -> Iterator[list[str]]:
    """What each file took, printed at the end."""
    lines: list[str] = []
    yield lines
    print("\n" + "\n".join(["| file | what is said | s | MB |", "| --- | --- | --- | --- |", *lines]))  # noqa: T201 - asked for with -s


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the reading processes may put their files."""
    folder = tmp_path_factory.mktemp("temporary")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        door._end()  # the next nursery knows the folder
        yield folder
    door._end()


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A server that must not be asked for anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


FILES = HOSTILE | MORE
# A second or more each, most of it to make them.
LONG = re.compile("million|10 MB|GB|without end|per character|60,000|LibreOffice")
CASES = [pytest.param(what, marks=pytest.mark.matrix if LONG.search(what) else ()) for what in FILES]


@pytest.mark.parametrize("what", CASES)
def test_a_hostile_file_is_read_or_refused_within_the_limits(
    what: str, took: list[str], temporary: Path, server: socket.socket
) -> None:
    name, data = FILES[what]()
    data = data.replace(HOST.encode(), f"127.0.0.1:{server.getsockname()[1]:05}".encode())
    assert len(data) <= LARGEST_FILE + MIB

    outcome = attempt(reading.read, name, data, limits=LIMITS)
    said = _said(outcome)

    assert SENTENCE.fullmatch(said), said
    ending = outcome.ending
    took.append(f"| {what} | {said} | {ending.seconds:.2f} | {ending.peak / MIB:.0f} |")
    assert ending.seconds < LIMITS.seconds + LEEWAY
    assert ending.peak < LIMITS.memory
    assert list(temporary.iterdir()) == []
    with pytest.raises(BlockingIOError):
        server.accept()


def _said(outcome: Outcome) -> str:
    """What somebody who sent the file reads."""
    try:
        found: Reading = settled(outcome)
    except Unreadable as error:
        return str(error)
    return f"读成了一份报告：{len(found.content.figures)} 个数，存疑 {len(found.doubts)} 处"
