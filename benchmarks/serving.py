"""(c) The public page of a report and its PDF through gunicorn, against a bare view with the same bytes."""

import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.urls import reverse

from benchmarks import bare
from benchmarks.comparison import Row, medians_in_turn
from benchmarks.load import answers, fetch, rate
from benchmarks.processes import Failed, started
from benchmarks.stage import ROOT
from govreport.publishing.models import Publication

REQUESTS = 60
TOGETHER = 8
STARTING_SECONDS = 60
BARE = "a bare view, the same bytes"


def measure(publication: Publication, folder: Path, *, rounds: int) -> list[Row]:
    """Requests per second, one after another and eight at once."""
    place = [publication.agency.code, publication.year]
    paths = {
        "page": reverse("portal:report", args=place),
        "PDF": reverse("portal:artifact", args=[*place, "pdf"]),
    }
    with served("govreport.wsgi:application", reverse("portal:healthz"), folder) as ours:
        found = {path: fetch(ours, path) for path in paths.values()}
        if any(answer.status != 200 for answer in found.values()):
            raise Failed(f"not published: { {path: answer.status for path, answer in found.items()} }")
        bare.put(folder, {path: (answer.media_type, answer.body) for path, answer in found.items()})
        with served("benchmarks.bare:application", paths["page"], folder) as other:
            return [
                _row(name, ours, other, path, len(found[path].body), at_once, rounds)
                for name, path in paths.items()
                for at_once in (1, TOGETHER)
            ]


def _row(name: str, ours: int, other: int, path: str, length: int, at_once: int, rounds: int) -> Row:
    ask = partial(rate, path=path, length=length, requests=REQUESTS, at_once=at_once)
    ask(ours), ask(other)  # every worker has answered it once
    mine, compared = medians_in_turn(lambda: ask(ours), lambda: ask(other), rounds=rounds)
    how = f"{at_once} at once" if at_once > 1 else "one after another"
    what = f"(c) the public {name} of a report ({length // 1024} KiB), {how}"
    return Row(what, "requests a second", mine, BARE, compared)


@contextmanager
def served(application: str, path: str, folder: Path) -> Iterator[int]:
    """A gunicorn as scripts/demo starts it, on a free port; it is ended afterwards."""
    port = _free_port()
    gunicorn = Path(sys.executable).with_name("gunicorn")
    command: list[str | Path] = [gunicorn, application, "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    command += ["--no-control-socket", "--log-level", "warning"]
    log = folder / f"{application.partition(':')[0]}.log"
    with started(command, cwd=ROOT, log=log) as process:
        deadline = time.monotonic() + STARTING_SECONDS
        while not answers(port, path):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failed(f"{application} does not serve\n{log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.2)
        yield port


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
