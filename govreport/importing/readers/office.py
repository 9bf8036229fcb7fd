"""Old office formats, turned into the new ones by LibreOffice where it is installed."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from govreport.importing.confinement import MIB, less_memory
from govreport.importing.grid import Unreadable
from govreport.importing.readers.kinds import kind_of

# The old suffixes, and what each is turned into.
OLD = {".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".et": ".xlsx"}
_BY_KIND = {"doc": ".docx", "rtf": ".docx", "wordxml": ".docx", "xls": ".xlsx"}
# What the bytes are named as, so that the right filter opens them: a .wps of today is a .doc by content.
_NAMED = {"doc": ".doc", "rtf": ".rtf", "wordxml": ".xml", "xls": ".xls"}
_SECONDS = 9  # of the ten that a file may take
_LARGEST_FILE = 50_000_000
# Of data. LibreOffice takes 160 MB to open anything, and 75 MB of its libraries come besides; the rest of the
# 300 MB that a file may take is for the process that waits for it, which has 46 MB at most by then.
_MEMORY = 172 * MIB

# No macros, no links followed, no network: what is not blocked is sent to a port where nobody listens.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel">\
<value>3</value></prop><prop oor:name="DisableMacrosExecution"><value>true</value></prop>\
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">\
<prop oor:name="Link"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">\
<prop oor:name="Link"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType"><value>2</value></prop>\
<prop oor:name="ooInetHTTPProxyName"><value>127.0.0.1</value></prop>\
<prop oor:name="ooInetHTTPProxyPort"><value>9</value></prop>\
<prop oor:name="ooInetHTTPSProxyName"><value>127.0.0.1</value></prop>\
<prop oor:name="ooInetHTTPSProxyPort"><value>9</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Where LibreOffice is, None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(suffix: str, data: bytes) -> tuple[str, bytes]:
    """An old file as one of today: its suffix and its bytes. Raises Unreadable."""
    kind = kind_of(data)
    wanted = _BY_KIND.get(kind, OLD[suffix])
    soffice = program()
    if soffice is None:
        raise Unreadable(f"这里不能直接读取 {suffix} 文件，请另存为 {wanted} 再试")
    if kind == "ole":  # neither of Word nor of Excel, nor of WPS, whose files are the same inside
        raise Unreadable(f"这个 {suffix} 文件打不开，可能已损坏或者有密码，请另存为 {wanted} 再试")
    with tempfile.TemporaryDirectory(prefix="govreport-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        source = place / f"report{_NAMED.get(kind, suffix)}"
        source.write_bytes(data)
        _write_profile(place)
        in_time = _run([soffice, *_arguments(place, wanted), str(source)], place)
        found = place / "out" / f"report{wanted}"
        if not in_time:
            raise Unreadable(f"转换 {suffix} 文件用时过长，请另存为 {wanted} 再试")
        if not found.is_file() or found.stat().st_size > _LARGEST_FILE:
            raise Unreadable(f"这个 {suffix} 文件打不开，可能已损坏或者有密码，请另存为 {wanted} 再试")
        return wanted, found.read_bytes()


def _write_profile(place: Path) -> None:
    user = place / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


def _arguments(place: Path, wanted: str) -> list[str]:
    return [
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck"),
        *("--convert-to", wanted.removeprefix("."), "--outdir", str(place / "out")),
    ]


def _run(command: list[str], place: Path) -> bool:
    """Run a program with its children, nothing of ours in its environment; False when it took too long."""
    environment = {"PATH": os.defpath, "HOME": str(place), "TMPDIR": str(place), "LANG": "C.UTF-8"}
    timeout = shutil.which("timeout")  # ends it as well when this process is killed meanwhile
    with less_memory(_MEMORY):
        process = subprocess.Popen(  # noqa: S603  # the program is LibreOffice, the names are ours
            [timeout, "--signal=KILL", str(_SECONDS + 1), *command] if timeout else command,
            cwd=place,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return True
