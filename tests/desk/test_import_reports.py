"""import_reports: many files in, a line each, a summary, and one bad file stops none."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from govreport.publishing.models import Publication
from tests.importing.past import as_page, as_text, past

pytestmark = pytest.mark.usefixtures("quick_pdf", "county")


class Terminal(StringIO):
    """A place to write to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run_command(*arguments: object, out: StringIO | None = None) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of import_reports."""
    out, err, status = out or StringIO(), StringIO(), 0
    try:
        call_command("import_reports", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(stop.code or 0)
    return status, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years of one agency in a folder of its own, a broken file, and what is no report."""
    (tmp_path / "林业局").mkdir()
    (tmp_path / "林业局" / "2019.html").write_bytes(as_page(past(year=2019)))
    (tmp_path / "林业局" / "2020.txt").write_bytes(as_text(past(year=2020)))
    (tmp_path / "broken.html").write_bytes(b"<table><tr><td>")
    (tmp_path / "picture.png").write_bytes(b"PNG")
    (tmp_path / "~$2019.html").write_bytes(b"owner")
    return tmp_path


def test_every_file_has_its_line_and_all_a_summary(folder: Path) -> None:
    status, out, _ = run_command(folder)

    assert status == 1
    assert "[1/3] 未导入  " in out
    assert f"[2/3] 导入  {folder}/林业局/2019.html：云溪县林业局 2019 年度，数字" in out
    assert "共 3 个文件：导入 2 个，已有 0 个，未导入 1 个\n文件夹里另有 1 个其他格式的文件没有读取" in out
    assert "broken.html：没有找到年度报告的三张表" in out.partition("未导入的文件：")[2]
    assert Publication.objects.count() == 2


def test_the_second_time_nothing_is_new(folder: Path) -> None:
    run_command(folder)

    status, out, _ = run_command(folder)

    assert status == 1
    assert "导入 0 个，已有 2 个，未导入 1 个" in out
    assert Publication.objects.count() == 2


def test_without_a_bad_file_it_ends_with_0(folder: Path) -> None:
    assert run_command(folder / "林业局")[0] == 0


def test_a_dry_run_imports_nothing_and_says_so(folder: Path) -> None:
    status, out, _ = run_command(folder, "--dry-run")

    assert status == 1
    assert "可以导入  " in out
    assert "这是试运行，没有导入任何年报" in out
    assert not Publication.objects.exists()


def test_a_file_that_is_named_twice_is_imported_once(folder: Path) -> None:
    _, out, _ = run_command(folder / "林业局" / "2019.html", folder / "林业局")

    assert "共 2 个文件" in out


def test_other_content_needs_a_reason(folder: Path) -> None:
    file = folder / "林业局" / "2019.html"
    run_command(file)
    file.write_bytes(as_page(past(granted=4)))

    refused, out, _ = run_command(file)
    accepted, _, _ = run_command(file, "--as-correction", "原文件缺页")

    assert (refused, accepted) == (1, 0)
    assert "已有 2019 年度的年报，内容不同（1 格数字不同）" in out
    assert Publication.objects.get(version=2).note == "原文件缺页"


def test_agency_and_year_can_be_said_of_one_file(folder: Path) -> None:
    file = folder / "林业局" / "2019.html"

    status, out, _ = run_command(file, "--agency", "yunxi-jtj", "--year", "2020")

    assert status == 0
    assert "云溪县交通运输局 2020 年度" in out


def test_a_folder_bears_the_code_of_an_agency_that_the_file_does_not_name(tmp_path: Path) -> None:
    (tmp_path / "hekou-lyj").mkdir()
    (tmp_path / "hekou-lyj" / "2019.html").write_bytes(as_page(past("县林业局")))

    _, out, _ = run_command(tmp_path)

    assert "河口县林业局 2019 年度" in out


def test_names_written_in_gbk_are_read(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/" + "云溪县林业局2019年.html".encode("gbk")
    Path(os.fsdecode(name)).write_bytes(as_page(past("林业局")))

    status, out, _ = run_command(tmp_path)

    assert status == 0
    assert "云溪县林业局2019年.html：云溪县林业局 2019 年度" in out


def test_a_file_that_cannot_be_opened_stops_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, *how: object, **more: object) -> object:
        if path.name == "2019.html":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)  # type: ignore[call-overload]  # passed on

    monkeypatch.setattr(Path, "open", refuse)

    status, out, _ = run_command(folder / "林业局")

    assert status == 1
    assert "2019.html：打不开" in out
    assert "导入 1 个" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nowhere",), "没有这个文件或者文件夹"),
        ((".", "--agency", "yunxi-lyj"), "只能用于一个文件"),
        (("林业局/2019.html", "--agency", "nobody"), "没有代码是 nobody 的单位"),
        (("林业局/2019.html", "--as-correction", " "), "要写明更正的理由"),
    ],
)
def test_a_wrong_call_ends_with_2(folder: Path, arguments: tuple[str, ...], sentence: str) -> None:
    path, *options = arguments

    status, _, err = run_command(folder / path, *options)

    assert (status, Publication.objects.count()) == (2, 0)
    assert sentence in err


def test_a_terminal_shows_a_bar_and_anything_else_plain_lines(folder: Path) -> None:
    _, shown, _ = run_command(folder, "--dry-run", out=Terminal())
    _, plain, _ = run_command(folder, "--dry-run")

    assert "█" * 10 + "░" * 20 + "  33%" in shown
    assert "\x1b" not in plain
    assert "█" not in plain
