"""A WSGI application that does nothing: answers a path with the bytes it was given beforehand."""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["GOVREPORT_BENCHMARK_FOLDER"]) / "bare"


def put(folder: Path, answers: dict[str, tuple[str, bytes]]) -> None:
    """Lay down what to answer: media type and body by path."""
    place = folder / "bare"
    place.mkdir()
    names = {
        path: (media_type, str(number)) for number, (path, (media_type, _)) in enumerate(answers.items())
    }
    for path, (_, name) in names.items():
        (place / name).write_bytes(answers[path][1])
    (place / "index.json").write_text(json.dumps(names))


def _answers() -> dict[str, tuple[str, bytes]]:
    if not (FOLDER / "index.json").exists():  # imported by the measuring process, which serves nothing
        return {}
    index = json.loads((FOLDER / "index.json").read_text())
    return {path: (media_type, (FOLDER / name).read_bytes()) for path, (media_type, name) in index.items()}


ANSWERS = _answers()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The bytes of this path."""
    media_type, body = ANSWERS[environ["PATH_INFO"]]
    start_response("200 OK", [("Content-Type", media_type), ("Content-Length", str(len(body)))])
    return [body]
