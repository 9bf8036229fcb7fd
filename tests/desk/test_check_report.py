"""check_report: a file in, findings out."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.checked_files import html_report
from tests.contents import SAMPLES, filled

SEED = SAMPLES / "corpus" / "shanxi-zezhou-ziranziyuanju-2023.json"


def run_command(*arguments: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of check_report."""
    out, err = StringIO(), StringIO()
    status = 0
    try:
        call_command("check_report", *arguments, stdout=out, stderr=err)
    except SystemExit as stop:
        status = int(stop.code or 0)
    return status, out.getvalue(), err.getvalue()


def test_a_report_with_errors_ends_with_1_and_lists_them() -> None:
    status, out, _ = run_command(str(SEED))

    assert status == 1
    assert "强制  T203  自然人列：本年新收 8 ＋ 上年结转 0 ＝ 8" in out
    assert out.strip().endswith("强制 7 处，核实 0 处，提示 0 处")


def test_json_holds_content_doubts_findings_and_what_was_not_assessed() -> None:
    status, out, _ = run_command(str(SEED), "--json")

    answer = json.loads(out)

    assert status == 1
    assert sorted(answer) == ["content", "doubts", "findings", "not_assessable"]
    assert answer["content"]["tables"]["disclosure"]["penalties"]["decisions"] == 47
    codes = [finding["code"] for finding in answer["findings"]]
    assert codes == ["F103", "F103", "F103", "T202", "T202", "T203", "T203"]
    assert sorted(answer["findings"][3]) == ["cells", "code", "hint", "level", "message"]
    assert answer["findings"][3]["cells"][0] == "applications.results_total.natural_person"


def test_a_report_without_errors_ends_with_0(tmp_path: Path) -> None:
    answer = json.loads(SEED.read_text())["content"]
    answer["narrative"] = dict.fromkeys(("overview", "problems", "other_matters"), "本年度按要求完成了工作。")
    answer["tables"]["applications"]["results_total"] |= {"natural_person": 8, "total": 8}
    file = tmp_path / "report.json"
    file.write_text(json.dumps(answer))

    status, out, err = run_command(str(file))

    assert (status, err) == (0, "")
    assert "强制 0 处" in out


def test_an_unreadable_cell_is_a_doubt_and_an_F102(tmp_path: Path) -> None:
    answer = json.loads(SEED.read_text())
    answer["content"]["tables"]["disclosure"]["licenses"]["decisions"] = "4件"
    file = tmp_path / "report.json"
    file.write_text(json.dumps(answer))

    status, out, _ = run_command(str(file), "--json")

    assert status == 1
    found = json.loads(out)
    assert [doubt["seen"] for doubt in found["doubts"]] == ["4件"]
    assert "F102" in [finding["code"] for finding in found["findings"]]
    assert "存疑  行政许可 · 本年处理决定数量：没有读成数字（原为“4件”）" in run_command(str(file))[1]


def test_last_years_file_is_compared_and_another_year_is_refused(tmp_path: Path) -> None:
    answer = json.loads(SEED.read_text())
    answer["content"]["year"] = 2022
    answer["content"]["tables"]["applications"]["carried_out"]["natural_person"] = 5
    before = tmp_path / "before.json"
    before.write_text(json.dumps(answer))

    _, out, _ = run_command(str(SEED), "--previous", str(before))
    status, _, err = run_command(str(before), "--previous", str(SEED))

    assert "核实  Y401  自然人列：上年结转填的是 0，上一年度年报的结转下年度是 5" in out
    assert (status, "不是 2022 年度的上一年度" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("report.json", b"{", "不是完整的 JSON"),
        ("report.exe", b"{}", "不支持这种文件"),
        ("missing.json", None, "打不开（没有这个文件或者文件夹）"),
        ("large.json", b" " * (10 * 1024 * 1024 + 1), "超过 10 MB"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_one_line(
    tmp_path: Path, name: str, data: bytes | None, sentence: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)

    status, out, err = run_command(str(tmp_path / name))

    assert (status, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_what_was_left_out_of_a_file_is_listed_and_is_no_doubt(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(html_report(filled("2021")).replace(b"</h1>", b"</h1><p><img></p>"))

    _, out, _ = run_command(str(file))
    _, told, _ = run_command(str(file), "--json")

    assert "没有采用  1 张图片，其中的文字没有读取" in out
    assert json.loads(told)["doubts"] == []
