"""The artifact store: files under their sha256, written once, durable before anything refers to them."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


class ArtifactMissing(Exception):
    """The store lacks a file that a publication refers to, or holds other bytes under its name."""


def store(data: bytes) -> str:
    """Keep a file and return its sha256. When this returns, the file survives a crash of the machine."""
    digest = hashlib.sha256(data).hexdigest()
    path = path_of(digest)
    if not path.exists() or path.read_bytes() != data:  # a damaged file is put right
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
        _sync_folder(path.parent)
    return digest


def load(digest: str) -> bytes:
    """The bytes of a file. Raises ArtifactMissing when they are gone or are others."""
    try:
        data = path_of(digest).read_bytes()
    except FileNotFoundError:
        raise ArtifactMissing(digest) from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise ArtifactMissing(f"{digest}: other bytes")
    return data


def path_of(digest: str) -> Path:
    """Where a file is kept."""
    return Path(settings.ARTIFACTS_DIR) / digest


def is_ready() -> bool:
    """Whether the store can take files."""
    folder = Path(settings.ARTIFACTS_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    return os.access(folder, os.W_OK)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
