"""Releasing a content: versions, files, figures, and what a crash leaves."""

import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from govreport.agencies.models import Agency
from govreport.editions.numbers import Number
from govreport.publishing.models import Artifact, Figure, Publication
from govreport.publishing.release import newest, release
from govreport.publishing.storage import ArtifactMissing, is_ready, load, path_of, store
from govreport.rendering.interchange import canonical, fingerprint
from govreport.rendering.renderers import RENDERERS
from tests.contents import filled
from tests.drafts import NOW

pytestmark = pytest.mark.usefixtures("quick_pdf")

FIGURES: dict[str, Number | None] = {
    "applications.granted.natural_person": 8,
    "disclosure.administrative_fees.amount": Decimal("0.37"),
}


def test_a_content_is_frozen_with_its_hash_and_its_figures(county: dict[str, Agency]) -> None:
    content = filled("2021", FIGURES)

    publication = release(content, agency=county["yunxi-lyj"], by=None, at=NOW)

    frozen = Publication.objects.get()
    assert frozen == publication
    assert frozen.content == replace(content, version=1)
    assert (
        frozen.sha256 == fingerprint(frozen.content) == hashlib.sha256(frozen.canonical.encode()).hexdigest()
    )
    values = Figure.objects.values_list("table", "row", "column", "value")
    assert {".".join(cell): value for *cell, value in values} == FIGURES


def test_every_artifact_is_stored_under_its_hash(county: dict[str, Agency]) -> None:
    publication = release(filled("2021"), agency=county["yunxi-lyj"], by=None, at=NOW)

    artifacts = {item.format: item for item in Artifact.objects.filter(publication=publication)}
    assert sorted(artifacts) == ["html", "json", "pdf", "xlsx"]
    assert load(artifacts["json"].sha256) == publication.canonical.encode()
    assert load(artifacts["pdf"].sha256).startswith(b"%PDF")
    assert all(len(load(item.sha256)) == item.size for item in artifacts.values())


def test_the_next_release_of_a_year_is_its_next_version(county: dict[str, Agency]) -> None:
    agency = county["yunxi-lyj"]
    first = release(filled("2021"), agency=agency, by=None, at=NOW)

    second = release(filled("2021", FIGURES), agency=agency, by=None, at=NOW, note="更正")

    assert (second.version, second.corrects) == (2, first)
    assert newest(agency, 2023) == second
    assert newest(agency, 2022) is None


def test_a_content_without_year_is_not_published(county: dict[str, Agency]) -> None:
    with pytest.raises(ValueError, match="without year"):
        release(replace(filled("2021"), year=None), agency=county["yunxi-lyj"], by=None, at=NOW)


def test_a_crash_after_the_files_leaves_files_and_no_rows(
    county: dict[str, Agency], monkeypatch: pytest.MonkeyPatch, artifact_store: Path
) -> None:
    def crash(*args: object, **kwargs: object) -> None:
        raise OSError("the machine stops")

    monkeypatch.setattr(Artifact.objects, "bulk_create", crash)

    with pytest.raises(OSError, match="stops"), transaction.atomic():
        release(filled("2021"), agency=county["yunxi-lyj"], by=None, at=NOW)

    assert not Publication.objects.exists()
    assert len(list(artifact_store.iterdir())) == len(RENDERERS)


def test_two_versions_with_one_number_are_refused(county: dict[str, Agency]) -> None:
    publication = release(filled("2021"), agency=county["yunxi-lyj"], by=None, at=NOW)
    publication.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        publication.save(force_insert=True)


def test_a_file_is_stored_once(artifact_store: Path) -> None:
    assert store(b"one") == store(b"one") == hashlib.sha256(b"one").hexdigest()
    assert [path.name for path in artifact_store.iterdir()] == [hashlib.sha256(b"one").hexdigest()]


def test_a_file_that_is_gone_or_altered_is_noticed() -> None:
    digest = store(b"one")
    path_of(digest).write_bytes(b"two")

    with pytest.raises(ArtifactMissing, match="other bytes"):
        load(digest)
    with pytest.raises(ArtifactMissing):
        load("0" * 64)


def test_the_store_says_whether_it_can_take_files() -> None:
    assert is_ready()


def test_the_canonical_form_is_what_is_hashed() -> None:
    content = filled("2021", FIGURES)

    assert hashlib.sha256(canonical(content)).hexdigest() == fingerprint(content)


def test_a_damaged_file_is_put_right_when_its_content_is_stored_again(artifact_store: Path) -> None:
    digest = store(b"the report")
    path_of(digest).write_bytes(b"something else")

    assert store(b"the report") == digest
    assert load(digest) == b"the report"
