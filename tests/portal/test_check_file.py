"""/check/: anybody sends a file and reads what is wrong with it; of the file nothing stays."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from govreport.importing import limits
from govreport.portal.views import check_file
from tests.checked_files import html_report
from tests.contents import CORPUS, SAMPLES, blank, filled

SEED = SAMPLES / "corpus" / "shanxi-zezhou-ziranziyuanju-2023.json"
PEOPLE = ("anonymous", "clerk", "supervisor", "stranger", "authority", "foreign_authority", "admin")
MIB = 1024 * 1024

pytestmark = pytest.mark.django_db


def send(client: Client, data: bytes, name: str = "年报.html", **more: Any) -> tuple[int, str]:
    """Status and page of a file that is sent."""
    answer = client.post("/check/", {"report": SimpleUploadedFile(name, data), **more})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_may_check_a_file(client_of: Callable[[str], Client], person: str) -> None:
    status, page = send(client_of(person), html_report())

    assert status == 200
    assert "处必须改正，另有" in page


def test_the_conclusion_comes_first_and_names_what_was_read(client: Client) -> None:
    _, page = send(client, html_report())

    order = [page.index(text) for text in ("处必须改正", "云溪县林业局", "存疑 2 处", "强制", "读出的报告")]
    assert order == sorted(order)
    assert "2021 年版格式" in page
    assert "<dd>年报.html</dd>" in page


def test_a_doubt_is_marked_at_its_cell_and_listed_with_what_was_seen(client: Client) -> None:
    _, page = send(client, html_report())

    cell = '<td id="disclosure.normative_documents.issued" class="report-figure">22<a class="report-mark'
    assert cell in page
    assert 'href="#doubt-1"' in page
    assert "数字后面的说明没有计入" in page
    assert "<q>22（其中修订 16 件）</q>" in page


def test_a_doubt_about_preamble_or_signature_says_where_it_stands(client: Client) -> None:
    _, page = send(client, "打印本页 关闭窗口</p><p>".encode().join((b"<p>", html_report())))

    assert "<strong>前言</strong>" in page


def test_a_finding_leads_to_its_cell_and_the_cell_back(client: Client) -> None:
    _, page = send(client, html_report())

    assert 'href="#applications.results_total.natural_person"' in page
    number = page.partition("自然人列：各项办理结果合计")[0].rpartition('id="error-')[2].partition('"')[0]
    cell = page.partition('<td id="applications.results_total.natural_person"')[2].partition("</td>")[0]
    assert f'href="#error-{number}"' in cell


def test_the_blank_cells_of_a_row_are_one_line(client: Client) -> None:
    _, page = send(client, html_report(blank()))

    assert page.count("（一）予以公开：整行没有填写") == 1
    assert page.count('href="#applications.granted.') == 1


def test_a_report_with_nothing_to_mend_is_told_so(client: Client) -> None:
    data = json.loads(SEED.read_text())["content"]
    data["narrative"] = dict.fromkeys(("overview", "problems", "other_matters"), "本年度按要求完成了工作。")
    data["tables"]["applications"]["results_total"] |= {"natural_person": 8, "total": 8}

    _, page = send(client, json.dumps(data).encode(), "report.json")

    assert "没有必须改正的问题，有" in page


def test_parts_that_were_not_found_are_named(client: Client) -> None:
    _, page = send(client, html_report().replace(b"<table", b"<del", 1).replace(b"</table", b"</del", 1))

    assert "二、主动公开政府信息情况（没有找到）" in page


def test_last_years_file_is_compared(client: Client) -> None:
    before = filled("2021", {"applications.carried_out.natural_person": 5})
    file = SimpleUploadedFile("去年.html", html_report(before, year=2022))

    _, page = send(client, html_report(), previous=file)

    assert "Y401" in page
    assert "云溪县林业局，2022" in page


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.html", b"", "这个文件是空的"),
        ("a.html", b"x" * (10 * MIB + 1), "这个文件超过 10 MB"),
        ("a.exe", b"MZ", "不支持这种文件"),
        ("a.txt", "一段文字".encode(), "没有找到年度报告的三张表"),
        ("a.html", b"%PDF-1.7", "内容却是PDF"),
        ("a.html", b"<div>" * 100_000, "嵌套"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(
    client: Client, name: str, data: bytes, sentence: str
) -> None:
    status, page = send(client, data, name)

    assert status == 200
    assert sentence in page.partition('id="error_1_id_report"')[2].partition("</")[0]


def test_without_a_file_the_form_asks_for_one(client: Client) -> None:
    page = client.post("/check/").content.decode()

    assert "请选择要检查的文件" in page


def test_a_previous_file_of_another_year_is_refused_beside_its_field(client: Client) -> None:
    file = SimpleUploadedFile("去年.html", html_report(year=2021))

    _, page = send(client, html_report(), previous=file)

    said = page.partition('id="error_1_id_previous"')[2].partition("</")[0]
    assert "这是 2021 年度的年报，不是 2023 年度的上一年度" in said


def test_a_request_that_is_too_large_is_refused_before_it_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_file, "LARGEST_REQUEST", 1000)

    status, page = send(client, b"x" * 2000)

    assert status == 413
    assert "每个文件不能超过 10 MB" in page


def test_nothing_is_written_to_disk(client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    send(client, html_report())  # the nursery runs, and keeps its files elsewhere
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))

    status, page = send(client, html_report() + b"<!--" + b" " * 4 * MIB + b"-->")

    assert status == 200
    assert "处必须改正" in page


def test_nothing_of_a_file_is_kept_in_the_database(client: Client) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        send(client, html_report(), "云溪县.html")

    assert [query["sql"] for query in queries] == []


def test_nothing_of_a_file_is_logged(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)

    send(client, html_report(), "秘密的名字.html")
    send(client, "秘密的内容".encode(), "秘密的名字.txt")

    said = caplog.text + "".join(capfd.readouterr())
    assert "秘密" not in said
    assert "云溪县" not in said


def test_the_pages_are_not_kept_by_browsers_and_proxies(client: Client) -> None:
    answers = [
        client.get("/check/"),
        client.post("/check/", {"report": SimpleUploadedFile("a.html", html_report())}),
    ]

    assert all("no-store" in answer["Cache-Control"] for answer in answers)


def test_a_form_of_another_site_is_refused() -> None:
    status, _ = send(Client(enforce_csrf_checks=True), html_report())

    assert status == 403


def test_an_address_that_asks_too_often_has_to_wait_and_others_do_not(
    client: Client, settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"check": "1/m/ip"}

    first, second = send(client, b""), send(client, b"")
    other = client.post("/check/", REMOTE_ADDR="10.0.0.9")

    assert (first[0], second[0], other.status_code) == (200, 429, 200)
    assert "检查次数过多" in second[1]
    assert client.get("/check/").status_code == 200


def test_behind_a_proxy_the_visitors_address_counts(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"check": "1/m/ip"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    statuses = [
        client.post("/check/", headers={"X-Forwarded-For": address}).status_code
        for address in ("10.0.0.1", "10.0.0.2", "10.0.0.1")
    ]

    assert statuses == [200, 200, 429]


def test_when_all_places_are_taken_the_visitor_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PATIENCE", 0.01)
    for _ in range(limits.AT_ONCE):
        limits._places.acquire()
    try:
        _, page = send(client, html_report())
    finally:
        for _ in range(limits.AT_ONCE):
            limits._places.release()

    assert "同时读取的文件过多，请稍后再试" in page


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_published_report_makes_a_page(client: Client, path: Path) -> None:
    status, page = send(client, path.read_bytes(), "report.json")

    assert status == 200
    assert "读出的报告" in page
