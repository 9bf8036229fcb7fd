"""Static files: Bootstrap's style sheet out of its package, and how files are stored for serving."""

from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage
from rjsmin import jsmin
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Bootstrap(FileSystemStorage):
    """The folder of style sheets in the package bootstrap-wrapper, served under `vendor/`."""

    prefix = "vendor"

    def __init__(self) -> None:
        super().__init__(location=str(distribution("bootstrap-wrapper").locate_file("bootstrap/css")))


class BootstrapFinder(BaseFinder):
    """Finds `vendor/bootstrap.min.css` and nothing else of Bootstrap, above all none of its script.

    The map comes along because the style sheet names it, and a name that leads nowhere stops collectstatic.
    """

    NAMES = ("bootstrap.min.css", "bootstrap.min.css.map")

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = Bootstrap()

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing can be configured wrongly."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file's place on disk, or an empty list, as Django asks for it."""
        folder, _, name = path.replace("\\", "/").rpartition("/")
        if folder != self.storage.prefix or name not in self.NAMES:
            return []
        return [self.storage.path(name)] if find_all else self.storage.path(name)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Both names with their storage."""
        return ((name, self.storage) for name in self.NAMES)


class HashedStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise ships no types
    """Names with a hash of the content, also inside ES modules; our scripts without comments; compressed."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: "File[Any]") -> str:
        """Write one file; a script of ours without its comments and white space."""
        if name.replace("\\", "/").startswith("js/") and name.endswith(".js"):
            content = ContentFile(jsmin(b"".join(content.chunks()).decode()).encode())
        return str(super()._save(name, content))

    def file_hash(self, name: str, content: Any = None) -> Any:
        """Shorter than Django's: scripts repeat the names of all they import, and hashes do not compress."""
        hashed = super().file_hash(name, content)
        return hashed and hashed[:8]

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """Leave out the maps: compressing them takes longer than all the rest."""
        return Compressor(**{**kwargs, "extensions": [*Compressor.SKIP_COMPRESS_EXTENSIONS, "map"]})
