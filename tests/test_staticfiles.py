"""Static files: Bootstrap's style sheet is the published one, and collecting works."""

import hashlib
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from pytest_django import Settings

# Of the file in bootstrap-wrapper 5.3.8.post1, found equal to that of Bootstrap 5.3.8 when it was chosen.
BOOTSTRAP = "d85327d99c7a3ee1f9b5d0500d1370acea3ad2db39c163c2f51f232baedbdede"

# Without those of other applications: compressing them takes seconds.
OURS = ["django.contrib.staticfiles.finders.FileSystemFinder", "govreport.staticfiles.BootstrapFinder"]


def test_bootstrap_is_byte_for_byte_what_was_published() -> None:
    found = finders.find("vendor/bootstrap.min.css")

    assert isinstance(found, str)
    assert hashlib.sha256(Path(found).read_bytes()).hexdigest() == BOOTSTRAP


@pytest.mark.parametrize(
    "name", ["vendor/bootstrap.css", "vendor/bootstrap.min.js", "bootstrap.min.css", "vendor/"]
)
def test_nothing_else_of_bootstrap_is_served(name: str) -> None:
    assert finders.find(name) is None


def test_collecting_gives_every_file_a_hashed_name_and_leaves_maps_uncompressed(
    settings: Settings, tmp_path: Path
) -> None:
    settings.STATICFILES_FINDERS = OURS
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {"staticfiles": {"BACKEND": "govreport.staticfiles.HashedStorage"}}

    call_command("collectstatic", interactive=False, verbosity=0)

    name = staticfiles_storage.stored_name("vendor/bootstrap.min.css")  # type: ignore[attr-defined]
    assert (tmp_path / f"{name}.gz").exists()
    assert list(tmp_path.rglob("*.map.gz")) == []


def test_modules_lose_their_comments_and_import_each_other_by_hashed_name(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "page.js").write_text('/* A page. */\nimport { part } from "./part.js"; // a part\n')
    (tmp_path / "js" / "part.js").write_text("export const part = 1;\n")
    settings.STATICFILES_DIRS = [tmp_path]
    settings.STATICFILES_FINDERS = OURS
    settings.STATIC_ROOT = tmp_path.with_name("collected")
    settings.STORAGES = {"staticfiles": {"BACKEND": "govreport.staticfiles.HashedStorage"}}

    call_command("collectstatic", interactive=False, verbosity=0)

    (page,) = tmp_path.with_name("collected").glob("js/page.*.js")
    part = Path(staticfiles_storage.stored_name("js/part.js")).name  # type: ignore[attr-defined]
    assert page.read_text() == f'import{{part}}from"./{part}";'
