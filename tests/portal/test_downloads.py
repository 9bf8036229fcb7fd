"""The stored files: to the byte, with names, fingerprints and dates a cache can rely on."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from govreport.agencies.models import Agency
from govreport.publishing.models import Origin, Publication
from govreport.publishing.release import release
from tests.contents import filled
from tests.drafts import NOW

ADDRESS = "/agencies/yunxi-lyj/2023/report"
TITLE = "云溪县林业局2023年政府信息公开工作年度报告"
PUBLISHED = "Wed, 10 Jan 2024 02:42:00 GMT"


def digest(publication: Publication, kind: str) -> str:
    return publication.artifacts.get(format=kind).sha256


def test_the_pdf_is_the_stored_file_and_a_real_one(county: dict[str, Agency], client: Client) -> None:
    content = replace(filled("2021"), agency_code="yunxi-lyj")
    publication = release(content, agency=county["yunxi-lyj"], by=None, at=NOW)

    data = client.get(f"{ADDRESS}.pdf").content

    assert data.startswith(b"%PDF-")
    assert hashlib.sha256(data).hexdigest() == digest(publication, "pdf")


def test_the_json_is_the_frozen_content(published: Publication, client: Client) -> None:
    answer = client.get(f"{ADDRESS}.json")

    assert answer.content.decode() == published.canonical
    assert hashlib.sha256(answer.content).hexdigest() == published.sha256
    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize(
    ("kind", "media_type", "disposition"),
    [
        ("pdf", "application/pdf", "inline"),
        ("json", "application/json", "inline"),
        ("html", "text/html; charset=utf-8", "attachment"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
    ],
)
def test_a_file_says_what_it_is(
    published: Publication, client: Client, kind: str, media_type: str, disposition: str
) -> None:
    answer = client.get(f"{ADDRESS}.{kind}")

    assert answer.headers["Content-Type"] == media_type
    assert answer.headers["Content-Disposition"] == (
        f"{disposition}; filename*=utf-8''{quote(f'{TITLE}.{kind}')}"
    )
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert answer.headers["ETag"] == f'"{digest(published, kind)}"'
    assert answer.headers["Last-Modified"] == PUBLISHED
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_newest_file_is_kept_shortly_a_version_for_long(corrected: Publication, client: Client) -> None:
    newest = client.get(f"{ADDRESS}.pdf").headers
    version = client.get("/agencies/yunxi-lyj/2023/v1/report.pdf").headers

    assert (newest["Cache-Control"], version["Cache-Control"]) == (
        "public, max-age=300",
        "public, max-age=2592000",
    )
    assert "Vary" not in newest
    assert "Set-Cookie" not in newest


def test_a_version_has_its_own_file_and_name(
    published: Publication, corrected: Publication, client: Client
) -> None:
    answer = client.get("/agencies/yunxi-lyj/2023/v1/report.json")

    assert answer.content.decode() == published.canonical
    assert quote(f"{TITLE}（第1版）.json") in answer.headers["Content-Disposition"]
    assert client.get(f"{ADDRESS}.json").content.decode() == corrected.canonical


def test_head_tells_the_length_without_the_file(published: Publication, client: Client) -> None:
    got, head = client.get(f"{ADDRESS}.pdf"), client.head(f"{ADDRESS}.pdf")

    assert head.content == b""
    assert head.headers["Content-Length"] == got.headers["Content-Length"]
    assert head.headers["ETag"] == got.headers["ETag"]


@pytest.mark.parametrize("asked", [{"If-None-Match": '"{etag}"'}, {"If-Modified-Since": PUBLISHED}])
def test_what_the_browser_has_is_not_sent_again(
    published: Publication, client: Client, asked: Mapping[str, str]
) -> None:
    headers = {name: value.format(etag=digest(published, "pdf")) for name, value in asked.items()}

    answer = client.get(f"{ADDRESS}.pdf", headers=headers)

    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("asked", [{"If-None-Match": '"{etag}"'}, {"If-Modified-Since": PUBLISHED}])
def test_a_correction_is_sent(
    published: Publication, corrected: Publication, client: Client, asked: Mapping[str, str]
) -> None:
    headers = {name: value.format(etag=digest(published, "pdf")) for name, value in asked.items()}

    assert client.get(f"{ADDRESS}.pdf", headers=headers).status_code == 200


def test_a_file_the_store_has_lost_is_told_and_logged(
    published: Publication,
    client: Client,
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (store / digest(published, "pdf")).unlink()

    monkeypatch.setattr(logging.getLogger("govreport"), "propagate", True)

    answer = client.get(f"{ADDRESS}.pdf")

    assert answer.status_code == 503
    assert '<a class="button" href="./">在网页上阅读这份报告</a>' in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert f"artifact missing: publication {published.pk}, format pdf" in caplog.messages


def test_a_file_with_other_bytes_is_never_sent(published: Publication, client: Client, store: Path) -> None:
    (store / digest(published, "json")).write_bytes(b"{}")

    assert client.get(f"{ADDRESS}.json").status_code == 503


def test_the_file_a_report_was_imported_from_is_not_public(
    county: dict[str, Agency], client: Client, quick_pdf: None
) -> None:
    original = b"with the names of its authors"
    agency = county["yunxi-lyj"]
    release(filled("2021"), agency=agency, by=None, at=NOW, origin=Origin.IMPORTED, original=original)

    assert client.get(f"{ADDRESS}.original").status_code == 404
    assert client.get("/agencies/yunxi-lyj/2023/v1/report.original").status_code == 404
    assert "original" not in client.get("/agencies/yunxi-lyj/2023/").content.decode()
