"""The authority's page for past reports: uploaded, read, confirmed; nothing is kept before."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from govreport.agencies.models import Agency, User
from govreport.desk.past_pages import file_line
from govreport.importing.grid import Unreadable
from govreport.importing.history import batches
from govreport.importing.history.batches import BatchIsFull, add_file, open_batch
from govreport.importing.models import ImportBatch, ImportItem
from govreport.importing.reading import Reading
from govreport.publishing.models import Publication
from tests.importing.past import NOW, as_page, past

pytestmark = pytest.mark.usefixtures("quick_pdf")

ADDRESS = "/desk/imports/"
State = ImportItem.State
BUSY = "同时读取的文件过多，请稍后再试"

Sign_in = Callable[[str], Client]


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def upload(client: Client, *files: SimpleUploadedFile) -> ImportBatch:
    """Upload files without script and return the batch."""
    answer = client.post(ADDRESS, {"authority": "yunxi-gov", "files": files})
    assert answer.status_code == 302, answer.content.decode()
    return ImportBatch.objects.get(pk=answer.headers["Location"].split("/")[-2])


def as_read(batch: ImportBatch) -> dict[str, Any]:
    """The fields of the form as the page shows them."""
    fields: dict[str, Any] = {"keep": []}
    for item in batch.items.all():
        fields[f"agency-{item.pk}"] = item.agency.code if item.agency else ""
        fields[f"year-{item.pk}"] = str(item.year or "")
        fields["keep"] += [str(item.pk)] if item.state == State.READY else []
    return fields


def busy(_name: str, _data: bytes) -> Reading:
    raise Unreadable(BUSY)


@pytest.fixture
def authority(client_of: Sign_in) -> Client:
    """A browser in which the authority of 云溪县 has signed in."""
    return client_of("authority")


def test_a_file_is_read_and_nothing_is_kept_before_it_is_confirmed(
    authority: Client, county: dict[str, Agency]
) -> None:
    batch = upload(authority, file("a.html", as_page(past(granted=3))))

    item = batch.items.get()
    page = authority.get(f"{ADDRESS}{batch.pk}/").content.decode()
    assert (item.state, item.agency.code if item.agency else "", item.year) == (
        State.READY,
        "yunxi-lyj",
        2019,
    )
    assert item.figures > 100
    assert '<option value="yunxi-lyj" selected>云溪县林业局</option>' in page
    assert not Publication.objects.exists()


def test_what_was_found_can_be_read_before_it_is_confirmed(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past(granted=3, results_total=9))))

    page = authority.get(f"{ADDRESS}{batch.pk}/").content.decode()

    assert '<span class="finding-code">T202</span>' in page


def test_confirmed_files_are_kept_and_lead_to_their_public_page(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past())), file("b.html", as_page(past(year=2020))))

    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    page = authority.get(f"{ADDRESS}{batch.pk}/").content.decode()
    assert Publication.objects.count() == 2
    assert {item.state for item in batch.items.all()} == {State.KEPT}
    assert all(not item.data for item in batch.items.all())
    assert 'href="/agencies/yunxi-lyj/2019/"' in page
    assert "导入结果" in page
    assert "继续导入" in page


def test_a_file_that_is_not_ticked_is_not_kept(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past())))

    answer = authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch) | {"keep": []}, follow=True)

    assert "没有选中要导入的文件" in answer.content.decode()
    assert not Publication.objects.exists()


def test_a_file_that_cannot_be_read_says_why_and_does_not_stop_the_rest(authority: Client) -> None:
    batch = upload(authority, file("a.html", b"<p>404"), file("b.html", as_page(past())))

    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    broken, good = batch.items.order_by("pk")
    assert (broken.state, good.state) == (State.REFUSED, State.KEPT)
    assert "没有找到年度报告的三张表" in broken.sentence


def test_an_agency_that_was_not_recognised_is_chosen_by_hand(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past("云溪县教育局"))))
    item = batch.items.get()
    chosen = as_read(batch) | {f"agency-{item.pk}": "yunxi-jtj", "keep": [str(item.pk)]}

    authority.post(f"{ADDRESS}{batch.pk}/", chosen)

    assert item.state == State.UNKNOWN
    assert "没有叫“云溪县教育局”的单位" in item.sentence
    assert not file_line(item).judged
    assert Publication.objects.get().agency.code == "yunxi-jtj"


def test_agencies_outside_the_area_are_neither_recognised_nor_taken(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past("河口县林业局"))))
    item = batch.items.get()
    chosen = as_read(batch) | {f"agency-{item.pk}": "hekou-lyj", "keep": [str(item.pk)]}

    authority.post(f"{ADDRESS}{batch.pk}/", chosen)

    item.refresh_from_db()
    assert (item.state, item.sentence) == (State.UNKNOWN, "请选择单位和年度")
    assert not Publication.objects.exists()


def test_a_file_that_is_there_already_is_shown_as_such(authority: Client) -> None:
    first = upload(authority, file("a.html", as_page(past())))
    authority.post(f"{ADDRESS}{first.pk}/", as_read(first))

    again = upload(authority, file("b.html", as_page(past())))

    assert again.items.get().state == State.PRESENT
    assert Publication.objects.count() == 1


def test_other_content_asks_for_a_reason_and_becomes_the_next_version(authority: Client) -> None:
    first = upload(authority, file("a.html", as_page(past())))
    authority.post(f"{ADDRESS}{first.pk}/", as_read(first))
    batch = upload(authority, file("a.html", as_page(past(granted=4))))
    item = batch.items.get()
    fields = as_read(batch) | {"keep": [str(item.pk)]}

    authority.post(f"{ADDRESS}{batch.pk}/", fields)
    without = Publication.objects.count()
    authority.post(f"{ADDRESS}{batch.pk}/", fields | {f"reason-{item.pk}": "原文件缺页"})

    assert "内容不同（1 格数字不同）" in item.sentence
    assert without == 1
    assert Publication.objects.get(version=2).note == "原文件缺页"


def test_confirming_twice_keeps_once(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past())))
    fields = as_read(batch)

    authority.post(f"{ADDRESS}{batch.pk}/", fields)
    authority.post(f"{ADDRESS}{batch.pk}/", fields)

    assert Publication.objects.count() == 1
    assert batch.items.get().state == State.KEPT


@pytest.mark.parametrize(("number", "sentence"), [(0, "请选择文件"), (11, "一次最多上传 10 个文件")])
def test_without_script_some_files_go_at_once(authority: Client, number: int, sentence: str) -> None:
    files = [file(f"{n}.html", b"x") for n in range(number)]

    answer = authority.post(ADDRESS, {"authority": "yunxi-gov", "files": files})

    assert sentence in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_many_files_in_one_request_are_refused_to_the_script_as_well(authority: Client) -> None:
    files = [file(f"{n}.html", b"x") for n in range(11)]

    answer = authority.post(
        ADDRESS, {"authority": "yunxi-gov", "files": files}, headers={"Accept": "application/json"}
    )

    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (400, "too_many_files")
    assert not ImportBatch.objects.exists()


def test_a_file_that_cannot_be_read_again_just_now_says_so_and_waits(
    authority: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = upload(authority, file("a.html", as_page(past())))
    monkeypatch.setattr(batches, "read_file", busy)

    answer = authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    item = batch.items.get()
    assert (answer.status_code, item.state, item.sentence) == (302, State.READY, BUSY)
    assert item.data


def test_the_script_opens_a_batch_and_sends_one_file_after_the_other(authority: Client) -> None:
    json_please = {"Accept": "application/json"}
    opened = authority.post(ADDRESS, {"authority": "yunxi-gov"}, headers=json_please)
    href = json.loads(opened.content)["href"]

    read = authority.post(f"{href}files/", {"file": file("a.html", as_page(past()))}, headers=json_please)
    told = json.loads(read.content)
    kept = authority.post(
        href, as_read(ImportBatch.objects.get()) | {"keep": told["id"]}, headers=json_please
    )

    assert (told["name"], told["word"]) == ("a.html", "可以导入")
    assert json.loads(kept.content)["files"][0]["state"] == "kept"


def test_no_file_and_one_too_many_are_refused_in_words(
    authority: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = upload(authority, file("a.html", b"x"))
    monkeypatch.setattr(batches, "MOST_FILES", 1)

    nothing = authority.post(f"{ADDRESS}{batch.pk}/files/")
    full = authority.post(f"{ADDRESS}{batch.pk}/files/", {"file": file("b.html", b"x")})

    assert json.loads(nothing.content)["error"]["code"] == "no_file"
    assert json.loads(full.content)["error"]["code"] == "batch_is_full"


def test_a_file_beyond_10_mb_is_told_and_not_stored(authority: Client) -> None:
    batch = upload(authority, file("a.html", b" " * (10 * 1024 * 1024 + 5)))

    item = batch.items.get()
    assert (item.sentence, bytes(item.data)) == ("文件超过 10 MB", b"")


def test_another_authority_sees_neither_batch_nor_record(authority: Client, client_of: Sign_in) -> None:
    batch = upload(authority, file("a.html", as_page(past())))
    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))
    number = Publication.objects.get().pk
    places = (f"{ADDRESS}{batch.pk}/", f"/desk/imported/{number}/", f"/desk/imported/{number}/original/")

    assert [authority.get(place).status_code for place in places] == [200, 200, 200]
    for person in ("clerk", "supervisor", "stranger", "foreign_authority", "admin"):
        assert [client_of(person).get(place).status_code for place in places] == [404, 404, 404], person


def test_an_authority_does_not_upload_for_another(authority: Client) -> None:
    answer = authority.post(ADDRESS, {"authority": "hekou-gov", "files": file("a.html", b"x")})

    assert answer.status_code == 404


def test_the_original_is_saved_and_never_shown(authority: Client, client: Client) -> None:
    data = as_page(past())
    batch = upload(authority, file("原件.html", data))
    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    answer = authority.get(f"/desk/imported/{Publication.objects.get().pk}/original/")

    assert answer.content == data
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert client.get("/agencies/yunxi-lyj/2019/report.original").status_code == 404


def test_the_record_tells_what_was_found(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past(granted=3, results_total=9))))
    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    page = authority.get(f"/desk/imported/{Publication.objects.get().pk}/").content.decode()

    assert "从文件“a.html”导入" in page
    assert "T202" in page


def test_the_page_lists_what_was_uploaded_and_what_was_imported(authority: Client) -> None:
    batch = upload(authority, file("a.html", as_page(past())))
    authority.post(f"{ADDRESS}{batch.pk}/", as_read(batch))

    page = authority.get(ADDRESS).content.decode()

    assert f'href="{ADDRESS}{batch.pk}/"' in page
    assert "云溪县林业局 2019年" in page


def test_what_nobody_confirmed_is_thrown_away_after_a_week(
    county: dict[str, Agency], cast: dict[str, User]
) -> None:
    old = open_batch(county["yunxi-gov"], by=cast["authority"], at=timezone.now() - timedelta(days=8))
    add_file(old, name="a.html", data=as_page(past()), at=NOW)

    new = open_batch(county["yunxi-gov"], by=cast["authority"], at=timezone.now())

    assert list(ImportBatch.objects.all()) == [new]


def test_a_full_batch_takes_no_more(
    county: dict[str, Agency], cast: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = open_batch(county["yunxi-gov"], by=cast["authority"], at=NOW)
    monkeypatch.setattr(batches, "MOST_FILES", 0)

    with pytest.raises(BatchIsFull, match="一次最多 0 个文件"):
        add_file(batch, name="a.html", data=b"x", at=NOW)
