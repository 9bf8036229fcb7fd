"""render_report: a report file in, the official form out."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.contents import SAMPLES

SEED = SAMPLES / "corpus" / "shanxi-zezhou-ziranziyuanju-2023.json"


def run_command(file: Path, to: str, output: Path) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of render_report."""
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("render_report", str(file), "--to", to, "--output", str(output), stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(stop.code or 0)
    return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize(
    ("to", "start"),
    [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("json", b'{"agency"'), ("xlsx", b"PK")],
)
def test_a_report_is_written_and_one_line_says_so(tmp_path: Path, to: str, start: bytes) -> None:
    status, out, err = run_command(SEED, to, tmp_path / "report")

    assert (status, err, out.count("\n")) == (0, "", 1)
    assert (tmp_path / "report").read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing.json", None),
        ("report.json", b"{"),
        ("report.exe", b"{}"),
        ("report.json", b"[1]"),
        (".", None),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_one_line(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    status, out, err = run_command(tmp_path / name, "html", tmp_path / "output.html")

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "output.html").exists()


@pytest.mark.parametrize("place", [".", "missing/report.html"])
def test_an_output_that_cannot_be_written_ends_with_2_and_one_line(tmp_path: Path, place: str) -> None:
    status, out, err = run_command(SEED, "html", tmp_path / place)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "写不进去" in err
