"""Old formats go through LibreOffice where it is installed; where it is not, a sentence says what to do."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport.importing.grid import Unreadable
from govreport.importing.readers import docx, office
from govreport.importing.reading import SUFFIXES, read
from tests.importing.test_kinds import FILES

RTF = rb"{\rtf1\ansi\ansicpg936 Yunxi\par \trowd\cellx3000\cellx6000 A\cell 4\cell\row \pard B\par}"
installed = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, empty at first."""
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in LibreOffice's place; it is called as `soffice … --outdir OUT FILE`."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))


def test_old_formats_are_among_those_that_can_be_read() -> None:
    assert {".doc", ".wps", ".xls", ".et", ".rtf", ".docx"} <= set(SUFFIXES)


@pytest.mark.parametrize(
    ("name", "kind", "wanted"),
    [
        ("report.doc", "doc", ".docx"),
        ("report.wps", "ole", ".docx"),
        ("report.rtf", "rtf", ".docx"),
        ("report.xls", "xls", ".xlsx"),
        ("report.et", "ole", ".xlsx"),
        ("report.et", "doc", ".docx"),
    ],
)
def test_without_libreoffice_the_sentence_says_what_to_save_as(
    name: str, kind: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Unreadable, match=f"请另存为 {wanted} 再试"):
        read(name, FILES[kind])


def test_an_old_name_with_a_page_in_it_needs_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Unreadable, match="没有找到年度报告的三张表"):
        read("report.doc", FILES["html"])


def test_a_program_that_takes_too_long_is_ended_with_its_children(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = tmp_path / "pids"
    pretend(tmp_path, monkeypatch, f"/bin/sleep 60 & echo $! > {pids}; wait")
    monkeypatch.setattr(office, "_SECONDS", 0.5)

    with pytest.raises(Unreadable, match=r"转换 \.doc 文件用时过长"):
        office.converted(".doc", FILES["doc"])

    assert is_gone(int(pids.read_text()))
    assert list(scratch.iterdir()) == []


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or does within a second; a zombie waits for its parent only."""
    for _ in range(20):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or ") Z " in state.read_text():
            return True
        time.sleep(0.05)
    return False


def test_a_program_that_makes_nothing_is_a_file_that_cannot_be_opened(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(tmp_path, monkeypatch, "exit 1")

    with pytest.raises(Unreadable, match=r"这个 \.doc 文件打不开"):
        office.converted(".doc", FILES["doc"])

    assert list(scratch.iterdir()) == []


def test_the_program_sees_nothing_of_our_environment(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(tmp_path, monkeypatch, "/bin/mkdir out; /usr/bin/env > out/report.docx")
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")

    _, seen = office.converted(".wps", FILES["doc"])

    assert b"secret" not in seen
    assert f"HOME={scratch}".encode() in seen


ASK = """
import sys
from govreport.importing.limits import read_safely

read_safely("a.doc", sys.stdin.buffer.read())
"""


@pytest.mark.parametrize(
    "more", ["", ":/usr/bin:/bin"], ids=["in a session of its own", "and a group of its own"]
)
def test_a_program_ends_when_the_one_that_asked_is_killed(
    more: str, tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = tmp_path / "pids"
    pretend(tmp_path, monkeypatch, f"/bin/sleep 60 & echo $! $$ > {pids}; wait")
    environment = os.environ | {"PATH": os.environ["PATH"] + more, "TMPDIR": str(scratch)}
    asker = subprocess.Popen([sys.executable, "-c", ASK], stdin=subprocess.PIPE, env=environment)
    with asker:
        assert asker.stdin is not None
        asker.stdin.write(FILES["doc"])
        asker.stdin.close()
        assert eventually(lambda: pids.exists() and pids.read_text().endswith("\n"), 60)

        asker.kill()

    assert all(is_gone(int(pid)) for pid in pids.read_text().split())
    assert eventually(lambda: not list(scratch.iterdir()), 5)


def eventually(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether something comes true within a time."""
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


@installed
def test_an_rtf_file_is_read(scratch: Path) -> None:
    source = docx.read(office.converted(".rtf", RTF)[1])

    assert source.paragraphs == ("Yunxi", "B")
    assert [cell.text for cell in source.grids[0].cells] == ["A", "4"]
    assert list(scratch.iterdir()) == []


@installed
def test_a_broken_old_file_is_refused_in_time(scratch: Path) -> None:
    with pytest.raises(Unreadable, match=r"这个 \.doc 文件打不开"):
        office.converted(".doc", FILES["doc"])


@installed
def test_a_document_that_links_outside_reaches_nobody(scratch: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for others")
    linked = rb"{\rtf1 a {\field{\*\fldinst INCLUDETEXT \"%s\"}{\fldrslt kept}}\par}" % os.fsencode(secret)

    assert docx.read(office.converted(".doc", linked)[1]).paragraphs == ("a kept",)


@installed
def test_a_doc_file_of_libreoffice_comes_back(scratch: Path) -> None:
    (scratch / "report.rtf").write_bytes(RTF)
    command = [str(office.program()), f"-env:UserInstallation={(scratch / 'own').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "doc:MS Word 97", "--outdir", scratch, scratch / "report.rtf"],
        check=True,
        capture_output=True,
    )

    source = docx.read(office.converted(".wps", (scratch / "report.doc").read_bytes())[1])

    assert [cell.text for cell in source.grids[0].cells] == ["A", "4"]
