"""The shell scripts and lock files: what a fresh clone relies on before any Python of ours runs."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = [*sorted(path for path in (ROOT / "scripts").iterdir() if path.is_file()), ROOT / ".ci" / "run"]
LOCKS = [ROOT / "requirements" / name for name in ("base.txt", "dev.txt")]
REQUIREMENTS = sorted((ROOT / "requirements").iterdir())

HOST = re.compile(r"\b[a-z0-9-]+\.(?:org|com|net|io|dev|cn)\b")
# The homes of whoever wrote a script; /usr, /etc, /tmp are everybody's.
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:home|root|work|Users|mnt|opt)\b")
INDEX_OPTION = re.compile(r"^\s*(?:-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host)\b", re.M)
PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==(\S+)")


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def requirements_of(lock: Path) -> list[str]:
    """One string per requirement, its continuation lines joined."""
    joined = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def pins_of(lock: Path) -> dict[str, str]:
    found = [PIN.match(requirement) for requirement in requirements_of(lock)]
    return {match[1].lower(): match[2] for match in found if match}


@pytest.mark.parametrize("script", SCRIPTS, ids=names(SCRIPTS))
def test_a_script_is_executable_and_plain_sh(script: Path) -> None:
    assert os.access(script, os.X_OK)
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    assert "set -eu" in lines


@pytest.mark.parametrize("script", SCRIPTS, ids=names(SCRIPTS))
def test_a_script_parses(script: Path) -> None:
    parsed = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)
    assert (parsed.returncode, parsed.stderr) == (0, "")


@pytest.mark.parametrize("file", [*SCRIPTS, *REQUIREMENTS], ids=names([*SCRIPTS, *REQUIREMENTS]))
def test_a_file_names_no_host_and_no_place_of_its_author(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert HOST.findall(text) == []
    assert MACHINE_PATH.findall(text) == []


@pytest.mark.parametrize("lock", LOCKS, ids=names(LOCKS))
def test_a_lock_pins_and_hashes_every_requirement(lock: Path) -> None:
    requirements = requirements_of(lock)
    assert requirements
    assert [line for line in requirements if not PIN.match(line) or "--hash=sha256:" not in line] == []
    assert INDEX_OPTION.findall(lock.read_text(encoding="utf-8")) == []


def test_a_lock_is_installed_as_it_stands() -> None:
    """With dependencies looked up, pip wants the newest of what is named with an extra, and has no hash."""
    [install] = re.findall(r"pip install .*", (ROOT / "scripts" / "bootstrap").read_text(encoding="utf-8"))
    assert {"--no-deps", "--require-hashes"} <= set(install.split())


def test_testing_installs_the_versions_that_run() -> None:
    base, dev = (pins_of(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in base} == base


@pytest.mark.parametrize("arguments", [["bootstrap"], ["bootstrap", "walk"], ["demo", "--wrong"]], ids=str)
def test_a_wrong_call_is_told_the_usage(arguments: list[str]) -> None:
    called = subprocess.run(
        [str(ROOT / "scripts" / arguments[0]), *arguments[1:]], capture_output=True, text=True, check=False
    )
    assert called.returncode == 2
    assert f"scripts/{arguments[0]}" in called.stderr
    assert called.stdout == ""
